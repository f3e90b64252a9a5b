/// Text inside a page.
enum HTMLText {
    /// The text with the characters that mean something to HTML and XML written as entities;
    /// control characters, which XML forbids, are left out.
    static func escaped(_ text: some StringProtocol) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case _ where scalar.properties.generalCategory == .control: continue
            case "\u{FFFE}", "\u{FFFF}": continue
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A paragraph with its marks as elements, and the keys of sources as links.
    static func inline(_ text: String, sources: Set<String>) -> String {
        InlineText(text, sources: sources).runs.map { run in
            let words = escaped(run.text)
            switch run.style {
            case .plain: return words
            case .emphasis: return "<em>\(words)</em>"
            case .strong: return "<strong>\(words)</strong>"
            case .code: return "<code>\(words)</code>"
            case .link: return words
            case .source:
                return "<a class=\"source\" href=\"#source-\(anchor(run.text))\">[\(words)]</a>"
            }
        }.joined()
    }

    /// A name that can stand in an address: letters, digits and hyphens.
    static func anchor(_ text: String) -> String {
        String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }
}
