import XCTest

@testable import DeepTeaching

final class TumorDetectorTests: XCTestCase {
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

    private var detector: TumorDetector {
        var detector = TumorDetector()
        detector.training.augmentation = .turnsOnly
        return detector
    }

    private func probabilities(_ detector: TumorDetector.Fitted, _ patches: PatchSet) -> [Double] {
        detector.probabilities(for: Tensor(images: patches.images)).map(Double.init)
    }

    func testEveryNetworkLeavesItsFirstGuess() throws {
        var detector = detector
        detector.training.epochs = 3
        for seed in 1...3 {
            let fitted = try detector.fit(patches(192, seed: 1), seed: UInt64(seed))
            let test = patches(64, seed: 2)
            let area = try ROCCurve(scores: probabilities(fitted, test), labels: test.isTumor)
                .area
            XCTAssertGreaterThan(area, 0.98, "seed \(seed)")
        }
    }

    func testTheSeedDecidesTheNetwork() throws {
        var detector = detector
        detector.training.epochs = 1
        func scores(_ seed: UInt64) throws -> [Double] {
            let fitted = try detector.fit(patches(48, seed: 1), seed: seed)
            return probabilities(fitted, patches(8, seed: 2))
        }
        XCTAssertEqual(try scores(1), try scores(1))
        XCTAssertNotEqual(try scores(1), try scores(2))
    }

    /// The mean by hand, over pictures that were turned one by one.
    func testTheMeanOverAllWaysIsTheMeanByHand() throws {
        var detector = detector
        detector.training.epochs = 1
        let one = try detector.fit(patches(48, seed: 1), seed: 1)
        let fitted = TumorDetector.Fitted(
            combining: [one, try detector.fit(patches(48, seed: 1), seed: 2)])
        let images = patches(6, seed: 3).images
        for ways in [[Dihedral.rotated90], [.identity, .mirrored], Dihedral.allCases] {
            let found = fitted.probabilities(for: Tensor(images: images), averaging: ways)
            for (index, image) in images.enumerated() {
                let single = ways.map { way in
                    fitted.probabilities(for: Tensor(images: [image.transformed(by: way)]))[0]
                }
                let mean = single.reduce(0, +) / Float(ways.count)
                XCTAssertEqual(found[index], mean, accuracy: 1e-6)
            }
        }
        // All eight together do not care how a patch is laid.
        let turned = images.map { $0.transformed(by: .rotated90) }
        let expected = fitted.probabilities(
            for: Tensor(images: images), averaging: Dihedral.allCases)
        let found = fitted.probabilities(for: Tensor(images: turned), averaging: Dihedral.allCases)
        for (a, b) in zip(found, expected) { XCTAssertEqual(a, b, accuracy: 1e-6) }
        let plain = zip(
            fitted.probabilities(for: Tensor(images: turned)),
            fitted.probabilities(for: Tensor(images: images)))
        XCTAssertTrue(plain.contains { abs($0 - $1) > 1e-4 }, "a single way does")
    }

    func testAllStepsAreReported() throws {
        var detector = detector
        detector.training.epochs = 2
        var steps: [Int] = []
        _ = try detector.fit(patches(48, seed: 1), seed: 1) { progress, count in
            XCTAssertEqual(count, 6)
            steps.append(progress.step)
        }
        XCTAssertEqual(steps, Array(0..<6))
    }
}
