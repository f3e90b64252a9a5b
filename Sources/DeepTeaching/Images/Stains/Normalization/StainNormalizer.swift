/// A way to bring pictures to the staining of another one: it measures how each is stained, and
/// makes the change between the two.
///
/// ```swift
/// let macenko = MacenkoNormalizer()
/// let target = try macenko.profile(of: targetPatch)
/// // Once a slide, from its overview or some of its patches:
/// let change = try macenko.change(from: macenko.profile(of: overview), to: target)
/// let normalized = change(patch)
/// // Or each patch for itself:
/// let other = try macenko.normalized(patch, to: target)
/// ```
/// Measured on a slide, the change is the same for all its patches, and a patch of one stain alone
/// is changed as well. Measured on each patch, differences between patches vanish, those that
/// matter among them.
public protocol StainNormalizer: Sendable {
    /// How a picture is stained.
    associatedtype Profile: Sendable, Equatable, Codable

    /// What brings one staining to another.
    associatedtype Change: StainChange

    /// How some pictures of one slide are stained.
    ///
    /// - Throws: `StainError` if they do not show it, or a setting makes no sense.
    func profile(of images: [Image]) throws -> Profile

    /// What brings pictures that are stained in one way to another.
    ///
    /// - Throws: `StainError` if a setting makes no sense, or the stains cannot be told apart.
    func change(from source: Profile, to target: Profile) throws -> Change
}

extension StainNormalizer {
    /// How a picture is stained.
    ///
    /// - Throws: `StainError` if it does not show it, or a setting makes no sense.
    public func profile(of image: Image) throws -> Profile { try profile(of: [image]) }

    /// A picture in another staining, measured on itself.
    ///
    /// - Throws: `StainError` if it does not show its staining, or a setting makes no sense.
    public func normalized(_ image: Image, to target: Profile) throws -> Image {
        try change(from: profile(of: image), to: target)(image)
    }
}

/// What brings pictures of one slide to another staining.
public protocol StainChange: Sendable {
    /// The picture in the other staining; one without pixels stays as it is.
    func callAsFunction(_ image: Image) -> Image
}
