import Foundation

extension AnnotationFile {
    /// Writes the outlines as ASAP does. The file appears under its name only when it is whole.
    ///
    /// Coordinates are written with all their digits, so that reading gives equal values.
    ///
    /// - Throws: `SlideError` if the file cannot be written.
    public func write(to url: URL) throws {
        do {
            try Data(xml.utf8).write(to: url, options: .atomic)
        } catch {
            throw SlideError.unwritable(
                path: url.path, reason: "its folder does not exist, is protected or is full")
        }
    }

    /// The content of the file.
    var xml: String {
        var lines = ["<?xml version=\"1.0\"?>", "<ASAP_Annotations>", "\t<Annotations>"]
        for annotation in annotations { lines += Self.lines(of: annotation) }
        lines += ["\t</Annotations>", "\t<AnnotationGroups>"]
        for kind in [Annotation.Kind.tumor, .exclusion]
        where annotations.contains(where: { $0.kind == kind }) {
            let color = kind == .tumor ? "#F4FA58" : "#64FE2E"
            lines.append(
                "\t\t<Group Name=\"\(kind.group)\" PartOfGroup=\"None\" Color=\"\(color)\"/>")
        }
        lines += ["\t</AnnotationGroups>", "</ASAP_Annotations>", ""]
        return lines.joined(separator: "\n")
    }

    private static func lines(of annotation: Annotation) -> [String] {
        let head =
            "\t\t<Annotation Name=\"\(escaped(annotation.name))\" Type=\"Polygon\" "
            + "PartOfGroup=\"\(annotation.kind.group)\">"
        let corners = annotation.outline.enumerated().map { order, corner in
            "\t\t\t\t<Coordinate Order=\"\(order)\" X=\"\(corner.x)\" Y=\"\(corner.y)\"/>"
        }
        return [head, "\t\t\t<Coordinates>"] + corners
            + ["\t\t\t</Coordinates>", "\t\t</Annotation>"]
    }

    /// A text as it stands inside the quotation marks of an attribute.
    private static func escaped(_ text: String) -> String {
        text.reduce(into: "") { result, character in
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\n": result += "&#10;"
            case "\t": result += "&#9;"
            case "\r": result += "&#13;"
            default: result.append(character)
            }
        }
    }
}
