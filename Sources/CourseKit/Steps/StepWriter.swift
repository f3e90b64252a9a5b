import DeepTeaching

/// Fills one step, block by block; each block is shown as soon as it is complete.
public final class StepWriter {
    /// What the step holds so far.
    public private(set) var step: Step

    /// Shows a block to the reader and returns it, with what the reader said to it.
    private let show: (Block, _ shown: [Block]) -> Block

    init(
        number: Int, title: String, source: SourcePlace? = nil,
        show: @escaping (Block, _ shown: [Block]) -> Block = { block, _ in block }
    ) {
        step = Step(number: number, title: title, source: source)
        self.show = show
    }

    /// Adds any block; an answer is kept with its question too.
    public func append(_ block: Block) {
        if case .answer(let answer) = block { answerQuestion(answer) }
        step.blocks.append(show(block, step.blocks))
    }

    /// Keeps a number that stands inside a sentence, or is measured and not shown.
    func give(_ number: MeasuredNumber) { step.given.append(number) }

    /// Adds a paragraph. `*emphasis*`, `**strong**`, `` `code` `` and `[KEY]` of a reference are
    /// marked; line breaks count as spaces, an empty line begins a new paragraph.
    public func words(_ text: String) {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let paragraphs = lines.split { $0.allSatisfy(\.isWhitespace) }
        for paragraph in paragraphs {
            let words = paragraph.joined(separator: " ").split(whereSeparator: \.isWhitespace)
            append(.words(words.joined(separator: " ")))
        }
    }

    /// Adds lines of code.
    public func code(_ code: String, caption: String = "") {
        append(.code(Listing(code, caption: caption)))
    }

    /// Adds an equation, for example `"σ(z) = 1 / (1 + e^(-z))"`, and what its symbols mean.
    public func equation(
        _ equation: String, where meanings: KeyValuePairs<String, String> = [:]
    ) {
        append(.equation(Equation(equation, meanings: meanings.map { ($0.key, $0.value) })))
    }

    /// Adds a table; columns of numbers stand right unless `alignment` says otherwise.
    public func table(
        header: [String], rows: [[String]], alignment: [Table.Alignment] = [],
        caption: String = ""
    ) {
        append(
            .table(Table(header: header, rows: rows, alignment: alignment, caption: caption)))
    }

    /// Adds a picture: `name` is its file's, `alternative` tells what is seen to who cannot see it.
    public func figure(_ image: Image, name: String, caption: String, alternative: String) {
        append(
            .figure(
                Figure(image: image, name: name, caption: caption, alternative: alternative)))
    }

    /// Adds curves.
    public func plot(_ plot: Plot) { append(.plot(plot)) }

    /// Adds boxes and arrows.
    public func diagram(_ diagram: Diagram) { append(.diagram(diagram)) }

    /// Adds basics that the experienced skip.
    public func box<Value>(
        _ title: String, _ content: (StepWriter) throws -> Value
    ) rethrows -> Value {
        let inner = StepWriter(number: step.number, title: title)
        let value = try content(inner)
        append(.box(title: title, blocks: inner.step.blocks))
        return value
    }

    /// Adds a term of the field; the page gathers all terms at its end.
    public func glossary(_ term: String, _ meaning: String) {
        append(.glossary(term: term, meaning: meaning))
    }

    /// Adds a source; the page gathers all sources at its end.
    public func reference(_ key: String, _ text: String, address: String? = nil) {
        append(.reference(Reference(key, text, address: address)))
    }

    /// Gives the last question, or the one that the answer names, its answer.
    private func answerQuestion(_ answer: Question.Answer) {
        for index in step.blocks.indices.reversed() {
            guard case .question(var question) = step.blocks[index],
                answer.question.isEmpty || answer.question == question.name
            else { continue }
            question.answer = answer
            step.blocks[index] = .question(question)
            return
        }
    }
}
