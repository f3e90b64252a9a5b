import XCTest

@testable import DeepTeaching

/// A run goes on only from numbers that a training can have reached.
final class DamagedRunTests: XCTestCase {
    func testNumbersThatNoTrainingReachesAreRefused() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("run.safetensors")
            var run = SampleRun.start(epochs: 1)
            try SampleRun.train(&run, savingTo: file)
            let good = try Checkpoint(contentsOf: file)
            var other = SampleRun.start()
            let before = try other.checkpoint()
            func expect(
                _ error: CheckpointError, line: UInt = #line, _ change: (inout Checkpoint) -> Void
            ) throws {
                var damaged = good
                change(&damaged)
                XCTAssertNotEqual(damaged, good, line: line)
                try damaged.write(to: file)
                assertThrows(error, line: line) { try other.resume(from: file) }
                XCTAssertEqual(try other.checkpoint(), before, line: line)
            }
            func number(_ name: String, _ value: Float) -> (inout Checkpoint) -> Void {
                { checkpoint in
                    checkpoint.tensors[name] = checkpoint.tensors[name].map {
                        Tensor(repeating: value, shape: $0.shape)
                    }
                }
            }
            try expect(
                .unusableNumber(name: "4.bias", value: "nan"), number("model.4.bias", .nan))
            try expect(
                .unusableNumber(name: "1.runningVariance", value: "-2.0"),
                number("model.1.runningVariance", -2))
            try expect(
                .unusableNumber(name: "means.2", value: "inf"),
                number("optimizer.means.2", .infinity))
            try expect(
                .unusableNumber(name: "squares.0", value: "-1.0"),
                number("optimizer.squares.0", -1))
            try expect(.unusableNumber(name: "average.1", value: "nan"), number("average.1", .nan))
            try expect(.unexpectedTensor(name: "optimizer.means.77")) {
                $0.tensors["optimizer.means.77"] = Tensor(1)
            }
            try expect(.unexpectedTensor(name: "more")) { $0.tensors["more"] = Tensor(1) }
            let reason = "its metadata say nothing of a training"
            let json = try XCTUnwrap(good.metadata["training"])
            for (part, damaged) in [
                ("\"batch\":0", "\"batch\":7"), ("\"step\":4", "\"step\":-4"),
                ("\"waited\":0", "\"waited\":-1"),
            ] {
                XCTAssertTrue(json.contains(part), "\(part) in \(json)")
                try expect(.malformedHeader(reason: reason)) {
                    $0.metadata["training"] = json.replacingOccurrences(of: part, with: damaged)
                }
            }
            try good.write(to: file)
            XCTAssertTrue(try other.resume(from: file))
        }
    }

    func testARunWhoseOptimiserFailedIsNotSaved() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("run.safetensors")
            var run = SampleRun.start(epochs: 1)
            try SampleRun.train(&run)
            run.optimizer.memory.tensors["squares"]?[0] = .init(
                repeating: .infinity, shape: [3, 3, 2, 4])
            XCTAssertThrowsError(try run.save(to: file)) { error in
                guard case .notANumber(_, _, let place, "inf")? = error as? TrainingError else {
                    return XCTFail("\(error)")
                }
                XCTAssertEqual(place, "a number of the optimiser's squares")
            }
            XCTAssertFalse(FileManager.default.fileExists(atPath: file.path))
        }
    }
}
