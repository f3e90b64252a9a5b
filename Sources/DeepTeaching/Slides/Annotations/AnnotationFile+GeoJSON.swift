extension AnnotationFile {
    /// The annotations among the objects of a GeoJSON file, each polygon one outline.
    ///
    /// The class says what an outline holds, as the group does in ASAP's files, of "Tumor: Positive"
    /// its first part that says it; without a class the name does. Detections are not what a
    /// pathologist drew: they are passed over with a warning.
    ///
    /// - Parameters:
    ///   - file: the objects.
    ///   - path: how errors name the file.
    ///   - unknownKind: what an outline holds whose class says neither; nil refuses the file.
    /// - Throws: `SlideError` if a class is unknown.
    init(_ file: GeoJSONFile, path: String, unknownKind: Annotation.Kind?) throws {
        let drawn = file.features.enumerated().filter { $0.element.objectType == .annotation }
        let annotations = try drawn.flatMap { index, feature in
            if feature.areas.isEmpty { return [] as [Annotation] }
            guard let kind = feature.kind ?? unknownKind else {
                throw SlideError.geoJSON(
                    path: path, feature: index + 1,
                    problem: .unknownClass(
                        annotation: feature.name, name: feature.classification ?? ""))
            }
            return feature.areas.map { area in
                Annotation(
                    name: feature.name, kind: kind, outline: area.exterior, holes: area.holes)
            }
        }
        let detections = file.features.count - drawn.count
        self.init(
            annotations: annotations,
            warnings: file.warnings + (detections > 0 ? [.detections(count: detections)] : []))
    }

    /// The outlines as objects for QuPath.
    public var geoJSON: GeoJSONFile {
        GeoJSONFile(
            features: annotations.map { annotation in
                GeoJSONFeature(
                    name: annotation.name, classification: annotation.kind.group,
                    color: annotation.kind.color, areas: [annotation.area])
            })
    }
}

extension GeoJSONFeature {
    /// What its class says that it holds, or else its name; nil if neither says it.
    fileprivate var kind: Annotation.Kind? {
        guard let classification else { return Annotation.Kind(group: name) }
        return Annotation.Kind(group: classification)
            ?? classification.split(separator: ":").lazy
            .compactMap { Annotation.Kind(group: String($0)) }.first
    }
}
