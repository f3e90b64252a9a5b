import Foundation
import Graders
import TestSupport
import XCTest

@testable import GraderKit

/// The proof of the proof: with a check, a hint, a mutant or a comparison taken out, a grader that
/// passes is no longer certified.
final class RemovalTests: XCTestCase {
    /// Each removal certifies the lesson again: here the smallest lesson, for seconds, unless all is
    /// to be proved. Proof 7 of `course certify` leaves out every check of every lesson.
    private var graders: [LessonGrader] {
        if isProving { return LessonGrader.all }
        return LessonGrader.all.min { $0.exercises.count < $1.exercises.count }.map { [$0] } ?? []
    }

    /// What is wrong with one exercise of a grader, the others left aside.
    private func failures(_ grader: LessonGrader, of exercise: ExerciseGrader) -> [Finding] {
        let alone = Certification(grader.only(exercise.function), seeds: [1]).findings
        let text = TextProofs(grader).findings(in: CourseWords.words(of: grader))
        return (alone + text).filter { finding in
            finding.isFailure && finding.place.hasSuffix("." + exercise.function)
        }
    }

    /// `CertificationTests` certifies all lessons.
    func testAsItIsItIsCertified() {
        for grader in graders {
            for exercise in grader.exercises {
                XCTAssertEqual(failures(grader, of: exercise), [])
            }
        }
    }

    func testWithoutAnyOneCheck() {
        for grader in graders {
            for exercise in grader.exercises {
                for check in exercise.checks {
                    let without = grader.leavingOut(check.name, of: exercise.function)
                    let proofs = Set(failures(without, of: exercise).map(\.proof))
                    let place = "\(grader.lesson.name).\(exercise.function), \(check.name)"
                    XCTAssertTrue(proofs.contains(6), "\(place): its points are left over")
                    XCTAssertTrue(proofs.contains(3), "\(place): nobody catches its mutants")
                }
            }
        }
    }

    func testWithoutTheComparisonOfAnyOneCheck() {
        for grader in graders {
            for (number, exercise) in grader.exercises.enumerated() {
                for index in exercise.checks.indices {
                    var without = grader
                    without.exercises[number].checks[index].compare = { _, _, _ in .right }
                    let found = failures(without, of: exercise).filter { $0.proof == 3 }
                    XCTAssertFalse(
                        found.isEmpty,
                        "\(grader.lesson.name).\(exercise.function), \(exercise.checks[index].name)"
                    )
                }
            }
        }
    }

    func testWithoutTheHintsOfAnyOneMutant() {
        for grader in graders {
            for (number, exercise) in grader.exercises.enumerated() {
                for index in exercise.misconceptions.indices {
                    var without = grader
                    let all = exercise.misconceptions
                    without.exercises[number] = exercise.replacingMisconceptions(
                        all.enumerated().map {
                            $0.offset == index ? $0.element.withoutHint : $0.element
                        }
                    )
                    let found = TextProofs(without).findings(in: CourseWords.words(of: grader))
                        .filter {
                            $0.proof == 6
                        }
                    XCTAssertEqual(found.count, 1, all[index].statement)
                }
            }
        }
    }

    /// A check that is needed for one mutant only is named redundant without it; with fewer than
    /// three mutants the exercise is not certified.
    func testWithoutMutants() {
        for grader in graders {
            for (number, exercise) in grader.exercises.enumerated() {
                var without = grader
                without.exercises[number] = exercise.replacingMisconceptions(
                    Array(exercise.misconceptions.prefix(1)))
                XCTAssertTrue(failures(without, of: exercise).contains { $0.proof == 6 })
                let needed = exercise.misconceptions[0].check
                let unneeded = exercise.checks.map(\.name).filter { $0 != needed }
                let notes = Certification(without.only(exercise.function), seeds: [1])
                    .findings.filter { !$0.isFailure }
                XCTAssertEqual(
                    notes.isEmpty, unneeded.isEmpty, "\(exercise.function): \(notes)")
            }
        }
    }

    func testWithAMutantThatIsRight() {
        for grader in graders {
            for (number, exercise) in grader.exercises.enumerated() {
                var wrong = grader
                let first = exercise.misconceptions[0]
                let harmless = Misconception(
                    first.statement, mutant: grader.solution, check: first.check,
                    hints: first.hints)
                wrong.exercises[number] = exercise.replacingMisconceptions(
                    [harmless] + exercise.misconceptions.dropFirst())
                XCTAssertTrue(
                    failures(wrong, of: exercise).contains { $0.proof == 3 }, exercise.function)
            }
        }
    }
}

extension ExerciseGrader {
    fileprivate func replacingMisconceptions(_ misconceptions: [Misconception]) -> ExerciseGrader {
        ExerciseGrader(
            function, checks: checks, misconceptions: misconceptions, alternatives: alternatives,
            hints: hints)
    }
}

extension Misconception {
    fileprivate var withoutHint: Misconception {
        Misconception(
            statement, mutant: mutant, check: check,
            hints: Hints(question: hints.question, concept: hints.concept, step: ""), alias: alias)
    }
}
