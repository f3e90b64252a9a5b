import TestSupport
import XCTest

@testable import DeepTeaching

/// A training in a process of its own that is killed again and again, at any time, and each time goes
/// on from its file.
final class KilledTrainingTests: XCTestCase {
    private static let variable = "DEEPTEACHING_TRAINING_FILE"

    func testKilledTrainingsEndWithTheSameBits() throws {
        try inTemporaryFolder { folder in
            let file = folder.appendingPathComponent("run.safetensors")
            var generator = SeededGenerator(seed: 1)
            var kills = 0
            // Kill while there is something left to be interrupted, later and later.
            while kills < (isProving ? 40 : 12) {
                let (process, pipe) = try startAgain(
                    test: "KilledTrainingTests/testTraining",
                    environment: [Self.variable: file.path])
                // The process says when it has begun to train.
                _ = pipe.fileHandleForReading.availableData
                usleep(useconds_t(generator.uniform(0, 60_000)))
                guard process.isRunning else { break }
                kill(process.processIdentifier, SIGKILL)
                process.waitUntilExit()
                kills += 1
                if FileManager.default.fileExists(atPath: file.path) {
                    _ = try Checkpoint(contentsOf: file)  // whole at any time
                }
            }
            XCTAssertGreaterThan(kills, 3, "the training was too short to be killed")
            let (status, output) = try runAgain(
                test: "KilledTrainingTests/testTraining", environment: [Self.variable: file.path])
            XCTAssertEqual(status, 0, output)
            var whole = SampleRun.start(epochs: Self.epochs)
            try SampleRun.train(&whole)
            XCTAssertEqual(try Checkpoint(contentsOf: file), try whole.checkpoint())
        }
    }

    private static let epochs = 60

    /// The training that is killed: goes on from the file of the environment variable.
    func testTraining() throws {
        guard let path = ProcessInfo.processInfo.environment[Self.variable] else { return }
        let file = URL(fileURLWithPath: path)
        var run = SampleRun.start(epochs: Self.epochs)
        try run.resume(from: file)
        try SampleRun.train(&run, savingTo: file)
    }
}
