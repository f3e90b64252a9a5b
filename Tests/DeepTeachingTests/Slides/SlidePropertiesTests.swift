import XCTest

@testable import DeepTeaching

final class SlidePropertiesTests: XCTestCase {
    func testTransparentPixelsLieOverTheBackgroundOnce() {
        // 0xAARRGGBB, premultiplied: opaque, clear, half-transparent red, damaged.
        let pixels: [UInt32] = [0xff01_0203, 0x0000_0000, 0x8080_0000, 0x80ff_ffff]
        XCTAssertEqual(
            composite(premultiplied: pixels, over: .white),
            [1, 2, 3, 255, 255, 255, 255, 127, 127, 255, 255, 255])
        XCTAssertEqual(
            composite(premultiplied: pixels, over: RGB(10, 100, 200)),
            [1, 2, 3, 10, 100, 200, 133, 50, 100, 255, 255, 255])
    }

    func testBackgroundColour() {
        func background(_ text: String?) -> RGB {
            SlideProperties(values: text.map { ["openslide.background-color": $0] } ?? [:])
                .background
        }
        XCTAssertEqual(background("FA8001"), RGB(0xfa, 0x80, 0x01))
        for wrong in [nil, "", "red", "12345", "GGGGGG"] {
            XCTAssertEqual(background(wrong), .white)
        }
    }

    func testResolutionOfTheFormatComesFirst() {
        var values = [
            "tiff.XResolution": "20000", "tiff.YResolution": "10000",
            "tiff.ResolutionUnit": "centimeter",
        ]
        XCTAssertEqual(
            SlideProperties(values: values).micronsPerPixel, MicronsPerPixel(x: 0.5, y: 1))
        values["openslide.mpp-x"] = "0.25"
        values["openslide.mpp-y"] = "0.26"
        XCTAssertEqual(
            SlideProperties(values: values).micronsPerPixel, MicronsPerPixel(x: 0.25, y: 0.26))
        values["openslide.mpp-x"] = "nan"
        XCTAssertEqual(
            SlideProperties(values: values).micronsPerPixel, MicronsPerPixel(x: 0.5, y: 1))
        values["tiff.ResolutionUnit"] = "none"
        XCTAssertNil(SlideProperties(values: values).micronsPerPixel)
        values["tiff.XResolution"] = "20000"
        values["tiff.ResolutionUnit"] = "centimeter"
        // 1 pixel a centimetre and 40 pixels a nanometre are no resolution of a microscope.
        for absurd in ["1", "4e11", "1e-300", "1e300"] {
            values["tiff.YResolution"] = absurd
            XCTAssertNil(SlideProperties(values: values).micronsPerPixel, absurd)
        }
    }
}
