import DeepTeaching

/// Answers that name things as the library does, and answers that call it: the first are right.
enum OwnNames {
    static func localNames(_ values: [Double]) throws -> [Double] {
        let scores = values.map { 2 * $0 }
        let images = scores.filter { $0 > 0 }
        let softplus = { (x: Double) in max(x, 0) }
        return images.map(softplus)
    }

    static func ownHelper(_ values: [Double]) throws -> Double { meanSquaredError(values, values) }

    private static func meanSquaredError(_ a: [Double], _ b: [Double]) -> Double {
        zip(a, b).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }

    static func ownLabel(_ size: PixelSize) throws -> Mask { paint(size, filling: 3) }

    private static func paint(_ size: PixelSize, filling columns: Int) -> Mask {
        var mask = Mask(size: size)
        for x in 0..<columns { mask[x: x, y: 0] = true }
        return mask
    }

    static func ownProperty(_ values: [Double]) throws -> Double { values.variance }

    static func recursion(_ a: Tensor<Double>) throws -> Tensor<Double> {
        try a.shape[0] > 1 ? Self.matrixProduct(a) : a
    }

    static func matrixProduct(_ a: Tensor<Double>) throws -> Tensor<Double> {
        try a.count > 9 ? Self.matrixProduct(a) : a + a
    }

    static func mentionedType(_ histogram: [Int]) throws -> Int {
        struct Histogram { let counts: [Int] }
        return Histogram(counts: histogram).counts.count
    }

    static func directCall(_ x: Tensor<Double>) throws -> Tensor<Double> { x.logSoftmax() }

    static func callInClosure(_ rows: [Tensor<Double>]) throws -> [Tensor<Double>] {
        rows.map { row in row.softmax() }
    }

    static func callOfHelper(_ x: [Int]) throws -> Int { helper(x) }

    private static func helper(_ x: [Int]) -> Int { Histogram(counts: x).otsuBin ?? 0 }

    static func freeFunction(_ a: [Int], _ b: [Int]) throws -> [Int]? {
        DeepTeaching.broadcastShape(a, b)
    }

    static func freeFunctionAsValue(_ a: [Int], _ b: [Int]) throws -> [Int]? {
        let combine: ([Int], [Int]) -> [Int]? = broadcastShape
        return combine(a, b)
    }

    static func labelOfTheLibrary(_ outline: [PixelPoint], _ size: PixelSize) throws -> Mask {
        Mask(size: size, filling: [outline])
    }

    static func callOfAnother(_ x: Tensor<Double>) throws -> Tensor<Double> {
        try directCall(x)
    }
}

extension [Double] {
    fileprivate var variance: Double {
        let mean = reduce(0, +) / Double(count)
        return reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(count)
    }
}
