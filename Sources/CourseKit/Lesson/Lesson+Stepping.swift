/// Where somebody sits at the terminal: blocks are shown, guesses asked for, and steps waited for.
extension Lesson {
    /// How steps look in this terminal.
    var view: TerminalView {
        TerminalView(
            abilities: console.abilities, outputPath: outputPath, hidesDeeper: keyboard != nil)
    }

    /// Reads a line of what the learner types; nil if nobody is asked.
    private var keyboard: (@Sendable () -> String?)? { options.step ? console.readLine : nil }

    func show(_ block: Block, after shown: [Block]) -> Block {
        console.write(view.text(of: block, after: shown[...]))
        guard case .question(var question) = block, let keyboard else { return block }
        question.guess = guess(question.kind, from: keyboard)
        return .question(question)
    }

    /// Asks until the line holds a guess; two empty lines after each other are none.
    private func guess(_ kind: Question.Kind, from keyboard: () -> String?) -> String? {
        var wasEmpty = false
        while true {
            console.write(view.guessPrompt)
            guard let line = keyboard() else { return nil }
            if let guess = Guess.read(line, for: kind) { return guess }
            let isEmpty = line.allSatisfy(\.isWhitespace)
            if isEmpty && wasEmpty { return nil }
            wasEmpty = isEmpty
            console.write(view.remark(Guess.request(insteadOf: line, for: kind)))
        }
    }

    func wait(after number: Int) throws {
        guard let keyboard else { return }
        let firstShown = min(options.from, number)
        var navigator = StepNavigator(shown: firstShown...number)
        while true {
            let step = steps[navigator.current - 1]
            console.write(view.prompt(step))
            switch navigator.move(keyboard()) {
            case .next: return
            case .leave: throw Departure(step: number)
            case .show(let shown): console.write(view.text(of: steps[shown - 1]))
            case .deeper: console.write(view.deeper(step))
            case .exercise: console.write(view.exercises(step))
            case .unknown(let words): console.write(view.help(insteadOf: words))
            }
        }
    }

    /// - Throws: `LessonError.noSuchStep` if the first step to show is none of these.
    func checkFirstStep(among titles: [String]) throws {
        if options.from > max(1, titles.count) {
            throw LessonError.noSuchStep(options.from, steps: titles)
        }
    }

    /// The learner left after this step.
    struct Departure: Error {
        let step: Int
    }
}
