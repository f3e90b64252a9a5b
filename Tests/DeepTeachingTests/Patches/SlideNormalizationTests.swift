import DeepTeaching
import Foundation
import XCTest

/// Slides of different stainings become slides of one.
final class SlideNormalizationTests: XCTestCase {
    private let side = 256

    /// Tissue from edge to edge, with amounts of the two stains that are drawn pixel by pixel.
    private func slide(_ stains: StainVectors, hematoxylin: Double, eosin: Double) -> MemorySlide {
        var generator = SeededGenerator(seed: 1)
        let pixels = (0..<side * side).flatMap { _ -> [UInt8] in
            let (h, e) = (generator.uniform() * hematoxylin, generator.uniform() * eosin)
            let density = h * stains.hematoxylin + e * stains.eosin
            return (0..<3).map { UInt8(max(0, 240 * exp(-density[$0])).rounded()) }
        }
        return MemorySlide(
            image: Image(size: PixelSize(side: side), pixels: pixels),
            micronsPerPixel: MicronsPerPixel(1.94))
    }

    private func tissue(of slide: MemorySlide) -> TissueMask {
        TissueMask(
            SlideRaster(
                Mask(size: slide.levels[0].size, repeating: true), frame: slide.levels[0].frame))
    }

    private func read(_ slide: any Slide) throws -> Image {
        try slide.read(origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: side), level: 0)
    }

    func testTwoStainingsBecomeOne() throws {
        let normalization = SlideNormalization()
        let pale = slide(
            StainVectors(hematoxylin: [0.52, 0.74, 0.42], eosin: [0.25, 0.83, 0.5]),
            hematoxylin: 1, eosin: 0.7)
        let dark = slide(
            StainVectors(hematoxylin: [0.65, 0.68, 0.32], eosin: [0.24, 0.93, 0.27]),
            hematoxylin: 1.8, eosin: 1.2)
        let images = try [pale, dark].map {
            try read(try normalization.normalized($0, tissue: tissue(of: $0)))
        }
        for image in images {
            let found = try normalization.normalizer.profile(of: image)
            let angles = found.stains.angles(to: normalization.target.stains)
            XCTAssertLessThan(max(angles.hematoxylin, angles.eosin), 1.5)
            XCTAssertEqual(found.hematoxylin, normalization.target.hematoxylin, accuracy: 0.1)
            XCTAssertEqual(found.eosin, normalization.target.eosin, accuracy: 0.1)
        }
        // The same amounts were drawn, so the same pixels come out, but for rounding of dark bytes.
        let difference = zip(images[0].pixels, images[1].pixels).map { abs(Int($0) - Int($1)) }
        XCTAssertLessThan(Double(difference.reduce(0, +)) / Double(difference.count), 2)
        let before = zip(try read(pale).pixels, try read(dark).pixels)
            .map { abs(Int($0) - Int($1)) }
        XCTAssertGreaterThan(Double(before.reduce(0, +)) / Double(before.count), 20)
    }

    /// Levels, resolution and condensed pictures are the slide's, with other pixels.
    func testAllThatIsReadIsChanged() throws {
        let original = slide(.ruifrok, hematoxylin: 1, eosin: 1)
        let normalized = try SlideNormalization().normalized(original, tissue: tissue(of: original))
        XCTAssertEqual(normalized.levels, original.levels)
        XCTAssertEqual(normalized.micronsPerPixel, original.micronsPerPixel)
        XCTAssertNotEqual(try read(normalized), try read(original))
        let change = try XCTUnwrap(normalized as? NormalizedSlide).change
        XCTAssertEqual(try read(normalized), change(try read(original)))
        XCTAssertEqual(
            try normalized.condensed(level: 1) { _ in }.pixels,
            change(try original.condensed(level: 1) { _ in }.pixels))
    }

    func testASlideOfGlassStaysAsItIs() throws {
        let glass = MemorySlide(
            image: Image(size: PixelSize(side: side)), micronsPerPixel: MicronsPerPixel(1.94))
        let same = try SlideNormalization().normalized(glass, tissue: tissue(of: glass))
        XCTAssertEqual(try read(same), try read(glass))
    }

    func testASettingThatMakesNoSenseIsSaid() {
        let slide = slide(.ruifrok, hematoxylin: 1, eosin: 1)
        var normalization = SlideNormalization()
        normalization.normalizer.white = -1
        XCTAssertThrowsError(try normalization.normalized(slide, tissue: tissue(of: slide))) {
            XCTAssertTrue($0 is StainError, "\($0)")
        }
        normalization = SlideNormalization()
        normalization.patchCount = -1
        XCTAssertThrowsError(try normalization.normalized(slide, tissue: tissue(of: slide))) {
            XCTAssertEqual(
                $0 as? StainError, .unusableSetting(name: "patchCount", value: "-1"))
        }
    }
}
