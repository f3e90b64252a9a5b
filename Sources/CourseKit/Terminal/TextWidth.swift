extension String {
    /// The text without spaces at its end.
    var trimmingTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }
}

/// How many columns text takes in a terminal.
enum TextWidth {
    /// The columns of a line: 2 for Chinese, Japanese, Korean and most emoji, 0 for combining
    /// marks, which belong to the character before them.
    static func of(_ text: some StringProtocol) -> Int {
        text.reduce(0) { $0 + of($1) }
    }

    static func of(_ character: Character) -> Int {
        guard let first = character.unicodeScalars.first else { return 0 }
        if first.properties.isEmojiPresentation { return 2 }
        let scalars = character.unicodeScalars
        if scalars.count > 1, scalars.contains(where: { $0.value == 0xFE0F }) { return 2 }
        switch first.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format, .control: return 0
        default: return wide.contains { $0.contains(first.value) } ? 2 : 1
        }
    }

    /// The line with spaces up to `width` columns.
    static func padded(_ text: String, to width: Int, _ alignment: Table.Alignment) -> String {
        let missing = max(0, width - of(text))
        let left: Int
        switch alignment {
        case .left: left = 0
        case .right: left = missing
        case .center: left = missing / 2
        }
        let spaces = String(repeating: " ", count: missing)
        return spaces.prefix(left) + text + spaces.dropFirst(left)
    }

    /// The blocks of wide and full-width characters (Unicode Standard Annex 11).
    private static let wide: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
        0xA000...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
        0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD,
    ]
}
