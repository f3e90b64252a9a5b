import DeepTeaching
import Foundation

/// Areas in GeoJSON. Accepted means: another reader of JSON finds as many features and polygons in it,
/// or a warning says what was left out, and what is written is read as the same.
struct GeoJSONFormat: FileFormat {
    static let name = "geojson"
    static let words = [
        "\"type\":", "\"Feature\"", "\"FeatureCollection\"", "\"Polygon\"", "\"MultiPolygon\"",
        "\"Point\"", "\"GeometryCollection\"", "\"geometries\":", "\"coordinates\":", "[[", "]]", ",",
        "{", "}", "null", "1e999", "-1e308", "0.5", "\"Tumor\"", "\"names\":", "\"color\":[1,2,3]",
        "\u{FEFF}", "\\u0000", "\"detection\"",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "areas.geojson") }

    var samples: [Data] {
        get throws {
            let mask = Mask(size: PixelSize(side: 5), pixels: (0..<25).map { $0 % 7 != 1 })
            let areas = SlideRaster(mask, downsample: 2.5).outlines()
            try GeoJSONFile(features: [
                GeoJSONFeature(name: "one", classification: "Tumor", areas: areas),
                GeoJSONFeature(
                    classification: "Exclusion", color: RGB(1, 2, 3), objectType: .detection,
                    areas: [areas[0]]),
            ]).write(to: file)
            let drawn = """
                [{"type":"Feature","geometry":{"type":"Point","coordinates":[1,2]},"properties":{}},\
                {"type":"Feature","geometry":{"type":"GeometryCollection","geometries":[{"type":\
                "Polygon","coordinates":[[[0,0],[9,0],[9,9],[0,0]]]}]},"properties":{\
                "classification":{"names":["Tumor","Positive"]}}}]
                """
            return [try Data(contentsOf: file), Data(drawn.utf8)]
        }
    }

    func fault(in bytes: Data) throws -> String? {
        let found = try GeoJSONFile(file)
        for ring in found.features.flatMap(\.areas).flatMap(\.rings) {
            guard ring.count >= 3 else { return "a ring has too few corners" }
            guard ring.allSatisfy({ abs($0.x) <= 1e9 && abs($0.y) <= 1e9 }) else {
                return "a corner lies on no slide"
            }
        }
        let copy = file.deletingLastPathComponent().appending(path: "copy.geojson")
        try found.write(to: copy)
        guard try GeoJSONFile(copy).features == found.features else {
            return "what is written is read as something else"
        }
        let text = String(decoding: bytes, as: UTF8.self)
        guard !text.utf8.contains(0),
            let root = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        else { return nil }
        let features = (root as? [String: Any])?["features"] as? [Any] ?? root as? [Any] ?? [root]
        guard features.count == found.features.count else {
            return "another reader finds \(features.count) features, not \(found.features.count)"
        }
        let polygons = features.reduce(0) { $0 + Self.polygons(($1 as? [String: Any])?["geometry"]) }
        let said = found.features.reduce(0) { $0 + $1.areas.count }
        return (said...said + found.warnings.count).contains(polygons)
            ? nil : "another reader finds \(polygons) polygons, not \(said)"
    }

    /// How many polygons a geometry holds.
    private static func polygons(_ value: Any?) -> Int {
        guard let geometry = value as? [String: Any] else { return 0 }
        switch geometry["type"] as? String {
        case "Polygon": return 1
        case "MultiPolygon": return (geometry["coordinates"] as? [Any])?.count ?? 0
        case "GeometryCollection":
            return (geometry["geometries"] as? [Any] ?? []).reduce(0) { $0 + polygons($1) }
        default: return 0
        }
    }
}
