import DeepTeaching

/// Turns light into the bytes of a picture as one scanner does: its white, its colours, its
/// sharpening and its noise.
struct Scanner {
    let style: ScannerStyle
    /// What the noise depends on, beside the place.
    let key: UInt64

    /// How many pixels beyond a picture the light must be known: sharpening looks at neighbours.
    static let margin = 1

    /// 4,096 nearly normal numbers of deviation 1: the camera's noise.
    private static let cameraNoise: [Float] = {
        var generator = SeededGenerator(seed: 0xca3e_7a, stream: "camera noise")
        return (0..<4096).map { _ in Float(generator.nearlyNormal()) }
    }()

    /// The picture of a canvas without its margin.
    ///
    /// - Parameter light: what passes each pixel of the canvas, three planes one after the other.
    func image(of canvas: Canvas, light: [Float]) -> Image {
        let margin = Self.margin
        let size = PixelSize(
            width: canvas.size.width - 2 * margin, height: canvas.size.height - 2 * margin)
        var pixels = [UInt8](repeating: 0, count: 3 * size.area)
        let colors = colors(of: light, area: canvas.size.area)
        pixels.withUnsafeMutableBufferPointer { pixels in
            colors.withUnsafeBufferPointer { colors in
                Self.cameraNoise.withUnsafeBufferPointer { noise in
                    for row in 0..<size.height {
                        exposeRow(
                            row, of: canvas, width: size.width, colors: colors.baseAddress!,
                            noise: noise.baseAddress!,
                            into: pixels.baseAddress! + 3 * row * size.width)
                    }
                }
            }
        }
        return Image(size: size, pixels: pixels)
    }

    /// The grey levels that the scanner's colours make of light: v_c = G_c (s I_c + (1 - s) m),
    /// with the glass G, the saturation s and the mean m of the three colours' light.
    private func colors(of light: [Float], area: Int) -> [Float] {
        let glass = SIMD3<Float>(style.glass)
        let saturation = Float(style.saturation)
        var colors = light
        light.withUnsafeBufferPointer { light in
            colors.withUnsafeMutableBufferPointer { colors in
                for index in 0..<area {
                    let (red, green) = (light[index], light[area &+ index])
                    let blue = light[2 &* area &+ index]
                    let gray = (1 - saturation) * (red + green + blue) * (1 / 3)
                    colors[index] = glass.x * (saturation * red + gray)
                    colors[area &+ index] = glass.y * (saturation * green + gray)
                    colors[2 &* area &+ index] = glass.z * (saturation * blue + gray)
                }
            }
        }
        return colors
    }

    private func exposeRow(
        _ row: Int, of canvas: Canvas, width: Int, colors: UnsafePointer<Float>,
        noise: UnsafePointer<Float>, into output: UnsafeMutablePointer<UInt8>
    ) {
        let stride = canvas.size.width
        let area = canvas.size.area
        let sharpening = SIMD3<Float>(style.colorSharpening + style.sharpening)
        let deviation = Float(style.noise)
        for column in 0..<width {
            let x = column &+ Self.margin
            let y = row &+ Self.margin
            let bits = LatticeHash.bits(key: key, canvas.originX &+ x, canvas.originY &+ y)
            for channel in 0..<3 {
                let middle = colors + (channel &* area &+ y &* stride &+ x)
                let ring =
                    middle[-stride &- 1] + middle[-stride] + middle[1 &- stride]
                    + middle[-1] + middle[1] + middle[stride &- 1] + middle[stride]
                    + middle[stride &+ 1]
                let sharp = middle[0] + sharpening[channel] * (middle[0] - ring * 0.125)
                let random = noise[Int((bits >> UInt64(12 &* channel)) & 4095)]
                let value = sharp + random * deviation
                output[3 &* column &+ channel] = UInt8(min(max(value + 0.5, 0), 255))
            }
        }
    }
}
