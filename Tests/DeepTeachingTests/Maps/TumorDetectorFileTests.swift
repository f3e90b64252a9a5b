import XCTest

@testable import DeepTeaching

/// A detector is read only from a file that holds one.
final class TumorDetectorFileTests: XCTestCase {
    private func detector(_ count: Int = 2) -> TumorDetector.Fitted {
        let networks = (0..<count).map { index in
            var generator = SeededGenerator(seed: UInt64(index))
            return PatchClassifier<Float>(side: 24, hidden: 3, using: &generator)
        }
        return TumorDetector.Fitted(networks: networks, micronsPerPixel: 1.94)
    }

    func testSavingAndLoading() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("detector.safetensors")
            let detector = detector()
            try detector.save(to: file, metadata: ["settings": "x"])
            let read = try TumorDetector.Fitted(contentsOf: file)
            XCTAssertEqual(read.micronsPerPixel, 1.94)
            XCTAssertEqual(read.side, 24)
            XCTAssertEqual(
                read.networks.map { Checkpoint(of: $0) },
                detector.networks.map { Checkpoint(of: $0) })
            XCTAssertEqual(try Checkpoint(contentsOf: file).metadata["settings"], "x")
        }
    }

    /// Otherwise a detector that was saved would look at slides in another staining than it knows.
    func testTheNormalizationIsKept() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("detector.safetensors")
            try detector().save(to: file)
            XCTAssertNil(try TumorDetector.Fitted(contentsOf: file).normalization)
            var normalization = SlideNormalization()
            normalization.patchCount = 7
            try TumorDetector.Fitted(
                networks: detector().networks, micronsPerPixel: 2, normalization: normalization
            ).save(to: file)
            XCTAssertEqual(
                try TumorDetector.Fitted(contentsOf: file).normalization, normalization)
            var damaged = try Checkpoint(contentsOf: file)
            damaged.metadata["normalization"] = "{}"
            try damaged.write(to: file)
            assertThrows(
                CheckpointError.malformedHeader(reason: "its normalization cannot be read")
            ) { try TumorDetector.Fitted(contentsOf: file) }
        }
    }

    func testFilesThatHoldNoDetectorAreRefused() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("detector.safetensors")
            try detector().save(to: file)
            let good = try Checkpoint(contentsOf: file)
            func expect(
                _ error: CheckpointError, line: UInt = #line, _ change: (inout Checkpoint) -> Void
            ) throws {
                var damaged = good
                change(&damaged)
                try damaged.write(to: file)
                assertThrows(error, line: line) { try TumorDetector.Fitted(contentsOf: file) }
            }
            func word(_ name: String, _ value: String?) -> (inout Checkpoint) -> Void {
                { $0.metadata[name] = value }
            }
            for value in ["nan", "inf", "0", "-1"] {
                let found = value.first?.isNumber == true || value == "-1" ? value + ".0" : value
                try expect(
                    .unusableNumber(name: "micronsPerPixel", value: found),
                    word("micronsPerPixel", value))
            }
            for side in ["23", "-8", "9223372036854775807", "4611686018427387904"] {
                try expect(
                    .malformedHeader(
                        reason: "patches have a side of 24...4096 pixels, not \(side)"),
                    word("side", side))
            }
            func noNetwork(_ index: Int, side: Int = 24) -> CheckpointError {
                .malformedHeader(
                    reason: "the tensors of network\(index) are of no network for patches of "
                        + "\(side) pixels")
            }
            try expect(noNetwork(0, side: 64), word("side", "64"))
            try expect(.malformedHeader(reason: "it cannot hold 0 networks"), word("networks", "0"))
            try expect(
                .malformedHeader(reason: "it cannot hold 99 networks"), word("networks", "99"))
            try expect(.malformedHeader(reason: "its metadata lack side"), word("side", nil))
            try expect(noNetwork(2), word("networks", "3"))
            for (name, shape) in [
                ("first.weights", [5, 5, 4, 16]), ("first.weights", [3, 5, 3, 16]),
                ("hidden.weights", [32, 0]), ("output.weights", [4, 2]),
                ("output.weights", [3, 3]),
            ] {
                try expect(noNetwork(1)) { $0.tensors["network1.\(name)"] = .zeros(shape) }
            }
            try expect(.missingTensor(name: "second.bias")) {
                $0.tensors["network1.second.bias"] = nil
            }
            try expect(
                .unusableNumber(name: "network0", value: "numbers so large that sums overflow")
            ) { $0.tensors["network0.third.runningMean"] = .ones([32]) * 3e38 }
            try expect(.unexpectedTensor(name: "network1.first.bias"), word("networks", "1"))
            try expect(.unusableNumber(name: "output.bias", value: "nan")) {
                $0.tensors["network1.output.bias"] = Tensor([0, .nan], shape: [2])
            }
        }
    }

    func testADetectorThatFailedIsNotSaved() throws {
        var generator = SeededGenerator(seed: 1)
        var network = PatchClassifier<Float>(side: 24, hidden: 3, using: &generator)
        network.output.bias.value = Tensor([.infinity, 0], shape: [2])
        let detector = TumorDetector.Fitted(networks: [network], micronsPerPixel: 2)
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("detector.safetensors")
            assertThrows(
                CheckpointError.unusableNumber(name: "network0.output.bias", value: "inf")
            ) { try detector.save(to: file) }
            XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
        }
    }
}
