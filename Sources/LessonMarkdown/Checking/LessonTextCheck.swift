import Foundation

/// Looks for what does not fit between a lesson's text, its Swift, and the files that it names.
public struct LessonTextCheck {
    /// The text.
    public let document: LessonDocument

    private let formProblems: [TextProblem]
    private let values: SwiftValues
    private let listings: ListingSources
    private let solutions: [SolutionBody]
    private let exists: (_ path: String) -> Bool

    /// A check of one lesson.
    ///
    /// - Parameters:
    ///   - text: `Lesson.md`.
    ///   - file: its path from the folder of the package.
    ///   - sources: the Swift files of the lesson, with their paths.
    ///   - listings: all lines that lessons may show.
    ///   - solutions: the text of the lesson's solutions, in which the bodies are marked; empty if
    ///     there are none.
    ///   - exists: whether a path from the folder of the package leads to a file.
    public init(
        text: String, file: String, sources: [(path: String, text: String)],
        listings: ListingSources, solutions: String, exists: @escaping (_ path: String) -> Bool
    ) {
        (document, formProblems) = LessonDocument.parse(text, file: file)
        values = SwiftValues(sources: sources)
        self.listings = listings
        self.solutions = SolutionBody.all(in: solutions)
        self.exists = exists
    }

    /// All that does not fit, with its place.
    public var problems: [TextProblem] {
        formProblems + slotProblems + stepProblems + questionProblems + listingProblems
            + linkProblems + sourceProblems
    }

    func problem(_ placed: PlacedBlock, _ words: String) -> TextProblem {
        TextProblem(file: document.file, line: placed.line, words)
    }

    // MARK: Slots and steps

    /// Slots without a value, values without a slot.
    private var slotProblems: [TextProblem] {
        let given = Set(values.values.map(\.name))
        let compared = Set(values.mine.map(\.name))
        var problems: [TextProblem] = []
        for placed in document.allBlocks {
            if case .mine(let name) = placed.block {
                if !compared.contains(name) {
                    problems.append(
                        problem(
                            placed, "no Swift of the lesson compares \(name) for {mine \(name)}"))
                }
                continue
            }
            for name in Set(placed.block.ownSlots).sorted() {
                if given.contains(name) || compared.contains(name) { continue }
                problems.append(
                    problem(placed, "no Swift of the lesson gives \"\(name)\" a value"))
            }
            problems += alternativeProblems(placed)
        }
        for value in values.values + values.mine where !document.slots.contains(value.name) {
            problems.append(
                TextProblem(
                    file: value.file, line: value.line,
                    "\(document.file) has no slot for \"\(value.name)\""))
        }
        return problems
    }

    /// Alternatives that nothing chooses.
    private func alternativeProblems(_ placed: PlacedBlock) -> [TextProblem] {
        var choices: [(group: String, names: [String])] = []
        if case .alternatives(let group, let texts) = placed.block {
            choices = [(group, texts.map(\.name))]
        } else if case .box = placed.block {
            choices = []  // Its inner blocks are looked at on their own.
        } else {
            choices = placed.block.templates.flatMap(\.choices)
        }
        return choices.flatMap { group, names in
            names.filter { $0 != "mine" && $0 != "none" && !values.literals.contains($0) }.map {
                problem(placed, "no Swift of the lesson chooses \(group).\($0)")
            }
        }
    }

    private var stepProblems: [TextProblem] {
        let run = Set(values.steps.map(\.name))
        let written = Set(document.steps.map(\.name))
        return document.steps.filter { !run.contains($0.name) }.map {
            TextProblem(
                file: document.file, line: $0.line,
                "no Swift of the lesson runs the step \($0.name)")
        }
            + values.steps.filter { !written.contains($0.name) }.map {
                TextProblem(
                    file: $0.file, line: $0.line, "\(document.file) has no step named \($0.name)")
            }
    }

    /// Questions without an answer, answers without a question or with a choice that is none.
    private var questionProblems: [TextProblem] {
        var open: [String: (placed: PlacedBlock, choices: Int?)] = [:]
        var answered: Set<String> = []
        var problems: [TextProblem] = []
        for placed in document.allBlocks {
            if case .question(let name, _, let kind) = placed.block {
                if open[name] != nil {
                    problems.append(problem(placed, "a second question is named \(name)"))
                }
                switch kind {
                case .choices(let choices): open[name] = (placed, choices.count)
                case .number: open[name] = (placed, nil)
                // An open question may stay open.
                case .free:
                    open[name] = (placed, nil)
                    answered.insert(name)
                }
            } else if case .answer(let name, let right, _) = placed.block {
                answered.insert(name)
                guard let question = open[name] else {
                    problems.append(problem(placed, "no question above is named \(name)"))
                    continue
                }
                if case .choice(let choice) = right, choice >= question.choices ?? 0 {
                    problems.append(
                        problem(placed, "the question \(name) has no choice \(choice + 1)"))
                }
                if question.choices != nil, right == nil {
                    problems.append(
                        problem(placed, "say which choice is right: ```answer \(name) 1"))
                }
            }
        }
        return problems
            + open.values.filter {
                if case .question(let name, _, _) = $0.placed.block {
                    return !answered.contains(name)
                }
                return false
            }.map { problem($0.placed, "this question has no answer") }
    }
}

// MARK: Listings, links, sources

extension LessonTextCheck {
    /// The widest line that is whole in a terminal of 80 columns.
    private static let widest = 76

    private var listingProblems: [TextProblem] {
        document.allBlocks.flatMap { placed -> [TextProblem] in
            guard case .listing(let name, _) = placed.block else { return [] }
            guard let listing = listings.listings[name] else {
                return [
                    problem(
                        placed,
                        "no compiled source has the listing \(name): mark it with "
                            + "// listing: \(name) and // end listing")
                ]
            }
            var problems: [TextProblem] = []
            if let solution = solutions.first(where: { $0.isShown(by: listing.code) }) {
                problems.append(
                    problem(
                        placed,
                        "the listing \(name) (\(listing.file):\(listing.line)) shows the solution of "
                            + "\(solution.function): show the idea, or a step before"))
            }
            let lines = listing.code.split(separator: "\n", omittingEmptySubsequences: false)
            for (index, line) in lines.enumerated() where line.count > Self.widest {
                problems.append(
                    TextProblem(
                        file: listing.file, line: listing.line + index,
                        "\(line.count) columns: a lesson shows at most \(Self.widest)"))
            }
            return problems
        }
    }

    /// Links that lead nowhere.
    private var linkProblems: [TextProblem] {
        links.filter { link in
            let path = document.resolved(link.target)
            return !path.contains("://")
                && !exists(String(path.split(separator: "#", omittingEmptySubsequences: false)[0]))
        }.map {
            TextProblem(
                file: document.file, line: $0.line, "[\($0.words)](\($0.target)) leads nowhere")
        }
    }

    private var links: [(words: String, target: String, line: Int)] {
        let next = document.next.map {
            TextLink.all(in: $0.source).map { ($0.words, $0.target, 1) }
        }
        return (next ?? [])
            + document.allBlocks.flatMap { placed -> [(String, String, Int)] in
                switch placed.block {
                case .exercise(let function, let path): return [(function, path, placed.line)]
                case .api(let links): return links.map { ($0.words, $0.target, placed.line) }
                case .box, .alternatives: return []
                default:
                    return placed.block.templates.flatMap { TextLink.all(in: $0.source) }
                        .map { ($0.words, $0.target, placed.line) }
                }
            }
    }

    /// Sources that are not cited, citations without a source.
    private var sourceProblems: [TextProblem] {
        var sources: [String: PlacedBlock] = [:]
        var cited: [String: PlacedBlock] = [:]
        for placed in document.allBlocks {
            switch placed.block {
            case .reference(let key, _, _): sources[key] = placed
            case .box, .alternatives: continue
            default:
                for template in placed.block.templates {
                    for match in template.source.matches(of: /\[([A-Z]{2,}[A-Za-z]*\d\d[a-z]?)\]/) {
                        cited[String(match.1)] = cited[String(match.1)] ?? placed
                    }
                }
            }
        }
        return sources.filter { cited[$0.key] == nil }.map {
            problem($0.value, "the source [\($0.key)] is not cited anywhere in the lesson")
        }.sorted { $0.line < $1.line }
            + cited.filter { sources[$0.key] == nil }.map {
                problem($0.value, "[\($0.key)] is cited, but the lesson has no such source")
            }.sorted { $0.line < $1.line }
    }
}
