import DeepTeaching
import XCTest

final class SlideFeaturesTests: XCTestCase {
    /// Cells of 100 um by 50 um: 0.005 mm2 each.
    private func map(_ values: [Float], covered: [Bool]) -> ConfidenceMap {
        let size = PixelSize(width: values.count / 2, height: 2)
        return ConfidenceMap(
            probabilities: Plane(size: size, values: values),
            covered: Mask(size: size, pixels: covered), frame: RasterFrame(downsample: 100),
            baselineMicronsPerPixel: MicronsPerPixel(x: 1, y: 0.5))
    }

    private func detection(
        diameter: Double, area: Double, maximum: Double = 0.9, mean: Double = 0.7
    ) -> Detection {
        Detection(
            center: BaselinePoint(x: 0, y: 0), longestDiameter: diameter, area: area,
            maximumProbability: maximum, meanProbability: mean)
    }

    func testValues() throws {
        let map = map(
            [0.1, 0.2, 0.9, 0.8, 0, 0, 0, 0.5],
            covered: [true, true, true, true, false, false, false, true])
        let features = try SlideFeatures(
            map: map,
            detections: [
                detection(diameter: 300, area: 40_000, maximum: 0.95, mean: 0.6),
                // The longer region is the largest, though the other has more area.
                detection(diameter: 500, area: 10_000, maximum: 0.8, mean: 0.75),
            ])
        let expected: [(String, Double)] = [
            ("maximum probability", 0.9), ("mean probability", 0.5),
            ("deviation of the probability", 0.1.squareRoot()), ("median probability", 0.5),
            ("90 % quantile of the probability", 0.86),
            ("99 % quantile of the probability", 0.896),
            ("99.9 % quantile of the probability", 0.8996),
            ("number of regions (p > 0.5)", 2), ("tumour area mm2 (p > 0.5)", 0.05),
            // Five cells of tissue of 0.005 mm2.
            ("tumour area by tissue area (p > 0.5)", 0.05 / 0.025),
            ("longest diameter mm (p > 0.5)", 0.5),
            ("second longest diameter mm (p > 0.5)", 0.3),
            ("area of the largest region mm2 (p > 0.5)", 0.01),
            ("width of the largest region mm (p > 0.5)", 0.02),
            ("maximum probability in the largest region (p > 0.5)", 0.8),
            ("mean probability in the largest region (p > 0.5)", 0.75),
        ]
        XCTAssertEqual(features.features.map(\.description), expected.map(\.0))
        assertEqual(features.values, expected.map(\.1), accuracy: 1e-6)
        XCTAssertEqual(features[.regions(.area, threshold: 0.5)], 0.05)
        XCTAssertNil(features[.regions(.area, threshold: 0.9)])
    }

    func testAFeatureIsReadBackFromItsName() {
        let features =
            ProbabilityMeasure.allCases.map { SlideFeature.probability($0) }
            + RegionMeasure.allCases.flatMap { measure in
                [0.5, 0.9, 0.95, 1e-5].map { SlideFeature.regions(measure, threshold: $0) }
            }
        for feature in features {
            XCTAssertEqual(SlideFeature(feature.description), feature, "\(feature)")
        }
        XCTAssertEqual(Set(features.map(\.description)).count, features.count)
        for name in [
            "", "diameter", "longest diameter mm", "mean probability (p > 0.5)",
            "longest diameter mm (p > 1.5)", "longest diameter mm (p > -0.5)",
            "longest diameter mm (p > nan)", "longest diameter mm (p > 0.5) ",
        ] {
            XCTAssertNil(SlideFeature(name), name)
        }
    }

    func testSeveralThresholds() throws {
        let features = try SlideFeatures(
            map: map([0.9, 0.1], covered: [true, true]),
            regions: [
                (0.5, [detection(diameter: 400, area: 1000)]),
                (0.9, [detection(diameter: 100, area: 100)]),
            ])
        XCTAssertEqual(features.features.count, 7 + 2 * 9)
        XCTAssertEqual(features[.regions(.longestDiameter, threshold: 0.5)], 0.4)
        XCTAssertEqual(features[.regions(.longestDiameter, threshold: 0.9)], 0.1)
    }

    func testASlideWithNothingOnItHasZeros() throws {
        let blank = try SlideFeatures(
            map: map([0, 0, 0, 0], covered: [false, false, false, false]), detections: [])
        XCTAssertEqual(blank.values, [Double](repeating: 0, count: 16))
        let clean = try SlideFeatures(
            map: map([0.25, 0.25], covered: [true, true]), detections: [])
        XCTAssertEqual(clean[.probability(.mean)], 0.25)
        XCTAssertEqual(clean[.regions(.longestDiameter, threshold: 0.5)], 0)
        XCTAssertEqual(clean[.regions(.largestMean, threshold: 0.5)], 0)
        let point = try SlideFeatures(
            map: map([0.25, 0.25], covered: [false, false]),
            detections: [detection(diameter: 0, area: 0)])
        XCTAssertTrue(point.values.allSatisfy(\.isFinite))
    }

    func testWhatCannotBeIsThrown() throws {
        assertThrows(MapError.notAProbability(value: "nan", x: 1, y: 1)) {
            try SlideFeatures(
                map: map([0, 0, 0, .nan], covered: [true, true, true, true]), detections: [])
        }
        assertThrows(MapError.notAProbability(value: "1.5", x: 0, y: 0)) {
            try SlideFeatures(map: map([1.5, 0], covered: [false, true]), detections: [])
        }
        assertThrows(StagingError.unusableDetection(measure: "area", value: "-1.0")) {
            try SlideFeatures(
                map: map([0, 0], covered: [true, true]),
                detections: [detection(diameter: 1, area: -1)])
        }
        assertThrows(StagingError.unusableFeature(.probability(.mean), value: "inf")) {
            try SlideFeatures([.probability(.mean)], values: [.infinity])
        }
    }
}
