import DeepTeaching
import Foundation
import XCTest

/// Tissue by each measure, with a second threshold, and on pictures that show nothing.
final class TissueChoiceTests: XCTestCase {
    private let piece = PixelRectangle(x: 40, y: 30, width: 60, height: 20)

    private func tissue(of image: Image, _ settings: TissueSettings) throws -> TissueMask {
        try TissueMask(
            of: MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(16)), settings: settings)
    }

    private func mask(of rectangle: PixelRectangle, size: PixelSize) -> Mask {
        Mask(
            size: size,
            pixels: (0..<size.area).map { index in
                let (x, y) = (index % size.width, index / size.width)
                return x >= rectangle.x && x < rectangle.x + rectangle.width && y >= rectangle.y
                    && y < rectangle.y + rectangle.height
            })
    }

    func testEachMeasureFindsStainedTissueBetweenInk() throws {
        var slide = PaintedSlide(width: 160, height: 120)
        slide.paint(piece, PaintedSlide.hematoxylin)
        slide.paint(PixelRectangle(x: 10, y: 70, width: 60, height: 40), .black, noise: 3)
        slide.paint(PixelRectangle(x: 90, y: 70, width: 60, height: 30), RGB(35, 50, 150))
        for measure in TissueMeasure.allCases {
            let tissue = try tissue(of: slide.image, TissueSettings(measure: measure))
            XCTAssertEqual(
                tissue.mask, mask(of: piece, size: slide.image.size), measure.rawValue)
            XCTAssertNotNil(tissue.threshold)
        }
    }

    /// Grey scans have no saturation: that is said by an empty mask, and another measure sees them.
    func testGrayTissueIsSeenByDarknessAndDensityOnly() throws {
        var slide = PaintedSlide(width: 160, height: 90, noise: 0)
        slide.image = Image(size: slide.image.size, color: RGB(240, 240, 240))
        slide.paint(piece, RGB(150, 150, 150), noise: 0)
        let bySaturation = try tissue(of: slide.image, TissueSettings())
        XCTAssertEqual(bySaturation.mask.foregroundCount, 0)
        XCTAssertNil(bySaturation.threshold)
        for measure in [TissueMeasure.darkness, .opticalDensity] {
            XCTAssertEqual(
                try tissue(of: slide.image, TissueSettings(measure: measure)).mask,
                mask(of: piece, size: slide.image.size), measure.rawValue)
        }
    }

    func testWhereNothingCanBeToldApartThereIsNoTissueAndNoNumberIsLost() throws {
        let size = PixelSize(width: 40, height: 30)
        let pictures = [
            ("glass", PaintedSlide(width: 40, height: 30).image),
            ("white", Image(size: size)), ("black", Image(size: size, color: .black)),
            ("gray", Image(size: size, color: RGB(128, 128, 128))),
            ("one colour", Image(size: size, color: PaintedSlide.eosin)),
            ("one pixel", Image(size: PixelSize(side: 1), color: PaintedSlide.eosin)),
            ("one row", Image(size: PixelSize(width: 40, height: 1))),
        ]
        for (name, image) in pictures {
            for measure in TissueMeasure.allCases {
                var settings = TissueSettings(measure: measure)
                settings.lowerShare = 0.5
                let tissue = try tissue(of: image, settings)
                XCTAssertEqual(tissue.mask.foregroundCount, 0, "\(name), \(measure)")
                XCTAssertNil(tissue.threshold, "\(name), \(measure)")
                XCTAssertEqual(tissue.fraction, 0)
                XCTAssertTrue(measure.values(of: image).values.allSatisfy { $0.isFinite })
            }
            let shares = try SlideMaterials(
                of: MemorySlide(image: image, micronsPerPixel: MicronsPerPixel(16))
            ).shares
            XCTAssertEqual(shares.values.reduce(0, +), 1, accuracy: 1e-12, name)
            XCTAssertEqual(shares[name == "black" ? .black : .glass], 1, name)
        }
    }

    /// A pale piece that touches a strong one comes in with it; one that lies alone stays out.
    func testALowerThresholdKeepsThePaleRimAndNotPaleDust() throws {
        var slide = PaintedSlide(width: 160, height: 90, noise: 0)
        slide.paint(piece, PaintedSlide.hematoxylin, noise: 0)
        let pale = RGB(242, 220, 236)  // S = 0.09
        let rim = PixelRectangle(x: 100, y: 30, width: 20, height: 20)
        slide.paint(rim, pale, noise: 0)
        slide.paint(PixelRectangle(x: 10, y: 60, width: 20, height: 20), pale, noise: 0)
        var settings = TissueSettings()
        settings.thresholdRange = 0.15...0.15
        let size = slide.image.size
        XCTAssertEqual(try tissue(of: slide.image, settings).mask, mask(of: piece, size: size))
        settings.lowerShare = 0.5
        let tissue = try tissue(of: slide.image, settings)
        XCTAssertEqual(tissue.threshold, 0.15)
        XCTAssertEqual(
            tissue.mask, mask(of: piece, size: size).union(mask(of: rim, size: size)))
        settings.lowerShare = 0
        XCTAssertEqual(try self.tissue(of: slide.image, settings).fraction, 1, "all above 0")
    }

    func testSettingsOfBeforeAreReadAndSenselessOnesRefused() throws {
        let decoder = JSONDecoder()
        XCTAssertEqual(
            try decoder.decode(TissueSettings.self, from: Data("{}".utf8)), TissueSettings())
        var settings = TissueSettings(measure: .opticalDensity)
        settings.lowerShare = 0.6
        settings.excluded = [.pen, .fold]
        settings.minimumArea = 500
        XCTAssertEqual(
            try decoder.decode(TissueSettings.self, from: JSONEncoder().encode(settings)), settings)
        for (text, word) in [
            (#"{"lowerShare": 1.5}"#, "share"), (#"{"micronsPerPixel": 0}"#, "micrometres"),
            (#"{"minimumArea": -1}"#, "square"),
        ] {
            XCTAssertThrowsError(try decoder.decode(TissueSettings.self, from: Data(text.utf8))) {
                XCTAssertTrue("\($0)".contains(word), "\($0)")
            }
        }
        settings.maximumHoleArea = .infinity
        XCTAssertNil(settings.problem, "no hole is too large")
        settings.minimumArea = .nan
        XCTAssertNotNil(settings.problem)
    }
}
