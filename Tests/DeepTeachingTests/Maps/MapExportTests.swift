import DeepTeaching
import Foundation
import XCTest

/// Lists of detections, and maps as files for other programs.
final class MapExportTests: XCTestCase {
    private func file(_ name: String) throws -> URL {
        try SlideFixtures.folder(for: self).appending(path: name)
    }

    func testAListOfDetectionsIsWrittenAndRead() throws {
        let url = try file("test_001.csv")
        let map = ConfidenceMap(
            drawn: ["905", "000", "060"], origin: BaselinePoint(x: 1000, y: 3))
        try DetectionTable(peaks: try map.peaks(radius: 20)).write(to: url)
        XCTAssertEqual(
            try String(contentsOf: url, encoding: .utf8),
            "0.8999999761581421,1005,8\n0.6000000238418579,1015,28\n")
        let read = try DetectionTable(contentsOf: url)
        XCTAssertEqual(read.peaks.map(\.center.x), [1005, 1015])
        XCTAssertEqual(read.peaks.map(\.center.y), [8, 28])
        XCTAssertEqual(read.peaks[0].probability, 0.9, accuracy: 1e-6)
        try DetectionTable(peaks: []).write(to: url)
        XCTAssertEqual(try DetectionTable(contentsOf: url).peaks, [])
    }

    func testAListAsOthersWriteItIsRead() throws {
        let url = try file("others.csv")
        try Data("Confidence,X coordinate,Y coordinate\r\n0.5, 10.25, -3\r\n\r\n1;2;3\r\n".utf8)
            .write(to: url)
        XCTAssertEqual(
            try DetectionTable(contentsOf: url).peaks,
            [
                MapPeak(center: BaselinePoint(x: 10.25, y: -3), probability: 0.5),
                MapPeak(center: BaselinePoint(x: 2, y: 3), probability: 1),
            ])
    }

    func testAnotherTableIsRefusedWithItsLine() throws {
        let url = try file("stages.csv")
        let wrong = [
            ("patient,stage\npatient_000.zip,pN0\n", 2, "there are 2 cells in place of 3"),
            ("0.5,1,2\n0.5,1,2,3\n", 2, "there are 4 cells in place of 3"),
            ("1.5,1,2\n", 1, "the confidence is 1.5, and not between 0 and 1"),
            ("0.5,one,2\n", 1, "\"one\" is no number"),
            ("0.5,1,2\nnan,1,2\n", 2, "\"nan\" is no number"),
        ]
        for (text, line, reason) in wrong {
            try Data(text.utf8).write(to: url)
            XCTAssertThrowsError(try DetectionTable(contentsOf: url)) {
                XCTAssertEqual(
                    $0 as? MapError, .malformedTable(file: url.path, line: line, reason: reason))
            }
        }
        XCTAssertThrowsError(try DetectionTable(contentsOf: try file("absent.csv")))
        let broken = DetectionTable(
            peaks: [MapPeak(center: BaselinePoint(x: .nan, y: 0), probability: 1)])
        XCTAssertThrowsError(try broken.write(to: url))
        XCTAssertThrowsError(
            try DetectionTable(peaks: []).write(to: url.appending(path: "x.csv")))
    }

    func testNumPyReadsTheProbabilities() throws {
        let url = try file("map.npy")
        try ConfidenceMap(drawn: ["05", ".9"]).write(npy: url)
        let read = try Tensor<Float>(npy: url)
        XCTAssertEqual(read.shape, [2, 2])
        XCTAssertEqual(read[0, 1], 0.5)
        XCTAssertTrue(read[1, 0].isNaN, "nobody looked there")
    }

    func testAPyramidHoldsEveryCell() throws {
        let url = try file("map.tif")
        let size = PixelSize(width: 1300, height: 1130)
        var generator = SeededGenerator(seed: 2)
        let values = (0..<size.area).map { _ in Float(generator.index(below: 256)) / 255 }
        let map = ConfidenceMap(
            probabilities: Plane(size: size, values: values),
            covered: Mask(size: size, pixels: (0..<size.area).map { $0 % 5 != 0 }),
            frame: RasterFrame(downsample: 8), baselineMicronsPerPixel: MicronsPerPixel(0.5))
        try map.write(pyramid: url)
        let slide = try SlideFile(url)
        XCTAssertEqual(slide.levels[0].size, size)
        XCTAssertGreaterThan(slide.levels.count, 1)
        XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).x, 4, accuracy: 1e-3)
        let image = try slide.read(origin: BaselinePoint(x: 0, y: 0), size: size, level: 0)
        for index in stride(from: 0, to: size.area, by: 7) {
            let expected = index % 5 != 0 ? UInt8((255 * values[index]).rounded()) : 0
            XCTAssertEqual(image.pixels[3 * index], expected)
        }
        var broken = map
        broken.probabilities.values[7] = -0.5
        XCTAssertThrowsError(try broken.write(pyramid: url)) {
            XCTAssertEqual($0 as? MapError, .notAProbability(value: "-0.5", x: 7, y: 0))
        }
    }
}
