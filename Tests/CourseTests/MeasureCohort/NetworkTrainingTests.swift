import DeepTeaching
import XCTest

@testable import MeasureCohort

final class NetworkTrainingTests: XCTestCase {
    /// Pale patches with a dark dot, in the middle or at the border: their colours are the same.
    private func patches(_ count: Int, seed: UInt64) -> PatchSet {
        var generator = SeededGenerator(seed: seed)
        var set = PatchSet()
        for index in 0..<count {
            let isTumor = index.isMultiple(of: 2)
            var image = Image(size: PixelSize(side: 64), color: RGB(220, 200, 215))
            let corner = isTumor ? 24 + generator.index(below: 8) : generator.index(below: 2) * 56
            for y in corner..<corner + 8 {
                for x in corner..<corner + 8 { image[x: x, y: y] = RGB(90, 60, 120) }
            }
            set.append(image, isTumor: isTumor)
        }
        return set
    }

    private func augmentation() -> PatchAugmentation {
        LearningSettings().augmentation(stainJitter: false)
    }

    func testEveryNetworkLeavesItsFirstGuess() throws {
        var training = NetworkTraining()
        training.epochs = 3
        for seed in 1...3 {
            let detector = try training.fit(
                patches(192, seed: 1), augmentation: augmentation(), seed: UInt64(seed))
            let area = try PatchScores(detector, patches(64, seed: 2)).area()
            XCTAssertGreaterThan(area, 0.98, "seed \(seed)")
        }
    }

    func testTheSeedDecidesTheNetwork() throws {
        var training = NetworkTraining()
        training.epochs = 1
        func scores(_ seed: UInt64) throws -> [Double] {
            let detector = try training.fit(
                patches(48, seed: 1), augmentation: augmentation(), seed: seed)
            return detector.scores(of: patches(8, seed: 2).images)
        }
        XCTAssertEqual(try scores(1), try scores(1))
        XCTAssertNotEqual(try scores(1), try scores(2))
    }

    func testStepsRiseThenFall() {
        let training = NetworkTraining(learningRate: 0.001, warmUp: 100)
        let rates = (0..<1000).map { training.rate(step: $0, of: 1000) }
        XCTAssertEqual(rates[0], 0.00001, accuracy: 1e-9)
        XCTAssertEqual(rates[500], 0.0005, accuracy: 1e-9)
        XCTAssertLessThan(rates[999], 1e-8)
        XCTAssertEqual(rates.firstIndex(of: rates.max() ?? 0) ?? 0, 99, accuracy: 2)
    }

    func testStainIsChangedOnlyOnDemand() {
        let plain = LearningSettings().augmentation(stainJitter: false)
        XCTAssertTrue(plain.turns)
        XCTAssertEqual([plain.stain, plain.color, plain.light], [0, 0, 0])
        XCTAssertEqual(LearningSettings().augmentation(stainJitter: true), PatchAugmentation())
    }
}
