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
            while kills < 40 {
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

#if os(Linux)
    /// What a training step takes it gives back.
    final class TrainingMemoryTests: XCTestCase {
        func testMemoryStaysFlat() throws {
            var generator = SeededGenerator(seed: 2)
            var model = PatchClassifier<Float>(
                side: 16, hidden: 16, dropout: 0.2, using: &generator)
            let images = Variable(Tensor<Float>.normal([8, 16, 16, 3], using: &generator))
            var adam = Adam<Float>()
            func steps(_ count: Int) throws {
                try train(
                    &model, using: &adam, epochs: 1, seed: 0, batches: { _ in 0..<count },
                    loss: { model, _, pass in
                        softmaxCrossEntropy(
                            logits: model(images, in: pass), labels: (0..<8).map { $0 % 2 })
                    })
            }
            try steps(100)
            let before = try residentBytes()
            try steps(1000)
            // One step's tensors are some 2 MB.
            XCTAssertLessThan(try residentBytes() - before, 2 << 20)
        }

        private func residentBytes() throws -> Int {
            let text = try String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
            return try XCTUnwrap(Int(text.split(separator: " ")[1])) * sysconf(Int32(_SC_PAGESIZE))
        }
    }
#endif
