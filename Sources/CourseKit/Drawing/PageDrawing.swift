/// A drawing in SVG that takes its colours from the page, or brings them along as a file of its own.
protocol PageDrawing {
    /// The class of the drawing.
    static var name: String { get }

    /// The rules that colour the file.
    static var fileStyle: String { get }

    /// What the drawing shows, and what is to be seen in it.
    var words: (caption: String, alternative: String) { get }

    var size: (width: Double, height: Double) { get }

    /// Lines, boxes and letters.
    var content: String { get }
}

extension PageDrawing {
    /// The drawing inside a page, whose stylesheet colours it.
    ///
    /// - Parameter look: a further class.
    func element(look: String = "") -> String {
        let spoken = words.alternative.isEmpty ? words.caption : words.alternative
        let label = HTMLText.escaped(InlineText(spoken).plainText)
        return """
            <svg xmlns="http://www.w3.org/2000/svg" class="\(Self.name)\(look)" \(box) role="img" \
            aria-label="\(label)">
            \(content)
            </svg>
            """
    }

    /// The drawing as a file of its own.
    var standaloneFile: String {
        let title = HTMLText.escaped(InlineText(words.caption).plainText)
        let description = HTMLText.escaped(InlineText(words.alternative).plainText)
        return """
            <?xml version="1.0" encoding="UTF-8"?>
            <svg xmlns="http://www.w3.org/2000/svg" class="\(Self.name)" \(box) role="img">\
            <title>\(title)</title><desc>\(description)</desc><style>\(Self.fileStyle)</style>
            \(content)
            </svg>

            """
    }

    private var box: String {
        let (width, height) = (svgNumber(size.width), svgNumber(size.height))
        return "viewBox=\"0 0 \(width) \(height)\" style=\"max-width: \(width)px\""
    }
}
