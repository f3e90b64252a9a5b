/// One object of a GeoJSON file, as the viewer QuPath draws it: areas with a name and a class.
public struct GeoJSONFeature: Sendable, Equatable {
    /// What QuPath takes the object for.
    public enum ObjectType: String, Sendable, Codable {
        /// Somebody drew it, and may change it.
        case annotation

        /// A program found it; QuPath lists thousands of these.
        case detection
    }

    /// The name of the object; empty if it has none.
    public var name: String

    /// The class, such as "Tumor"; nil if it has none. Derived classes are written with a colon, such
    /// as "Tumor: Positive".
    public var classification: String?

    /// The colour of the class; nil leaves it to the viewer.
    public var color: RGB?

    /// Drawn or found.
    public var objectType: ObjectType

    /// What it encloses, in level-0 pixels; a file may hold objects that enclose nothing.
    public var areas: [Polygon<BaselinePoint>]

    /// An object from its parts.
    public init(
        name: String = "", classification: String? = nil, color: RGB? = nil,
        objectType: ObjectType = .annotation, areas: [Polygon<BaselinePoint>]
    ) {
        self.name = name
        self.classification = classification
        self.color = color
        self.objectType = objectType
        self.areas = areas
    }
}

extension GeoJSONFeature: Encodable {
    private enum CodingKeys: String, CodingKey { case type, geometry, properties }
    private enum GeometryKeys: String, CodingKey { case type, coordinates }
    private enum PropertyKeys: String, CodingKey { case objectType, name, classification }
    private enum ClassKeys: String, CodingKey { case name, color }

    /// The feature as GeoJSON; one without areas has no geometry.
    public func encode(to encoder: any Encoder) throws {
        var feature = encoder.container(keyedBy: CodingKeys.self)
        try feature.encode("Feature", forKey: .type)
        let coordinates = areas.map { $0.rings.map(Self.closed) }
        if coordinates.isEmpty {
            try feature.encodeNil(forKey: .geometry)
        } else {
            var geometry = feature.nestedContainer(keyedBy: GeometryKeys.self, forKey: .geometry)
            try geometry.encode(areas.count == 1 ? "Polygon" : "MultiPolygon", forKey: .type)
            if areas.count == 1 {
                try geometry.encode(coordinates[0], forKey: .coordinates)
            } else {
                try geometry.encode(coordinates, forKey: .coordinates)
            }
        }
        var properties = feature.nestedContainer(keyedBy: PropertyKeys.self, forKey: .properties)
        try properties.encode(objectType, forKey: .objectType)
        if !name.isEmpty { try properties.encode(name, forKey: .name) }
        guard let classification else { return }
        var own = properties.nestedContainer(keyedBy: ClassKeys.self, forKey: .classification)
        try own.encode(classification, forKey: .name)
        if let color { try own.encode([color.red, color.green, color.blue], forKey: .color) }
    }

    /// The positions of a ring, the first once more at the end.
    private static func closed(_ ring: [BaselinePoint]) -> [[Double]] {
        (ring + ring.prefix(1)).map { [$0.x, $0.y] }
    }
}
