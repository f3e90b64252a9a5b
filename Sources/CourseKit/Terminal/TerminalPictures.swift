import DeepTeaching
import Foundation

/// Pictures of true pixels, for the terminals that can show them.
enum TerminalPictures {
    /// A PNG in chunks of at most 4096 letters (kitty's graphics protocol); nothing if the picture
    /// cannot be encoded.
    static func kitty(_ image: Image, columns: Int) -> String {
        guard let letters = try? image.pngData().base64EncodedString() else { return "" }
        var rest = Substring(letters)
        var text = ""
        while !rest.isEmpty {
            let chunk = rest.prefix(4096)
            rest = rest.dropFirst(4096)
            let control = text.isEmpty ? "a=T,f=100,q=2,c=\(columns)," : ""
            text += "\u{1B}_G\(control)m=\(rest.isEmpty ? 0 : 1);\(chunk)\u{1B}\\"
        }
        return text
    }

    /// A PNG in one piece (iTerm2's inline images protocol).
    static func iterm2(_ image: Image, columns: Int) -> String {
        guard let data = try? image.pngData() else { return "" }
        return "\u{1B}]1337;File=inline=1;size=\(data.count);width=\(columns):"
            + data.base64EncodedString() + "\u{07}"
    }
}
