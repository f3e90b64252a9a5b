/// What the page gathers at its end: terms and sources.
extension Page {
    /// Each term once, in the order of the alphabet.
    var glossaryEntries: [(term: String, meaning: String)] {
        var entries: [String: String] = [:]
        for case .glossary(let term, let meaning) in lesson.steps.flatMap(\.allBlocks)
        where entries[term] == nil {
            entries[term] = meaning
        }
        return entries.map { (term: $0.key, meaning: $0.value) }
            .sorted { ($0.term.lowercased(), $0.term) < ($1.term.lowercased(), $1.term) }
    }

    /// Each source once, in the order of the keys.
    var sourceEntries: [Reference] {
        var entries: [String: Reference] = [:]
        for case .reference(let reference) in lesson.steps.flatMap(\.allBlocks)
        where entries[reference.key] == nil {
            entries[reference.key] = reference
        }
        return entries.values.sorted { $0.key < $1.key }
    }

    /// The terms of the lesson, or nothing.
    var glossary: String {
        let entries = glossaryEntries.map { entry in
            "<dt>\(escaped(entry.term))</dt><dd>\(inline(entry.meaning))</dd>"
        }
        if entries.isEmpty { return "" }
        return """
            <section id="glossary">
            <h2>Glossary</h2>
            <dl class="glossary">
            \(entries.joined(separator: "\n"))
            </dl>
            </section>
            """
    }

    /// The sources of the lesson, or nothing.
    var references: String {
        let entries = sourceEntries.map { source in
            let address = source.address.map(escaped)
            let link = address.map { " <a href=\"\($0)\">\($0)</a>" } ?? ""
            let anchor = HTMLText.anchor(source.key)
            return "<dt id=\"source-\(anchor)\">[\(escaped(source.key))]</dt>"
                + "<dd>\(inline(source.text))\(link)</dd>"
        }
        if entries.isEmpty { return "" }
        return """
            <section id="sources">
            <h2>Sources</h2>
            <dl class="sources">
            \(entries.joined(separator: "\n"))
            </dl>
            </section>
            """
    }
}
