/// One change of a picture, with all its numbers drawn: applied twice, it gives the same bytes twice.
public enum PictureChange: Sendable, Equatable, Codable {
    /// Turned by quarter turns, or mirrored.
    case dihedral(Dihedral)

    /// A part cut out.
    case crop(PixelRectangle)

    /// Turned, enlarged or moved, read between its pixels.
    case affine(AffineWarp, border: BorderPolicy)

    /// Bent by a smooth field that the seed decides.
    case elastic(amplitude: Double, smoothness: Double, border: BorderPolicy, seed: UInt64)

    /// Out of focus.
    case blur(sigma: Double)

    /// Noise that the seed decides.
    case noise(deviation: Double, seed: UInt64)

    /// Compressed and decompressed.
    case jpeg(quality: Int)

    /// Other brightness, contrast, saturation, hue.
    case colors(ColorChange)

    /// Other amounts of haematoxylin and eosin.
    case stain(StainJitter)

    /// Other densities of red, green and blue, and other light.
    case density(DensityJitter)

    /// A rectangle hidden.
    case cutOut(PixelRectangle, color: RGB)
}

extension PictureChange {
    /// The picture changed.
    ///
    /// - Throws: `PictureError`, `StainError` if a number cannot be used, or the picture is smaller
    ///   than what is cut out of it.
    public func callAsFunction(_ image: Image) throws -> Image {
        switch self {
        case .dihedral(let element): return image.transformed(by: element)
        case .crop(let part):
            try checkPart(part, of: image.size)
            return image.cropped(to: part)
        case .affine(let map, let border): return try image.warped(by: map, border: border)
        case .elastic(_, _, let border, _):
            return try image.warped(by: try field(for: image.size), border: border)
        case .blur(let sigma): return try image.blurred(sigma: sigma)
        case .noise(let deviation, let seed):
            return try image.withNoise(deviation: deviation, seed: seed)
        case .jpeg(let quality): return try image.compressed(jpegQuality: quality)
        case .colors(let change): return try image.applying(change)
        case .stain(let jitter): return try image.applying(jitter)
        case .density(let jitter):
            // It may come from a file.
            guard jitter.isUsable else {
                throw PictureError.unusableNumber(
                    name: "density jitter",
                    value: "\(jitter.densityFactors), light \(jitter.light)",
                    allowed: "three factors and a light from 0 on")
            }
            return image.applying(jitter)
        case .cutOut(let place, let color): return image.covered(at: place, by: color)
        }
    }

    /// The mask of a picture, moved as the picture is. What changes colours leaves it alone, and so
    /// does what hides a part: the tumour is still there.
    ///
    /// - Throws: `PictureError` as for the picture.
    public func callAsFunction(_ mask: Mask) throws -> Mask {
        switch self {
        case .dihedral(let element): return mask.transformed(by: element)
        case .crop(let part):
            try checkPart(part, of: mask.size)
            return mask.cropped(to: part)
        case .affine(let map, let border): return try mask.warped(by: map, border: border)
        case .elastic(_, _, let border, _):
            return try mask.warped(by: try field(for: mask.size), border: border)
        case .blur, .noise, .jpeg, .colors, .stain, .density, .cutOut: return mask
        }
    }

    private func checkPart(_ part: PixelRectangle, of size: PixelSize) throws {
        if !part.lies(within: size) {
            throw PictureError.partTooLarge(part: part.size, picture: size)
        }
    }

    /// The field of an elastic change.
    private func field(for size: PixelSize) throws -> DisplacementField {
        guard case .elastic(let amplitude, let smoothness, _, let seed) = self else {
            return try DisplacementField(x: Plane(size: size), y: Plane(size: size))
        }
        var generator = SeededGenerator(seed: seed, stream: "elastic")
        return try .elastic(
            size: size, amplitude: amplitude, smoothness: smoothness, using: &generator)
    }
}

/// All that happens to one picture, drawn once: the same for the picture and for its mask.
public struct PictureTransform: Sendable, Equatable, Codable {
    /// The changes, one after the other.
    public let changes: [PictureChange]

    /// A transform of some changes.
    public init(_ changes: [PictureChange]) { self.changes = changes }

    /// The picture changed.
    ///
    /// - Throws: `PictureError`, `StainError` as the changes do.
    public func callAsFunction(_ image: Image) throws -> Image {
        try changes.reduce(image) { try $1($0) }
    }

    /// The mask of the picture, moved as the picture is.
    ///
    /// - Throws: `PictureError` as the changes do.
    public func callAsFunction(_ mask: Mask) throws -> Mask {
        try changes.reduce(mask) { try $1($0) }
    }
}
