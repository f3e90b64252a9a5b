/// A source that a lesson stands on.
public struct Reference: Sendable, Equatable {
    /// The short name used in the text: "BEJ17".
    public let key: String

    /// Author, title, place, year (ISO 690).
    public let text: String

    /// Where it can be read, if there is a stable address.
    public let address: String?

    /// A source.
    public init(_ key: String, _ text: String, address: String? = nil) {
        self.key = key
        self.text = text
        self.address = address
    }
}
