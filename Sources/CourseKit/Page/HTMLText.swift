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
    ///
    /// - Parameter address: where the target of a link is, seen from the page.
    static func inline(
        _ text: String, sources: Set<String>, address: (String) -> String = { $0 }
    ) -> String {
        InlineText(text, sources: sources).runs.map { run in
            let words = unbroken(run.text)
            switch run.style {
            case .plain: return words
            case .emphasis: return "<em>\(words)</em>"
            case .strong: return "<strong>\(words)</strong>"
            case .code: return code(run.text)
            case .source:
                return "<a class=\"source\" href=\"#source-\(anchor(run.text))\">[\(words)]</a>"
            case .link(let target):
                return "<a href=\"\(escaped(address(target)))\">\(words)</a>"
            }
        }.joined()
    }

    /// Code in a line: what is short, such as `--data FOLDER`, stays in one line.
    private static func code(_ text: String) -> String {
        let isShort = TextWidth.of(text) <= 28
        return isShort
            ? "<code class=\"short\">\(escaped(text))</code>" : "<code>\(unbroken(text))</code>"
    }

    /// Text in which options such as --step stay whole, and paths may break after their slashes.
    static func unbroken(_ text: String) -> String {
        let words = text.split(separator: " ", omittingEmptySubsequences: false).map { word in
            let isPath = word.count > 24 && word.contains("/")
            let safe = escaped(word)
            if isPath { return safe.replacing("/", with: "/<wbr />") }
            let isOption = word.contains(/(^|[^-\w])--[a-z]/)
            return isOption ? "<span class=\"short\">\(safe)</span>" : safe
        }
        return words.joined(separator: " ")
    }

    /// A name that can stand in an address: letters, digits and hyphens.
    static func anchor(_ text: String) -> String {
        String(text.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
    }
}
