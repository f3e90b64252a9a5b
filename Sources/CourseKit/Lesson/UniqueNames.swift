/// Keys of numbers and names of figures are used once in a lesson.
enum UniqueNames {
    /// - Throws: `LessonError.duplicate` for the first name that is used twice.
    static func check(_ steps: [Step]) throws {
        try checkNumbers(steps)
        try check(steps) { step in
            step.figures.map(\.path) + step.plots.map(\.path) + step.diagrams.map(\.path)
        }
    }

    /// The same number may be shown again; another one under its key may not.
    private static func checkNumbers(_ steps: [Step]) throws {
        var first: [String: (step: Int, bits: UInt64)] = [:]
        for step in steps {
            for number in step.numbers {
                let bits = number.value.bitPattern
                guard let before = first[number.key] else {
                    first[number.key] = (step.number, bits)
                    continue
                }
                if before.bits != bits {
                    throw LessonError.duplicate(
                        name: number.key, steps: [before.step, step.number])
                }
            }
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
