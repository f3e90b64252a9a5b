/// Questions, and what stays folded until the reader has made a guess.
extension Page {
    /// The blocks up to the answer to a question; none if it has no answer here. If another question
    /// is asked in between, its answer belongs to them too.
    static func untilAnswer(of question: Question, in blocks: ArraySlice<Block>) -> ArraySlice<
        Block
    > {
        func end(of question: Question, from start: Int) -> Int? {
            blocks[start...].firstIndex { block in
                if case .answer(let answer) = block { return answer.belongs(to: question) }
                return false
            }
        }
        guard var last = end(of: question, from: blocks.startIndex) else { return [] }
        var index = blocks.startIndex
        while index < last {
            if let inner = blocks[index].question, let further = end(of: inner, from: index) {
                last = max(last, further)
            }
            index += 1
        }
        return blocks[...last]
    }

    func question(_ question: Question) -> String {
        var choices = ""
        if case .choices(let words) = question.kind {
            choices = "<ol>" + words.map { "<li>\(inline($0))</li>" }.joined() + "</ol>"
        }
        return "<div class=\"question\"><p class=\"label\">Predict first</p>"
            + "<p>\(inline(question.words))</p>\(choices)</div>"
    }

    func fold(_ blocks: [Block], asked: [Question]) throws -> String {
        "<details class=\"prediction\"><summary>Make your guess, then open</summary>\n"
            + (try content(blocks, asked: asked)) + "\n</details>"
    }

    /// The answer, beside what the reader said.
    func answer(_ answer: Question.Answer, asked: [Question]) -> String {
        let question = asked.last(where: answer.belongs(to:))
        let echo = question.flatMap { Guess.echo($0, answer) }
            .map { "<p class=\"guess\">\(escaped($0))</p>" }
        let choice = answer.choice.map { "<b>\($0 + 1).</b> " } ?? ""
        return "<div class=\"answer\">\(echo ?? "")<p>\(choice)\(inline(answer.words))</p></div>"
    }
}
