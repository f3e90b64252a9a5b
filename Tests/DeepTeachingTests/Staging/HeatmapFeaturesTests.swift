import DeepTeaching
import XCTest

/// The six features and the 28, on maps small enough to measure by hand.
final class HeatmapFeaturesTests: XCTestCase {
    /// Cells of 100 um by 50 um: 0.005 mm2 each. Two regions above 0.5, of three cells and of one.
    private let map = ConfidenceMap(
        probabilities: Plane(
            size: PixelSize(width: 5, height: 2),
            values: [0.75, 1, 0.25, 0, 0.625, 0.875, 0, 0, 0, 0]),
        covered: Mask(
            size: PixelSize(width: 5, height: 2),
            pixels: [true, true, true, true, true, true, false, false, false, true]),
        frame: RasterFrame(downsample: 100),
        baselineMicronsPerPixel: MicronsPerPixel(x: 1, y: 0.5))

    private func empty(covered: Bool) -> ConfidenceMap {
        let size = PixelSize(width: 3, height: 2)
        return ConfidenceMap(
            probabilities: Plane(size: size), covered: Mask(size: size, repeating: covered),
            frame: RasterFrame(downsample: 1), baselineMicronsPerPixel: MicronsPerPixel(1))
    }

    func testTheSix() throws {
        let six = try SixFeatures(of: map)
        XCTAssertEqual(six.highestProbability, 1)
        // Seven cells hold tissue.
        XCTAssertEqual(six.meanProbability, 3.5 / 7, accuracy: 1e-12)
        XCTAssertEqual(six.tumorArea, 0.02, accuracy: 1e-12)
        XCTAssertEqual(six.regionCount, 2)
        XCTAssertEqual(six.largestArea, 0.015, accuracy: 1e-12)
        // From corner to corner of two by two cells.
        XCTAssertEqual(six.longestDiameter, 0.05.squareRoot(), accuracy: 1e-12)
    }

    func testTheTwentyEight() throws {
        let features = try HeatmapFeatures(of: map)
        XCTAssertEqual(HeatmapFeature.allCases.count, 28)
        XCTAssertEqual(Set(HeatmapFeature.allCases).count, 28)
        XCTAssertEqual(features.values, HeatmapFeature.allCases.map { features[$0] })
        let tumor = [4.0, 4, 3, 2, 1]
        let sums = [3.25, 3.25, 2.625, 1.875, 1]
        for (index, threshold) in HeatmapThreshold.allCases.enumerated() {
            XCTAssertEqual(
                features[.slide(.tumorByTissue, above: threshold)], tumor[index] / 7,
                accuracy: 1e-12)
            XCTAssertEqual(
                features[.slide(.confidenceByTissue, above: threshold)], sums[index] / 7,
                accuracy: 1e-12)
        }
        let largest = HeatmapFeature.ShapeMeasure.allCases.map {
            features[.region(.largest, $0)]
        }
        // Three pixels in an L: variances 2/9, covariance -1/9 or 1/9; eigenvalues 3/9 and 1/9.
        let axis = 4 / 3.0.squareRoot() * 0.075
        assertEqual(
            largest, [0.015, (2 / 3.0).squareRoot(), 0.75, 1, axis, 2, 1, 0.875, 0.75],
            accuracy: 1e-9)
        assertEqual(
            HeatmapFeature.ShapeMeasure.allCases.map { features[.region(.second, $0)] },
            [0.005, 0, 1, 1, 0, 2, 0.625, 0.625, 0.625], accuracy: 1e-9)
    }

    func testTheTwentyEightAreThoseOfScikitImage() throws {
        let references = try reference("features", as: [FeatureReference].self)
        XCTAssertEqual(references.count, 4)
        for reference in references {
            assertEqual(
                try HeatmapFeatures(of: reference.confidence).values, reference.features,
                accuracy: 1e-9)
        }
    }

    func testASlideWithNothingOnItHasZeros() throws {
        for covered in [true, false] {
            let map = empty(covered: covered)
            XCTAssertEqual(
                try HeatmapFeatures(of: map).values, [Double](repeating: 0, count: 28))
            let six = try SixFeatures(of: map)
            XCTAssertEqual(
                [
                    six.highestProbability, six.meanProbability, six.tumorArea, six.regionCount,
                    six.largestArea, six.longestDiameter,
                ], [0, 0, 0, 0, 0, 0])
        }
    }

    func testWhatIsNoProbabilityIsThrown() {
        for wrong in [Float.nan, -0.25, 1.5, .infinity] {
            var map = empty(covered: true)
            map.probabilities.values[4] = wrong
            let error = MapError.notAProbability(value: "\(wrong)", x: 1, y: 1)
            assertThrows(error) { try HeatmapFeatures(of: map) }
            assertThrows(error) { try SixFeatures(of: map) }
        }
    }
}

/// What scikit-image measures of maps: `Tests/Reference/features.py` makes the file.
private struct FeatureReference: Decodable {
    let width: Int

    /// A value from 0 to 256 for each cell, divided by 256 before it is measured.
    let map: [Float]
    let covered: String
    let features: [Double]

    /// Cells are 50 um wide.
    var confidence: ConfidenceMap {
        let size = PixelSize(width: width, height: map.count / width)
        return ConfidenceMap(
            probabilities: Plane(size: size, values: map.map { $0 / 256 }),
            covered: Mask(size: size, pixels: covered.map { $0 == "#" }),
            frame: RasterFrame(downsample: 100), baselineMicronsPerPixel: MicronsPerPixel(0.5))
    }
}
