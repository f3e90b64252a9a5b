/// Moves and stretches the colours of a picture in CIE Lab.
public struct LabChange: StainChange, Equatable {
    private let factor: SIMD3<Float>
    private let offset: SIMD3<Float>
    private let glass: GlassLimit?

    /// A channel that hardly varies is moved, but not stretched: of a single colour nothing says
    /// how much.
    init(from source: LabStatistics, to target: LabStatistics, glass: GlassLimit?) {
        var factor = SIMD3<Double>(repeating: 1)
        for channel in 0..<3 where source.deviation[channel] > 1e-3 {
            factor[channel] = target.deviation[channel] / source.deviation[channel]
        }
        self.factor = SIMD3(factor)
        offset = SIMD3(target.mean - factor * source.mean)
        self.glass = glass
    }

    /// The picture in the other colours.
    public func callAsFunction(_ image: Image) -> Image {
        let width = image.size.width
        let steps = ColorSpace.lab.steps(to: .rgb)
        let bytes: [UInt8] = parallelRows(image.size.height, elementsPerRow: 3 * width) {
            row, output in
            image.pixels.withUnsafeBufferPointer { pixels in
                withTemporaryColors(width) { colors in
                    colors.fillLab(pixels, startingAt: 3 * row * width)
                    colors.move(factor, offset)
                    for step in steps { colors.apply(step) }
                    colors.write(to: output)
                }
                glass?.restore(output, from: pixels, startingAt: 3 * row * width)
            }
        }
        return Image(size: image.size, pixels: bytes)
    }
}

extension ColorRow {
    fileprivate func move(_ factor: SIMD3<Float>, _ offset: SIMD3<Float>) {
        for i in 0..<count {
            first[i] = first[i] * factor.x + offset.x
            second[i] = second[i] * factor.y + offset.y
            third[i] = third[i] * factor.z + offset.z
        }
    }
}
