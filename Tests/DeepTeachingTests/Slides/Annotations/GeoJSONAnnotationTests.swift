import DeepTeaching
import Foundation
import XCTest

/// Outlines of tumour in GeoJSON, beside those in XML.
final class GeoJSONAnnotationTests: XCTestCase {
    private var folder: URL!

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "outlines-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private func square(_ from: Double, _ to: Double) -> [BaselinePoint] {
        [(from, from), (to, from), (to, to), (from, to)].map { BaselinePoint(x: $0.0, y: $0.1) }
    }

    private func write(_ features: [GeoJSONFeature], as name: String = "outlines") throws -> URL {
        // The name does not matter for reading.
        let file = folder.appending(path: name + ".xml")
        try GeoJSONFile(features: features).write(to: file)
        return file
    }

    func testTheContentTellsTheFormat() throws {
        let outlines = AnnotationFile(annotations: [
            Annotation(name: "a", kind: .tumor, outline: square(0, 9)),
            Annotation(name: "b", kind: .exclusion, outline: square(1, 3)),
        ])
        let names = ["a.xml", "a.geojson", "a.json", "A.GEOJSON"]
        for name in names {
            let file = folder.appending(path: name)
            try outlines.write(to: file)
            XCTAssertEqual(try AnnotationFile(file), outlines, name)
            let start = try Data(contentsOf: file).first
            XCTAssertEqual(start == UInt8(ascii: "{"), name != "a.xml")
        }
    }

    func testClassesSayWhatOutlinesHold() throws {
        let classes: [(String, Annotation.Kind)] = [
            ("Tumor", .tumor), ("metastases", .tumor), ("Tumor: Positive", .tumor),
            ("Region: Tumor", .tumor), ("Exclusion", .exclusion), ("Ignore*", .exclusion),
        ]
        let file = try write(
            classes.map { GeoJSONFeature(classification: $0.0, areas: [Polygon(exterior: square(0, 1))]) })
        XCTAssertEqual(try AnnotationFile(file).annotations.map(\.kind), classes.map(\.1))
        let named = try write([
            GeoJSONFeature(name: "Tumour", areas: [Polygon(exterior: square(0, 1))])
        ])
        XCTAssertEqual(try AnnotationFile(named).annotations.map(\.kind), [.tumor])
    }

    func testAnUnknownClassIsRefusedOrTakenAsSaid() throws {
        let file = try write([
            GeoJSONFeature(name: "nothing", areas: []),
            GeoJSONFeature(
                name: "x", classification: "Stroma", areas: [Polygon(exterior: square(0, 1))]),
        ])
        XCTAssertThrowsError(try AnnotationFile(file)) { error in
            XCTAssertEqual(
                error as? SlideError,
                .geoJSON(
                    path: file.path, feature: 2,
                    problem: .unknownClass(annotation: "x", name: "Stroma")))
        }
        let taken = try AnnotationFile(file, unknownKind: .exclusion)
        XCTAssertEqual(taken.annotations.map(\.kind), [.exclusion])
        XCTAssertThrowsError(
            try AnnotationFile(file, unknownKind: .exclusion, requiringTumor: true)
        ) { error in
            XCTAssertEqual(
                error as? SlideError,
                .geoJSON(path: file.path, feature: nil, problem: .noTumor))
        }
    }

    func testWhatAProgramFoundIsNoAnnotation() throws {
        let area = [Polygon(exterior: square(0, 1))]
        let file = try write([
            GeoJSONFeature(classification: "Tumor", objectType: .detection, areas: area),
            GeoJSONFeature(classification: "Tumor", areas: area),
        ])
        let found = try AnnotationFile(file)
        XCTAssertEqual(found.annotations.count, 1)
        XCTAssertEqual(found.warnings, [.detections(count: 1)])
    }

    /// A nest of tumour within the hole of another: an exclusion would take it away.
    func testANestInAHoleStaysTumor() throws {
        let outlines = AnnotationFile(annotations: [
            Annotation(name: "ring", kind: .tumor, outline: square(0, 5), holes: [square(1, 4)]),
            Annotation(name: "nest", kind: .tumor, outline: square(2, 3)),
        ])
        let file = folder.appending(path: "nest.geojson")
        try outlines.write(to: file)
        let found = try AnnotationFile(file)
        XCTAssertEqual(found, outlines)
        let mask = TumorMask(
            found.annotations, slideSize: PixelSize(side: 5), downsample: 1
        ).mask
        XCTAssertEqual(mask.rows, ["#####", "#...#", "#.#.#", "#...#", "#####"])
        XCTAssertThrowsError(try outlines.write(to: folder.appending(path: "nest.xml"))) { error in
            XCTAssertTrue("\(error)".contains("\"nest\" lies in a hole"), "\(error)")
        }
    }

    func testAHoleIsAnExclusionForASAP() throws {
        let ring = Annotation(
            name: "ring", kind: .tumor, outline: square(0, 5), holes: [square(1, 4)])
        let file = folder.appending(path: "ring.xml")
        try AnnotationFile(annotations: [ring]).write(to: file)
        let found = try AnnotationFile(file).annotations
        XCTAssertEqual(
            found,
            [
                Annotation(name: "ring", kind: .tumor, outline: square(0, 5)),
                Annotation(name: "ring", kind: .exclusion, outline: square(1, 4)),
            ])
        let size = PixelSize(side: 6)
        XCTAssertEqual(
            TumorMask(found, slideSize: size, downsample: 1),
            TumorMask([ring], slideSize: size, downsample: 1))
    }
}
