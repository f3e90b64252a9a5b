import Foundation

/// The outlines that pathologists drew with the viewer ASAP, as CAMELYON stores them: one XML file
/// a slide, coordinates in level-0 pixels.
///
/// Source: LITJENS, Geert, et al. 1399 H&E-stained sentinel lymph node sections of breast cancer
/// patients: the CAMELYON dataset. GigaScience, 2018, 7(6), giy065.
public struct AnnotationFile: Sendable, Equatable {
    /// The outlines in the order of the file.
    public var annotations: [Annotation]

    /// A file's content.
    public init(annotations: [Annotation]) {
        self.annotations = annotations
    }

    /// Reads a file.
    ///
    /// Areas are read: polygons, splines, rectangles; points and measured lines are passed over.
    /// The corners are sorted by their `Order`. The group says what an outline holds, whatever its
    /// case: `_0`, `_1`, `Tumor`, `metastases` are tumour; `_2`, `Exclusion`, `normal` are holes.
    /// An outline without a group (none, empty, or "None") is judged by its name in the same way.
    ///
    /// - Parameters:
    ///   - url: the XML file.
    ///   - unknownKind: what an outline holds whose group says neither; nil refuses the file.
    /// - Throws: `SlideError` with file and line if it is missing, cut off, no annotation file, lacks
    ///   a coordinate, or has an unknown group.
    public init(_ url: URL, unknownKind: Annotation.Kind? = nil) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
            throw SlideError.missing(path: url.path)
        }
        guard !isFolder.boolValue else { throw SlideError.folder(path: url.path) }
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw SlideError.unreadable(path: url.path, reason: "it is protected or damaged")
        }
        let parser = AnnotationParser(unknownKind: unknownKind)
        annotations = try parser.parse(data, path: url.path)
    }
}

extension Annotation.Kind {
    /// What an outline holds by the name of its group, or nil if the name says neither.
    init?(group: String) {
        switch group.lowercased() {
        case "_0", "_1", "tumor", "metastases": self = .tumor
        case "_2", "exclusion", "normal": self = .exclusion
        default: return nil
        }
    }

    /// The name of the group that is written for it.
    var group: String {
        switch self {
        case .tumor: "Tumor"
        case .exclusion: "Exclusion"
        }
    }
}
