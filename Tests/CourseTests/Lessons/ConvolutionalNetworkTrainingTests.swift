import DeepTeaching
import LessonSlides
import XCTest

@testable import Lesson10ConvolutionalNetwork

/// How the networks of Lesson 10 are trained and compared, without slides.
final class ConvolutionalNetworkTrainingTests: XCTestCase {
    func testATrainingEndsAfterSoManySteps() throws {
        var patches = PatchSet()
        for patch in 0..<8 {
            let color = RGB(UInt8(30 * patch), 100, 200)
            patches.append(
                Image(size: PixelSize(side: 16), color: color), isTumor: patch.isMultiple(of: 2))
        }
        var training = PatchTraining()
        training.batchSize = 2
        // Six epochs of four steps; a limit may lie within one, or at its end.
        for limit in [1, 4, 6, 8, 100] {
            var generator = SeededGenerator(seed: 1)
            var network = DenseNetwork(inputs: 768, hidden: 4, using: &generator)
            let losses = try training.fit(&network, to: patches, seed: 1, steps: limit)
            XCTAssertEqual(losses.count, min(limit, 24))
        }
    }

    func testASpreadIsAboveAnotherOnlyWithoutOverlap() {
        let low = Spread(values: [0.5, 0.7])
        XCTAssertTrue(Spread(values: [0.9, 0.8]).isAbove(low))
        XCTAssertFalse(Spread(values: [0.9, 0.7]).isAbove(low))
        XCTAssertFalse(low.isAbove(low))
        XCTAssertFalse(Spread(values: [0.9, .nan]).isAbove(low))
        XCTAssertFalse(Spread(values: [0.9]).isAbove(Spread(values: [.nan, 0.5])))
        XCTAssertEqual(Spread(values: [0.9, 0.8]).mean, 0.85, accuracy: 1e-12)
        XCTAssertEqual(Spread(values: [0.25, 0.125]).range(.decimals(2)), "0.12–0.25")
    }

    func testReceptiveFieldIsThatOfTheKernels() {
        var generator = SeededGenerator(seed: 1)
        let network = PatchClassifier<Float>(side: 32, using: &generator)
        let patches = (0..<16).map { _ in
            Image(
                size: PixelSize(side: 32),
                pixels: (0..<32 * 32 * 3).map { _ in UInt8(generator.uniform(0, 255)) })
        }
        XCTAssertEqual(network.receptiveField(in: patches), 24)
    }
}
