import XCTest

@testable import DeepTeaching

/// Estimates from a few places are right on average, and so are their gradients.
final class AttentionSamplingTests: XCTestCase {
    private let scores = Variable(Tensor<Double>([0.3, -0.8, 1.1, 0], shape: [1, 4]))
    private let features = Variable(
        Tensor<Double>([1, -2, 0.5, 3, -1, 0.25, 2, 2], shape: [4, 2]))
    private let upstream = Variable(Tensor<Double>([0.7, -1.3], shape: [1, 2]))

    /// What all places together say.
    private var exact: Gradients<Double> {
        gradients(of: [scores, features]) { x in
            (x[0].softmax().matrixProduct(x[1]) * upstream).sum()
        }.gradients
    }

    /// The estimate from these places, and its gradients.
    private func estimated(
        _ order: [Int], _ corrections: [Double]
    ) -> (value: Double, gradients: Gradients<Double>) {
        let sampled = SampledPlaces(places: [order], corrections: [corrections], placeCount: 4)
        let traced = gradients(of: [scores, features]) { x in
            let seen = x[1].gathered(order).insertingAxis(at: 0)
            return (sampled.estimate(features: seen, attention: x[0].softmax()) * upstream).sum()
        }
        return (traced.loss, traced.gradients)
    }

    /// All orders in which places can be drawn, with their probabilities.
    private func outcomes(_ sampling: AttentionSampling, _ a: [Double]) -> [([Int], Double)] {
        var result: [([Int], Double)] = [([], 1)]
        for _ in 0..<sampling.draws {
            result = result.flatMap { order, probability in
                a.indices.compactMap { place in
                    if sampling.replacing { return (order + [place], probability * a[place]) }
                    if order.contains(place) { return nil }
                    let rest = 1 - order.reduce(0) { $0 + a[$1] }
                    return (order + [place], probability * a[place] / rest)
                }
            }
        }
        return result
    }

    /// The sum over all outcomes of probability times estimate, and times its gradients.
    private func mean(
        _ sampling: AttentionSampling, corrections: (([Int]) -> [Double])? = nil
    ) -> (value: Double, gradients: [Tensor<Double>]) {
        let a = scores.value.softmax().elements
        var value = 0.0
        var sums = exact.values.map { Tensor<Double>.zeros($0.shape) }
        for (order, probability) in outcomes(sampling, a) {
            let factors =
                corrections.map { $0(order) } ?? sampling.corrections(of: order, drawnFrom: a)
            let one = estimated(order, factors)
            value += probability * one.value
            sums = zip(sums, one.gradients.values).map { $0 + $1 * probability }
        }
        return (value, sums)
    }

    func testTheMeanOverAllDrawsIsExact() {
        let whole = (scores.softmax().matrixProduct(features) * upstream).sum().value.scalar
        for draws in 1...4 {
            for replacing in [true, false] {
                let what = "\(draws) draws, replacing: \(replacing)"
                let found = mean(AttentionSampling(draws: draws, replacing: replacing))
                XCTAssertEqual(found.value, whole, accuracy: 1e-12, what)
                for (sum, expected) in zip(found.gradients, exact.values) {
                    assertEqual(sum.elements, expected.elements, accuracy: 1e-12, what)
                }
            }
        }
    }

    func testWithoutCorrectionTheMeanIsWrong() {
        let whole = (scores.softmax().matrixProduct(features) * upstream).sum().value.scalar
        let plain = mean(AttentionSampling(draws: 2, replacing: true)) { order in
            order.map { _ in 1.0 / 2 }
        }
        XCTAssertGreaterThan(abs(plain.value - whole), 0.05)
        let same = mean(AttentionSampling(draws: 2, replacing: false)) { order in
            let a = self.scores.value.softmax().elements
            return order.map { 1 / (2 * a[$0]) }
        }
        XCTAssertGreaterThan(abs(same.value - whole), 0.05)
    }

    /// 20,000 slides of the same attention. Each mean lies within 6 standard errors of what is exact:
    /// that 20 of them by chance do not has a probability below 1e-7.
    func testDrawnPlacesAreRightOnAverage() throws {
        let slides = 20_000
        for replacing in [true, false] {
            var generator = SeededGenerator(seed: 5)
            let sampling = AttentionSampling(draws: 2, replacing: replacing)
            let rows = Variable(scores.value.broadcast(to: [slides, 4]))
            let drawn = try sampling.places(from: rows.value.softmax(), using: &generator)
            let seen = features.value.gathered(drawn.places.flatMap(\.self))
                .reshaped([slides, 2, 2])
            let traced = gradients(of: rows) { rows in
                let z = drawn.estimate(features: Variable(seen), attention: rows.softmax())
                return (z * self.upstream).sum()
            }.gradients.values[0]
            for place in 0..<4 {
                check(
                    traced.slice(place..<place + 1, axis: 1).elements,
                    mean: exact.values[0].elements[place], "gradient \(place), \(replacing)")
            }
            let a = scores.value.softmax().elements
            for place in 0..<4 {
                let isFirst = drawn.places.map { $0[0] == place ? 1.0 : 0 }
                check(isFirst, mean: a[place], "first \(place), \(replacing)")
                let isSecond = drawn.places.map { $0[1] == place ? 1.0 : 0 }
                let expected = outcomes(sampling, a).filter { $0.0[1] == place }
                check(
                    isSecond, mean: expected.reduce(0) { $0 + $1.1 },
                    "second \(place), \(replacing)")
            }
        }
    }

    private func check(_ numbers: [Double], mean: Double, _ what: String) {
        let count = Double(numbers.count)
        let found = numbers.reduce(0, +) / count
        let spread = numbers.reduce(0) { $0 + ($1 - found) * ($1 - found) } / (count - 1)
        XCTAssertEqual(found, mean, accuracy: 6 * (spread / count).squareRoot(), what)
    }

    func testWithoutReplacementNoPlaceComesTwice() throws {
        var generator = SeededGenerator(seed: 6)
        let a = Tensor<Float>([0.97, 0.01, 0, 0.02, 0, 0.5, 0.25, 0.25], shape: [2, 4])
        let drawn = try AttentionSampling(draws: 3, replacing: false)
            .places(from: a, using: &generator)
        XCTAssertEqual(drawn.places.map { Set($0) }, [[0, 1, 3], [1, 2, 3]])
        XCTAssertEqual(drawn.corrections, [[1, 1, 1], [1, 1, 1]], "nothing is left to estimate")
        let again = try AttentionSampling(draws: 50, replacing: true)
            .places(from: a, using: &generator)
        XCTAssertFalse(again.places[0].contains(2), "a place without attention was drawn")
        XCTAssertFalse(again.places[1].contains(0), "a place without attention was drawn")
    }

    func testWhatIsNoAttentionIsRefused() {
        var generator = SeededGenerator(seed: 7)
        func draw(_ a: [Double], draws: Int = 1) throws -> SampledPlaces {
            try AttentionSampling(draws: draws, replacing: false)
                .places(from: Tensor(a, shape: [1, a.count]), using: &generator)
        }
        assertThrows(AttentionError.tooFewPlaces(slide: 0, places: 2, draws: 3)) {
            try draw([0.5, 0.5, 0], draws: 3)
        }
        assertThrows(AttentionError.noProbabilities(slide: 0, reason: "it adds up to 0.5")) {
            try draw([0.25, 0.25])
        }
        assertThrows(AttentionError.noProbabilities(slide: 0, reason: "place 1 has nan")) {
            try draw([0.5, .nan])
        }
        assertThrows(AttentionError.noProbabilities(slide: 0, reason: "place 0 has -0.5")) {
            try draw([-0.5, 1.5])
        }
        let scores = Variable(Tensor<Float>.ones([2, 3]))
        let tissue = Tensor<Float>([0, 1, 0, 0, 0, 0], shape: [2, 3])
        assertThrows(AttentionError.allBackground(slide: 1, places: 3)) {
            try tissueAttention(scores: scores, tissue: tissue).shape
        }
    }

    func testEntropy() {
        let a = Tensor<Double>([0.25, 0.25, 0.25, 0.25, 1, 0, 0, 0], shape: [2, 4])
        let entropy = attentionEntropy(Variable(a)).value.scalar
        XCTAssertEqual(entropy, 1.3862943611198906 / 2, accuracy: 1e-12)
        let gradient = gradients(of: Variable(a)) { attentionEntropy($0) }.gradients.values[0]
        XCTAssertTrue(gradient.elements.allSatisfy(\.isFinite))
    }
}
