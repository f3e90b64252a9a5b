import Foundation

/// The outlines that pathologists drew: with the viewer ASAP, as CAMELYON stores them, in XML, or with
/// QuPath in GeoJSON. One file a slide, coordinates in level-0 pixels.
///
/// Source: LITJENS, Geert, et al. 1399 H&E-stained sentinel lymph node sections of breast cancer
/// patients: the CAMELYON dataset. GigaScience, 2018, 7(6), giy065.
public struct AnnotationFile: Sendable, Equatable {
    /// The outlines in the order of the file.
    public var annotations: [Annotation]

    /// What else the file holds and encloses nothing. A file without outlines and without warnings
    /// says that nobody drew anything; one without outlines, but with warnings, does not.
    public let warnings: [AnnotationWarning]

    /// A file's content.
    public init(annotations: [Annotation]) {
        self.init(annotations: annotations, warnings: [])
    }

    init(annotations: [Annotation], warnings: [AnnotationWarning]) {
        self.annotations = annotations
        self.warnings = warnings
    }

    /// Reads a file of either kind, which its first letter tells.
    ///
    /// Of GeoJSON, the annotations are read as `GeoJSONFile` says; the class stands for the group of
    /// ASAP. XML is in UTF-8 or UTF-16, or in Latin-1 or Windows-1252 if its first line declares it.
    ///
    /// Areas are read: polygons, splines, rectangles. Dots, measured lines and areas of less than
    /// three corners become warnings. The corners are sorted by their `Order`; they may lie outside
    /// the slide, where nothing is drawn. Numbers are written with a point.
    ///
    /// The group says what an outline holds, whatever its case: `_0`, `_1`, `Tumor`, `Tumour`,
    /// `metastases`, `lesion` and the like are tumour; `_2`, `Exclusion`, `normal`, `hole` are holes.
    /// A group of another name is what the group is that it is part of. An outline without a group
    /// (none, empty, or "None") is judged by its name in the same way.
    ///
    /// - Parameters:
    ///   - url: the file of XML or GeoJSON.
    ///   - unknownKind: what an outline holds whose group says neither; nil refuses the file.
    ///   - requiringTumor: whether a file that outlines no tumour is refused: so a slide that is
    ///     known to be positive never counts as free of tumour because of its file.
    /// - Throws: `SlideError` with file and line, or feature, if it is missing, cut off, no annotation file, lacks
    ///   a coordinate, or has an unknown type or group.
    public init(
        _ url: URL, unknownKind: Annotation.Kind? = nil, requiringTumor: Bool = false
    ) throws {
        // Told before it is read: it may not fit into memory.
        if let length = SlideLimits.length(of: url.path), length > SlideLimits.annotationBytes {
            throw SlideError.annotations(
                path: url.path, line: 1,
                problem: .tooLarge(bytes: length, limit: SlideLimits.annotationBytes))
        }
        let data = try Data(contentsOfAnnotations: url)
        let isJSON = GeoJSONFile.begins(data)
        if isJSON {
            try self.init(
                GeoJSONFile(data, path: url.path), path: url.path, unknownKind: unknownKind)
        } else {
            try self.init(data, path: url.path, unknownKind: unknownKind)
        }
        guard !requiringTumor || annotations.contains(where: { $0.kind == .tumor }) else {
            throw isJSON
                ? SlideError.geoJSON(path: url.path, feature: nil, problem: .noTumor)
                : SlideError.annotations(path: url.path, line: 1, problem: .noTumor)
        }
    }

    /// Reads the bytes of a file of ASAP; `path` is how errors name it.
    init(_ data: Data, path: String, unknownKind: Annotation.Kind? = nil) throws {
        var outlines: [Annotation] = []
        var warnings: [AnnotationWarning] = []
        do {
            let parser = AnnotationParser()
            try parser.parse(AnnotationText(data).utf8)
            for drawn in parser.annotations {
                switch try drawn.judged(by: parser.groups, unknownKind: unknownKind) {
                case .outline(let outline): outlines.append(outline)
                case .nothing(let warning): warnings.append(warning)
                }
            }
        } catch let error as AnnotationFailure {
            throw SlideError.annotations(path: path, line: error.line, problem: error.problem)
        }
        annotations = outlines
        self.warnings = warnings
    }
}

/// What is wrong, and in which line, before the name of the file is known.
struct AnnotationFailure: Error {
    let problem: AnnotationProblem
    let line: Int
}
