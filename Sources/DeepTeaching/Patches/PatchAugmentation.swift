/// How a patch may be changed while a network learns, so that it sees more than was scanned.
///
/// The usual change of colours is strong, since hospitals differ by more than the slides of one do:
/// one of them may stain nearly twice as darkly as another.
public struct PatchAugmentation: Sendable, Equatable, Codable {
    /// Whether patches are turned and mirrored.
    public var turns = true

    /// The strength of the change of all stain together; 0 changes nothing.
    public var stain = 0.45

    /// The strength of the change of each colour on its own.
    public var color = 0.4

    /// The strength of the change of the light.
    public var light = 0.05

    /// The augmentation that the lessons use.
    public init() {}

    /// Turned and mirrored, but in its own colours.
    public static let turnsOnly: PatchAugmentation = {
        var augmentation = PatchAugmentation()
        augmentation.stain = 0
        augmentation.color = 0
        augmentation.light = 0
        return augmentation
    }()

    /// A patch changed by chance.
    public func callAsFunction(_ image: Image, using generator: inout SeededGenerator) -> Image {
        let turned = turns ? image.transformed(by: .random(using: &generator)) : image
        return turned.applying(
            .random(stain: stain, color: color, light: light, using: &generator))
    }
}
