import DeepTeaching

/// A picture with its words.
public struct Figure: Sendable, Equatable {
    /// What is shown.
    public let image: Image

    /// The stable name of the file, without ending: "tissue" becomes `figures/tissue.png`.
    public let name: String

    /// What the picture shows, for those who see it.
    public let caption: String

    /// What is to be seen in it, for those who do not.
    public let alternative: String

    /// A picture with its words.
    public init(image: Image, name: String, caption: String, alternative: String) {
        self.image = image
        self.name = name
        self.caption = caption
        self.alternative = alternative
    }

    /// The path of the file inside the output folder.
    public var path: String { "figures/\(name).png" }
}
