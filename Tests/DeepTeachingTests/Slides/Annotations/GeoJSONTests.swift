import DeepTeaching
import Foundation
import XCTest

/// Areas as QuPath exchanges them.
final class GeoJSONTests: XCTestCase {
    private var folder: URL!

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "geojson-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private var file: URL { folder.appending(path: "areas.geojson") }

    private func read(_ text: String) throws -> GeoJSONFile {
        try Data(text.utf8).write(to: file)
        return try GeoJSONFile(file)
    }

    private func points(_ corners: [(Double, Double)]) -> [BaselinePoint] {
        corners.map { BaselinePoint(x: $0.0, y: $0.1) }
    }

    private let square = "[[0,0],[10,0],[10,10],[0,10],[0,0]]"
    private let hole = "[[2,2],[2,4],[4,4],[2,2]]"

    private func feature(_ geometry: String, _ properties: String = "{}") -> String {
        #"{"type":"Feature","geometry":\#(geometry),"properties":\#(properties)}"#
    }

    private func polygon(_ rings: String) -> String {
        #"{"type":"Polygon","coordinates":[\#(rings)]}"#
    }

    /// A file as QuPath writes it, with all that it adds.
    func testAFileOfQuPath() throws {
        let text = """
            {"type":"FeatureCollection","features":[{"type":"Feature",
            "id":"a4d3c1e2-0000-4000-8000-000000000001",
            "geometry":{"type":"Polygon","coordinates":[\(square),\(hole)]},
            "properties":{"objectType":"annotation","name":"edge","isLocked":true,
            "classification":{"name":"Tumor","color":[200,0,0]},
            "measurements":{"Area":12.5}}}]}
            """
        XCTAssertEqual(
            try read(text).features,
            [
                GeoJSONFeature(
                    name: "edge", classification: "Tumor", color: RGB(200, 0, 0),
                    areas: [
                        Polygon(
                            exterior: points([(0, 0), (10, 0), (10, 10), (0, 10)]),
                            holes: [points([(2, 2), (2, 4), (4, 4)])])
                    ])
            ])
    }

    func testAListAndASingleFeatureAreReadToo() throws {
        let one = feature(polygon(square))
        for text in [one, "[\(one)]", "\u{FEFF}\n [\(one)]"] {
            XCTAssertEqual(try read(text).features.map(\.areas.count), [1], text)
        }
        try XCTUnwrap("[\(one)]".data(using: .utf16)).write(to: file)
        XCTAssertEqual(try GeoJSONFile(file).features.count, 1)
        XCTAssertEqual(try read("[]").features, [])
    }

    func testAreasOfOneFeature() throws {
        let several =
            #"{"type":"MultiPolygon","coordinates":[[\#(square)],[\#(square),\#(hole)]]}"#
        XCTAssertEqual(try read(feature(several)).features[0].areas.map(\.holes.count), [0, 1])
        let mixed =
            #"{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[1,2]},"#
            + several + "]}"
        let found = try read(feature(mixed))
        XCTAssertEqual(found.features[0].areas.count, 2)
        XCTAssertEqual(
            found.warnings, [.feature(number: 1, annotation: "", .noOutline(type: "Point"))])
    }

    func testClassesOfAllKinds() throws {
        func feature(_ properties: String) throws -> GeoJSONFeature {
            try read(self.feature(polygon(square), properties)).features[0]
        }
        XCTAssertEqual(
            try feature(#"{"classification":{"names":["Tumor","Positive"]}}"#).classification,
            "Tumor: Positive")
        XCTAssertNil(try feature(#"{"classification":null}"#).classification)
        XCTAssertNil(try feature("null").classification)
        for (type, expected) in [
            ("annotation", GeoJSONFeature.ObjectType.annotation), ("detection", .detection),
            ("cell", .detection), ("tma_core", .annotation),
        ] {
            XCTAssertEqual(try feature(#"{"objectType":"\#(type)"}"#).objectType, expected)
        }
    }

    func testWhatEnclosesNothingBecomesAWarning() throws {
        let odd = [
            #"{"type":"LineString","coordinates":[[1,2],[3,4]]}"#, "null",
            polygon("[[1,1],[2,2],[1,1]]"), polygon("[[1,1],[2,2],[3,3],[1,1]]"), polygon(""),
            polygon("\(square),[[1,1],[2,2],[1,1]]"),
        ]
        let found = try read("[" + odd.map { feature($0) }.joined(separator: ",") + "]")
        XCTAssertEqual(found.features.map(\.areas.count), [0, 0, 0, 0, 0, 1])
        XCTAssertEqual(
            found.warnings,
            [
                .feature(number: 1, annotation: "", .noOutline(type: "LineString")),
                .feature(number: 2, annotation: "", .noGeometry),
                .feature(number: 3, annotation: "", .noArea(corners: 2)),
                .feature(number: 4, annotation: "", .noArea(corners: 3)),
                .feature(number: 5, annotation: "", .noArea(corners: 0)),
                .feature(number: 6, annotation: "", .noArea(corners: 2)),
            ])
        XCTAssertEqual(
            found.warnings[0].description,
            "Feature 1 holds a LineString, which encloses nothing. It is passed over.")
    }

    func testWhatIsWrittenIsReadAsTheSame() throws {
        var generator = SeededGenerator(seed: 3)
        let mask = Mask(
            size: PixelSize(width: 30, height: 20),
            pixels: (0..<600).map { _ in generator.uniform(0, 1) < 0.55 })
        let raster = SlideRaster(
            mask, frame: RasterFrame(origin: BaselinePoint(x: 0.1, y: 1e6 / 3), downsample: 32.0005))
        let written = GeoJSONFile(features: [
            GeoJSONFeature(
                name: "quoted \" \\ é\n", classification: "Tissue", color: RGB(0, 255, 7),
                areas: raster.outlines()),
            GeoJSONFeature(objectType: .detection, areas: [raster.outlines()[0]]),
            GeoJSONFeature(name: "nothing", areas: []),
        ])
        try written.write(to: file)
        let found = try GeoJSONFile(file)
        XCTAssertEqual(found.features, written.features)
        XCTAssertEqual(
            SlideRaster(
                filling: found.features[0].areas, frame: raster.frame, size: raster.size), raster)
    }

    func testEachMistakeIsSaidWithItsFeature() throws {
        func expect(_ text: String, _ feature: Int?, _ problem: GeoJSONProblem) {
            XCTAssertThrowsError(try read(text), text) { error in
                XCTAssertEqual(
                    error as? SlideError,
                    .geoJSON(path: file.path, feature: feature, problem: problem))
            }
        }
        let sound = feature(polygon(square))
        expect("{", nil, .notJSON)
        expect("", nil, .notJSON)
        expect(String(sound.dropLast(9)), nil, .notJSON)
        expect(String(repeating: "[", count: 100_000), nil, .notJSON)
        expect(polygon(square), nil, .wrongRoot("Polygon"))
        expect("[\(sound),\(polygon(square))]", 2, .notAFeature("Polygon"))
        expect("[\(sound),{}]", 2, .wrongValue(place: "type"))
        expect(#"{"type":"FeatureCollection"}"#, nil, .wrongValue(place: "features"))
        expect(feature(#"{"type":"Circle"}"#), 1, .unknownGeometry("Circle"))
        expect(feature(#"{"type":"Polygon"}"#), 1, .wrongValue(place: "geometry.coordinates"))
        expect(
            "[\(feature(polygon(#"[["a",1]]"#)))]", 1,
            .wrongValue(place: "geometry.coordinates[0][0][0]"))
        expect(feature(polygon("[[1],[1]]")), 1, .wrongPosition(numbers: 1))
        expect(feature(polygon("[[1,2,3,4]]")), 1, .wrongPosition(numbers: 4))
        expect(feature(polygon("[[0,0],[1,0],[2e9,1],[0,0]]")), 1, .outOfReach(2e9))
        expect(feature(polygon("[[0,0],[1,0],[1,1]]")), 1, .openRing(corners: 3))
        expect(
            feature(polygon(square), #"{"classification":{"name":"a","color":[1,2,256]}}"#), 1,
            .wrongColor([1, 2, 256]))
        XCTAssertThrowsError(try read(feature(polygon("[[1e999,0],[1,0],[1,1],[1e999,0]]"))))
        try Data([0x7B, 0xFF]).write(to: file)
        XCTAssertThrowsError(try GeoJSONFile(file)) { error in
            XCTAssertEqual(
                error as? SlideError,
                .geoJSON(path: file.path, feature: nil, problem: .notText(offset: 1)))
            XCTAssertTrue("\(error)".contains("Save the file as UTF-8"))
        }
    }

    func testLimits() throws {
        let corner = "[1,1],"
        let count = GeoJSONFile.maximumCorners
        let long = "[[0,0],[5,0]," + String(repeating: corner, count: count - 3) + "[0,0]]"
        XCTAssertEqual(try read(feature(polygon(long))).features[0].areas[0].exterior.count, count - 1)
        let longer = "[[0,0],[5,0]," + String(repeating: corner, count: count - 2) + "[0,0]]"
        XCTAssertThrowsError(try read(feature(polygon(longer)))) { error in
            XCTAssertEqual(
                error as? SlideError,
                .geoJSON(
                    path: file.path, feature: 1,
                    problem: .ringTooLong(corners: count + 1, limit: count)))
        }
        // Nothing but holes of the file: no byte of it is stored.
        FileManager.default.createFile(atPath: file.path, contents: Data("[".utf8))
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: UInt64(GeoJSONFile.maximumSize) + 1)
        try handle.close()
        XCTAssertThrowsError(try GeoJSONFile(file)) { error in
            XCTAssertEqual(
                error as? SlideError,
                .geoJSON(
                    path: file.path, feature: nil,
                    problem: .tooLarge(
                        bytes: GeoJSONFile.maximumSize + 1, limit: GeoJSONFile.maximumSize)))
        }
    }
}
