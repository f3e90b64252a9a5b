import CourseKit
import DeepTeaching
import Foundation
import LessonSlides
import XCTest

/// What lessons about networks share: the dense network, the table of scores, curves of losses.
final class LearningToolsTests: XCTestCase {
    private let scores = PatchScores(
        probabilities: [0.9, 0.4, 0.6, 0.2], isTumor: [true, true, false, false])

    func testScoresCountWhatIsRight() throws {
        XCTAssertEqual(scores.calls, [true, false, true, false])
        XCTAssertEqual(scores.accuracy, 0.5)
        XCTAssertEqual(scores.sensitivity, 0.5)
        XCTAssertEqual(scores.specificity, 0.5)
        // Of four pairs of tumour and normal one is in the wrong order: 0.4 below 0.6.
        XCTAssertEqual(try scores.area(), 0.75)
        let loss = -(log(0.9) + log(0.4) + log(0.4) + log(0.8)) / 4
        XCTAssertEqual(scores.loss, loss, accuracy: 1e-12)
        let none = PatchScores(probabilities: [0.1], isTumor: [false])
        XCTAssertTrue(none.sensitivity.isNaN)
        XCTAssertThrowsError(try none.area())
    }

    /// What had the probability of the threshold has one half, and the order stays.
    func testALowerThresholdCallsMoreTumor() throws {
        let cut = scores.cut(at: 0.3)
        XCTAssertEqual(cut.calls, [true, true, true, false])
        XCTAssertEqual(try cut.area(), try scores.area())
        XCTAssertEqual(
            PatchScores(probabilities: [0.3], isTumor: [true]).cut(at: 0.3).probabilities[0], 0.5,
            accuracy: 1e-12)
        XCTAssertEqual(scores.cut(at: 0.5).probabilities, scores.probabilities)
    }

    /// More patches than are asked at a time, as rows and as pictures.
    func testANetworkSeesPicturesAndTheirRowsAlike() throws {
        var generator = SeededGenerator(seed: 5)
        let images = (0..<70).map { _ in
            Image(
                size: PixelSize(side: 8),
                pixels: (0..<3 * 64).map { _ in UInt8(generator.index(below: 256)) })
        }
        let isTumor = images.indices.map { $0.isMultiple(of: 3) }
        let batch = Tensor<Float>(images: images)
        let scale = InputScale(of: batch)
        XCTAssertEqual(scale(batch).mean().scalar, 0, accuracy: 1e-4)
        XCTAssertEqual((scale(batch) * scale(batch)).mean().scalar, 1, accuracy: 1e-3)
        let seeing = DenseNetwork(
            inputs: 4 * 4 * 3, hidden: 6, rows: PatchRows(pooling: 2, scale: scale),
            using: &generator)
        var reading = DenseNetwork(inputs: 4 * 4 * 3, hidden: 6, using: &generator)
        (reading.hidden, reading.output) = (seeing.hidden, seeing.output)
        // The mean of each square of four pixels, written out.
        let rows = batch.reshaped([70, 4, 2, 4, 2, 3]).mean(axes: [2, 4]).reshaped([70, 48])
        let seen = PatchScores(seeing, images: images, isTumor: isTumor)
        let read = PatchScores(reading, scale(rows), isTumor: isTumor)
        XCTAssertEqual(seen.probabilities.count, 70)
        for (one, other) in zip(seen.probabilities, read.probabilities) {
            XCTAssertEqual(one, other, accuracy: 1e-5)
        }
        XCTAssertEqual(seen.loss, read.loss, accuracy: 1e-5)
        let sums = seeing.hiddenSums(of: batch)
        XCTAssertEqual(sums.shape, [70, 6])
        XCTAssertTrue(sums.elements.contains { $0 < 0 }, "no ReLU yet")
    }

    func testACurveOfLossesIsTheirMeans() {
        let curve = Plot.Curve("loss", smoothing: [4, 2, 3, 1, 7], by: 2)
        XCTAssertEqual(curve.x, [0, 2, 4])
        XCTAssertEqual(curve.y, [3, 2, 7])
    }

    func testARocCurveGoesFromCornerToCorner() throws {
        let curve = Plot.Curve("roc", of: try scores.curve())
        XCTAssertEqual(curve.x, [0, 0, 0.5, 0.5, 1])
        XCTAssertEqual(curve.y, [0, 0.5, 0.5, 1, 1])
    }
}
