import XCTest

@testable import DeepTeaching

final class CheckpointTests: XCTestCase {
    private func model(hidden: Int = 4) -> PatchClassifier<Float> {
        var generator = SeededGenerator(seed: 14)
        return PatchClassifier(side: 24, hidden: hidden, using: &generator)
    }

    func testWhatIsWrittenIsRead() throws {
        try inTemporaryFolder { folder in
            let url = folder.appendingPathComponent("model.safetensors")
            let trained = model()
            let metadata = ["classes": "normal,tumor", "title": "Ä / \"quoted\""]
            try Checkpoint(of: trained, metadata: metadata).write(to: url)
            let read = try Checkpoint(contentsOf: url)
            XCTAssertEqual(read.metadata, metadata)
            var other = model()
            other.forEachParameter { _, parameter in parameter.value = parameter.value * 2 }
            try read.restore(&other)
            for (a, b) in zip(other.parameters, trained.parameters) {
                XCTAssertEqual(a.value, b.value, a.name)
            }
            XCTAssertEqual(
                try FileManager.default.contentsOfDirectory(atPath: folder.path),
                ["model.safetensors"])
        }
    }

    func testSpecialNumbersAndShapesAreKept() throws {
        let tensors: [String: Tensor<Float>] = [
            "scalar": Tensor(1.5), "empty": .zeros([0, 3]),
            "odd": Tensor([.infinity, -0.0, .leastNonzeroMagnitude], shape: [3]),
        ]
        let data = try SafetensorsFormat.data(of: Checkpoint(tensors: tensors))
        let read = try SafetensorsFormat.checkpoint(from: data)
        XCTAssertEqual(read.tensors, tensors)
        XCTAssertEqual(read.tensors["odd"]?[1].sign, .minus)
    }

    func testEachPrefixOfAFileIsRefused() throws {
        let data = try SafetensorsFormat.data(of: Checkpoint(of: model()))
        for length in stride(from: 0, to: data.count, by: 97) {
            XCTAssertThrowsError(try SafetensorsFormat.checkpoint(from: data.prefix(length))) {
                XCTAssertTrue($0 is CheckpointError)
            }
        }
    }

    func testCheckpointsOfOtherModels() throws {
        var model = model()
        let before = model.parameters.map(\.value)
        func expect(_ expected: CheckpointError, _ checkpoint: Checkpoint, line: UInt = #line) {
            XCTAssertThrowsError(try checkpoint.restore(&model), line: line) { error in
                XCTAssertEqual(error as? CheckpointError, expected, line: line)
            }
            XCTAssertEqual(model.parameters.map(\.value), before, line: line)
        }
        var missing = Checkpoint(of: model)
        missing.tensors["output.bias"] = nil
        expect(.missingTensor(name: "output.bias"), missing)
        var extra = Checkpoint(of: model)
        extra.tensors["more"] = Tensor(1)
        expect(.unexpectedTensor(name: "more"), extra)
        expect(
            .wrongShape(name: "hidden.weights", expected: [32, 4], found: [32, 5]),
            Checkpoint(of: self.model(hidden: 5)))
    }

    func testAModelTakesNoNumberWithWhichItCannotCompute() {
        var model = Sequential<Float>([BatchNormalization<Float>(features: 2)])
        let before = Checkpoint(of: model)
        for (name, value, word) in [
            ("0.scale", Float.nan, "nan"), ("0.runningMean", -.infinity, "-inf"),
            ("0.runningVariance", -1, "-1.0"),
        ] {
            var checkpoint = before
            checkpoint.tensors[name] = Tensor([1, value], shape: [2])
            assertThrows(CheckpointError.unusableNumber(name: name, value: word)) {
                try checkpoint.restore(&model)
            }
            XCTAssertEqual(Checkpoint(of: model), before)
        }
        var negative = before
        negative.tensors["0.runningMean"] = Tensor([-1, -2], shape: [2])
        XCTAssertNoThrow(try negative.restore(&model))
    }

    func testStatisticsAreKept() throws {
        var model = Sequential<Float>([BatchNormalization<Float>(features: 2)])
        model.forEachStatistic { _, statistic in statistic = .counting(2) }
        let checkpoint = Checkpoint(of: model)
        XCTAssertEqual(
            checkpoint.tensors.keys.sorted(),
            ["0.runningMean", "0.runningVariance", "0.scale", "0.shift"])
        var other = Sequential<Float>([BatchNormalization<Float>(features: 2)])
        try checkpoint.restore(&other)
        XCTAssertEqual(other.statistics.map(\.value), [.counting(2), .counting(2)])
    }

    func testSafetensorsAreReadAndWrittenByTheRealPackage() throws {
        struct Content: Decodable {
            struct Array: Decodable {
                let type: String
                let shape: [Int]
                let elements: [Float]
            }

            let tensors: [String: Array]
            let metadata: [String: String]?
        }
        try inTemporaryFolder { folder in
            let packages = ["numpy", "safetensors"]
            let own = folder.appendingPathComponent("own.safetensors")
            let model = model()
            try Checkpoint(of: model, metadata: ["title": "Ä / \"quoted\""]).write(to: own)
            let output = try Python.run(
                "interchange", ["safetensors", own.path], packages: packages)
            let content = try JSONDecoder().decode(Content.self, from: output)
            XCTAssertEqual(content.metadata, ["title": "Ä / \"quoted\""])
            XCTAssertEqual(content.tensors.count, model.parameters.count)
            for (name, value) in model.parameters {
                let array = try XCTUnwrap(content.tensors[name])
                XCTAssertEqual(array.type, "<f4")
                XCTAssertEqual(Tensor(array.elements, shape: array.shape), value)
            }
            let other = folder.appendingPathComponent("other.safetensors")
            _ = try Python.run(
                "interchange", ["write-safetensors", other.path], packages: packages)
            let read = try Checkpoint(contentsOf: other)
            XCTAssertEqual(read.metadata, ["by": "numpy"])
            XCTAssertEqual(read.tensors["grid"], Tensor.counting(6).reshaped([2, 3]) / 4)
            XCTAssertEqual(read.tensors["a.b"], Tensor([-1.5], shape: [1]))
        }
    }

    func testATrainedNetworkAnswersTheSameInPyTorch() throws {
        try inTemporaryFolder { folder in
            var generator = SeededGenerator(seed: 21)
            var model = PatchClassifier<Float>(side: 24, hidden: 8, classes: 3, using: &generator)
            let images = Tensor<Float>.normal([6, 24, 24, 3], using: &generator)
            var adam = Adam<Float>(learningRate: 0.01)
            try train(
                &model, using: &adam, epochs: 5, seed: 0, batches: { _ in [images] },
                loss: { model, batch, pass in
                    softmaxCrossEntropy(
                        logits: model(Variable(batch), in: pass), labels: [0, 1, 2, 0, 1, 2])
                })
            let files = ["model.safetensors", "images.npy", "answers.npy"]
                .map { folder.appendingPathComponent($0) }
            try Checkpoint(of: model).write(to: files[0])
            try images.write(npy: files[1])
            _ = try Python.run(
                "interchange", ["network"] + files.map(\.path),
                packages: ["numpy", "torch", "safetensors"])
            let expected = try Tensor<Float>(npy: files[2])
            let found = model(images)
            XCTAssertEqual(found.shape, expected.shape)
            let scale = expected.absolute().maximum().scalar
            XCTAssertLessThan((found - expected).absolute().maximum().scalar / scale, 1e-5)
        }
    }

    func testPathsThatDoNotWork() throws {
        try inTemporaryFolder { folder in
            let url = folder.appendingPathComponent("none/model.safetensors")
            XCTAssertThrowsError(try Checkpoint(contentsOf: url)) {
                XCTAssertEqual($0 as? CheckpointError, .unreadable(path: url.path))
            }
            XCTAssertThrowsError(try Checkpoint(of: self.model()).write(to: url)) {
                guard case .unwritable(url.path, _)? = $0 as? CheckpointError else {
                    return XCTFail("\($0)")
                }
            }
        }
    }
}
