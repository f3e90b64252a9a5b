import DeepTeaching
import XCTest

/// Three stains told apart, against scikit-image.
final class ColorDeconvolutionTests: XCTestCase {
    /// `Tests/Reference/color.py` makes the file.
    private struct Reference: Decodable {
        let width: Int
        let bytes: [UInt8]
        let hed: [Double]
        let hdx: [Double]
        let rgbOfHED: [Double]

        var image: Image {
            Image(
                size: PixelSize(width: width, height: bytes.count / 3 / width), pixels: bytes)
        }
    }

    private static let file = Result { try reference("color", as: Reference.self) }

    private func flat(_ planes: [Plane]) -> [Double] {
        planes[0].values.indices.flatMap { index in planes.map { Double($0.values[index]) } }
    }

    func testAmountsEqualScikitImage() throws {
        let reference = try Self.file.get()
        assertEqual(
            flat(ColorDeconvolution.hematoxylinEosinDAB.planes(of: reference.image)),
            reference.hed, accuracy: 1e-6, "H, E, DAB")
        assertEqual(
            flat(ColorDeconvolution.hematoxylinDAB.planes(of: reference.image)), reference.hdx,
            accuracy: 1e-6, "H, DAB")
    }

    func testThePictureOfTheAmountsEqualsScikitImage() throws {
        let reference = try Self.file.get()
        let stains = ColorDeconvolution.hematoxylinEosinDAB
        let again = stains.image(of: stains.planes(of: reference.image))
        for (byte, exact) in zip(again.pixels, reference.rgbOfHED) {
            XCTAssertEqual(Double(byte), 255 * exact, accuracy: 0.501)
        }
    }

    func testMeansOfARealSlideAreThoseOfScikitImage() throws {
        let slide = try SlideFile(SlideFixtures.shared("CMU-1-Small-Region.svs"))
        let patch = try slide.read(
            origin: BaselinePoint(x: 1000, y: 1500), size: PixelSize(side: 256), level: 0)
        let planes = ColorDeconvolution.hematoxylinEosinDAB.planes(of: patch)
        let means = planes.map { plane in
            plane.values.reduce(0) { $0 + Double($1) } / Double(plane.values.count)
        }
        assertEqual(means, [0.08212, 0.03417, 0.04315], accuracy: 6e-6)
    }

    /// Where no amount was below 0, nothing is lost.
    func testAmountsLeadBackToThePicture() throws {
        var generator = SeededGenerator(seed: 5)
        let size = PixelSize(width: 37, height: 21)
        for stains in [ColorDeconvolution.hematoxylinEosinDAB, .hematoxylinDAB] {
            let planes = (0..<3).map { number in
                Plane(
                    size: size,
                    values: (0..<size.area).map { _ in
                        number == 2 ? 0.001 : Float(generator.uniform(0, 0.15))
                    })
            }
            let found = stains.planes(of: stains.image(of: planes))
            for (a, b) in zip(planes, found) {
                for (x, y) in zip(a.values, b.values) { XCTAssertEqual(x, y, accuracy: 0.006) }
            }
        }
    }

    func testMixturesOfOthersAreRefused() {
        assertThrows(StainError.sameDirection) {
            try ColorDeconvolution(stains: [[1, 0, 0], [0, 1, 0], [1, 1, 0]])
        }
        assertThrows(StainError.sameDirection) {
            try ColorDeconvolution(stains: [[1, 0, 0], [0, 1, 0], [.nan, 1, 0]])
        }
        XCTAssertNoThrow(try ColorDeconvolution(stains: [[1, 0, 0], [0, 2, 0], [1, 1, 3]]))
    }
}
