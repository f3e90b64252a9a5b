import DeepTeaching
import XCTest

/// The regions of a map, drawn for QuPath.
final class MapOutlineTests: XCTestCase {
    private var map: ConfidenceMap {
        let rows: [[Float]] = [
            [0.9, 0.8, 0, 0, 0, 0], [0.9, 0.2, 0, 0, 0, 0], [0.9, 0.7, 0, 0, 0.6, 0],
            [0, 0, 0, 0, 0, 0.7],
        ]
        let size = PixelSize(width: 6, height: 4)
        return ConfidenceMap(
            probabilities: Plane(size: size, values: rows.flatMap(\.self)),
            covered: Mask(size: size, repeating: true),
            frame: RasterFrame(origin: BaselinePoint(x: 100, y: 50), downsample: 32),
            baselineMicronsPerPixel: MicronsPerPixel(0.5))
    }

    func testOutlinesEncloseWhatDetectionsMeasure() {
        var settings = DetectionSettings()
        settings.fillsHoles = false
        for connectivity in Connectivity.allCases {
            settings.connectivity = connectivity
            let outlines = map.outlines(settings: settings)
            XCTAssertEqual(outlines.count, map.detections(settings: settings).count)
            XCTAssertEqual(outlines.count, connectivity == .eight ? 2 : 3)
            XCTAssertEqual(
                SlideRaster(filling: outlines, frame: map.frame, size: map.covered.size).pixels,
                map.tumorMask(settings: settings))
        }
        XCTAssertEqual(map.outlines()[0].exterior[0], BaselinePoint(x: 100, y: 50))
        settings.threshold = 0.95
        XCTAssertEqual(map.outlines(settings: settings), [])
    }

    func testTheyAreDetectionsForQuPath() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).geojson")
        defer { try? FileManager.default.removeItem(at: file) }
        try map.geoJSON().write(to: file)
        let found = try GeoJSONFile(file).features
        XCTAssertEqual(found.flatMap(\.areas), map.outlines())
        XCTAssertEqual(Set(found.map(\.objectType)), [.detection])
        XCTAssertEqual(found.map(\.classification), ["Tumor", "Tumor"])
    }
}
