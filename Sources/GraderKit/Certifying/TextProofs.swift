import Curriculum
import Foundation

/// Proof 6: a lesson and its exercises say all that a student needs.
public struct TextProofs: Sendable {
    private let grader: LessonGrader

    /// Proofs about one lesson.
    public init(_ grader: LessonGrader) { self.grader = grader }

    /// What is missing.
    ///
    /// - Parameters:
    ///   - lessonSource: the Swift files of the lesson, one after the other.
    ///   - tests: the file of XCTest graders.
    public func findings(lessonSource: String, readme: String, tests: String) -> [Finding] {
        var findings = grader.lesson.exercises.flatMap { exercise in
            self.findings(exercise, lessonSource, tests)
        }
        for (call, what) in Self.parts where !lessonSource.contains(call) {
            findings.append(
                Finding(6, grader.lesson.name, "the lesson has no \(what) (\(call)...)"))
        }
        if readme.sourceLines.count(where: { !$0.isEmpty }) < 5 {
            findings.append(Finding(6, grader.lesson.name, "the README says nothing"))
        }
        return findings
    }

    /// What every lesson has, and the call that shows it.
    private static let parts: KeyValuePairs = [
        ".question(": "prediction", ".equation(": "equation",
        ".number(\"wrong":
            "wrong way with its measured number", ".box(": "box with the basics",
        ".glossary(": "glossary", ".reference(": "reference", ".figure(": "picture",
    ]

    private func findings(
        _ exercise: Exercise, _ lessonSource: String, _ tests: String
    ) -> [Finding] {
        let place = "\(grader.lesson.name).\(exercise.function)"
        guard let own = grader[exercise.function] else { return [] }
        var missing: [String] = []
        if own.misconceptions.count < 3 {
            missing.append("only \(own.misconceptions.count) misconceptions, not three")
        }
        for hints in [own.hints] + own.misconceptions.map(\.hints) {
            let isComplete = hints.all.allSatisfy { $0.count > 10 } && Set(hints.all).count == 3
            if !isComplete { missing.append("three different hints are needed: \(hints.all)") }
        }
        if !lessonSource.contains("\"\(exercise.step)\"") {
            missing.append("the lesson has no step \"\(exercise.step)\" that leads to it")
        }
        if exercise.documentation.isEmpty { missing.append("no documentation is named") }
        if exercise.checks.contains(where: { $0.points <= 0 }) {
            missing.append("a check without points")
        }
        if !tests.contains("\"\(exercise.function)\"") {
            missing.append("Tests/ExerciseTests/\(grader.lesson.name)Tests.swift does not test it")
        }
        return missing.map { Finding(6, place, $0) }
    }
}

extension TextProofs {
    /// What is missing in the files of a checkout.
    public func findings(in folder: CourseFolder) -> [Finding] {
        let name = grader.lesson.name
        let lesson = folder.root.appending(path: "Lessons/\(name)")
        let files = (try? FileManager.default.contentsOfDirectory(atPath: lesson.path)) ?? []
        func text(_ file: URL) -> String { (try? folder.text(of: file)) ?? "" }
        return findings(
            lessonSource: files.filter { $0.hasSuffix(".swift") }.sorted()
                .map { text(lesson.appending(path: $0)) }.joined(separator: "\n"),
            readme: text(lesson.appending(path: "README.md")),
            tests: text(folder.root.appending(path: "Tests/ExerciseTests/\(name)Tests.swift")))
    }
}
