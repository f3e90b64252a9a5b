/// Square matrices multiplied in four ways, each faster than the one before.
///
/// The numbers lie row by row, `side` of them in a row. Source of the ideas: Goto and van de Geijn,
/// Anatomy of high-performance matrix multiplication, 2008.
enum MatrixLadder {
    /// A way to multiply two matrices.
    typealias Product = (_ a: [Float], _ b: [Float], _ side: Int) -> [Float]

    /// The order of the definition: the innermost loop jumps down a column of b.
    static func byDefinition(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        var c = [Float](repeating: 0, count: side * side)
        for i in 0..<side {
            for j in 0..<side {
                var sum: Float = 0
                for k in 0..<side { sum += a[i * side + k] * b[k * side + j] }
                c[i * side + j] = sum
            }
        }
        return c
    }

    /// The two inner loops swapped: the innermost runs along rows of b and c.
    static func alongRows(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        var c = [Float](repeating: 0, count: side * side)
        for i in 0..<side {
            for k in 0..<side {
                let factor = a[i * side + k]
                for j in 0..<side { c[i * side + j] += factor * b[k * side + j] }
            }
        }
        return c
    }

    /// In blocks of four rows of b: each number of c is fetched and put back a quarter as often.
    ///
    /// The side must be a multiple of 4.
    static func inBlocks(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        var c = [Float](repeating: 0, count: side * side)
        for i in 0..<side {
            for k in stride(from: 0, to: side, by: 4) {
                let place = i * side + k
                let (a0, a1, a2, a3) = (a[place], a[place + 1], a[place + 2], a[place + 3])
                let (b0, b1, b2, b3) = (
                    k * side, (k + 1) * side, (k + 2) * side, (k + 3) * side
                )
                for j in 0..<side {
                    c[i * side + j] +=
                        a0 * b[b0 + j] + a1 * b[b1 + j] + a2 * b[b2 + j] + a3 * b[b3 + j]
                }
            }
        }
        return c
    }

    /// In vectors of eight numbers: a strip of eight columns of b is copied so that it lies side by
    /// side, and four rows of c are summed at once, without leaving the processor.
    ///
    /// The side must be a multiple of 8.
    static func inVectors(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        typealias Vector = SIMD8<Float>
        var c = [Float](repeating: 0, count: side * side)
        for j in stride(from: 0, to: side, by: 8) {
            let strip = (0..<side).map { k in Vector(b[(k * side + j)..<(k * side + j + 8)]) }
            for i in stride(from: 0, to: side, by: 4) {
                var (c0, c1, c2, c3) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
                for k in 0..<side {
                    c0 += a[i * side + k] * strip[k]
                    c1 += a[(i + 1) * side + k] * strip[k]
                    c2 += a[(i + 2) * side + k] * strip[k]
                    c3 += a[(i + 3) * side + k] * strip[k]
                }
                for (row, sum) in [c0, c1, c2, c3].enumerated() {
                    for lane in 0..<8 { c[(i + row) * side + j + lane] = sum[lane] }
                }
            }
        }
        return c
    }

    /// Wrong: rows of b are taken to be `depth` long, as those of a are. `a` is [rows, depth], `b`
    /// is [depth, columns].
    static func withWrongRowLength(
        _ a: [Float], _ b: [Float], rows: Int, depth: Int, columns: Int
    ) -> [Float] {
        var c = [Float](repeating: 0, count: rows * columns)
        for i in 0..<rows {
            for j in 0..<columns {
                for k in 0..<depth {
                    c[i * columns + j] += a[i * depth + k] * b[(k * depth + j) % b.count]
                }
            }
        }
        return c
    }
}
