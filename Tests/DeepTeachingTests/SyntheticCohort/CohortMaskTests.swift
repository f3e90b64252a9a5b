import Foundation
import XCTest

@testable import DeepTeaching
@testable import SyntheticCohort

/// Masks as TIFFs say pixel by pixel what the outlines say.
final class CohortMaskTests: XCTestCase {
    func testMasksAreReadAsTheTumorMasksOfTheOutlines() throws {
        let generator = CohortGenerator(
            profile: .nano, seed: 1, options: CohortFixtures.options { $0.hasMasks = true })
        let folder = try SlideFixtures.folder(for: self)
        let chosen = [MetastasisType.macro, .negative].compactMap { type in
            generator.entries.first { $0.slide.type == type }
        }
        XCTAssertEqual(chosen.count, 2)
        try CohortFixtures.copySlides(of: generator, to: folder)
        try generator.generate(into: folder, slides: chosen.map(\.name))
        for entry in chosen {
            XCTAssertEqual(entry.maskPath, "masks/\(entry.name)_mask.tif")
            let slide = try SlideFile(folder.appending(path: entry.slidePath))
            let file = try SlideFile(folder.appending(path: entry.maskPath))
            XCTAssertEqual(file.levels, slide.levels)
            let expected = TumorMask(
                generator.plan.slidePlan(entry.slide).annotations, slideSize: slide.levels[0].size,
                downsample: 1)
            let read = try file.read(
                origin: BaselinePoint(x: 0, y: 0), size: file.levels[0].size, level: 0)
            XCTAssertTrue(
                stride(from: 0, to: read.pixels.count, by: 3).map { read.pixels[$0] }
                    == expected.mask.pixels.map { $0 ? 1 : 0 }, entry.name)
            XCTAssertEqual(expected.mask.foregroundCount > 0, entry.slide.type != .negative)
        }
    }

    func testTheCohortIsReadWithItsMasks() throws {
        let generator = CohortGenerator(
            profile: .nano, seed: 1, options: CohortFixtures.options { $0.hasMasks = true })
        let folder = try SlideFixtures.folder(for: self)
        try CohortFixtures.copySlides(of: generator, to: folder)
        try generator.generate(into: folder)
        let slides = try CamelyonFolder(url: folder).slides
        XCTAssertEqual(slides.map(\.name), generator.entries.map(\.name))
        for (slide, entry) in zip(slides, generator.entries) {
            XCTAssertEqual(slide.mask?.lastPathComponent, "\(entry.name)_mask.tif")
            XCTAssertEqual(slide.type, entry.slide.type)
            XCTAssertEqual(slide.annotation != nil, slide.type != .negative)
        }
    }

    func testHolesAreBackgroundOrHaveAValueOfTheirOwn() {
        let annotations = [
            square(.tumor, left: 10, side: 100), square(.exclusion, left: 40, side: 20),
            // A hole outside all tumours means nothing.
            square(.exclusion, left: 150, side: 20),
        ]
        let size = PixelSize(side: 200)
        let origin = BaselinePoint(x: 0, y: 0)
        let plain = MaskPainter(annotations, valueOfHoles: 0).tile(origin: origin, size: size)
        XCTAssertTrue(
            plain.bytes.map { $0 == 1 }
                == TumorMask(annotations, slideSize: size, downsample: 1).mask.pixels)
        XCTAssertEqual(plain.bytes.max(), 1)
        let told = MaskPainter(annotations, valueOfHoles: 2).tile(origin: origin, size: size)
        XCTAssertEqual(told.bytes.count { $0 == 1 }, 100 * 100 - 20 * 20)
        XCTAssertEqual(told.bytes.count { $0 == 2 }, 20 * 20)
        XCTAssertEqual(told.bytes[45 * 200 + 45], 2)
    }

    func testTilesAreCutFromOneMask() {
        let annotations = [
            Annotation(
                name: "a", kind: .tumor,
                outline: [(12.3, 8.75), (190.011, 60.5), (100.4, 170.25), (3.333, 90)].map {
                    BaselinePoint(x: $0.0, y: $0.1)
                }),
            square(.exclusion, left: 60, side: 33),
        ]
        let painter = MaskPainter(annotations, valueOfHoles: 2)
        let whole = painter.tile(
            origin: BaselinePoint(x: 0, y: 0), size: PixelSize(side: 200))
        for y in stride(from: 0, to: 200, by: 50) {
            for x in stride(from: 0, to: 200, by: 40) {
                let tile = painter.tile(
                    origin: BaselinePoint(x: Double(x), y: Double(y)),
                    size: PixelSize(width: 40, height: 50))
                for row in 0..<50 {
                    let start = (y + row) * 200 + x
                    XCTAssertTrue(
                        tile.bytes[row * 40..<row * 40 + 40] == whole.bytes[start..<start + 40])
                }
            }
        }
    }

    func testTheTwoChallengesDifferInHoles() {
        XCTAssertEqual(CohortLayout.camelyon17.maskValueOfHoles, 0)
        XCTAssertEqual(CohortLayout.camelyon16.maskValueOfHoles, 2)
    }

    private func square(_ kind: Annotation.Kind, left: Double, side: Double) -> Annotation {
        let right = left + side
        return Annotation(
            name: "square", kind: kind,
            outline: [(left, left), (right, left), (right, right), (left, right)].map {
                BaselinePoint(x: $0.0, y: $0.1)
            })
    }
}
