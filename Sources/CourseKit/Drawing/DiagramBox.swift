/// One box of a diagram: its title, its operation, and a line for each number.
struct DiagramBox {
    let box: Diagram.Box

    /// The class that colours it: given, computed or result.
    let kind: String
    let left: Double
    let top: Double
    let width: Double
    let height: Double

    /// The sizes of letters, as in the stylesheet.
    private static let size = (title: 14.5, small: 11.0, number: 13.0)
    private static let padding = 8.0
    private static let header = 45.0
    private static let line = 18.0

    /// How wide a box must be for its words.
    static func width(of box: Diagram.Box) -> Double {
        let rows = box.rows.map {
            width(of: $0.label, size: size.small) + 7 + width(of: $0.text, size: size.number)
        }
        let head = [
            1.1 * width(of: box.title, size: size.title),  // bold letters are wider
            width(of: box.operation, size: size.small),
        ]
        return 2 * padding + (rows + head).reduce(0, max)
    }

    /// How high a box with so many lines is.
    static func height(rows: Int) -> Double {
        rows > 0 ? header + line * Double(rows) + 8 : header
    }

    /// The width of words, with letters as wide as in the widest of the usual fonts: a little too
    /// wide is better than words outside of their box.
    private static func width(of words: String, size: Double) -> Double {
        words.reduce(0) { width, letter in
            if "mwMW@%".contains(letter) { return width + size }
            if " .,:;-'ijlrtf()".contains(letter) { return width + 0.42 * size }
            return width + 0.66 * size * Double(TextWidth.of(letter))
        }
    }

    var drawing: String {
        let outline =
            "<rect class=\"\(kind)\" \(place(left, top)) width=\"\(text(width))\" "
            + "height=\"\(text(height))\" rx=\"7\" />"
        let middle = left + width / 2
        let head =
            words(box.title, "title", middle, top + 20, anchor: "middle")
            + words(box.operation, "operation", middle, top + 36, anchor: "middle")
        return outline + head + (box.rows.isEmpty ? "" : rule) + rows
    }

    private var rule: String {
        "<path class=\"rule\" d=\"M\(text(left)) \(text(top + Self.header))h\(text(width))\" />"
    }

    private var rows: String {
        box.rows.enumerated().map { number, row in
            let y = top + Self.header + Self.line * Double(number + 1)
            return words(row.label, "label", left + Self.padding, y, anchor: "start")
                + words(row.text, "number", left + width - Self.padding, y, anchor: "end")
        }.joined()
    }

    private func words(
        _ words: String, _ name: String, _ x: Double, _ y: Double, anchor: String
    ) -> String {
        "<text class=\"\(name)\" \(place(x, y)) text-anchor=\"\(anchor)\">"
            + HTMLText.escaped(words) + "</text>"
    }

    private func place(_ x: Double, _ y: Double) -> String {
        "x=\"\(text(x))\" y=\"\(text(y))\""
    }

    private func text(_ value: Double) -> String { svgNumber(value) }
}
