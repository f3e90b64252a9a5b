import DeepTeaching
import SyntheticCohort
import XCTest

final class PaintedSlideTests: XCTestCase {
    private let cohort = CohortPlan(profile: .nano, seed: 3)

    private func plan() throws -> SlidePlan {
        cohort.slidePlan(try XCTUnwrap(cohort.slides.first { $0.type == .macro }))
    }

    func testLevelsHalveTheWholePicture() throws {
        let plan = try plan()
        let size = plan.profile.slideSize
        let whole = MemorySlide(image: SlideRenderer(plan: plan).image(x: 0, y: 0, size: size))
        let slide = SyntheticCohort.PaintedSlide(plan: plan)
        XCTAssertEqual(slide.levels[0], SlideLevel(size: size, downsample: 1))
        XCTAssertGreaterThanOrEqual(slide.levels.count, 3)
        // Between pixels, both round as `SlideRegion` does.
        let corners =
            [(0, 0), (0.6, 202.5), (161, 203), (-40.5, 300), (-2.5, -0.5)]
            + [(Double(size.width - 60), Double(size.height - 33))]
        let part = PixelSize(width: 83, height: 61)
        for level in slide.levels.indices {
            XCTAssertEqual(slide.levels[level], whole.levels[level])
            let origins = corners.map { BaselinePoint(x: $0.0, y: $0.1) }
            let read = try parallelMap(origins.count) {
                try slide.read(origin: origins[$0], size: part, level: level)
            }
            for (origin, image) in zip(origins, read) {
                XCTAssertEqual(
                    image, try whole.read(origin: origin, size: part, level: level),
                    "level \(level) at \(origin)")
            }
        }
    }

    func testWhatCannotBeReadIsThrown() throws {
        let slide = SyntheticCohort.PaintedSlide(plan: try plan())
        let origin = BaselinePoint(x: 0, y: 0)
        assertThrows(SlideError.noSuchLevel(level: 99, count: slide.levels.count)) {
            try slide.read(origin: origin, size: PixelSize(side: 8), level: 99)
        }
        assertThrows(SlideError.emptyRegion(PixelSize(width: 8, height: 0))) {
            try slide.read(origin: origin, size: PixelSize(width: 8, height: 0), level: 0)
        }
        assertThrows(SlideError.invalidOrigin(x: "1e+300", y: "0.0")) {
            try slide.read(
                origin: BaselinePoint(x: 1e300, y: 0), size: PixelSize(side: 8), level: 0)
        }
    }

    func testOutsideIsWhite() throws {
        let slide = SyntheticCohort.PaintedSlide(plan: try plan())
        let far = try slide.read(
            origin: BaselinePoint(x: 1e7, y: -1e7), size: PixelSize(side: 8), level: 0)
        XCTAssertEqual(far, Image(size: PixelSize(side: 8)))
    }
}
