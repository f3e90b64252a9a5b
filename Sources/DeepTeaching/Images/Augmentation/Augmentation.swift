/// How pictures may be changed while a network learns, so that it sees more than was scanned: a list
/// of steps, each of which draws anew for each picture.
///
/// ```swift
/// let augmentation: Augmentation = [.dihedral, .rotation(degrees: 15), .stainJitter(0.3)]
/// let changed = try augmentation(image, using: &generator)
/// ```
///
/// One draw serves the picture and its mask, so that they stay together:
///
/// ```swift
/// let transform = try augmentation.drawn(for: image.size, seed: 1, epoch: 3, index: 17)
/// let (picture, truth) = (try transform(image), try transform(mask))
/// ```
public struct Augmentation: Sendable, Equatable, Codable, ExpressibleByArrayLiteral {
    /// The steps, in the order in which they happen.
    public var steps: [Step]

    /// An augmentation of some steps; without any, pictures stay as they are.
    public init(_ steps: [Step]) { self.steps = steps }

    /// An augmentation of some steps; without any, pictures stay as they are.
    public init(arrayLiteral elements: Step...) { steps = elements }

    /// Turned and mirrored, but in its own colours.
    public static let turnsOnly: Augmentation = [.dihedral]

    /// Turned, mirrored, and stained as another hospital might do it.
    ///
    /// The change of colours is strong, since hospitals differ by more than the slides of one do: one
    /// of them may stain nearly twice as darkly as another.
    public static let otherHospitals: Augmentation = [
        .dihedral, .densityJitter(stain: 0.45, color: 0.4, light: 0.05),
    ]

    /// Draws what happens to one picture.
    ///
    /// - Parameters:
    ///   - size: that of the picture.
    ///   - generator: makes the draws, as many as the steps need.
    /// - Throws: `PictureError` if a step has a number that cannot be used, or a picture of this size
    ///   is too small for it.
    public func drawn(
        for size: PixelSize, using generator: inout SeededGenerator
    ) throws -> PictureTransform {
        var changes: [PictureChange] = []
        var size = size
        for step in steps {
            try step.check(for: size)
            for change in step.draw(for: size, using: &generator) {
                size = change.size(of: size)
                changes.append(change)
            }
        }
        return PictureTransform(changes.joiningAffine())
    }

    /// Draws what happens to one picture of a training: decided by these three numbers and nothing
    /// else, such as the thread that asks or what was drawn before.
    ///
    /// - Parameters:
    ///   - seed: that of the training.
    ///   - epoch: how often the picture was seen before.
    ///   - index: which picture it is.
    /// - Throws: `PictureError` as above.
    public func drawn(
        for size: PixelSize, seed: UInt64, epoch: Int, index: Int
    ) throws -> PictureTransform {
        var generator = SeededGenerator(
            seed: seed, stream: "augmentation of picture \(index) in epoch \(epoch)")
        return try drawn(for: size, using: &generator)
    }

    /// A picture changed by chance.
    ///
    /// - Throws: `PictureError`, `StainError` if a step cannot be done.
    public func callAsFunction(
        _ image: Image, using generator: inout SeededGenerator
    ) throws -> Image {
        try drawn(for: image.size, using: &generator)(image)
    }

    /// A picture and its mask, changed by the same draw.
    ///
    /// - Throws: `PictureError`, `StainError` if a step cannot be done or the sizes differ.
    public func callAsFunction(
        _ image: Image, _ mask: Mask, using generator: inout SeededGenerator
    ) throws -> (image: Image, mask: Mask) {
        guard image.size == mask.size else {
            throw PictureError.differentSizes(picture: image.size, other: mask.size)
        }
        let transform = try drawn(for: image.size, using: &generator)
        return (try transform(image), try transform(mask))
    }
}

extension [PictureChange] {
    /// The same changes, with affine maps that follow each other made one: what is read between its
    /// pixels twice is blurred twice.
    fileprivate func joiningAffine() -> [PictureChange] {
        reduce(into: []) { joined, change in
            if case .affine(let next, let border) = change,
                case .affine(let first, let before)? = joined.last, before == border
            {
                joined[joined.count - 1] = .affine(first.followed(by: next), border: border)
            } else {
                joined.append(change)
            }
        }
    }
}

extension PictureChange {
    /// The size of a picture after the change.
    fileprivate func size(of size: PixelSize) -> PixelSize {
        switch self {
        case .dihedral(let element): element.size(of: size)
        case .crop(let part): part.size
        default: size
        }
    }
}
