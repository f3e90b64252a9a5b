/// The lower triangular L with L L' = A of a symmetric positive definite A (Cholesky), or nil if A is
/// not.
func choleskyFactor(_ matrix: [[Double]]) -> [[Double]]? {
    var lower = matrix
    for column in matrix.indices {
        for row in matrix.indices {
            if row < column {
                lower[row][column] = 0
                continue
            }
            var sum = matrix[row][column]
            for inner in 0..<column { sum -= lower[row][inner] * lower[column][inner] }
            if row == column {
                guard sum > 0 else { return nil }
                lower[row][row] = sum.squareRoot()
            } else {
                lower[row][column] = sum / lower[column][column]
            }
        }
    }
    return lower
}

/// The solution x of L x = b for a lower triangular L.
func solveLower(_ lower: [[Double]], _ right: [Double]) -> [Double] {
    var solution = right
    for row in right.indices {
        for inner in 0..<row { solution[row] -= lower[row][inner] * solution[inner] }
        solution[row] /= lower[row][row]
    }
    return solution
}

/// The solution x of A x = b for a symmetric positive definite A, or nil if A is not.
func solvePositiveDefinite(_ matrix: [[Double]], _ right: [Double]) -> [Double]? {
    guard let lower = choleskyFactor(matrix) else { return nil }
    var solution = solveLower(lower, right)
    for row in right.indices.reversed() {
        for inner in row + 1..<max(right.count, row + 1) {
            solution[row] -= lower[inner][row] * solution[inner]
        }
        solution[row] /= lower[row][row]
    }
    return solution
}
