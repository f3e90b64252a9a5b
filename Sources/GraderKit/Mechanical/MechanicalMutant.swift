import Curriculum

/// A solution with one small change.
public struct MechanicalMutant: Sendable {
    /// The exercise, for example "Lesson12Clustering.assign".
    public let exercise: String

    /// The number among the mutants of its exercise, from 0.
    public let number: Int

    /// The change.
    public let change: SourceChange

    /// The lines before and after, by which the mutant is known in the list of equivalents.
    public let words: String

    /// The members of an enum of its own.
    let members: String

    /// All mutants of an exercise.
    static func all(
        of function: String, in lesson: LessonOutline, solution: MarkedSolution
    ) -> [MechanicalMutant] {
        var counts: [String: Int] = [:]
        return solution.changes(of: function).enumerated().map { number, change in
            let words = change.words(in: solution.characters)
            counts[words, default: 0] += 1
            let count = counts[words, default: 1]
            return MechanicalMutant(
                exercise: "\(lesson.name).\(function)", number: number, change: change,
                words: count == 1 ? words : "\(words) (\(count))",
                members: solution.members(of: function, with: change))
        }
    }
}
