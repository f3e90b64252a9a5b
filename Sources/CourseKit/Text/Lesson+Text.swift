import LessonMarkdown

/// Steps whose words stand in the lesson's text.
extension Lesson {
    /// Computes and shows the step of the text that has this name; what the body returns is for the
    /// steps that follow.
    ///
    /// - Throws: what `body` throws; `TextProblem`, with file and line, if the text has no such step
    ///   after those before, if a slot has got no value or a value has no slot.
    @discardableResult
    public func step<Value>(
        _ name: String, file: StaticString = #fileID, line: UInt = #line,
        _ body: (LessonStep) throws -> Value
    ) throws -> Value {
        let place = SourcePlace(file: "Lessons/\(file)", line: Int(line))
        guard let text, let index = text.document.steps.firstIndex(where: { $0.name == name })
        else {
            throw TextProblem(
                file: place.file, line: place.line, "the text has no step named \"\(name)\"")
        }
        try checkOrder(index, of: text, place)
        let step = text.document.steps[index]
        lastStep = index
        return try self.step(title: step.title, source: place) { writer in
            let filled = LessonStep(step, of: text, in: self, writer: writer)
            let value = try body(filled)
            try filled.finish()
            return value
        }
    }

    /// Steps run in the order of the text; only optional ones may be left out.
    private func checkOrder(_ index: Int, of text: LessonText, _ place: SourcePlace) throws {
        let name = text.document.steps[index].name
        if index <= lastStep {
            throw TextProblem(
                file: place.file, line: place.line,
                "the step \"\(name)\" runs after one that follows it in \(text.document.file)")
        }
        try checkNoneIsLeftOut(text.document.steps[(lastStep + 1)..<index], of: text)
    }

    /// What the text says is what a run shows.
    func checkThatAllStepsRan() throws {
        guard let text else { return }
        try checkNoneIsLeftOut(text.document.steps[(lastStep + 1)...], of: text)
    }

    private func checkNoneIsLeftOut(_ steps: ArraySlice<StepText>, of text: LessonText) throws {
        guard let missing = steps.first(where: { !$0.isOptional }) else { return }
        throw TextProblem(
            file: text.document.file, line: missing.line,
            "nothing runs the step \"\(missing.name)\": mark it \"<!-- \(missing.name), optional -->\" "
                + "if a run may leave it out")
    }
}
