/// Where somebody sits at the terminal: blocks are shown, guesses asked for, and steps waited for.
extension Lesson {
    func show(_ block: Block, after previous: Block?) -> Block {
        console.write(view.text(of: block, after: previous))
        guard case .question(var question) = block, options.step, let ask = console.readLine else {
            return block
        }
        console.write(view.guessPrompt)
        question.guess = ask().flatMap { $0.isEmpty ? nil : $0 }
        return .question(question)
    }

    func wait(after number: Int) throws {
        guard options.step, let readLine = console.readLine else { return }
        let firstShown = min(options.from, number)
        var navigator = StepNavigator(shown: firstShown...number)
        while true {
            console.write(view.prompt(step: navigator.current))
            switch navigator.move(readLine()) {
            case .next: return
            case .leave: throw Departure(step: number)
            case .show(let shown): console.write(view.text(of: steps[shown - 1]))
            }
        }
    }

    /// The learner left after this step.
    struct Departure: Error {
        let step: Int
    }
}
