import DeepTeaching

/// Turns concentrations into colours as light through stained tissue does, and as a camera sees it.
///
/// Beer and Lambert: I_c = G_c exp(-(H h_c + E e_c + B b_c) t) for each colour c, with the glass
/// G, the concentrations H, E, B, the stains' optical densities h, e, b, and the thickness t.
struct Staining {
    let plan: SlidePlan
    let grid: FieldGrid

    /// exp(-d) for the optical densities d = 0, 1/512, 2/512, ... 8.
    private static let transmission: [Float] = (0...4096).map {
        Float(ExactMath.exponential(-Double($0) / 512))
    }

    /// 4,096 nearly normal numbers of deviation 1: the camera's noise.
    private static let cameraNoise: [Float] = {
        var generator = SeededGenerator(seed: 0xca3e_7a, stream: "camera noise")
        return (0..<4096).map { _ in Float(generator.nearlyNormal()) }
    }()

    /// The picture of a canvas.
    func image(of canvas: Canvas) -> Image {
        let size = canvas.size
        var pixels = [UInt8](repeating: 0, count: 3 * size.area)
        var line = [TissueField](repeating: .zero, count: grid.columns)
        pixels.withUnsafeMutableBufferPointer { pixels in
            Self.transmission.withUnsafeBufferPointer { transmission in
                Self.cameraNoise.withUnsafeBufferPointer { noise in
                    for row in 0..<size.height {
                        grid.row(atY: canvas.position(canvas.originY + row), into: &line)
                        let output = pixels.baseAddress! + 3 * row * size.width
                        stainRow(
                            row, of: canvas, thickness: thickness(line, row, canvas),
                            transmission: transmission.baseAddress!, noise: noise.baseAddress!,
                            into: output)
                    }
                }
            }
        }
        return Image(size: size, pixels: pixels)
    }

    /// How thick the section is along a row of pixels.
    private func thickness(_ line: [TissueField], _ row: Int, _ canvas: Canvas) -> [Float] {
        let knots = line.map { $0[FieldIndex.thickness] }
        let y = canvas.position(canvas.originY + row)
        // The knife chatters every 55 um or so, in bands that are not quite straight.
        let stripe = 1 + plan.style.chatter * plan.noise.value(y / 34 + 5, 1.5) * 1.6
        return (0..<canvas.size.width).map { column in
            let place =
                canvas.position(canvas.originX + column) * (1 / FieldGrid.spacing)
                - Float(grid.firstColumn)
            let knot = Int(place)
            return (knots[knot] + (knots[knot + 1] - knots[knot]) * (place - Float(knot))) * stripe
        }
    }

    private func stainRow(
        _ row: Int, of canvas: Canvas, thickness: [Float],
        transmission: UnsafePointer<Float>, noise: UnsafePointer<Float>,
        into output: UnsafeMutablePointer<UInt8>
    ) {
        let style = plan.style
        let start = row * canvas.size.width
        let glass = SIMD3<Float>(style.glass)
        let hematoxylin = SIMD3<Float>(style.hematoxylin * 512)
        let eosin = SIMD3<Float>(style.eosin * 512)
        let blood = SIMD3<Float>(style.blood * 512)
        let ink = SIMD3<Float>(style.ink * 512)
        let deviation = Float(style.noise)
        for column in 0..<canvas.size.width {
            let index = start &+ column
            let bits = LatticeHash.bits(
                key: plan.key, canvas.originX &+ column, canvas.originY &+ row)
            let density =
                (hematoxylin * canvas.hematoxylin[index] + eosin * canvas.eosin[index]
                    + blood * canvas.blood[index]) * thickness[column]
                + ink * canvas.ink[index]
            for channel in 0..<3 {
                let place = Int(min(max(density[channel], 0), 4095) + 0.5)
                let random = noise[Int((bits >> UInt64(12 &* channel)) & 4095)]
                let value = glass[channel] * transmission[place] + random * deviation
                output[3 &* column &+ channel] = UInt8(min(max(value + 0.5, 0), 255))
            }
        }
    }
}
