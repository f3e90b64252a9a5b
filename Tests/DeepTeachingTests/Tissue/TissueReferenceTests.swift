import DeepTeaching
import XCTest

/// The library gives what scikit-image, SciPy, NumPy and Pillow give on the same bytes.
final class TissueReferenceTests: XCTestCase {
    func testHysteresisJoinsAsScikitImageDoes() throws {
        let cases = try TissueReference.load().hysteresis
        XCTAssertGreaterThan(cases.count, 8)
        for example in cases {
            func mask(_ connectivity: Connectivity) -> Mask {
                example.plane.mask(
                    above: example.high, connectedAbove: example.low, connectivity: connectivity)
            }
            XCTAssertEqual(mask(.four), Mask(rows: example.four), example.name)
            XCTAssertEqual(mask(.eight), Mask(rows: example.eight), "\(example.name), by corners")
            XCTAssertEqual(
                example.plane.mask(above: example.high, connectedAbove: example.low), mask(.four),
                "edges are the default")
        }
        // Else the two connectivities would not be told apart.
        XCTAssertTrue(cases.contains { $0.four != $0.eight })
    }

    func testTheThreeMeasuresAndTheirThresholds() throws {
        let measures = try TissueReference.load().measures
        for measure in TissueMeasure.allCases {
            let expected = try XCTUnwrap(measures.measures[measure.rawValue])
            let found = measure.values(of: measures.image)
            assertEqual(
                found.values.map(Double.init), expected, accuracy: 2e-6, measure.rawValue)
            XCTAssertEqual(
                try XCTUnwrap(Histogram(of: found.values).otsuThreshold),
                try XCTUnwrap(measures.thresholds[measure.rawValue]), accuracy: 2e-6,
                measure.rawValue)
        }
        assertEqual(
            measures.image.saturationLessValue().values.map(Double.init),
            measures.saturationLessValue, accuracy: 2e-6)
    }

    func testPiecesAndHolesByArea() throws {
        let areas = try TissueReference.load().areas
        for example in areas.cases {
            // Half of the resolution lies in the frame: a pixel of the mask covers 2 x 2 of level 0.
            let raster = SlideRaster(Mask(rows: areas.rows), downsample: 2)
            let resolution = MicronsPerPixel(x: example.x / 2, y: example.y / 2)
            let name = "\(example.area) mm2, \(example.x) x \(example.y) um"
            XCTAssertEqual(
                try raster.removingPieces(smallerThan: example.area, at: resolution).pixels,
                Mask(rows: example.pieces), name)
            XCTAssertEqual(
                try raster.fillingHoles(upTo: example.area, at: resolution).pixels,
                Mask(rows: example.holes), name)
        }
    }

    func testSumsOverRectangles() throws {
        let sums = try TissueReference.load().sums
        let table = SummedAreaTable(Mask(rows: sums.rows))
        for numbers in sums.rectangles {
            let rectangle = PixelRectangle(
                x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3])
            XCTAssertEqual(table.count(in: rectangle), numbers[4], "\(rectangle)")
        }
    }
}
