/// What stands at the top of a GeoJSON file.
struct GeoJSONRoot: Decodable {
    private enum CodingKeys: String, CodingKey { case type, features }

    /// The type that the file names; of a bare list none.
    let type: String

    /// The features, whatever holds them.
    let features: [GeoJSONObject]

    /// Whether features were looked for.
    let isCollection: Bool

    init(from decoder: any Decoder) throws {
        if (try? decoder.unkeyedContainer()) != nil {
            (type, isCollection) = ("", true)
            features = try [GeoJSONObject](from: decoder)
            return
        }
        let container = try decoder.container(keyedBy: CodingKeys.self)
        type = try container.decode(String.self, forKey: .type)
        isCollection = type == "FeatureCollection" || type == "Feature"
        switch type {
        case "FeatureCollection":
            features = try container.decode([GeoJSONObject].self, forKey: .features)
        case "Feature": features = [try GeoJSONObject(from: decoder)]
        default: features = []
        }
    }
}

/// A feature as it stands in the file.
struct GeoJSONObject: Decodable {
    struct Properties: Decodable {
        let objectType: String?
        let name: String?
        let classification: Classification?
    }

    struct Classification: Decodable {
        let name: String?

        /// In place of a name, those of a derived class.
        let names: [String]?
        let color: [Int]?
    }

    let type: String
    let geometry: GeoJSONGeometry?
    let properties: Properties?
}

/// The place of a feature as it stands in the file.
struct GeoJSONGeometry: Decodable {
    private enum CodingKeys: String, CodingKey { case type, coordinates, geometries }

    /// Those that enclose nothing.
    private static let open: Set<String> = ["Point", "MultiPoint", "LineString", "MultiLineString"]

    /// For each polygon its rings, for each ring its positions.
    let polygons: [[[[Double]]]]

    /// The types of what encloses nothing.
    let openTypes: [String]

    /// The types that GeoJSON does not know.
    let unknownTypes: [String]

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let type = try container.decode(String.self, forKey: .type)
        switch type {
        case "Polygon":
            polygons = [try container.decode([[[Double]]].self, forKey: .coordinates)]
        case "MultiPolygon":
            polygons = try container.decode([[[[Double]]]].self, forKey: .coordinates)
        case "GeometryCollection":
            let parts = try container.decode([GeoJSONGeometry].self, forKey: .geometries)
            polygons = parts.flatMap(\.polygons)
            openTypes = parts.flatMap(\.openTypes)
            unknownTypes = parts.flatMap(\.unknownTypes)
            return
        default: polygons = []
        }
        let isArea = type == "Polygon" || type == "MultiPolygon"
        openTypes = Self.open.contains(type) ? [type] : []
        unknownTypes = isArea || Self.open.contains(type) ? [] : [type]
    }
}
