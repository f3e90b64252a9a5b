import DeepTeaching
import XCTest

/// Lines on a picture: how dark each pixel is follows from how far it lies from the line.
final class StrokeTests: XCTestCase {
    private func stroked(
        _ points: [(Double, Double)], width: Double, inside: PixelRectangle? = nil
    ) -> Image {
        var image = Image(size: PixelSize(width: 20, height: 12))
        image.stroke(
            points.map { PixelPoint(x: $0.0, y: $0.1) }, width: width, color: .black,
            inside: inside)
        return image
    }

    /// How many pixels' worth of ink lies on the picture.
    private func ink(_ image: Image) -> Double {
        (0..<image.size.area).reduce(0) { $0 + 1 - Double(image.pixels[3 * $1]) / 255 }
    }

    func testALevelLineFillsItsRows() {
        let image = stroked([(4, 5), (16, 5)], width: 2)
        for x in 5..<15 {
            XCTAssertEqual(image[x: x, y: 4], .black)
            XCTAssertEqual(image[x: x, y: 5], .black)
            XCTAssertEqual(image[x: x, y: 3], .white)
            XCTAssertEqual(image[x: x, y: 6], .white)
        }
        // 12 x 2 and two half discs of radius 1.
        XCTAssertEqual(ink(image), 24 + Double.pi, accuracy: 0.5)
    }

    func testTheInkOfASlantedLineIsItsArea() {
        for (x, y) in [(17.0, 10.0), (15.0, 3.0), (4.0, 10.0)] {
            let image = stroked([(3, 2), (x, y)], width: 2)
            let length = ((x - 3) * (x - 3) + (y - 2) * (y - 2)).squareRoot()
            XCTAssertEqual(ink(image), 2 * length + Double.pi, accuracy: 0.6)
            XCTAssertEqual(image, stroked([(x, y), (3, 2)], width: 2), "the same from its end")
        }
    }

    func testAPointIsADot() {
        // Round its edge, half a pixel on either side counts as if it were straight.
        XCTAssertEqual(ink(stroked([(10, 6)], width: 7)), 3.5 * 3.5 * Double.pi, accuracy: 0.8)
        XCTAssertEqual(ink(stroked([], width: 7)), 0)
    }

    func testWhatLiesOutsideIsCutOff() {
        let view = PixelRectangle(x: 5, y: -3, width: 4, height: 90)
        let image = stroked([(-1e9, 6), (1e9, 6)], width: 4, inside: view)
        XCTAssertEqual(ink(image), 16)
        XCTAssertEqual(image[x: 5, y: 6], .black)
        XCTAssertEqual(image[x: 4, y: 6], .white)
        XCTAssertEqual(ink(stroked([(-50, -50), (-3, -3)], width: 2)), 0)
    }

    func testPointsThatAreNoneLeaveAGap() {
        let image = stroked([(2, 6), (.nan, 6), (16, .infinity), (10, 6), (14, 6)], width: 2)
        XCTAssertEqual(image[x: 3, y: 6], .white)
        XCTAssertEqual(image[x: 12, y: 6], .black)
    }
}
