import Foundation

extension AnnotationFile {
    /// Writes the outlines as ASAP does, or, under a name that ends in `.geojson` or `.json`, as
    /// QuPath does. The file appears under its name only when it is whole.
    ///
    /// Coordinates are written with all their digits, so that reading gives equal values. ASAP knows
    /// no holes of a single outline, so there they become exclusions, which lie in all outlines.
    ///
    /// - Throws: `SlideError` if the file cannot be written, or ASAP's format cannot tell what the
    ///   outlines enclose: an area within the hole of another.
    public func write(to url: URL) throws {
        if ["geojson", "json"].contains(url.pathExtension.lowercased()) {
            return try geoJSON.write(to: url)
        }
        if let island = annotations.firstInHole {
            throw SlideError.unwritable(
                path: url.path,
                reason: "\"\(island.name)\" lies in a hole of another outline, which the format of "
                    + "ASAP cannot say, but that of QuPath can (.geojson)")
        }
        try Data(xml.utf8).write(annotationsTo: url)
    }

    /// The content of the file of ASAP.
    var xml: String {
        var lines = ["<?xml version=\"1.0\"?>", "<ASAP_Annotations>", "\t<Annotations>"]
        for annotation in annotations { lines += Self.lines(of: annotation) }
        lines += ["\t</Annotations>", "\t<AnnotationGroups>"]
        for kind in [Annotation.Kind.tumor, .exclusion]
        where annotations.contains(where: { $0.holds(kind) }) {
            lines.append(
                "\t\t<Group Name=\"\(kind.group)\" PartOfGroup=\"None\" Color=\"\(hex(kind.color))\"/>")
        }
        lines += ["\t</AnnotationGroups>", "</ASAP_Annotations>", ""]
        return lines.joined(separator: "\n")
    }

    private static func lines(of annotation: Annotation) -> [String] {
        lines(of: annotation.outline, annotation.name, annotation.kind)
            + annotation.holes.flatMap { lines(of: $0, annotation.name, .exclusion) }
    }

    private static func lines(
        of outline: [BaselinePoint], _ name: String, _ kind: Annotation.Kind
    ) -> [String] {
        let head =
            "\t\t<Annotation Name=\"\(escaped(name))\" Type=\"Polygon\" "
            + "PartOfGroup=\"\(kind.group)\">"
        let corners = outline.enumerated().map { order, corner in
            "\t\t\t\t<Coordinate Order=\"\(order)\" X=\"\(corner.x)\" Y=\"\(corner.y)\"/>"
        }
        return [head, "\t\t\t<Coordinates>"] + corners
            + ["\t\t\t</Coordinates>", "\t\t</Annotation>"]
    }

    /// For example "#F4FA58".
    private func hex(_ color: RGB) -> String {
        "#"
            + [color.red, color.green, color.blue].map {
                ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true)
            }.joined()
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
