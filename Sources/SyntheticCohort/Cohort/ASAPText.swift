import DeepTeaching

/// Outlines in the XML of ASAP, the viewer with which the CAMELYON slides were annotated.
struct ASAPText {
    let annotations: [Annotation]

    /// The whole file, with coordinates in level-0 pixels.
    var text: String {
        var lines = [#"<?xml version="1.0"?>"#, "<ASAP_Annotations>", "\t<Annotations>"]
        for annotation in annotations {
            let group = annotation.kind == .tumor ? "metastases" : "normal"
            lines.append(
                #"\#t\#t<Annotation Name="\#(annotation.name)" Type="Polygon" "#
                    + ##"PartOfGroup="\##(group)" Color="#F4FA58">"##)
            lines.append("\t\t\t<Coordinates>")
            for (order, point) in annotation.outline.enumerated() {
                lines.append(
                    #"\#t\#t\#t\#t<Coordinate Order="\#(order)" X="\#(Self.number(point.x))" "#
                        + #"Y="\#(Self.number(point.y))" />"#)
            }
            lines += ["\t\t\t</Coordinates>", "\t\t</Annotation>"]
        }
        lines += ["\t</Annotations>", "\t<AnnotationGroups>"]
        for (name, color) in [("metastases", "#ff0000"), ("normal", "#00ff00")] {
            lines += [
                #"\#t\#t<Group Name="\#(name)" PartOfGroup="None" Color="\#(color)">"#,
                "\t\t\t<Attributes />", "\t\t</Group>",
            ]
        }
        lines += ["\t</AnnotationGroups>", "</ASAP_Annotations>"]
        return lines.joined(separator: "\n") + "\n"
    }

    /// A coordinate to a thousandth of a pixel.
    private static func number(_ value: Double) -> String {
        "\((value * 1000).rounded() / 1000)"
    }
}
