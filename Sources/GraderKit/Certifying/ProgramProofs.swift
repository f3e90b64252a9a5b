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
            findings += unsaid(function, in: stub).map { name in
                found(2, function, "the stub does not say that \(name) may not be called")
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
            findings += report.exercises.compactMap(attempted)
        }
        return findings
    }

    /// What is wrong if a stub counts as attempted.
    private func attempted(_ report: ExerciseReport) -> Finding? {
        if report.status == .notAttempted && report.earned == 0 { return nil }
        return found(
            2, report.function,
            "the stub is \(report.status.words), not \"not attempted\": "
                + (report.message ?? report.checks.first?.difference ?? ""))
    }

    /// What the library has for an exercise and neither its documentation nor the head of the file
    /// names.
    private func unsaid(_ function: String, in stub: StudentSource) -> [String] {
        let head = stub.text.sourceLines.prefix { !$0.contains("enum ") }.joined(separator: " ")
        let words = Set(
            (head + " " + (stub.documentedText(of: function) ?? ""))
                .split { !$0.isLetter && !$0.isNumber })
        return (grader.lesson[function]?.librarysOwn ?? []).filter { name in
            !words.contains(name.drop { $0 == "." })
        }
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
