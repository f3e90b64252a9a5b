extension TextBlock {
    /// The pieces of text in which slots may stand, those of inner blocks too.
    public var templates: [TextTemplate] {
        switch self {
        case .words(let words): [words]
        case .list(let items, _): items
        case .number(let words, _, _): [words]
        case .equation(_, let meanings): meanings.map(\.words)
        case .question(_, let words, let kind): [words] + kind.templates
        case .answer(_, _, let words): [words]
        case .listing(_, let caption): [caption]
        case .figure(let medium), .diagram(let medium): medium.templates
        case .plot(let medium, let words):
            medium.templates + [words.x, words.y] + words.curves.values
        case .table(let table): table.templates
        case .box(let title, _, let blocks): [title] + blocks.flatMap(\.block.templates)
        case .glossary(_, let meaning): [meaning]
        case .alternatives(_, let texts): texts.flatMap(\.blocks).flatMap(\.block.templates)
        case .verbatim, .reference, .mine, .exercise, .api: []
        }
    }
}

extension TextBlock.QuestionKind {
    fileprivate var templates: [TextTemplate] {
        if case .choices(let choices) = self { return choices }
        return []
    }
}

extension TextBlock.Medium {
    fileprivate var templates: [TextTemplate] { [caption, alternative] }
}

extension TextBlock.TableText {
    fileprivate var templates: [TextTemplate] {
        let cells = rows.flatMap { row -> [TextTemplate] in
            if case .cells(let cells) = row { return cells }
            return []
        }
        return header + cells + [caption]
    }
}

extension LessonDocument {
    /// The names of all slots: of numbers, texts, rows, pictures, choices and functions.
    public var slots: Set<String> { Set(allBlocks.flatMap(\.block.ownSlots)) }
}

extension TextBlock {
    /// The names to which Swift gives values here; inner blocks have their own.
    public var ownSlots: [String] {
        switch self {
        case .box(let title, _, _): title.names
        case .alternatives(let group, _): [group]
        case .number(let words, let key, _): words.names + [key]
        case .answer(_, .number(let key), let words): words.names + [key]
        case .mine(let name): [name]
        case .figure(let medium), .plot(let medium, _), .diagram(let medium):
            templates.flatMap(\.names) + [medium.name]
        case .table(let table):
            templates.flatMap(\.names)
                + table.rows.compactMap { row in
                    if case .measured(let name) = row { return name }
                    return nil
                }
        default: templates.flatMap(\.names)
        }
    }
}

extension TextTemplate {
    /// The names of slots and of groups of alternatives.
    fileprivate var names: [String] { slots + choices.map(\.group) }
}
