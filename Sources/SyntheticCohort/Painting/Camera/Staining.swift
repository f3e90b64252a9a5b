import DeepTeaching

/// Turns concentrations into light as stained tissue does.
///
/// Beer and Lambert: I_c = exp(-(H h_c + E e_c + B b_c) t) for each colour c, as a share of the
/// light that bare glass lets through, with the concentrations H, E, B, the stains' optical
/// densities h, e, b, and the thickness t. Ink and dirt lie on the glass, not in the tissue.
struct Staining {
    let plan: SlidePlan
    let grid: FieldGrid

    /// exp(-d) for the optical densities d = 0, 1/512, 2/512, ... 8.
    private static let transmission: [Float] = (0...4096).map {
        Float(ExactMath.exponential(-Double($0) / 512))
    }

    /// The light, from 0 to 1, that passes each pixel of a canvas: three planes, one after the
    /// other.
    func light(through canvas: Canvas) -> [Float] {
        let area = canvas.size.area
        var light = [Float](repeating: 1, count: 3 * area)
        var line = [TissueField](repeating: .zero, count: grid.columns)
        light.withUnsafeMutableBufferPointer { light in
            Self.transmission.withUnsafeBufferPointer { transmission in
                for row in 0..<canvas.size.height {
                    grid.row(atY: canvas.position(canvas.originY + row), into: &line)
                    let thickness = thickness(line, row, canvas)
                    shineThroughRow(
                        row, of: canvas, thickness: thickness,
                        transmission: transmission.baseAddress!, into: light.baseAddress!)
                }
            }
        }
        return light
    }

    /// How thick the section is along a row of pixels.
    func thickness(_ line: [TissueField], _ row: Int, _ canvas: Canvas) -> [Float] {
        let knots = line.map { $0[FieldIndex.thickness] }
        let y = canvas.position(canvas.originY + row)
        // The knife chatters every 55 um or so, in bands that are not quite straight.
        let stripe = 1 + plan.style.stain.chatter * plan.noise.value(y / 34 + 5, 1.5) * 1.6
        return (0..<canvas.size.width).map { column in
            let place =
                canvas.position(canvas.originX + column) * (1 / FieldGrid.spacing)
                - Float(grid.firstColumn)
            let knot = Int(place)
            return mix(knots[knot], knots[knot + 1], place - Float(knot)) * stripe
        }
    }

    private func shineThroughRow(
        _ row: Int, of canvas: Canvas, thickness: [Float], transmission: UnsafePointer<Float>,
        into light: UnsafeMutablePointer<Float>
    ) {
        let stain = plan.style.stain
        let area = canvas.size.area
        let start = row * canvas.size.width
        let hematoxylin = SIMD3<Float>(stain.hematoxylin * 512)
        let eosin = SIMD3<Float>(stain.eosin * 512)
        let blood = SIMD3<Float>(stain.blood * 512)
        let ink = SIMD3<Float>(stain.ink * 512)
        for column in 0..<canvas.size.width {
            let index = start &+ column
            let tissue =
                hematoxylin * canvas.hematoxylin[index] + eosin * canvas.eosin[index]
                + blood * canvas.blood[index]
            let density =
                tissue * thickness[column] + ink * canvas.ink[index]
                + SIMD3(repeating: 512 * canvas.dirt[index])
            for channel in 0..<3 {
                let place = Int(min(max(density[channel], 0), 4095) + 0.5)
                light[channel &* area &+ index] = transmission[place]
            }
        }
    }
}
