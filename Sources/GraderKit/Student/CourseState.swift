import Foundation

/// What the course remembers of a student's work. It is never a source of marks.
public struct CourseState: Codable, Sendable, Equatable {
    /// The version of this format.
    public static let currentVersion = 1

    /// The version in which the state was written.
    public var version = currentVersion

    /// What is known of each exercise, under "Lesson12Clustering/assign".
    public var exercises: [String: ExerciseState] = [:]

    /// Nothing done yet.
    public init() {}

    /// What is known of one exercise.
    public struct ExerciseState: Codable, Sendable, Equatable {
        /// How it came out last.
        public var status = Status.notAttempted

        /// How often it was graded with an attempt in it.
        public var attempts = 0

        /// How many hints were shown for the present mistake.
        public var hintsSeen = 0

        /// The mistake, or what it shows, to which those hints belong.
        public var misconception: String?

        /// The last seed.
        public var lastSeed: UInt64?

        /// How often the solution was asked for before it was earned.
        public var solutionRequests = 0

        /// A number that changes with the text that was graded.
        public var textHash: UInt64?

        /// Nothing done yet.
        public init() {}
    }

    /// What is known of an exercise.
    public subscript(lesson: String, function: String) -> ExerciseState {
        get { exercises["\(lesson)/\(function)"] ?? ExerciseState() }
        set { exercises["\(lesson)/\(function)"] = newValue }
    }

    /// Remembers how a lesson was graded.
    ///
    /// - Parameter text: the student's file as it was graded.
    public mutating func record(_ report: LessonReport, text: String) {
        for exercise in report.exercises where exercise.status != .graderError {
            var state = self[report.lesson, exercise.function]
            let hash = Self.hash(of: text)
            if exercise.status != .notAttempted && state.textHash != hash { state.attempts += 1 }
            let mistake = exercise.misconception ?? exercise.symptom?.rawValue
            if exercise.status == .passed || mistake != state.misconception {
                state.hintsSeen = 0
            }
            state.status = exercise.status
            state.misconception = mistake
            state.lastSeed = report.seeds.first ?? state.lastSeed
            state.textHash = hash
            self[report.lesson, exercise.function] = state
        }
    }

    /// A number that changes with the text (FNV-1a).
    public static func hash(of text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }
}
