import Foundation

/// The groups of an annotation file: what their names say, and which is part of which.
struct AnnotationGroups {
    private var parents: [String: String] = [:]

    /// Takes note of an element `<Group Name="First group" PartOfGroup="Tumor">`.
    mutating func add(_ name: String, partOf parent: String?) {
        parents[name] = parent
    }

    /// What a group holds: what its own name says, or else the name of the group that it is part
    /// of, up to the outermost; nil if none of them says it.
    func kind(of group: String) -> Annotation.Kind? {
        var name = group
        // No way upwards is longer than there are groups, unless it runs in a circle.
        for _ in 0...parents.count {
            if let kind = Annotation.Kind(group: name) { return kind }
            guard let parent = parents[name] else { return nil }
            name = parent
        }
        return nil
    }
}

extension Annotation.Kind {
    /// What an outline holds by the name of its group, or nil if the name says neither.
    ///
    /// `_0`, `_1` and `_2` are the groups of CAMELYON16, `Ignore*` is a class of QuPath, the other names
    /// are what people write.
    init?(group: String) {
        switch group.trimmingCharacters(in: .whitespacesAndNewlines).lowercased() {
        case "_0", "_1", "tumor", "tumors", "tumour", "tumours", "metastasis", "metastases",
            "lesion", "lesions", "cancer", "carcinoma":
            self = .tumor
        case "_2", "exclusion", "exclusions", "exclude", "excluded", "normal", "hole", "holes",
            "ignore*":
            self = .exclusion
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

    /// The colour in which it is shown by viewers.
    var color: RGB {
        switch self {
        case .tumor: RGB(0xF4, 0xFA, 0x58)
        case .exclusion: RGB(0x64, 0xFE, 0x2E)
        }
    }
}
