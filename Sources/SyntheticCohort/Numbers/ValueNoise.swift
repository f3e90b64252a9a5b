import DeepTeaching

/// Smooth random functions of the plane: random numbers on a lattice, joined by smooth curves.
///
/// All slides share one table of 256 x 256 numbers; each slide looks at it from another offset.
/// The period of 256 lattice steps is never seen, because octaves are rotated against each other.
///
/// Source: Perlin, An image synthesizer, SIGGRAPH, 1985 (the idea; this is its simplest form).
struct ValueNoise: Sendable {
    /// 256 x 256 numbers from -1 to 1.
    private static let table: [Float] = {
        var generator = SeededGenerator(seed: 0x7415_0e5e, stream: "value noise")
        return (0..<65536).map { _ in Float(generator.uniform(-1, 1)) }
    }()

    private let offsetX: Float
    private let offsetY: Float

    /// The functions of one slide.
    init(using generator: inout SeededGenerator) {
        offsetX = Float(generator.uniform(512, 768))
        offsetY = Float(generator.uniform(512, 768))
    }

    /// The value, from -1 to 1, at a place given in lattice steps (at least -512 along each axis).
    func value(_ x: Float, _ y: Float) -> Float {
        Self.table.withUnsafeBufferPointer {
            Self.value($0.baseAddress!, x + offsetX, y + offsetY)
        }
    }

    /// Two of the functions at a place in micrometres, each from -1 to 1, with lattice steps of
    /// `grain` micrometres: what is moved by them looks bent. `first` and `second` say how far apart
    /// on the lattice they are looked up, so that no two bends of a slide are alike.
    func bend(
        _ x: Float, _ y: Float, grain: Float, first: SIMD2<Float>, second: SIMD2<Float>
    ) -> SIMD2<Float> {
        let (u, v) = (x / grain, y / grain)
        return SIMD2(value(u + first.x, v + first.y), value(u + second.x, v + second.y))
    }

    /// Values along a row: at the places (step * column, y) of the columns from `first` on. They
    /// depend on the column alone, not on where the row starts.
    func fill(
        _ values: UnsafeMutablePointer<Float>, count: Int, first: Int, step: Float, y: Float
    ) {
        Self.table.withUnsafeBufferPointer { table in
            for index in 0..<count {
                values[index] = Self.value(
                    table.baseAddress!, Float(first &+ index) * step + offsetX, y + offsetY)
            }
        }
    }

    /// The sum of `octaves` such functions, each of half the wavelength and half the height of the
    /// one before, scaled to stay within -1 and 1.
    func sum(_ x: Float, _ y: Float, octaves: Int) -> Float {
        Self.table.withUnsafeBufferPointer { table in
            var result: Float = 0
            var height: Float = 1
            var total: Float = 0
            var u = x
            var v = y
            for _ in 0..<octaves {
                result += height * Self.value(table.baseAddress!, u + offsetX, v + offsetY)
                total += height
                height *= 0.5
                // A turn by 37 degrees and twice the frequency.
                (u, v) = (1.598 * u - 1.204 * v, 1.204 * u + 1.598 * v)
            }
            return result / total
        }
    }

    /// The value at a place of the shared table, without a slide's offset.
    @inline(__always)
    static func shared(_ x: Float, _ y: Float) -> Float {
        table.withUnsafeBufferPointer { value($0.baseAddress!, x, y) }
    }

    @inline(__always)
    private static func value(_ table: UnsafePointer<Float>, _ x: Float, _ y: Float) -> Float {
        // Shifted by a multiple of the period: truncation is then the floor.
        let shiftedX = x + 4096
        let shiftedY = y + 4096
        let column = Int(shiftedX)
        let row = Int(shiftedY)
        let fx = shiftedX - Float(column)
        let fy = shiftedY - Float(row)
        let sx = fx * fx * (3 - 2 * fx)
        let sy = fy * fy * (3 - 2 * fy)
        let left = column & 255
        let right = (column &+ 1) & 255
        let upper = (row & 255) &<< 8
        let lower = ((row &+ 1) & 255) &<< 8
        let above = table[upper | left] + (table[upper | right] - table[upper | left]) * sx
        let below = table[lower | left] + (table[lower | right] - table[lower | left]) * sx
        return above + (below - above) * sy
    }
}
