import XCTest

@testable import DeepTeaching

final class TrainingRunTests: XCTestCase {
    private struct Interruption: Error {}

    func testEventsTellOfEachStepAndEpoch() throws {
        var run = SampleRun.start()
        var steps: [TrainingProgress] = []
        var epochs: [EpochSummary] = []
        try SampleRun.train(&run) { event in
            switch event {
            case .step(let progress): steps.append(progress)
            case .epoch(let summary): epochs.append(summary)
            }
        }
        XCTAssertTrue(run.isOver)
        for (now, old) in zip(run.model.statistics, SampleRun.start().model.statistics) {
            XCTAssertNotEqual(now.value, old.value, now.name)
        }
        XCTAssertEqual(steps.map(\.step), Array(0..<12))
        XCTAssertEqual(steps.map(\.epoch), (0..<12).map { $0 / 4 })
        XCTAssertEqual(epochs.map(\.epoch), [0, 1, 2])
        XCTAssertEqual(epochs.map(\.steps), [4, 8, 12])
        for (index, epoch) in epochs.enumerated() {
            let losses = steps[4 * index..<4 * index + 4].map(\.loss)
            XCTAssertEqual(epoch.loss, losses.reduce(0, +) / 4, accuracy: 1e-12)
            XCTAssertEqual(Set(epoch.measures.keys), ["loss", "accuracy"])
        }
        XCTAssertEqual(epochs[2].learningRate, 0.01 * pow(0.95, 8), accuracy: 1e-15)
        XCTAssertEqual(epochs[2].measures, SampleRun.validate(run.result))
        XCTAssertNotEqual(
            run.result.parameters.map(\.value), run.model.parameters.map(\.value),
            "the result has averaged weights")
    }

    func testARunThatWasInterruptedAnywhereGivesTheSameBits() throws {
        var whole = SampleRun.start()
        try SampleRun.train(&whole)
        let expected = try whole.checkpoint()
        for stop in 0..<15 {
            for interval in [1, 3] {
                try inTemporaryFolder { folder in
                    let file = folder.appendingPathComponent("run.safetensors")
                    var events = 0
                    var first = SampleRun.start(stepsBetweenCheckpoints: interval)
                    XCTAssertThrowsError(
                        try SampleRun.train(&first, savingTo: file) { _ in
                            if events == stop { throw Interruption() }
                            events += 1
                        })
                    var second = SampleRun.start(stepsBetweenCheckpoints: interval)
                    let wasSaved = try second.resume(from: file)
                    XCTAssertEqual(wasSaved, FileManager.default.fileExists(atPath: file.path))
                    try SampleRun.train(&second, savingTo: file)
                    let found = try second.checkpoint()
                    XCTAssertEqual(found.tensors, expected.tensors, "stopped at event \(stop)")
                    XCTAssertEqual(second.position, whole.position)
                    XCTAssertEqual(second.earlyStopping, whole.earlyStopping)
                    XCTAssertEqual(try Checkpoint(contentsOf: file), found)
                }
            }
        }
    }

    func testOneThreadAndTwoGiveEqualBits() throws {
        func trained(threads: Int) throws -> Checkpoint {
            try withThreads(threads) {
                var run = SampleRun.start()
                try SampleRun.train(&run)
                return try run.checkpoint()
            }
        }
        XCTAssertEqual(try trained(threads: 1), try trained(threads: 2))
    }

    func testARunIsProlonged() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("run.safetensors")
            var short = SampleRun.start(epochs: 1)
            try SampleRun.train(&short, savingTo: file)
            var long = SampleRun.start(epochs: 3)
            try long.resume(from: file)
            XCTAssertEqual(long.position.epoch, 1)
            try SampleRun.train(&long)
            var whole = SampleRun.start(epochs: 3)
            try SampleRun.train(&whole)
            XCTAssertEqual(try long.checkpoint(), try whole.checkpoint())
        }
    }

    func testFilesThatDoNotFit() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("run.safetensors")
            var run = SampleRun.start(epochs: 1)
            try SampleRun.train(&run, savingTo: file)
            let good = try Checkpoint(contentsOf: file)

            var other = SampleRun.start(seed: 8)
            let before = try other.checkpoint()
            func expect(_ error: some Error & Equatable, line: UInt = #line) throws {
                assertThrows(error, line: line) { try other.resume(from: file) }
                XCTAssertEqual(try other.checkpoint(), before, line: line)
            }
            try expect(TrainingError.otherSettings(path: file.path))

            other = SampleRun.start()
            let unmoved = try other.checkpoint()
            func expectDamage(
                _ error: CheckpointError, line: UInt = #line, _ change: (inout Checkpoint) -> Void
            ) throws {
                var damaged = good
                change(&damaged)
                try damaged.write(to: file)
                assertThrows(error, line: line) { try other.resume(from: file) }
                XCTAssertEqual(try other.checkpoint(), unmoved, line: line)
            }
            try expectDamage(.missingTensor(name: "4.bias")) { $0.tensors["model.4.bias"] = nil }
            try expectDamage(.missingTensor(name: "means.2")) {
                $0.tensors["optimizer.means.2"] = nil
            }
            try expectDamage(.missingTensor(name: "squares.0")) {
                $0.tensors = $0.tensors.filter { !$0.key.hasPrefix("optimizer.squares") }
            }
            try expectDamage(.wrongShape(name: "average.0", expected: [3, 3, 2, 4], found: [])) {
                $0.tensors["average.0"] = Tensor(1)
            }
            let reason = "its metadata say nothing of a training"
            try expectDamage(.malformedHeader(reason: reason)) { $0.metadata = [:] }
            try expectDamage(.malformedHeader(reason: reason)) { $0.metadata["training"] = "{}" }
            for counter in ["\"batch\":0", "\"epoch\":1", "\"step\":4", "\"optimizerSteps\":4"] {
                for value in ["-1", "\(Int.max)", "0.5"] {
                    try expectDamage(.malformedHeader(reason: reason)) {
                        let text = $0.metadata["training"]!
                        XCTAssertTrue(text.contains(counter), text)
                        $0.metadata["training"] = text.replacing(
                            counter, with: counter.prefix { $0 != ":" } + ":" + value)
                    }
                }
            }
        }
    }

    func testEarlyStopping() throws {
        var run = TrainingRun(
            Variable(Tensor<Float>(1)), GradientDescent(learningRate: 0.1),
            settings: TrainingSettings(
                epochs: 50, earlyStopping: EarlyStopping(measure: "error", patience: 3)))
        let errors = [5, 4, 4.5, 3, 3, .nan, 9, 1, 1, 1]
        var best: [Bool] = []
        func train(_ measures: (Int) -> [String: Double]) throws {
            var epoch = 0
            try run.train(
                batches: { _ in 0..<1 }, loss: { model, _, _ in (model * model).sum() },
                validate: { _ in
                    defer { epoch += 1 }
                    return measures(epoch)
                },
                report: { if case .epoch(let summary) = $0 { best.append(summary.isBest) } })
        }
        let start = run
        try train { ["error": errors[$0]] }
        XCTAssertEqual(best, [true, true, false, true, false, false, false])
        XCTAssertTrue(run.isOver)
        XCTAssertEqual(run.earlyStopping?.best, 3)

        run = start
        assertThrows(TrainingError.missingMeasure(name: "error", measures: ["loss"])) {
            try train { _ in ["loss": 1] }
        }
    }

    func testClippingAndAveragingTakePart() throws {
        // loss = 3 p, so that each step has the gradient 3, or 1 when it is clipped.
        func run(_ settings: TrainingSettings) throws -> (weight: Float, result: Float) {
            var run = TrainingRun(
                Variable(Tensor<Float>(8)), GradientDescent(learningRate: 2), settings: settings)
            try run.train(batches: { _ in 0..<2 }, loss: { model, _, _ in model * 3 })
            return (run.model.value.scalar, run.result.value.scalar)
        }
        XCTAssertEqual(try run(TrainingSettings(epochs: 1)).weight, 8 - 2 * 6)
        XCTAssertEqual(try run(TrainingSettings(epochs: 1, clippingNorm: 1)).weight, 8 - 2 * 2)
        let averaged = try run(TrainingSettings(epochs: 1, clippingNorm: 1, averageDecay: 0.5))
        XCTAssertEqual(averaged.weight, 4)
        XCTAssertEqual(averaged.result, ((8 + 6) / 2 + 4) / 2)
    }

    func testAnAverageFollowsTheWeights() {
        var average = WeightAverage(of: Variable(Tensor<Double>(1)), decay: 0.5)
        average.update(from: Variable(Tensor<Double>(3)))
        average.update(from: Variable(Tensor<Double>(6)))
        XCTAssertEqual(average.applied(to: Variable(Tensor<Double>(0))).value.scalar, 4)
    }

    func testAccuracy() {
        let scores = Tensor<Float>(rows: [[1, 2], [3, 0], [0, 1], [5, 4]])
        XCTAssertEqual(accuracy(of: scores, labels: [1, 0, 0, 0]), 0.75)
        // A row that holds no number has no largest score, whichever class it is of.
        let spoilt = Tensor<Float>(rows: [[.nan, 2], [3, 0]])
        XCTAssertEqual(accuracy(of: spoilt, labels: [0, 0]), 0.5)
        XCTAssertEqual(accuracy(of: spoilt, labels: [1, 0]), 0.5)
    }
}
