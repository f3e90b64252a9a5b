/// One piece of a step: what is told, measured or shown.
///
/// Terminal, page and report are three views of the same blocks.
public enum Block: Sendable, Equatable {
    /// A paragraph. `*emphasis*`, `**strong**`, `` `code` `` and `[KEY]` of a reference are
    /// marked, `[words](path)` is a link; a path leads from the folder of the package.
    case words(String)

    /// Items, with bullets or with numbers.
    case list([String], isOrdered: Bool)

    /// An equation and the meaning of its symbols.
    case equation(Equation)

    /// A few lines of code.
    case code(Listing)

    /// A number measured in this run, under a stable key.
    case number(MeasuredNumber)

    /// A time measured in this run: it differs from run to run, so only a terminal shows it.
    case duration(words: String, seconds: Double)

    /// Rows and columns.
    case table(Table)

    /// A picture.
    case figure(Figure)

    /// Curves over one axis.
    case plot(Plot)

    /// Boxes and arrows.
    case diagram(Diagram)

    /// A prediction that the learner makes before the computation.
    case question(Question)

    /// The answer to the question above, after the computation.
    case answer(Question.Answer)

    /// Basics that the experienced skip; deeper ones are for the curious.
    case box(title: String, isDeeper: Bool = false, blocks: [Block])

    /// A term of the field and its meaning.
    case glossary(term: String, meaning: String)

    /// A source.
    case reference(Reference)

    /// The exercise that the step leads to, and its file from the folder of the package.
    case exercise(function: String, path: String)

    /// Where the step's subject stands in the library.
    case api([SourceLink])
}

/// A link to a file.
public struct SourceLink: Sendable, Equatable {
    /// What is read.
    public let words: String

    /// The file, from the folder of the package, or an address.
    public let path: String
}
