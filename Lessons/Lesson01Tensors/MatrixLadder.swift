/// Square matrices multiplied in several ways, which differ in how they walk through the memory.
///
/// The numbers lie row by row, `side` of them in a row; `c` is all zeros at the beginning. Pointers and
/// unchecked arithmetic, so that what is timed is the walk, not the checks.
///
/// Source of the ideas: Goto and van de Geijn, Anatomy of high-performance matrix multiplication, 2008.
enum MatrixLadder {
    typealias Numbers = UnsafePointer<Float>
    typealias Sums = UnsafeMutablePointer<Float>

    /// A way to multiply two matrices.
    typealias Product = (_ a: Numbers, _ b: Numbers, _ c: Sums, _ side: Int) -> Void

    /// The order of the definition: the innermost loop jumps down a column of b.
    static func asDefined(_ a: Numbers, _ b: Numbers, _ c: Sums, _ side: Int) {
        for i in 0..<side {
            for j in 0..<side {
                for k in 0..<side {
                    c[i &* side &+ j] += a[i &* side &+ k] * b[k &* side &+ j]
                }
            }
        }
    }

    /// The same sums after b was transposed: both walks run along rows.
    static func turned(_ a: Numbers, _ b: Numbers, _ c: Sums, _ side: Int) {
        var columns = [Float](repeating: 0, count: side * side)
        for k in 0..<side {
            for j in 0..<side { columns[j * side + k] = b[k * side + j] }
        }
        columns.withUnsafeBufferPointer { columns in
            for i in 0..<side {
                for j in 0..<side {
                    for k in 0..<side {
                        c[i &* side &+ j] += a[i &* side &+ k] * columns[j &* side &+ k]
                    }
                }
            }
        }
    }

    /// The two inner loops swapped: the innermost runs along rows of b and c.
    static func swapped(_ a: Numbers, _ b: Numbers, _ c: Sums, _ side: Int) {
        for i in 0..<side {
            for k in 0..<side {
                for j in 0..<side {
                    c[i &* side &+ j] += a[i &* side &+ k] * b[k &* side &+ j]
                }
            }
        }
    }

    /// Four rows of b at a time: each sum is fetched and put back a quarter as often. The side must be
    /// a multiple of 4.
    static func inBlocks(_ a: Numbers, _ b: Numbers, _ c: Sums, _ side: Int) {
        for i in 0..<side {
            let sums = c + i * side
            for k in stride(from: 0, to: side, by: 4) {
                let factors = a + (i * side + k)
                let (a0, a1, a2, a3) = (factors[0], factors[1], factors[2], factors[3])
                let b0 = b + k * side
                let (b1, b2, b3) = (b0 + side, b0 + 2 * side, b0 + 3 * side)
                for j in 0..<side {
                    sums[j] += a0 * b0[j] + a1 * b1[j] + a2 * b2[j] + a3 * b3[j]
                }
            }
        }
    }

    /// In vectors of eight numbers: eight columns of b are copied so that they lie side by side, and
    /// four rows of c are summed at once, without leaving the processor. The side must be a multiple
    /// of 8.
    static func inVectors(_ a: Numbers, _ b: Numbers, _ c: Sums, _ side: Int) {
        typealias Vector = SIMD8<Float>
        for j in stride(from: 0, to: side, by: 8) {
            let strip = (0..<side).map { k in Vector((0..<8).map { b[k * side + j + $0] }) }
            for i in stride(from: 0, to: side, by: 4) {
                let a0 = a + i * side
                let (a1, a2, a3) = (a0 + side, a0 + 2 * side, a0 + 3 * side)
                // listing: Lesson01.vectors
                var (c0, c1, c2, c3) = (Vector.zero, Vector.zero, Vector.zero, Vector.zero)
                for (k, columns) in strip.enumerated() {
                    c0 += a0[k] * columns
                    c1 += a1[k] * columns
                    c2 += a2[k] * columns
                    c3 += a3[k] * columns
                }
                // end listing
                for (row, sum) in [c0, c1, c2, c3].enumerated() {
                    for lane in 0..<8 { c[(i + row) * side + j + lane] = sum[lane] }
                }
            }
        }
    }

    /// The loops of `swapped` on arrays: each index, and each sum of indices, is checked.
    static func checked(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        var c = [Float](repeating: 0, count: side * side)
        for i in 0..<side {
            for k in 0..<side {
                for j in 0..<side { c[i * side + j] += a[i * side + k] * b[k * side + j] }
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
