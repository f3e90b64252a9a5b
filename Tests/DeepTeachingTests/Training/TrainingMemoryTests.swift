import XCTest

@testable import DeepTeaching

#if os(Linux)
    /// What a training step takes it gives back.
    final class TrainingMemoryTests: XCTestCase {
        func testMemoryStaysFlat() throws {
            var generator = SeededGenerator(seed: 2)
            var model = PatchClassifier<Float>(
                side: 24, hidden: 16, dropout: 0.2, using: &generator)
            let images = Variable(Tensor<Float>.normal([8, 24, 24, 3], using: &generator))
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
