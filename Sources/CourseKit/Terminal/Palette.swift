import Foundation

/// The colours of text, and the links behind it; without colours, text stays as it is.
struct Palette {
    enum Role: String {
        case title = "1;36"
        case heading = "1;34"
        case value = "1"
        case quiet = "2"
        case question = "33"
        case answer = "32"
        case code = "36"
        case emphasis = "3"
    }

    let usesColor: Bool

    /// Whether words can lead to a file or an address.
    var showsLinks = false

    func paint(_ text: String, _ role: Role) -> String {
        usesColor && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// Sources stand in brackets; without colours, nothing else is marked.
    func paint(_ text: String, inline style: InlineText.Style) -> String {
        switch style {
        case .plain: return text
        case .emphasis: return paint(text, .emphasis)
        case .strong: return paint(text, .value)
        case .code: return paint(text, .code)
        case .source: return "[" + text + "]"
        case .link(let target): return link(text, to: target)
        }
    }

    /// Words that lead to a file, or an address, when they are clicked (OSC 8).
    func link(_ text: String, to target: String) -> String {
        guard showsLinks, !text.isEmpty else { return text }
        let address =
            target.contains("://") ? target : URL(fileURLWithPath: target).absoluteString
        return "\u{1B}]8;;\(address)\u{1B}\\\(text)\u{1B}]8;;\u{1B}\\"
    }

    /// One of the colours of curves.
    func paint(_ text: String, curve index: Int) -> String {
        let codes = ["34", "31", "32", "35", "36", "33"]
        return usesColor ? "\u{1B}[\(codes[index % codes.count])m\(text)\u{1B}[0m" : text
    }
}
