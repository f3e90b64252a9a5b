/// A piece of text with the names of what is still to be measured.
///
/// `{key}` is a slot, `{when group.name}...{when group.other}...{end}` holds texts of which one is
/// chosen. Between backticks braces are code.
public struct TextTemplate: Sendable, Equatable {
    /// What a template is made of.
    public indirect enum Piece: Sendable, Equatable {
        /// Text as it stands.
        case text(String)
        /// The value of this key.
        case slot(String)
        /// One of several texts.
        case choice(group: String, [String: TextTemplate])
    }

    /// The pieces in reading order.
    public let pieces: [Piece]

    /// The text with all its marks, as it stands in the file.
    public let source: String

    /// A template of these pieces.
    init(_ pieces: [Piece], source: String) {
        self.pieces = pieces
        self.source = source
    }

    /// A text without slots.
    public init(plain text: String) { self.init(text.isEmpty ? [] : [.text(text)], source: text) }

    /// Whether nothing stands here.
    public var isEmpty: Bool { pieces.isEmpty }

    /// The keys of all slots, those in alternatives too.
    public var slots: [String] {
        pieces.flatMap { piece in
            switch piece {
            case .text: [String]()
            case .slot(let key): [key]
            case .choice(_, let texts): texts.values.flatMap(\.slots)
            }
        }
    }

    /// The groups of which one text is chosen, with their names.
    public var choices: [(group: String, names: [String])] {
        pieces.compactMap { piece in
            if case .choice(let group, let texts) = piece { return (group, texts.keys.sorted()) }
            return nil
        }
    }

    /// The text with values in place of the slots; nil as long as one is missing.
    ///
    /// - Parameters:
    ///   - value: the words of a key, nil if it has none yet.
    ///   - chosen: the name that was chosen in a group, nil if none was yet.
    public func text(
        value: (String) -> String?, chosen: (_ group: String) -> String?
    ) -> String? {
        var text = ""
        for piece in pieces {
            switch piece {
            case .text(let words): text += words
            case .slot(let key):
                guard let words = value(key) else { return nil }
                text += words
            case .choice(let group, let texts):
                guard let name = chosen(group) else { return nil }
                guard let alternative = texts[name] else { continue }
                guard let words = alternative.text(value: value, chosen: chosen) else { return nil }
                text += words
            }
        }
        return text
    }

    /// The first key or group that has no value yet.
    public func firstMissing(
        value: (String) -> String?, chosen: (_ group: String) -> String?
    ) -> String? {
        for piece in pieces {
            switch piece {
            case .text: continue
            case .slot(let key): if value(key) == nil { return "{\(key)}" }
            case .choice(let group, let texts):
                guard let name = chosen(group) else { return "{when \(group)...}" }
                if let missing = texts[name]?.firstMissing(value: value, chosen: chosen) {
                    return missing
                }
            }
        }
        return nil
    }
}
