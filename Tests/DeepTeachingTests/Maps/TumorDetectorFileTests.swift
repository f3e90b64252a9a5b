import XCTest

@testable import DeepTeaching

/// A detector is read only from a file that holds one.
final class TumorDetectorFileTests: XCTestCase {
    private func detector(_ count: Int = 2) -> TumorDetector {
        let networks = (0..<count).map { index in
            var generator = SeededGenerator(seed: UInt64(index))
            return PatchClassifier<Float>(side: 8, hidden: 3, classes: 2, using: &generator)
        }
        return TumorDetector(networks: networks, micronsPerPixel: 1.94)
    }

    func testSavingAndLoading() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("detector.safetensors")
            let detector = detector()
            try detector.save(to: file, metadata: ["settings": "x"])
            let read = try TumorDetector(contentsOf: file)
            XCTAssertEqual(read.micronsPerPixel, 1.94)
            XCTAssertEqual(read.side, 8)
            XCTAssertEqual(
                read.networks.map { Checkpoint(of: $0) },
                detector.networks.map { Checkpoint(of: $0) })
            XCTAssertEqual(try Checkpoint(contentsOf: file).metadata["settings"], "x")
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
                assertThrows(error, line: line) { try TumorDetector(contentsOf: file) }
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
            for side in ["7", "-8", "9223372036854775807", "4611686018427387904"] {
                try expect(
                    .malformedHeader(reason: "patches have a side of 8...4096 pixels, not \(side)"),
                    word("side", side))
            }
            let sizes = CheckpointError.malformedHeader(
                reason: "its sizes do not fit its tensors")
            try expect(sizes, word("side", "64"))
            try expect(sizes, word("hidden", "4"))
            try expect(sizes, word("networks", "0"))
            try expect(sizes, word("networks", "99"))
            try expect(.malformedHeader(reason: "its metadata lack hidden"), word("hidden", nil))
            try expect(.missingTensor(name: "first.weights"), word("networks", "3"))
            try expect(.unexpectedTensor(name: "network1.first.bias"), word("networks", "1"))
            try expect(.unusableNumber(name: "output.bias", value: "nan")) {
                $0.tensors["network1.output.bias"] = Tensor([0, .nan], shape: [2])
            }
        }
    }

    func testADetectorThatFailedIsNotSaved() throws {
        var generator = SeededGenerator(seed: 1)
        var network = PatchClassifier<Float>(side: 8, hidden: 3, classes: 2, using: &generator)
        network.output.bias.value = Tensor([.infinity, 0], shape: [2])
        let detector = TumorDetector(networks: [network], micronsPerPixel: 2)
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("detector.safetensors")
            assertThrows(
                CheckpointError.unusableNumber(name: "network0.output.bias", value: "inf")
            ) { try detector.save(to: file) }
            XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
        }
    }
}
