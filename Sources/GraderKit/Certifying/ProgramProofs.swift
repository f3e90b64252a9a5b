import Curriculum
import Foundation

/// The proofs that run programs: unedited stubs (2) and hostile answers (4).
public struct ProgramProofs: Sendable {
    private let grader: LessonGrader

    /// Proofs about one lesson.
    public init(_ grader: LessonGrader) { self.grader = grader }

    /// Proof 2: each function that still is the stub's is not attempted and earns nothing, and its
    /// text is the one that is made from the solution.
    public func stubs(student: String, solution: String, program: URL) throws -> [Finding] {
        let stub = StudentSource(text: try Stub.text(fromSolution: solution))
        let source = StudentSource(text: student)
        var findings: [Finding] = []
        for function in grader.lesson.exercises.map(\.function) {
            guard let fresh = stub.declarationText(of: function) else {
                findings.append(found(2, function, "the solution has no func \(function)"))
                continue
            }
            if !fresh.contains("return try todo()") || !fresh.contains("// TODO") {
                findings.append(found(2, function, "the stub holds more than a todo()"))
            }
            guard let own = source.declarationText(of: function), own.contains("return try todo()")
            else { continue }
            if source.documentedText(of: function) != stub.documentedText(of: function) {
                findings.append(
                    found(
                        2, function,
                        "the stub differs from what the solution gives; "
                            + "`swift run course reset \(grader.lesson.shortName)` makes it anew"))
            }
            let worker = WorkerExaminee(executable: program, file: grader.lesson.name + ".swift")
            let report = grader.grade([function], of: worker, source: source, seeds: [1])
            for exercise in report.exercises
            where exercise.status != .notAttempted || exercise.earned != 0 {
                findings.append(
                    found(
                        2, function,
                        "the stub is \(exercise.status.words), not \"not attempted\": "
                            + (exercise.message ?? exercise.checks.first?.difference ?? "")))
            }
        }
        return findings
    }

    /// Proof 4: hostile answers, once for each type of result.
    ///
    /// - Parameters:
    ///   - course: the program `course`, which re-executes itself as the worker.
    ///   - known: the types of results that have been tried already.
    public func hostileAnswers(course: URL, known: inout Set<String>) -> [Finding] {
        HostileTrial.findings(of: HostileTrial.all(of: grader, known: &known), course: course)
    }

    private func found(_ proof: Int, _ function: String, _ words: String) -> Finding {
        Finding(proof, "\(grader.lesson.name).\(function)", words)
    }
}
