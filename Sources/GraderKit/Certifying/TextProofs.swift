import Curriculum
import Foundation
import LessonMarkdown

/// Proof 6: a lesson and its exercises say all that a student needs, and nothing that does not hold.
public struct TextProofs: Sendable {
    private let grader: LessonGrader

    /// Proofs about one lesson.
    public init(_ grader: LessonGrader) { self.grader = grader }

    /// What is missing.
    ///
    /// - Parameters:
    ///   - document: the lesson's text.
    ///   - tests: the file of XCTest graders.
    public func findings(document: LessonDocument, readme: String, tests: String) -> [Finding] {
        var findings = grader.lesson.exercises.flatMap { exercise in
            self.findings(exercise, document, tests)
        }
        for (what, isThere) in Self.parts(of: document) where !isThere {
            findings.append(Finding(6, grader.lesson.name, "\(document.file) has no \(what)"))
        }
        if readme.sourceLines.count(where: { !$0.isEmpty }) < 5 {
            findings.append(Finding(6, grader.lesson.name, "the README says nothing"))
        }
        return findings
    }

    /// What every lesson has, and whether this one has it.
    private static func parts(of document: LessonDocument) -> KeyValuePairs<String, Bool> {
        let blocks = document.allBlocks.map(\.block)
        func has(_ isPart: (TextBlock) -> Bool) -> Bool { blocks.contains(where: isPart) }
        return [
            "prediction": has { if case .question = $0 { true } else { false } },
            "equation": has { if case .equation = $0 { true } else { false } },
            "wrong way with its measured number ({wrong...})": document.slots.contains {
                $0.hasPrefix("wrong")
            },
            "box with the basics": has { if case .box = $0 { true } else { false } },
            "glossary": has { if case .glossary = $0 { true } else { false } },
            "reference": has { if case .reference = $0 { true } else { false } },
            "picture": has {
                switch $0 {
                case .figure, .plot, .diagram: true
                default: false
                }
            },
            "listing": has { if case .listing = $0 { true } else { false } },
        ]
    }

    private func findings(
        _ exercise: Exercise, _ document: LessonDocument, _ tests: String
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
        missing += stepFindings(exercise, document)
        if exercise.documentation.isEmpty { missing.append("no documentation is named") }
        if exercise.checks.contains(where: { $0.points <= 0 }) {
            missing.append("a check without points")
        }
        if !tests.contains("\"\(exercise.function)\"") {
            missing.append("Tests/ExerciseTests/\(grader.lesson.name)Tests.swift does not test it")
        }
        return missing.map { Finding(6, place, $0) }
    }

    /// Whether the step that the course names leads to the exercise.
    private func stepFindings(_ exercise: Exercise, _ document: LessonDocument) -> [String] {
        let leading = document.steps.filter { step in
            step.allBlocks.contains { placed in
                if case .exercise(exercise.function, _) = placed.block { return true }
                return false
            }
        }
        guard let step = leading.first else {
            return [
                "no step of \(document.file) leads to it: Exercise: [\(exercise.function)](...)"
            ]
        }
        if step.title == exercise.step { return [] }
        return [
            "the course names the step \"\(exercise.step)\", but \(document.file):\(step.line) leads "
                + "to it: \"\(step.title)\""
        ]
    }
}

extension TextProofs {
    /// What is missing in the texts of a lesson, and what does not fit.
    public func findings(in words: LessonWords) -> [Finding] {
        let name = grader.lesson.name
        guard let document = words.document else {
            return [Finding(6, name, "Lessons/\(name)/Lesson.md is missing")]
        }
        return words.problems.map { Finding(6, name, $0) }
            + findings(document: document, readme: words.readme, tests: words.tests)
    }

    /// What does not fit in the texts of the lessons that have no exercises yet.
    public static func findings(
        in folder: CourseFolder, besides graders: [LessonGrader]
    ) -> [Finding] {
        let listings = ListingSources(root: folder.root)
        let known = Set(graders.map(\.lesson.name))
        return listings.problems.map { Finding(6, "listings", $0.description) }
            + LessonTextCheck.lessons(root: folder.root).filter { !known.contains($0) }
            .flatMap { name -> [Finding] in
                let check = LessonTextCheck(lesson: name, root: folder.root, listings: listings)
                guard let check else { return [Finding(6, name, "it has no Lesson.md")] }
                return check.problems.map { Finding(6, name, $0.description) }
            }
    }
}
