/// A symmetric 3 x 3 matrix.
struct SymmetricMatrix3: Sendable, Equatable {
    /// The rows, which are the columns too.
    var rows: [SIMD3<Double>]

    /// The directions of the matrix's axes, unit vectors; that of the largest eigenvalue first.
    ///
    /// Each turn makes one entry beside the diagonal 0; after a few rounds all are.
    ///
    /// Source: Golub and Van Loan, Matrix computations, 2013, 8.5 (Jacobi's method).
    var eigenvectors: [SIMD3<Double>] {
        var matrix = rows
        var axes: [SIMD3<Double>] = [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
        for _ in 0..<12 {
            for (p, q) in [(0, 1), (0, 2), (1, 2)] where matrix[p][q] != 0 {
                let ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
                let tangent =
                    (ratio >= 0 ? 1.0 : -1.0) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
                let cosine = 1 / (tangent * tangent + 1).squareRoot()
                let sine = tangent * cosine
                turn(&matrix, p, q, cosine, sine)
                for row in 0..<3 {
                    let (a, b) = (matrix[row][p], matrix[row][q])
                    matrix[row][p] = cosine * a - sine * b
                    matrix[row][q] = sine * a + cosine * b
                }
                matrix[p][q] = 0
                matrix[q][p] = 0
                turn(&axes, p, q, cosine, sine)
            }
        }
        let order = (0..<3).sorted { matrix[$0][$0] > matrix[$1][$1] }
        return order.map { axes[$0] }
    }

    /// Turns the rows p and q in their plane.
    private func turn(
        _ rows: inout [SIMD3<Double>], _ p: Int, _ q: Int, _ cosine: Double, _ sine: Double
    ) {
        (rows[p], rows[q]) = (cosine * rows[p] - sine * rows[q], sine * rows[p] + cosine * rows[q])
    }
}
