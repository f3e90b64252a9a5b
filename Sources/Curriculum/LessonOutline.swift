/// A lesson as the course lists it: its name and its exercises.
public struct LessonOutline: Sendable, Equatable {
    /// The name of its target, folder and files, for example "Lesson12Clustering".
    public let name: String

    /// The question that the lesson answers.
    public let question: String

    /// The exercises, in the order in which they are met.
    public let exercises: [Exercise]

    /// A lesson with its exercises.
    public init(name: String, question: String, exercises: [Exercise]) {
        self.name = name
        self.question = question
        self.exercises = exercises
    }

    /// "Lesson12", by which it is called for on the command line.
    public var shortName: String { String(name.prefix(8)) }

    /// The file in which the student works, from the folder of the package.
    public var exercisesPath: String { "Exercises/\(name).swift" }

    /// A row for each exercise, as a lesson shows them at its end: the function, what to do, and its
    /// points.
    public var exerciseRows: [[String]] {
        exercises.map { [$0.function, $0.title, "\($0.points)"] }
    }

    /// The exercise with this function, or nil.
    public subscript(function: String) -> Exercise? {
        exercises.first { $0.function == function }
    }
}
