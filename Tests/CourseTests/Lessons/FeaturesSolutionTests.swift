import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 16 give the same answers.
final class FeaturesSolutionTests: XCTestCase {
    private typealias Solution = FeaturesSolution

    private var generator = SeededGenerator(seed: 16)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let summary = try Solution.mapSummary(
            probabilities: [0.2, 0.9, 0.4, 0], tissue: [true, true, true, false], threshold: 0.5)
        XCTAssertEqual(summary.highest, 0.9)
        XCTAssertEqual(summary.mean, 0.5, accuracy: 1e-12)
        XCTAssertEqual(summary.tumorShare, 1.0 / 3, accuracy: 1e-12)
        let pair = Mask(size: PixelSize(width: 2, height: 1), repeating: true)
        XCTAssertEqual(
            try Solution.regionProperties(of: pair),
            RegionProperties(area: 2, majorAxis: 2, minorAxis: 0, eccentricity: 1, extent: 1))
        let row = Mask(size: PixelSize(width: 3, height: 1), repeating: true)
        XCTAssertEqual(
            try Solution.longestDiameter(of: row, micronsPerPixel: 100), 0.316, accuracy: 5e-4)
        XCTAssertEqual(try Solution.metastasisType(longestDiameter: 0.15, cells: 230), .micro)
        XCTAssertEqual(try Solution.metastasisType(longestDiameter: 0.15, cells: 90), .itc)
        XCTAssertEqual(try Solution.metastasisType(longestDiameter: 0.15, cells: nil), .itc)
        XCTAssertEqual(
            try Solution.imputeMissing([[1, nil], [3, 8], [nil, nil]], training: [0, 1]),
            [[1, 8], [3, 8], [2, 8]])
    }

    func testShapesAndLengthsAreTheLibrarys() throws {
        for _ in 0..<60 {
            let mask = largestRegion()
            guard
                let region = mask.connectedComponents(connectivity: .eight).regions().first
            else { continue }
            let own = try Solution.regionProperties(of: mask)
            XCTAssertEqual(own.area, Double(region.area))
            XCTAssertEqual(own.majorAxis, region.majorAxis, accuracy: 1e-6)
            XCTAssertEqual(own.minorAxis, region.minorAxis, accuracy: 1e-6)
            XCTAssertEqual(own.eccentricity, region.eccentricity, accuracy: 1e-6)
            XCTAssertEqual(own.extent, region.extent, accuracy: 1e-12)
            let scale = generator.uniform(0.2, 300)
            XCTAssertEqual(
                try Solution.longestDiameter(of: mask, micronsPerPixel: scale),
                region.longestDiameter * scale / 1000, accuracy: 1e-9)
        }
    }

    func testTypesAreTheLibrarys() throws {
        for length in [0, 0.01, 0.19, 0.21, 1, 1.99, 2.01, 7] {
            for cells in [nil, 0, 1, 200, 201, 90_000] {
                XCTAssertEqual(
                    try Solution.metastasisType(longestDiameter: length, cells: cells),
                    MetastasisType(longestDiameter: length * 1000, cells: cells))
            }
        }
    }

    func testGapsAreFilledAsByTheLibrary() throws {
        for _ in 0..<20 {
            let table = (0..<9).map { row in
                (0..<3).map { column -> Double? in
                    // The first row knows all, so that no column is unknown.
                    row > 0 && generator.uniform() < 0.4 ? nil : generator.uniform(-2, 5)
                }
            }
            let training = [0, 4, 2, 7]
            func samples(_ rows: [[Double?]]) throws -> Tensor<Double> {
                try Tensor(samples: rows.map { $0.map { $0 ?? .nan } })
            }
            let imputer = try Imputer(.median).fit(samples(training.map { table[$0] }))
            let expected = try imputer.transformed(samples(table)).elements
            let own = try Solution.imputeMissing(table, training: training).flatMap { $0 }
            for (a, b) in zip(own, expected) { XCTAssertEqual(a, b, accuracy: 1e-12) }
        }
    }

    /// Only the largest region of noise.
    private func largestRegion() -> Mask {
        let size = PixelSize(width: 9 + generator.index(below: 9), height: 5)
        let share = generator.uniform(0.3, 0.7)
        let noise = Mask(
            size: size, pixels: (0..<size.area).map { _ in generator.uniform() < share })
        let labels = noise.connectedComponents(connectivity: .eight)
        let largest = labels.regions().max { $0.area < $1.area }?.label
        return labels.foreground { $0 == largest }
    }
}
