/// Two unit vectors, each without a component below 0.
struct StainPair: Sendable {
    var first: SIMD3<Double>
    var second: SIMD3<Double>

    init(_ first: SIMD3<Double>, _ second: SIMD3<Double>) {
        self.first = first.normalized
        self.second = second.normalized
    }

    func largestChange(to other: StainPair) -> Double {
        let (a, b) = (first - other.first, second - other.second)
        return max(abs(a.x), abs(a.y), abs(a.z), abs(b.x), abs(b.y), abs(b.z))
    }

    /// The amounts, not below 0, of least cost: one of three cases holds, that of the first stain
    /// alone, of the second alone, or of both.
    func amounts(of density: SIMD3<Double>, overlap: Double, sparsity: Double) -> (Double, Double) {
        let a = first.dot(density) - sparsity
        let b = second.dot(density) - sparsity
        let alone = max(a, 0)
        if b - overlap * alone <= 0 { return (alone, 0) }
        if a - overlap * b <= 0 { return (0, b) }
        let scale = 1 / (1 - overlap * overlap)
        return ((a - overlap * b) * scale, (b - overlap * a) * scale)
    }
}

/// All that the best stains depend on: sums over the pixels of products of amounts with each other,
/// and of amounts with densities.
struct AmountMoments: Sendable {
    var (squareOfFirst, product, squareOfSecond) = (0.0, 0.0, 0.0)
    var densityOfFirst = SIMD3<Double>.zero
    var densityOfSecond = SIMD3<Double>.zero

    init(of densities: [SIMD3<Double>], _ stains: StainPair, sparsity: Double) {
        let overlap = stains.first.dot(stains.second)
        for density in densities {
            let (h, e) = stains.amounts(of: density, overlap: overlap, sparsity: sparsity)
            squareOfFirst += h * h
            product += h * e
            squareOfSecond += e * e
            densityOfFirst += h * density
            densityOfSecond += e * density
        }
    }

    /// Improves one stain, then the other, a few times.
    func bestStains(from stains: StainPair) throws -> StainPair {
        guard squareOfFirst > 0, squareOfSecond > 0 else { throw StainError.oneStain(degrees: 0) }
        var (first, second) = (stains.first, stains.second)
        for _ in 0..<5 {
            first = unit((densityOfFirst - product * second) / squareOfFirst, else: first)
            second = unit((densityOfSecond - product * first) / squareOfSecond, else: second)
        }
        return StainPair(first, second)
    }

    /// The nearest unit vector without components below 0.
    private func unit(_ vector: SIMD3<Double>, else old: SIMD3<Double>) -> SIMD3<Double> {
        let positive = SIMD3(max(vector.x, 0), max(vector.y, 0), max(vector.z, 0))
        return positive == .zero ? old : positive.normalized
    }
}
