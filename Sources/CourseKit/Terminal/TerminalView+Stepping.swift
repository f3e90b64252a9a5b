/// What is said to somebody who sits at the keyboard.
extension TerminalView {
    var guessPrompt: String { palette.paint("Your guess: ", .question) }

    /// A sentence about what was typed.
    func remark(_ words: String) -> String {
        plain(words).map { palette.paint($0, .quiet) }.joined(separator: "\n") + "\n"
    }

    /// What can be typed now; what the step does not have is not offered.
    func prompt(_ step: Step) -> String {
        var keys = ["[step \(step.number)]", "Enter next", "b back", "p again"]
        if !step.deeperBlocks.isEmpty { keys.append("? deeper") }
        if !step.exercises.isEmpty { keys.append("e exercise") }
        keys.append("q leave")
        // A key and what it does stay together.
        let words = keys.map { $0.replacing(" ", with: "\u{A0}") }.joined(separator: "  ")
        let lines = TextWrapping(width: abilities.width - 2, palette: palette).lines(words)
        return "\n" + lines.map { palette.paint($0, .quiet) }.joined(separator: "\n") + "  "
    }

    /// What the step holds for the curious.
    func deeper(_ step: Step) -> String {
        let blocks = step.deeperBlocks
        if blocks.isEmpty { return remark("This step has nothing deeper, and no new terms.") }
        return blocks.map { text(lines(of: $0, width: abilities.width)) }.joined()
    }

    /// Where the exercises of the step are.
    func exercises(_ step: Step) -> String {
        if step.exercises.isEmpty { return remark("This step has no exercise.") }
        return step.exercises.map { text(lines(of: $0, width: abilities.width)) }.joined()
    }

    /// An answer to what means nothing here.
    func help(insteadOf words: String) -> String {
        remark(
            "\"\(words)\" means nothing here. Enter shows the next step, b the one before, p this "
                + "one again; ? goes deeper, e names the exercise, q leaves.")
    }
}

extension Step {
    /// Boxes for the curious, then the terms that are new.
    var deeperBlocks: [Block] {
        let boxes = blocks.filter { block in
            if case .box(_, isDeeper: true, _) = block { return true }
            return false
        }
        let terms = allBlocks.filter { block in
            if case .glossary = block { return true }
            return false
        }
        return boxes + terms
    }

    /// The exercises that the step leads to.
    var exercises: [Block] {
        allBlocks.filter { block in
            if case .exercise = block { return true }
            return false
        }
    }
}
