import XCTest

@testable import DeepTeaching

final class OptimizerTests: XCTestCase {
    /// Three steps from the start along PyTorch's gradients.
    private func result<Scalar>(
        of optimizer: some Optimizer<Scalar>, _ reference: ReferenceValues.Optimizers
    ) -> Tensor<Scalar> {
        var optimizer = optimizer
        var parameter = Variable(reference.start.tensor(Scalar.self))
        for gradient in reference.gradients {
            optimizer.update(
                &parameter, along: Gradients(names: [""], values: [gradient.tensor()]))
        }
        return parameter.value
    }

    private func check<Scalar: TensorScalar>(_: Scalar.Type, tolerance: Double) throws {
        let expected = try reference("layers", as: TrainingReference.self).optimizers
        let results: [String: Tensor<Scalar>] = [
            "adam": result(of: Adam(learningRate: 0.01), expected),
            "adam with decay": result(
                of: Adam(
                    learningRate: 0.1, firstMomentDecay: 0.8, secondMomentDecay: 0.9,
                    weightDecay: 0.1),
                expected),
            "descent": result(of: GradientDescent(learningRate: 0.1), expected),
            "momentum": result(of: GradientDescent(learningRate: 0.1, momentum: 0.9), expected),
            "nesterov": result(
                of: GradientDescent(learningRate: 0.1, momentum: 0.9, isNesterov: true), expected),
            "adamw": result(
                of: AdamW(
                    learningRate: 0.1, firstMomentDecay: 0.8, secondMomentDecay: 0.9,
                    weightDecay: 0.1),
                expected),
            "adagrad": result(of: AdaGrad(learningRate: 0.1), expected),
            "rmsprop": result(of: RMSProp(learningRate: 0.01, secondMomentDecay: 0.9), expected),
            "rmsprop with momentum": result(
                of: RMSProp(learningRate: 0.01, secondMomentDecay: 0.8, momentum: 0.9), expected),
        ]
        XCTAssertEqual(Set(results.keys), Set(expected.results.keys))
        for (name, found) in results {
            let difference = found.difference(to: expected.results[name]!)
            XCTAssertLessThan(difference, tolerance, "\(name), \(Scalar.self)")
        }
    }

    func testDouble() throws { try check(Double.self, tolerance: 1e-10) }

    func testFloat() throws { try check(Float.self, tolerance: 1e-5) }

    func testAnOptimiserGoesOnFromItsMemory() {
        func goOn(_ make: () -> some Optimizer<Float>, line: UInt = #line) {
            var generator = SeededGenerator(seed: 8)
            var (whole, parted) = (
                Variable(Tensor<Float>.ones([5])), Variable(Tensor<Float>.ones([5]))
            )
            var optimizer = make()
            var first = make()
            for step in 0..<6 {
                let gradients = Gradients(
                    names: [""], values: [Tensor<Float>.normal([5], using: &generator)])
                optimizer.update(&whole, along: gradients)
                if step == 3 {
                    var second = make()
                    second.memory = first.memory
                    first = second
                }
                first.update(&parted, along: gradients)
            }
            XCTAssertEqual(whole.value, parted.value, line: line)
            XCTAssertEqual(optimizer.memory.steps, 6, line: line)
            XCTAssertEqual(optimizer.memory, first.memory, line: line)
        }
        goOn { GradientDescent(learningRate: 0.1, momentum: 0.9, isNesterov: true) }
        goOn { Adam() }
        goOn { AdamW() }
        goOn { AdaGrad() }
        goOn { RMSProp(momentum: 0.5) }
    }

    func testSchedules() throws {
        let expected = try reference("layers", as: TrainingReference.self).schedules
        let courses: [String: LearningRateSchedule.Course] = [
            "constant": .constant, "steps": .steps(length: 5, factor: 0.1),
            "exponential": .exponential(factor: 0.9), "cosine": .cosine(length: 10, last: 0.1),
        ]
        XCTAssertEqual(Set(courses.keys), Set(expected.keys))
        for (name, course) in courses {
            let schedule = LearningRateSchedule(course)
            let found = (0..<11).map { schedule.rate(atStep: $0, of: 0.5) }
            assertEqual(found, expected[name]!, accuracy: 1e-12, name)
            let warm = LearningRateSchedule(course, warmUp: 4)
            assertEqual(
                (0..<4).map { warm.rate(atStep: $0, of: 0.5) }, [0.1, 0.2, 0.3, 0.4],
                accuracy: 1e-12, name)
            assertEqual(
                (4..<15).map { warm.rate(atStep: $0, of: 0.5) }, expected[name]!, accuracy: 1e-12,
                name)
        }
        let after = LearningRateSchedule(.cosine(length: 10, last: 0.1)).rate(atStep: 99, of: 0.5)
        XCTAssertEqual(after, 0.05, accuracy: 1e-12)
        let line = LearningRateSchedule(.linear(hold: 2, length: 4, last: 0.2), warmUp: 1)
        assertEqual(
            (0..<9).map { line.rate(atStep: $0, of: 1) }, [0.5, 1, 1, 1, 0.8, 0.6, 0.4, 0.2, 0.2],
            accuracy: 1e-12)
    }

    func testASchedulesFileIsChecked() throws {
        let good = LearningRateSchedule(.steps(length: 3, factor: 0.5), warmUp: 2)
        let text = String(decoding: try JSONEncoder().encode(good), as: UTF8.self)
        func decoded(_ text: String) throws -> LearningRateSchedule {
            try JSONDecoder().decode(LearningRateSchedule.self, from: Data(text.utf8))
        }
        XCTAssertEqual(try decoded(text), good)
        for (word, other) in [
            ("\"length\":3", "\"length\":0"), ("0.5", "-1"), ("\"warmUp\":2", "\"warmUp\":-1"),
        ] {
            XCTAssertTrue(text.contains(word), text)
            XCTAssertThrowsError(try decoded(text.replacing(word, with: other)), other)
        }
    }

    func testARiseTakesAtMostAQuarterOfTheSteps() {
        let long = LearningRateSchedule.warmUpAndCosine(steps: 1000, warmUp: 100)
        let rates = (0..<1000).map { long.rate(atStep: $0, of: 1) }
        XCTAssertEqual(rates.firstIndex(of: rates.max() ?? 0), 100)
        XCTAssertEqual(rates[550], 0.5, accuracy: 1e-12)
        XCTAssertLessThan(rates[999], 1e-5)
        XCTAssertEqual(LearningRateSchedule.warmUpAndCosine(steps: 40, warmUp: 100).warmUp, 10)
        XCTAssertEqual(LearningRateSchedule.warmUpAndCosine(steps: 0, warmUp: 100).warmUp, 0)
    }

    func testClipping() {
        let gradients = Gradients<Float>(
            names: ["a", "b"], values: [Tensor([3, 0], shape: [2]), Tensor(-4)])
        XCTAssertEqual(gradients.norm, 5)
        XCTAssertEqual(gradients.clipped(toNorm: 5), gradients)
        let clipped = gradients.clipped(toNorm: 1)
        XCTAssertEqual(clipped.names, ["a", "b"])
        assertEqual(
            clipped.values.flatMap(\.elements).map(Double.init), [0.6, 0, -0.8], accuracy: 1e-7)
    }

    func testUpdatesInPlace() {
        var layer = Variable(Tensor<Float>.ones([1000]))
        let before = withPointers(layer.value.storage) { UInt(bitPattern: $0) }
        var adam = Adam<Float>()
        for _ in 0..<2 {
            let found = gradients(of: layer) { ($0 * $0).sum() }.gradients
            adam.update(&layer, along: found)
        }
        let after = withPointers(layer.value.storage) { UInt(bitPattern: $0) }
        XCTAssertEqual(before, after)
        XCTAssertNotEqual(layer.value[0], 1)
    }
}
