/// Keys of numbers and names of figures are used once in a lesson.
enum UniqueNames {
    /// - Throws: `LessonError.duplicate` for the first name that is used twice.
    static func check(_ steps: [Step]) throws {
        try check(steps) { $0.numbers.map(\.key) }
        try check(steps) { step in
            step.figures.map(\.path) + step.plots.map(\.path) + step.diagrams.map(\.path)
        }
    }

    private static func check(_ steps: [Step], names: (Step) -> [String]) throws {
        var firstUse: [String: Int] = [:]
        for step in steps {
            for name in names(step) {
                if let first = firstUse.updateValue(step.number, forKey: name) {
                    throw LessonError.duplicate(name: name, steps: [first, step.number])
                }
            }
        }
    }
}
