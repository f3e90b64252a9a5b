import XCTest

@testable import DeepTeaching

/// The pictures that nobody has to fetch.
final class DigitPicturesTests: XCTestCase {
    func testAPictureIsTheSameWhateverTheirNumberAndThreads() {
        let many = withThreads(3) { DigitPictures.drawn(40, scene: .cluttered, seed: 5) }
        let few = withThreads(1) { DigitPictures.drawn(7, scene: .cluttered, seed: 5) }
        XCTAssertEqual(many.selecting(Array(0..<7)), few)
        XCTAssertNotEqual(DigitPictures.drawn(7, scene: .cluttered, seed: 6), few)
    }

    func testScenes() {
        for (scene, side) in [
            (DigitScene.plain, 28), (.translated, 60), (.cluttered, 60), (.largeCluttered, 100),
        ] {
            let digits = DigitPictures.drawn(300, scene: scene, seed: 1)
            XCTAssertEqual(digits.pictures.shape, [300, side, side])
            XCTAssertEqual(Set(digits.labels), Set(0...9))
            let elements = digits.pictures.elements
            XCTAssertEqual(elements.min(), 0)
            XCTAssertEqual(elements.max(), 1)
            let reach = 1 - 28 / Float(side)
            XCTAssertTrue(digits.places.elements.allSatisfy { abs($0) <= reach + 1e-6 })
        }
    }

    /// A translated digit lies where its place says: nothing is outside of its 28 x 28 pixels.
    func testThePlaceIsTheDigits() {
        let digits = DigitPictures.drawn(50, scene: .translated, seed: 2)
        let sensor = GlimpseSensor(size: 28, scales: 1)
        let seen = sensor(digits.pictures, at: digits.places).sum(axes: [1])
        let all = digits.pictures.sum(axes: [1, 2])
        for (a, b) in zip(seen.elements, all.elements) { XCTAssertEqual(a, b, accuracy: 1e-3) }
        XCTAssertGreaterThan(all.elements.min() ?? 0, 20)
    }

    /// Which digit it is can be told: the mean pictures of other draws know most of them.
    func testDigitsDiffer() {
        let known = DigitPictures.drawn(2000, scene: .plain, seed: 3)
        let new = DigitPictures.drawn(500, scene: .plain, seed: 4)
        let means = (0..<10).map { digit in
            known.pictures.gathered(known.labels.indices.filter { known.labels[$0] == digit })
                .mean(axes: [0]).reshaped([784])
        }
        let rows = new.pictures.reshaped([500, 784])
        let distances = means.map { mean -> Tensor<Float> in
            let difference = rows - mean
            return (difference * difference).sum(axes: [1])
        }
        let nearest = Tensor.stacked(distances, axis: 1).argmin(axis: 1)
        let right = zip(nearest, new.labels).count { $0 == $1 }
        XCTAssertGreaterThan(right, 350)
    }

    func testDigitsFromFiles() throws {
        let digits = Tensor<Float>([Float](repeating: 255, count: 2 * 784), shape: [2, 28, 28])
        let labels = Tensor<Float>([7, 2], shape: [2])
        let placed = try DigitPictures(
            placing: digits, labels: labels, scene: .translated, seed: 1)
        XCTAssertEqual(placed.labels, [7, 2])
        XCTAssertEqual(placed.pictures.sum().scalar, 2 * 784)
        assertThrows(AttentionError.noDigits(shape: [2, 784])) {
            try DigitPictures(
                placing: digits.reshaped([2, 784]), labels: labels, scene: .plain, seed: 1)
        }
        assertThrows(AttentionError.labelsDisagree(pictures: 2, labels: [3])) {
            try DigitPictures(placing: digits, labels: .zeros([3]), scene: .plain, seed: 1)
        }
        assertThrows(AttentionError.noDigit(index: 1, label: 2.5)) {
            try DigitPictures(
                placing: digits, labels: Tensor([1, 2.5], shape: [2]), scene: .plain, seed: 1)
        }
        XCTAssertTrue("\(AttentionError.noDigits(shape: [2]))".contains("not of the labels"))
        XCTAssertTrue("\(AttentionError.labelsDisagree(pictures: 2, labels: [3]))".contains("[3]"))
        XCTAssertTrue("\(AttentionError.noDigit(index: 1, label: 2.5))".contains("picture 1"))
    }
}
