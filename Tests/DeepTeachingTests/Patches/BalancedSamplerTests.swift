import DeepTeaching
import XCTest

final class BalancedSamplerTests: XCTestCase {
    /// Patches of a slide, side by side.
    private func patches(_ count: Int, _ label: PatchLabel, ofSlide slide: Int) -> [LabeledPatch] {
        (0..<count).map {
            let region = BaselineRectangle(origin: BaselinePoint(x: Double($0), y: 0), side: 1)
            let patch = GridPatch(index: GridIndex(column: $0, row: 0), region: region)
            return LabeledPatch(slide: slide, patch: patch, label: label)
        }
    }

    func testEachSlideIsEquallyLikelyWhateverItsSize() throws {
        let sampler = BalancedSampler(slides: [
            patches(1000, .tumor, ofSlide: 0) + patches(10, .normal, ofSlide: 0),
            patches(10, .normal, ofSlide: 1),
            patches(5, .tumor, ofSlide: 2) + patches(500, .unknown, ofSlide: 2),
        ])
        XCTAssertEqual(sampler.slideCount(of: .tumor), 2)
        XCTAssertEqual(sampler.slideCount(of: .normal), 2)
        var generator = SeededGenerator(seed: 6)
        let sample = try sampler.sample(4000, tumorShare: 0.25, using: &generator)
        let tumors = sample.filter { $0.label == .tumor }
        XCTAssertEqual(tumors.count, 1000)
        XCTAssertEqual(Set(sample.map(\.label)), [.tumor, .normal])
        XCTAssertEqual(Double(tumors.count { $0.slide == 2 }), 500, accuracy: 80)
        XCTAssertEqual(Set(tumors.filter { $0.slide == 2 }.map(\.patch.index.column)), Set(0..<5))
        // Labels come mixed: among the first half is about half of the tumours.
        let early = sample.prefix(2000).count { $0.label == .tumor }
        XCTAssertEqual(Double(early), 500, accuracy: 80)
    }

    func testADistinctSampleHoldsEachDrawnPatchOnceInTheOrderOfTheFile() throws {
        let sampler = BalancedSampler(slides: [
            patches(30, .tumor, ofSlide: 0) + patches(20, .unknown, ofSlide: 0), [],
            patches(30, .normal, ofSlide: 2),
        ])
        var a = SeededGenerator(seed: 6)
        var b = SeededGenerator(seed: 6)
        let drawn = try sampler.sample(60, using: &a)
        let distinct = try sampler.distinctSample(60, slideCount: 3, using: &b)
        XCTAssertLessThan(Set(drawn).count, drawn.count, "some are drawn twice")
        XCTAssertEqual(distinct.map(\.count).reduce(0, +), Set(drawn).count)
        XCTAssertEqual(Set(distinct.joined()), Set(drawn))
        XCTAssertEqual(distinct[1], [])
        for (slide, samples) in distinct.enumerated() {
            XCTAssertTrue(samples.allSatisfy { $0.slide == slide })
            let columns = samples.map(\.patch.index.column)
            XCTAssertEqual(columns, columns.sorted())
        }
    }

    func testTheSeedDecides() throws {
        let sampler = BalancedSampler(slides: [
            patches(50, .tumor, ofSlide: 0), patches(50, .normal, ofSlide: 1),
        ])
        var a = SeededGenerator(seed: 6)
        var b = SeededGenerator(seed: 6)
        let first = try sampler.sample(20, using: &a)
        XCTAssertEqual(first, try sampler.sample(20, using: &b))
        XCTAssertNotEqual(first, try sampler.sample(20, using: &b))
    }

    func testALabelWithoutPatchesIsReported() throws {
        let sampler = BalancedSampler(slides: [
            patches(50, .normal, ofSlide: 0), patches(9, .unknown, ofSlide: 1),
        ])
        var generator = SeededGenerator(seed: 6)
        XCTAssertEqual(try sampler.sample(5, tumorShare: 0, using: &generator).count, 5)
        XCTAssertThrowsError(try sampler.sample(5, using: &generator)) {
            XCTAssertEqual($0 as? PatchError, .nothingToSample(label: .tumor))
        }
    }
}
