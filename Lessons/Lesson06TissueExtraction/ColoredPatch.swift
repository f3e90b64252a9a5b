import DeepTeaching

/// One labelled patch, of which only the mean colour is known.
struct ColoredPatch {
    /// The index of its slide.
    let slide: Int

    let isTumor: Bool

    /// Mean red, green and blue, from 0 to 255.
    let color: SIMD3<Float>

    /// The mean colours of all patches of a set.
    static func all(of set: PatchSet) -> [ColoredPatch] {
        set.images.indices.map {
            ColoredPatch(
                slide: set.slides[$0], isTumor: set.isTumor[$0], color: set.images[$0].meanColor)
        }
    }
}

extension Image {
    /// The mean of each colour.
    fileprivate var meanColor: SIMD3<Float> {
        var sum = SIMD3<Float>()
        for pixel in 0..<size.area {
            sum += SIMD3(
                Float(pixels[3 * pixel]), Float(pixels[3 * pixel + 1]),
                Float(pixels[3 * pixel + 2]))
        }
        return sum / Float(size.area)
    }
}
