import DeepTeaching
import XCTest

final class ColorTests: XCTestCase {
    func testLumaEqualsPillow() throws {
        let reference = try ImageReference.load().colors
        XCTAssertEqual(image(of: reference).luma().values, reference.luma)
    }

    func testHueSaturationAndValueEqualScikitImage() throws {
        let reference = try ImageReference.load().colors
        let image = image(of: reference)
        let saturation = image.saturation().values
        for index in 0..<image.size.area {
            let hsv = image[x: index % reference.width, y: index / reference.width].hsv
            XCTAssertEqual(hsv.hue / 360, reference.hsv[3 * index], accuracy: 1e-6)
            XCTAssertEqual(hsv.saturation, reference.hsv[3 * index + 1], accuracy: 1e-6)
            XCTAssertEqual(hsv.value, reference.hsv[3 * index + 2], accuracy: 1e-6)
            XCTAssertEqual(saturation[index], hsv.saturation, accuracy: 1e-6)
        }
    }

    private func image(of reference: ImageReference.Colors) -> Image {
        Image(
            size: PixelSize(width: reference.width, height: reference.height),
            pixels: reference.bytes)
    }

    func testThePerceptualMapGetsLighterStepByStep() {
        let colors = ColorMap.perceptual.colors
        let lightness = Image(
            size: PixelSize(width: 256, height: 1),
            pixels: colors.flatMap { [$0.red, $0.green, $0.blue] }
        ).luma().values
        XCTAssertLessThan(lightness[0], 40)
        XCTAssertGreaterThan(lightness[255], 215)
        for (index, value) in lightness.enumerated().dropFirst(8) {
            XCTAssertGreaterThan(value, lightness[index - 8], "step \(index)")
            // Single steps may lose one by the rounding of three bytes.
            XCTAssertEqual(value - lightness[index - 1], 1, accuracy: 2, "step \(index)")
        }
    }

    func testColorsOfValuesBeyondTheRangeStayAtTheEnds() {
        let map = ColorMap.gray
        XCTAssertEqual(map.color(of: -3), .black)
        XCTAssertEqual(map.color(of: 3), .white)
        XCTAssertEqual(map.color(of: .infinity), .white)
        XCTAssertEqual(map.color(of: .nan), RGB(128, 128, 128))
        let plane = Plane(size: PixelSize(width: 3, height: 1), values: [10, 15, 20])
        XCTAssertEqual(
            plane.colored(by: map, over: 10...20).pixels, [0, 0, 0, 128, 128, 128, 255, 255, 255])
    }
}
