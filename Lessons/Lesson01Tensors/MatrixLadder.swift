/// Square matrices multiplied in four ways, each faster than the one before. The numbers lie row by
/// row, `side` of them in a row.
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

    /// The same in blocks of rows of b that stay in the nearest memory until they are used up.
    static func inBlocks(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        var c = [Float](repeating: 0, count: side * side)
        let block = 48
        for firstK in stride(from: 0, to: side, by: block) {
            for firstJ in stride(from: 0, to: side, by: block) {
                let columns = firstJ..<min(firstJ + block, side)
                for i in 0..<side {
                    for k in firstK..<min(firstK + block, side) {
                        let factor = a[i * side + k]
                        for j in columns { c[i * side + j] += factor * b[k * side + j] }
                    }
                }
            }
        }
        return c
    }

    /// Four rows and sixteen columns of c at once, kept in vectors: one instruction multiplies and
    /// adds sixteen numbers, and each number that is read is used four times or sixteen.
    ///
    /// The side must be a multiple of 16.
    static func inVectors(_ a: [Float], _ b: [Float], _ side: Int) -> [Float] {
        typealias Vector = SIMD16<Float>
        var c = [Float](repeating: 0, count: side * side)
        b.withUnsafeBytes { b in
            c.withUnsafeMutableBytes { c in
                for j in stride(from: 0, to: side, by: Vector.scalarCount) {
                    for i in stride(from: 0, to: side, by: 4) {
                        var (sum0, sum1, sum2, sum3) = (
                            Vector.zero, Vector.zero, Vector.zero, Vector.zero
                        )
                        for k in 0..<side {
                            let row = b.loadUnaligned(
                                fromByteOffset: 4 * (k * side + j), as: Vector.self)
                            sum0.addProduct(row, Vector(repeating: a[i * side + k]))
                            sum1.addProduct(row, Vector(repeating: a[(i + 1) * side + k]))
                            sum2.addProduct(row, Vector(repeating: a[(i + 2) * side + k]))
                            sum3.addProduct(row, Vector(repeating: a[(i + 3) * side + k]))
                        }
                        for (row, sum) in [sum0, sum1, sum2, sum3].enumerated() {
                            c.storeBytes(
                                of: sum, toByteOffset: 4 * ((i + row) * side + j), as: Vector.self)
                        }
                    }
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
