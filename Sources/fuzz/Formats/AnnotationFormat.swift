import DeepTeaching
import Foundation

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Outlines that pathologists drew. Accepted means: another reader of XML finds the same number of
/// areas in it, or a warning says what was left out.
struct AnnotationFormat: FileFormat {
    static let name = "annotations"
    static let words = [
        "<Annotation ", "</Annotation>", "<Coordinates>", "</Coordinates>", "<Coordinate ", "/>",
        "Order=\"3\"", "X=\"1.5\"", "Y=\"2\"", "Type=\"Polygon\"", "Type=\"Dot\"", "Tumor", "None",
        "<!--", "-->", "<![CDATA[", "]]>", "&amp;", "&x;", "&#xD800;",
        "<!DOCTYPE a [<!ENTITY x 'y'>]>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>", "encoding=\"UTF-16\"", "\u{FEFF}", "é",
        "<ASAP_Annotations>", "</ASAP_Annotations>", "PartOfGroup=\"_2\"",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "outlines.xml") }

    var samples: [Data] {
        get throws {
            let corners = [(1, 2), (30, 2.5), (20, 40)].map { BaselinePoint(x: $0.0, y: $0.1) }
            let outlines = AnnotationFile(annotations: [
                Annotation(name: "one", kind: .tumor, outline: corners),
                Annotation(name: "hole", kind: .exclusion, outline: corners.reversed()),
            ])
            try outlines.write(to: file)
            let text = try String(contentsOf: file, encoding: .utf8)
            let latin =
                "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><!-- é --><ASAP_Annotations/>"
            return [
                Data(text.utf8), Data(text.replacing("\n", with: "\r\n").utf8),
                latin.data(using: .isoLatin1) ?? Data(),
            ]
        }
    }

    func fault(in bytes: Data) throws -> String? {
        let found = try AnnotationFile(file)
        for annotation in found.annotations {
            guard annotation.outline.count >= 3 else { return "an outline has too few corners" }
            guard annotation.outline.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
                return "a corner is no number"
            }
        }
        let document: XMLDocument
        do {
            document = try XMLDocument(data: bytes)
        } catch {
            return "another reader calls it malformed: \(error)"
        }
        let outlines = try document.nodes(forXPath: "//Annotation").filter { node in
            try Self.isArea(node) && node.nodes(forXPath: ".//Coordinate").count >= 3
        }
        let said = found.annotations.count...found.annotations.count + found.warnings.count
        return said.contains(outlines.count)
            ? nil : "another reader finds \(outlines.count) areas, not \(said)"
    }

    private static func isArea(_ node: XMLNode) -> Bool {
        let type = (node as? XMLElement)?.attribute(forName: "Type")?.stringValue ?? "Polygon"
        return ["polygon", "spline", "rectangle"].contains(type.lowercased())
    }
}
