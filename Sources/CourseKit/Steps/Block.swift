/// One piece of a step: what is told, measured or shown.
///
/// Terminal, page and report are three views of the same blocks.
public enum Block: Sendable, Equatable {
    /// A paragraph. `*emphasis*`, `**strong**`, `` `code` `` and `[KEY]` of a reference are marked.
    case words(String)

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

    /// Basics that the experienced skip.
    case box(title: String, blocks: [Block])

    /// A term of the field and its meaning.
    case glossary(term: String, meaning: String)

    /// A source.
    case reference(Reference)
}
