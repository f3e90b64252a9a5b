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

    func testAResolutionOfNoMicroscopeCountsAsNotSaid() {
        func resolution(_ x: String, _ y: String) -> MicronsPerPixel? {
            SlideProperties(values: ["openslide.mpp-x": x, "openslide.mpp-y": y]).micronsPerPixel
        }
        XCTAssertEqual(resolution("0.01", "0.01"), MicronsPerPixel(0.01))
        XCTAssertEqual(resolution("100", "100"), MicronsPerPixel(100))
        XCTAssertEqual(resolution("0.25", "0.5"), MicronsPerPixel(x: 0.25, y: 0.5))
        for (x, y) in [
            ("0.009", "0.01"), ("0.01", "0.009"), ("101", "100"), ("100", "101"), ("0.25", "0.51"),
            ("0.51", "0.25"),
        ] {
            XCTAssertNil(resolution(x, y), "\(x), \(y)")
        }
        // 72 dots per inch, the default of cameras.
        var values = [
            "tiff.XResolution": "72", "tiff.YResolution": "72", "tiff.ResolutionUnit": "inch",
        ]
        XCTAssertNil(SlideProperties(values: values).micronsPerPixel)
        values["tiff.XResolution"] = "50800"
        values["tiff.YResolution"] = "50800"
        XCTAssertEqual(SlideProperties(values: values).micronsPerPixel, MicronsPerPixel(0.5))
        values["openslide.mpp-x"] = "353"
        values["openslide.mpp-y"] = "353"
        XCTAssertEqual(
            SlideProperties(values: values).micronsPerPixel, MicronsPerPixel(0.5),
            "the TIFF resolution stands in")
    }
}
