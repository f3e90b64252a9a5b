/// What can go wrong with a checkout of the course and its tools.
public enum CourseError: Error, Sendable, Equatable, CustomStringConvertible {
    /// No folder from here upwards holds the course.
    case noCheckout(path: String)

    /// A file cannot be read.
    case unreadable(path: String)

    /// A file cannot be written.
    case unwritable(path: String)

    /// The memory of the course comes from a newer version.
    case newerState(version: Int, path: String)

    /// Another process holds a lock.
    case alreadyWatching(path: String)

    /// There is no lesson of this name.
    case unknownLesson(String, known: [String])

    /// The lesson has no exercise of this name.
    case unknownExercise(String, lesson: String, known: [String])

    /// `swift` is not there, or cannot run.
    case noCompiler(reason: String)

    /// The build fails outside of the student's file.
    case brokenBuild(lesson: String, output: String)

    /// A file with this name is there already.
    case alreadyThere(path: String)

    /// A name that cannot be a lesson's.
    case badLessonName(String)

    /// No stub can be made from a solution.
    case noStub(solution: String, StubError)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .noCheckout(let path):
            "\(path) lies in no checkout of the course: change to the folder with Package.swift"
        case .unreadable(let path): "cannot read \(path): is it there, and may you read it?"
        case .unwritable(let path):
            "cannot write \(path): is the folder read-only, or the disk full?"
        case .newerState(let version, let path):
            "\(path) was written by a newer course (version \(version)): update the checkout, or "
                + "move the file away"
        case .alreadyWatching(let path):
            "another `course watch` runs in this checkout (\(path)): end it with q, or use it"
        case .unknownLesson(let name, let known):
            "there is no lesson \(name) with exercises; there are: " + known.joined(separator: ", ")
        case .unknownExercise(let name, let lesson, let known):
            "\(lesson) has no exercise \(name); it has: " + known.joined(separator: ", ")
        case .noCompiler(let reason): "cannot run the Swift compiler: \(reason)"
        case .brokenBuild(let lesson, let output):
            "\(lesson) does not build, and the error is not in your file. Is the enum there still "
                + "named as it was?\n\(output)"
        case .alreadyThere(let path): "\(path) is there already: choose another name or remove it"
        case .noStub(let solution, let error): "no stub can be made from \(solution): \(error)"
        case .badLessonName(let name):
            "\(name) is no lesson's name: two digits and a topic, such as Lesson22Registration"
        }
    }
}
