import XCTest

@testable import DeepTeaching

final class HardPatchesTests: XCTestCase {
    private let isTumor = [false, true, false, false, true, false]
    private let scores = [0.2, 0.9, 0.8, 0.0, 0.3, 0.8]

    func testTheHardestComeFirst() throws {
        let hard = try HardPatches(isTumor: isTumor, scores: scores)
        XCTAssertEqual(hard.hardest(3, of: .normal), [2, 5, 0])
        XCTAssertEqual(hard.hardest(9, of: .normal), [2, 5, 0, 3])
        XCTAssertEqual(hard.hardest(1, of: .tumor), [4])
        XCTAssertEqual(hard.hardest(0, of: .tumor), [])
        XCTAssertEqual(hard.hardest(4, of: .unknown), [])
    }

    /// Of the first two draws: the shares that drawing without replacement by hand gives.
    func testTheDrawsHaveTheirProbabilities() throws {
        let weights = [0.1, 0.2, 0.3, 0.4]
        let hard = try HardPatches(isTumor: [false, false, false, false], scores: weights)
        let repeats = 20_000
        var (first, both) = ([0.0, 0, 0, 0], [0.0, 0, 0, 0])
        var generator = SeededGenerator(seed: 3)
        for _ in 0..<repeats {
            let drawn = hard.sample(2, of: .normal, using: &generator)
            XCTAssertEqual(Set(drawn).count, 2)
            first[drawn[0]] += 1 / Double(repeats)
            for place in drawn { both[place] += 1 / Double(repeats) }
        }
        for place in 0..<4 {
            XCTAssertEqual(first[place], weights[place], accuracy: 0.015)
            let second = (0..<4).filter { $0 != place }.reduce(0.0) {
                $0 + weights[$1] * weights[place] / (1 - weights[$1])
            }
            XCTAssertEqual(both[place], weights[place] + second, accuracy: 0.015)
        }
    }

    func testThePowerAndTheSeed() throws {
        let hard = try HardPatches(isTumor: isTumor, scores: scores)
        var (a, b) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
        XCTAssertEqual(
            hard.sample(3, of: .normal, using: &a), hard.sample(3, of: .normal, using: &b))
        // What is not hard at all is not drawn, unless the power is 0 and all count the same.
        XCTAssertEqual(Set(hard.sample(9, of: .normal, using: &a)), [0, 2, 5])
        XCTAssertEqual(Set(hard.sample(9, of: .normal, power: 0, using: &a)), [0, 2, 3, 5])
        let sharp = (0..<200).count { _ in
            hard.sample(1, of: .normal, power: 20, using: &a) == [0]
        }
        XCTAssertEqual(sharp, 0, "0.2 to the power of 20 is never drawn before 0.8")
    }

    func testScoresThatAreNone() throws {
        assertThrows(PatchError.wrongPredictionCount(expected: 6, got: 2)) {
            try HardPatches(isTumor: isTumor, scores: [0, 1])
        }
        for wrong in [Double.nan, -0.1, 1.5] {
            XCTAssertThrowsError(try HardPatches(isTumor: [true, false], scores: [0, wrong])) {
                XCTAssertTrue("\($0)".contains("score of patch 1"), "\($0)")
            }
        }
    }

    /// What a detector thinks of patches is what it says of each alone.
    func testTheScoresOfADetector() throws {
        var generator = SeededGenerator(seed: 1)
        let network = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
        let detector = TumorDetector.Fitted(networks: [network], micronsPerPixel: 2)
        var set = PatchSet()
        for number in 0..<11 { set.append(StoredSample.image(number, side: 24), isTumor: false) }
        let all = try detector.probabilities(of: set, batchSize: 4)
        XCTAssertEqual(all.count, 11)
        for number in 0..<11 {
            let alone = detector.probabilities(for: Tensor(images: [set.image(at: number)]))
            XCTAssertEqual(all[number], Double(alone[0]), accuracy: 1e-6)
        }
        XCTAssertEqual(try detector.probabilities(of: PatchSet()), [])
    }

    /// Cells of 10 level-0 pixels, the last row not looked at.
    func testTheConfidenceOfARegion() {
        let size = PixelSize(width: 3, height: 3)
        var covered = Mask(size: size, repeating: true)
        for x in 0..<3 { covered[x: x, y: 2] = false }
        let map = ConfidenceMap(
            probabilities: Plane(size: size, values: [0.1, 0.3, 0.5, 0.2, 0.4, 0.6, 0, 0, 0]),
            covered: covered, frame: RasterFrame(downsample: 10),
            baselineMicronsPerPixel: MicronsPerPixel(1))
        func confidence(_ x: Double, _ y: Double, _ side: Double) -> Double? {
            map.confidence(of: BaselineRectangle(origin: BaselinePoint(x: x, y: y), side: side))
        }
        XCTAssertEqual(confidence(0, 0, 20) ?? 0, 0.25, accuracy: 1e-6)
        XCTAssertEqual(confidence(10, 10, 20) ?? 0, 0.5, accuracy: 1e-6, "the last row is left out")
        XCTAssertEqual(confidence(6, 0, 10) ?? 0, 0.3, accuracy: 1e-6)
        XCTAssertEqual(confidence(22, 11, 1) ?? 0, 0.6, accuracy: 1e-6, "no centre lies in it")
        XCTAssertNil(confidence(0, 20, 10))
        XCTAssertNil(confidence(3, 22, 1))
        XCTAssertNil(confidence(100, 100, 20))
    }
}
