import XCTest

@testable import DeepTeaching

/// What soft attention says about shapes, masks and steps, and gradients over random shapes.
final class SoftAttentionTests: XCTestCase {
    private var generator = SeededGenerator(seed: 17)

    private func draw(_ shape: [Int]) -> Variable<Double> {
        Variable(.normal(shape, using: &generator))
    }

    /// A mask that leaves one place or more in each row.
    private func mask(_ batch: Int, _ places: Int) -> Tensor<Double> {
        var rows = (0..<batch * places).map { _ in Double(generator.index(below: 2)) }
        for item in 0..<batch { rows[item * places + generator.index(below: places)] = 1 }
        return Tensor(rows, shape: [batch, places])
    }

    func testGradientsOfRandomShapes() throws {
        for _ in 0..<6 {
            func length() -> Int { 1 + generator.index(below: 4) }
            let (batch, places, features, hidden) = (length(), length(), length(), length())
            let network = SoftAttentionClassifier<Double>(
                features: features, hidden: hidden, width: length(), classes: 2, steps: length(),
                isGated: true, using: &generator)
            let (a, m) = (draw([batch, places, features]), mask(batch, places))
            let labels = (0..<batch).map { $0 % 2 }
            func loss(
                _ network: SoftAttentionClassifier<Double>, _ a: Variable<Double>
            ) throws -> Variable<Double> {
                let answer = network(try AnnotationGrid(a, where: m))
                return softmaxCrossEntropy(logits: answer.logits, labels: labels)
                    + doublyStochasticPenalty(answer.weights, factor: 0.3, where: m)
                    + answer.gates!.sum() * 0.1
            }
            let byWeights = try gradientCheck(of: network, step: 1e-6, samples: 12) {
                try loss($0, a)
            }
            XCTAssertLessThan(byWeights, 1e-7, "\(a.shape)")
            let byPlaces = try gradientCheck(of: a, step: 1e-6) { try loss(network, $0) }
            XCTAssertLessThan(byPlaces, 1e-7, "\(a.shape)")
        }
    }

    /// The quick kernel and the plain one, where tanh is nearly straight and where it is nearly 1.
    func testTangentsAreExactToTheLastDigits() {
        let border: Float = 0.35
        let values: [Float] =
            (-2500...2500).map { Float($0) / 100 }
            + [0, -0.0, 1e-30, border, border.nextUp, .infinity, -.infinity]
        let a = Tensor(values, shape: [1, 1, values.count])
        let result = FloatKernels.additiveScores(
            a, .zeros([1, values.count]), weights: .ones([values.count]))
        for (x, t) in zip(values, result.tangents.elements) {
            let exact = tanh(Double(x))
            XCTAssertEqual(Double(t), exact, accuracy: 2e-7 * abs(exact), "\(x)")
        }
    }

    func testWhatIsNoNumberStaysNone() {
        let result = FloatKernels.additiveScores(
            Tensor([.nan, 1], shape: [1, 2, 1]), .zeros([1, 1]), weights: .ones([1]))
        XCTAssertTrue(result.scores.elements[0].isNaN)
        XCTAssertFalse(result.scores.elements[1].isNaN)
    }

    /// Other threads, other instructions: the first do not change a bit, the others only the last ones.
    func testTheSameNumbersOnAnyNumberOfThreads() {
        var generator = SeededGenerator(seed: 1)
        let a = Tensor<Float>.normal([5, 7, 19], using: &generator)
        let (h, u) = (
            Tensor<Float>.normal([5, 19], using: &generator),
            Tensor<Float>.normal([19], using: &generator)
        )
        func run() -> (AdditiveScores<Float>, AdditiveScoreGradients<Float>) {
            let scores = FloatKernels.additiveScores(a, h, weights: u)
            return (
                scores,
                FloatKernels.additiveScoreGradients(scores, weights: u, gradient: scores.scores)
            )
        }
        let (one, two) = (withThreads(1) { run() }, withThreads(2) { run() })
        XCTAssertEqual(one.0.scores, two.0.scores)
        XCTAssertEqual(one.1.places, two.1.places)
        XCTAssertEqual(one.1.state, two.1.state)
        XCTAssertEqual(one.1.weights, two.1.weights)
    }

    func testBackgroundGetsNothing() throws {
        let attention = SoftAttention<Double>(features: 3, hidden: 2, width: 4, using: &generator)
        let a = Tensor<Double>.normal([1, 4, 3], using: &generator)
        let mask = Tensor<Double>([1, 0, 1, 0], shape: [1, 4])
        let state = draw([1, 2])
        func attended(_ a: Tensor<Double>) throws -> SoftAttention<Double>.Attended {
            attention(
                attention.prepared(try AnnotationGrid(Variable(a), where: mask)), after: state)
        }
        let before = try attended(a)
        XCTAssertEqual(before.weights.value.elements[1], 0)
        XCTAssertEqual(before.weights.value.elements[3], 0)
        XCTAssertEqual(before.weights.value.sum().scalar, 1, accuracy: 1e-14)
        XCTAssertNil(before.gate)
        // Whatever stands there.
        let changed = [Double](a.elements[..<3]) + [1e6, -1e6, 7] + a.elements[6...]
        let after = try attended(Tensor(changed, shape: [1, 4, 3]))
        XCTAssertEqual(before.context.value, after.context.value)
    }

    /// Large scores overflow nothing, masked or not.
    func testTheMaskedSoftmaxOfLargeNumbers() {
        let x = Tensor<Double>([1000, 1001, 5000, -1000], shape: [1, 4])
        let y = x.softmax(where: Tensor([1, 1, 0, 1], shape: [1, 4])).elements
        XCTAssertEqual(y[1], 1 / (1 + exp(-1)), accuracy: 1e-12)
        XCTAssertEqual(y[2], 0)
        XCTAssertEqual(y[3], 0, accuracy: 1e-300)
        XCTAssertEqual(
            x.softmax(where: .ones([1, 4])).elements, x.softmax().elements)
    }

    func testShapesOfAnAnswer() throws {
        let network = SoftAttentionClassifier<Double>(
            features: 3, hidden: 4, width: 2, classes: 5, steps: 2, isGated: true,
            using: &generator)
        let answer = network(try AnnotationGrid(draw([6, 7, 3])))
        XCTAssertEqual(answer.logits.shape, [6, 5])
        XCTAssertEqual(answer.weights.shape, [6, 2, 7])
        XCTAssertEqual(answer.gates?.shape, [6, 2])
        let nobody = network(try AnnotationGrid(draw([0, 7, 3])))
        XCTAssertEqual(nobody.logits.shape, [0, 5])
        XCTAssertEqual(nobody.weights.shape, [0, 2, 7])
    }

    func testNothingToLookAt() {
        let a = draw([2, 3, 4])
        assertThrows(AttentionError.allBackground(slide: 1, places: 3)) {
            try AnnotationGrid(a, where: Tensor([1, 0, 0, 0, 0, 0], shape: [2, 3]))
        }
        assertThrows(AttentionError.allBackground(slide: 0, places: 0)) {
            try AnnotationGrid(Variable(Tensor<Double>.zeros([2, 0, 4])))
        }
        let words = AttentionError.allBackground(slide: 1, places: 3).description
        XCTAssertTrue(words.hasPrefix("None of the 3 places of slide 1 shows tissue"), words)
    }

    /// lambda (L - 2 T + sum of the squared sums).
    func testThePenaltyIsThatOfUnevenShares() {
        let weights = Tensor<Double>([0.5, 0.5, 0, 0, 0.25, 0.75], shape: [1, 2, 3])
        let penalty = doublyStochasticPenalty(Variable(weights), factor: 2).value.scalar
        let squares: Double = 0.5 * 0.5 + 0.75 * 0.75 + 0.75 * 0.75
        XCTAssertEqual(penalty, 2 * (3 - 2 * 2 + squares), accuracy: 1e-14)
        let first = Tensor<Double>([1, 0, 0], shape: [1, 3])
        XCTAssertEqual(
            doublyStochasticPenalty(Variable(weights), where: first).value.scalar, 0.25,
            accuracy: 1e-14)
    }
}
