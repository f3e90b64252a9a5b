import DeepTeaching
import LessonMarkdown

/// Makes blocks of a text and the values that it names.
struct TextRenderer {
    let text: LessonText
    let values: LessonValues

    /// What a text became.
    enum Result {
        /// All values are there.
        case blocks([Block])

        /// A text of several was chosen: these blocks stand in its place.
        case replaced([PlacedBlock])

        /// Something is not measured yet.
        case waiting(for: String)
    }

    /// Why a block cannot be made yet.
    private struct Missing: Error { let what: String }

    func result(_ placed: PlacedBlock) throws -> Result {
        if case .alternatives(let group, let texts) = placed.block {
            guard let chosen = values.choices[group] else {
                return .waiting(for: "{when \(group)...}")
            }
            return .replaced(texts.first { $0.name == chosen }?.blocks ?? [])
        }
        do {
            return .blocks(try blocks(placed))
        } catch let missing as Missing {
            return .waiting(for: missing.what)
        }
    }

    private func blocks(_ placed: PlacedBlock) throws -> [Block] {
        switch placed.block {
        case .words(let template): return [.words(try words(template))]
        case .list(let items, let isOrdered):
            return [.list(try items.map(words), isOrdered: isOrdered)]
        case .number(let label, let key, let unit): return [try number(label, key, unit)]
        case .equation(let lines, let meanings): return try equations(lines, meanings)
        case .question(let name, let template, let kind):
            return [.question(try question(name, template, kind))]
        case .answer(let name, let right, let template):
            return [.answer(try answer(name, right, template))]
        case .listing(let name, let caption): return [try listing(name, caption, placed.line)]
        case .verbatim(let text): return [.code(Listing(text))]
        case .figure(let medium): return [try figure(medium)]
        case .plot(let medium, let labels): return [try plot(medium, labels)]
        case .diagram(let medium): return [try diagram(medium)]
        case .table(let table): return [.table(try self.table(table))]
        case .box(let title, let isDeeper, let inner):
            return [
                .box(
                    title: try words(title), isDeeper: isDeeper, blocks: try self.inner(inner))
            ]
        case .glossary(let term, let meaning):
            return [.glossary(term: term, meaning: try words(meaning))]
        case .reference(let key, let text, let address):
            return [.reference(Reference(key, text, address: address))]
        case .mine(let name):
            guard let sentences = values.sentences[name] else {
                throw Missing(what: "{mine \(name)}")
            }
            return sentences.map(Block.words)
        case .exercise(let function, let path):
            return [.exercise(function: function, path: text.resolved(path))]
        case .api(let links):
            return [
                .api(links.map { SourceLink(words: $0.words, path: text.resolved($0.target)) })
            ]
        case .alternatives: return []
        }
    }

    /// What stands inside a box; alternatives in it are chosen.
    private func inner(_ blocks: [PlacedBlock]) throws -> [Block] {
        try blocks.flatMap { placed -> [Block] in
            guard case .alternatives(let group, let texts) = placed.block else {
                return try self.blocks(placed)
            }
            guard let chosen = values.choices[group] else {
                throw Missing(what: "{when \(group)...}")
            }
            return try inner(texts.first { $0.name == chosen }?.blocks ?? [])
        }
    }
}

// MARK: Words and numbers

extension TextRenderer {
    private func words(_ template: TextTemplate) throws -> String {
        guard let words = values.text(template) else {
            throw Missing(
                what: template.firstMissing(
                    value: values.words(of:), chosen: { values.choices[$0] }) ?? template.source)
        }
        return text.resolvingLinks(words)
    }

    private func number(_ label: TextTemplate, _ key: String, _ unit: String) throws -> Block {
        let label = try words(label)
        switch values.inline[key] {
        case .number(let value, let format):
            return .number(
                MeasuredNumber(key: key, value: value, words: label, unit: unit, format: format))
        case .duration(let seconds): return .duration(words: label, seconds: seconds)
        case .text(let text):
            let words = unit.isEmpty ? text : text + " " + unit
            return .list(["\(label): **\(words)**"], isOrdered: false)
        case nil: throw Missing(what: "{\(key)}")
        }
    }

    private func equations(
        _ lines: [String], _ meanings: [TextBlock.Meaning]
    ) throws -> [Block] {
        try lines.indices.map { index in
            let isLast = index == lines.count - 1
            return .equation(
                Equation(
                    lines[index],
                    meanings: isLast
                        ? try meanings.map { ($0.symbol, try words($0.words)) } : []))
        }
    }
}

// MARK: Questions

extension TextRenderer {
    private func question(
        _ name: String, _ template: TextTemplate, _ kind: TextBlock.QuestionKind
    ) throws -> Question {
        let shown: Question.Kind =
            switch kind {
            case .choices(let choices): .choices(try choices.map(words))
            case .number(let unit): .number(unit: unit)
            case .free: .free
            }
        return Question(name: name, words: try words(template), kind: shown)
    }

    private func answer(
        _ name: String, _ right: TextBlock.RightAnswer?, _ template: TextTemplate
    ) throws -> Question.Answer {
        let explanation = try words(template)
        switch right {
        case .choice(let choice):
            return Question.Answer(question: name, choice: choice, words: explanation)
        case .number(let key):
            guard case .number(let value, let format) = values.inline[key] else {
                throw Missing(what: "{\(key)}")
            }
            return Question.Answer(
                question: name, number: MeasuredNumber(key: key, value: value, format: format),
                words: explanation)
        case .noChoice, nil: return Question.Answer(question: name, words: explanation)
        }
    }
}

// MARK: Code, tables, pictures

extension TextRenderer {
    private func listing(_ name: String, _ caption: TextTemplate, _ line: Int) throws -> Block {
        guard let listing = text.listing(name) else {
            throw TextProblem(
                file: text.document.file, line: line,
                "no compiled source has the listing \(name): mark it with // listing: \(name) "
                    + "and // end listing")
        }
        return .code(Listing(listing.code, caption: try words(caption), place: listing.place))
    }

    private func table(_ table: TextBlock.TableText) throws -> Table {
        let rows = try table.rows.flatMap { row -> [[String]] in
            switch row {
            case .cells(let cells): return [try cells.map(words)]
            case .measured(let name):
                guard let rows = values.rows[name] else { throw Missing(what: "{rows \(name)}") }
                return rows
            }
        }
        return Table(
            header: try table.header.map(words), rows: rows,
            columns: table.alignment.map { alignment in
                switch alignment {
                case .natural: nil
                case .left: .left
                case .right: .right
                case .center: .center
                }
            }, caption: try words(table.caption))
    }

    private func figure(_ medium: TextBlock.Medium) throws -> Block {
        guard let image = values.images[medium.name] else {
            throw Missing(what: "figure \(medium.name)")
        }
        return .figure(
            Figure(
                image: image, name: medium.name, caption: try words(medium.caption),
                alternative: try words(medium.alternative)))
    }

    private func plot(_ medium: TextBlock.Medium, _ labels: TextBlock.PlotWords) throws -> Block {
        guard let curves = values.curves[medium.name] else {
            throw Missing(what: "plot \(medium.name)")
        }
        return .plot(
            Plot(
                name: medium.name, x: try words(labels.x), y: try words(labels.y),
                curves: try curves.curves.map { curve in
                    try labels.curves[curve.name].map { curve.named(try words($0)) } ?? curve
                }, caption: try words(medium.caption),
                alternative: try words(medium.alternative), xRange: curves.x, yRange: curves.y,
                xTicks: curves.xTicks))
    }

    private func diagram(_ medium: TextBlock.Medium) throws -> Block {
        guard let boxes = values.boxes[medium.name] else {
            throw Missing(what: "diagram \(medium.name)")
        }
        return .diagram(
            Diagram(
                name: medium.name, boxes: boxes, caption: try words(medium.caption),
                alternative: try words(medium.alternative)))
    }
}
