import Curriculum

/// All that grades a lesson: the solution, and for each exercise its checks and misconceptions.
public struct LessonGrader: Sendable {
    /// The lesson as the course lists it.
    public let lesson: LessonOutline

    /// The answer with which all others are compared.
    public let solution: Answer

    /// The graders of the exercises, in the order of the lesson.
    public var exercises: [ExerciseGrader]

    /// A grader of a lesson.
    public init<Contract: Sendable>(
        _ contract: LessonContract<Contract>, solution: Contract, exercises: [ExerciseGrader]
    ) {
        lesson = contract.lesson
        self.solution = contract.answer(solution)
        self.exercises = exercises
    }

    /// The grader of the exercise with this function, or nil.
    public subscript(function: String) -> ExerciseGrader? {
        exercises.first { $0.function == function }
    }
}

/// What grades one exercise.
public struct ExerciseGrader: Sendable {
    /// The function of the contract.
    public let function: String

    /// The checks.
    public var checks: [Check]

    /// The wrong answers that are known, at least three.
    public let misconceptions: [Misconception]

    /// Other right answers.
    public let alternatives: [Answer]

    /// What helps where no misconception fits.
    public let hints: Hints

    /// A grader of the exercise `function`.
    public init(
        _ function: String, checks: [Check], misconceptions: [Misconception],
        alternatives: [Answer], hints: Hints
    ) {
        self.function = function
        self.checks = checks
        self.misconceptions = misconceptions
        self.alternatives = alternatives
        self.hints = hints
    }
}
