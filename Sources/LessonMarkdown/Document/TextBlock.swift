/// One piece of a step's text; what is still to be measured or drawn stands in it as a name.
public enum TextBlock: Sendable, Equatable {
    /// A paragraph.
    case words(TextTemplate)

    /// Items, with bullets or with numbers.
    case list([TextTemplate], isOrdered: Bool)

    /// A line for one measured number: "Words: {key} unit".
    case number(words: TextTemplate, key: String, unit: String)

    /// One or more lines of an equation, and what its symbols mean.
    case equation(lines: [String], meanings: [Meaning])

    /// A prediction to make.
    case question(name: String, words: TextTemplate, kind: QuestionKind)

    /// The answer to the question of this name.
    case answer(name: String, right: RightAnswer?, words: TextTemplate)

    /// Lines of a compiled source.
    case listing(name: String, caption: TextTemplate)

    /// A command or its output, shown as it stands.
    case verbatim(String)

    /// A picture that Swift draws.
    case figure(Medium)

    /// Curves that Swift measures.
    case plot(Medium, PlotWords)

    /// Boxes and arrows.
    case diagram(Medium)

    /// Rows and columns.
    case table(TableText)

    /// Basics that the experienced skip; deeper ones are for the curious.
    case box(title: TextTemplate, isDeeper: Bool, blocks: [PlacedBlock])

    /// A term of the field and its meaning.
    case glossary(term: String, meaning: TextTemplate)

    /// A source.
    case reference(key: String, text: String, address: String?)

    /// Where the student's function is compared with the library's.
    case mine(String)

    /// The exercise that the step leads to.
    case exercise(function: String, path: String)

    /// Where the step's subject stands in the library.
    case api([TextLink])

    /// Texts of which the measurement chooses one.
    case alternatives(group: String, [Alternative])
}

extension TextBlock {
    /// A symbol of an equation and what it means.
    public struct Meaning: Sendable, Equatable {
        /// The symbol, in the notation of equations.
        public let symbol: String
        /// What it stands for.
        public let words: TextTemplate
    }

    /// What is asked for.
    public enum QuestionKind: Sendable, Equatable {
        /// One of several sentences.
        case choices([TextTemplate])
        /// A number with its unit.
        case number(unit: String)
        /// A thought.
        case free
    }

    /// What is right, besides the words.
    public enum RightAnswer: Sendable, Equatable {
        /// A choice, from 0.
        case choice(Int)
        /// None of the choices holds.
        case noChoice
        /// The measured number of this key.
        case number(String)
    }

    /// What a picture, a plot or a diagram is called, and its words.
    public struct Medium: Sendable, Equatable {
        /// The name of the slot, and of the file.
        public let name: String
        /// What it shows.
        public let caption: TextTemplate
        /// What is seen in it, for those who do not see it.
        public let alternative: TextTemplate
    }

    /// The words around the curves of a plot.
    public struct PlotWords: Sendable, Equatable {
        /// What the horizontal axis counts.
        public let x: TextTemplate
        /// What the vertical axis counts.
        public let y: TextTemplate
        /// The labels of the curves by their keys.
        public let curves: [String: TextTemplate]
    }

    /// Rows and columns, of which some are measured.
    public struct TableText: Sendable, Equatable {
        /// A row of the text, or the place of the rows that Swift gives under a name.
        public enum Row: Sendable, Equatable {
            /// Cells that stand in the text.
            case cells([TextTemplate])
            /// Rows that are measured.
            case measured(String)
        }

        /// Where a column's text stands.
        public enum Alignment: Sendable, Equatable {
            /// Left, or right if all cells are numbers.
            case natural
            /// Left.
            case left
            /// Right.
            case right
            /// In the middle.
            case center
        }

        /// The names of the columns.
        public let header: [TextTemplate]
        /// The rows.
        public let rows: [Row]
        /// Where each column's text stands.
        public let alignment: [Alignment]
        /// What the table shows.
        public let caption: TextTemplate
    }

    /// One of several texts.
    public struct Alternative: Sendable, Equatable {
        /// By what Swift chooses it.
        public let name: String
        /// The text.
        public let blocks: [PlacedBlock]
    }
}

/// A link of the text.
public struct TextLink: Sendable, Equatable {
    /// What is read.
    public let words: String
    /// Where it leads, from the folder of the lesson.
    public let target: String

    /// The links `[words](target)` in a text, outside of code.
    public static func all(in text: String) -> [TextLink] {
        let outside = text.split(separator: "`", omittingEmptySubsequences: false).enumerated()
            .map { $0.isMultiple(of: 2) ? String($1) : "" }.joined(separator: "`")
        return outside.matches(of: /\[([^\[\]]+)\]\(([^()\s]+)\)/).map {
            TextLink(words: String($0.1), target: String($0.2))
        }
    }
}
