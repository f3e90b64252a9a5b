/// The eigenvalues and eigenvectors of a symmetric matrix by Jacobi's method: each turn of a plane makes
/// one number beside the diagonal 0, and with it their sum of squares smaller, until nothing is left of
/// them.
///
/// Source: Golub and Van Loan, Matrix computations, 2013, 8.5.
struct SymmetricEigenvectors {
    /// From the largest to the smallest.
    private(set) var values: [Double] = []

    /// One row for each value, of length 1 and at right angles to each other.
    private(set) var vectors: [[Double]] = []

    init(of matrix: [[Double]]) {
        var matrix = matrix
        var rows = matrix.indices.map { row in matrix.indices.map { $0 == row ? 1.0 : 0 } }
        // Each sweep squares what is left beside the diagonal: some eight are enough.
        for _ in 0..<50 where Self.isUnfinished(matrix) {
            for p in matrix.indices {
                for q in matrix.indices.dropFirst(p + 1) where matrix[p][q] != 0 {
                    Self.turn(&matrix, &rows, p, q)
                }
            }
        }
        let order = matrix.indices.sorted {
            matrix[$0][$0] == matrix[$1][$1] ? $0 < $1 : matrix[$0][$0] > matrix[$1][$1]
        }
        values = order.map { matrix[$0][$0] }
        vectors = order.map { rows[$0] }
    }

    private static func isUnfinished(_ matrix: [[Double]]) -> Bool {
        for (p, row) in matrix.enumerated() {
            for (q, value) in row.enumerated() where q > p {
                // What is smaller is lost in the rounding of the two numbers on the diagonal.
                let size = (abs(row[p]) * abs(matrix[q][q])).squareRoot()
                if abs(value) > 1e-15 * size && abs(value) > 1e-300 { return true }
            }
        }
        return false
    }

    /// Turns the plane of p and q so that matrix[p][q] becomes 0.
    private static func turn(
        _ matrix: inout [[Double]], _ rows: inout [[Double]], _ p: Int, _ q: Int
    ) {
        let ratio = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q])
        // The tangent of the smaller of the two angles that do it.
        let tangent = (ratio < 0 ? -1 : 1) / (abs(ratio) + (ratio * ratio + 1).squareRoot())
        let cosine = 1 / (tangent * tangent + 1).squareRoot()
        let sine = tangent * cosine
        for i in matrix.indices {
            let (x, y) = (matrix[i][p], matrix[i][q])
            matrix[i][p] = cosine * x - sine * y
            matrix[i][q] = sine * x + cosine * y
        }
        turnRows(&matrix, p, q, cosine, sine)
        turnRows(&rows, p, q, cosine, sine)
        (matrix[p][q], matrix[q][p]) = (0, 0)
    }

    private static func turnRows(
        _ rows: inout [[Double]], _ p: Int, _ q: Int, _ cosine: Double, _ sine: Double
    ) {
        for i in rows[p].indices {
            let (x, y) = (rows[p][i], rows[q][i])
            rows[p][i] = cosine * x - sine * y
            rows[q][i] = sine * x + cosine * y
        }
    }
}
