import DeepTeaching
import XCTest

final class MacenkoTests: XCTestCase {
    /// `Tests/Reference/stains.py` makes the file.
    private struct Reference: Decodable {
        let cases: [Case]
    }

    private struct Case: Decodable {
        let width: Int
        let pixels: [UInt8]
        let white: Double
        let least: Double
        let outliers: Double
        let hematoxylin: [Double]
        let eosin: [Double]
        let amountsOfHematoxylin: [Double]
        let amountsOfEosin: [Double]

        var image: Image {
            Image(
                size: PixelSize(width: width, height: pixels.count / 3 / width), pixels: pixels)
        }

        var settings: MacenkoNormalizer {
            MacenkoNormalizer(white: white, leastDensity: least, outliers: outliers)
        }
    }

    private func cases() throws -> [Case] { try reference("stains", as: Reference.self).cases }

    func testStainsEqualNumPy() throws {
        for (index, stained) in try cases().enumerated() {
            let stains = try stained.settings.stains(of: stained.image)
            assertEqual(
                numbers(stains.hematoxylin), stained.hematoxylin, accuracy: 1e-9, "H of \(index)")
            assertEqual(numbers(stains.eosin), stained.eosin, accuracy: 1e-9, "E of \(index)")
        }
    }

    func testAmountsEqualLeastSquares() throws {
        for (index, stained) in try cases().enumerated() {
            let stains = StainVectors(
                hematoxylin: vector(stained.hematoxylin), eosin: vector(stained.eosin))
            let planes = try stains.unmix(
                stained.image, over: OpticalDensity(white: stained.white))
            assertEqual(
                planes.hematoxylin.values.map { Double($0) }, stained.amountsOfHematoxylin,
                accuracy: 2e-6, "H of \(index)")
            assertEqual(
                planes.eosin.values.map { Double($0) }, stained.amountsOfEosin, accuracy: 2e-6,
                "E of \(index)")
        }
    }

    func testStainsOfARealSlide() throws {
        let slide = try SlideFile(SlideFixtures.shared("CMU-1-Small-Region.svs"))
        let patch = try slide.read(
            origin: BaselinePoint(x: 1000, y: 1500), size: PixelSize(side: 256), level: 0)
        let stains = try MacenkoNormalizer().stains(of: patch)
        assertEqual(
            numbers(stains.hematoxylin), [0.7409, 0.5946, 0.3123], accuracy: 6e-5, "H")
        assertEqual(numbers(stains.eosin), [0.2353, 0.9054, 0.3535], accuracy: 6e-5, "E")
    }

    func testDensityGrowsAsTheLogarithmOfLight() {
        let density = OpticalDensity(white: 240)
        assertEqual(
            numbers(density(RGB(239, 119, 0))), [0, log(2), log(240)], accuracy: 1e-12)
        XCTAssertLessThan(density(RGB.white).x, 0)
    }

    func testAnglesBetweenStains() {
        let stains = StainVectors(hematoxylin: [1, 0, 0], eosin: [0, 2, 0])
        let others = StainVectors(hematoxylin: [1, 1, 0], eosin: [0, 3, 1e-9])
        XCTAssertEqual(stains.angles(to: others).hematoxylin, 45, accuracy: 1e-12)
        // The arc cosine of the product would give 0 here.
        XCTAssertEqual(stains.angles(to: others).eosin, 180 / .pi * 1e-9 / 3, accuracy: 1e-14)
    }

    func testWhatCannotBeUnmixedIsThrown() throws {
        let glass = Image(size: PixelSize(side: 32))
        assertThrows(StainError.tooLittleStain(pixels: 0, needed: 100)) {
            try MacenkoNormalizer().stains(of: glass)
        }
        assertThrows(StainError.unusableSetting(name: "outliers", value: "50.0")) {
            try MacenkoNormalizer(outliers: 50).stains(of: glass)
        }
        assertThrows(StainError.unusableSetting(name: "white", value: "0.0")) {
            try MacenkoNormalizer(white: 0).stains(of: glass)
        }
        assertThrows(StainError.sameDirection) {
            try StainVectors(hematoxylin: [1, 1, 1], eosin: [2, 2, 2])
                .unmix(glass, over: OpticalDensity())
        }
    }

    private func numbers(_ vector: SIMD3<Double>) -> [Double] { (0..<3).map { vector[$0] } }

    private func vector(_ numbers: [Double]) -> SIMD3<Double> {
        SIMD3(numbers[0], numbers[1], numbers[2])
    }
}
