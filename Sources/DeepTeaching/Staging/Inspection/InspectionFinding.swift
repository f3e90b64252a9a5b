import Foundation

/// Something wrong or odd that an inspection found, and in which file.
public struct InspectionFinding: Sendable, Equatable, CustomStringConvertible {
    /// What is left out, so that the rest can be used.
    public enum Remedy: Sendable, Equatable {
        /// The slide of this name.
        case leaveOutSlide(String)

        /// The outlines of the slide of this name; the slide itself can be used.
        case leaveOutAnnotation(String)

        /// Nothing: it is left out already, or it is only odd.
        case nothing

        /// There is no remedy: without this file no other can be used.
        case impossible
    }

    /// The path of the file.
    public let path: String

    /// What is wrong with it.
    public let problem: InspectionProblem

    /// What is left out by those who cannot mend it.
    public let remedy: Remedy

    /// Something about a file.
    public init(path: String, problem: InspectionProblem, remedy: Remedy) {
        self.path = path
        self.problem = problem
        self.remedy = remedy
    }

    /// Whether work cannot go on with the file; otherwise it is only odd.
    public var isFault: Bool { problem.isFault }

    /// File, problem and advice in one line.
    public var description: String {
        problem.namesFile ? problem.description : "\(path) \(problem.description)"
    }
}
