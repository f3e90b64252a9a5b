/// How one check came out.
public struct CheckReport: Codable, Sendable, Equatable {
    /// The name of the check.
    public var name: String

    /// What must hold.
    public var statement: String

    /// How it came out.
    public var status: Status

    /// What it is worth.
    public var points: Int

    /// What was earned of it.
    public var earned: Int

    /// The seed of the first input that was not answered rightly.
    public var seed: UInt64?

    /// That input, in short.
    public var input: String?

    /// Expected and got, reduced to what matters.
    public var difference: String?

    /// The line of the student's file where it crashed, or where the `todo()` stands.
    public var line: Int?

    /// What the function printed.
    public var printed: String?
}

/// How one exercise came out.
public struct ExerciseReport: Codable, Sendable, Equatable {
    /// The function.
    public var function: String

    /// What to do.
    public var title: String

    /// How it came out.
    public var status: Status

    /// The checks.
    public var checks: [CheckReport]

    /// The misconception, if the answers are those of a known wrong one.
    public var misconception: String?

    /// Whether another mistake, too, gives such answers.
    public var isAmbiguous = false

    /// What the first wrong answer shows, if it is no known misconception.
    public var symptom: Symptom?

    /// Three hints, the misconception's if there is one; the student sees one at a time.
    public var hints: [String] = []

    /// The library's own functions that were called instead of written.
    public var librarysOwn: [String] = []

    /// What the compiler or the grader said.
    public var message: String?

    /// What it looks like, in a sentence; an accusation only where nothing else looks so.
    public var suspicion: String? {
        misconception.map {
            isAmbiguous
                ? "One thing that gives such numbers is that \($0)." : "It looks as if \($0)."
        }
    }

    /// The sum over the checks.
    public var points: Int { checks.reduce(0) { $0 + $1.points } }

    /// What was earned of them.
    public var earned: Int { checks.reduce(0) { $0 + $1.earned } }

    /// The line of a crash, or of the `todo()`.
    public var line: Int? { checks.lazy.compactMap(\.line).first }
}

/// How a lesson came out.
public struct LessonReport: Codable, Sendable, Equatable {
    /// The name of the lesson.
    public var lesson: String

    /// The seeds of the inputs.
    public var seeds: [UInt64]

    /// The exercises.
    public var exercises: [ExerciseReport]

    /// What was earned, of 100 if all exercises were graded.
    public var earned: Int { exercises.reduce(0) { $0 + $1.earned } }

    /// What could be earned.
    public var points: Int { exercises.reduce(0) { $0 + $1.points } }

    /// Whether everything passed.
    public var isComplete: Bool { exercises.allSatisfy { $0.status == .passed } }
}
