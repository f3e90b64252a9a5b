import Curriculum
import Foundation
import Graders
import XCTest

@testable import GraderKit

/// What a report says, for answers that are known, without a process.
final class GraderTests: XCTestCase {
    private let grader = LessonGrader.clustering

    private func report(
        _ function: String, answer: Answer, source: StudentSource? = nil
    ) throws -> ExerciseReport {
        try XCTUnwrap(
            grader.grade([function], of: TrustedExaminee(answer), source: source)
                .exercises.first)
    }

    func testTheSolutionEarnsAllPoints() throws {
        let report = grader.grade(of: TrustedExaminee(grader.solution))
        XCTAssertTrue(report.isComplete)
        XCTAssertEqual(report.earned, 100)
    }

    func testAMisconceptionIsRecognisedWithItsOwnHints() throws {
        for exercise in grader.exercises {
            for misconception in exercise.misconceptions {
                let report = try report(exercise.function, answer: misconception.mutant)
                XCTAssertEqual(report.misconception, misconception.statement)
                XCTAssertEqual(report.hints, misconception.hints.all)
                XCTAssertNotEqual(report.status, .passed)
            }
        }
    }

    func testIndependentChecksGivePartOfThePoints() throws {
        let ties = try XCTUnwrap(grader["assign"]?.misconceptions.first)
        let report = try report("assign", answer: ties.mutant)
        XCTAssertEqual(report.status, .partial)
        XCTAssertEqual(report.earned, 8)
    }

    func testCallingTheLibrarysOwnEarnsNothing() throws {
        let source = StudentSource(
            text: "enum E { static func assign(points: Int) { KMeans(2) } }")
        let report = try report("assign", answer: grader.solution, source: source)
        XCTAssertEqual(report.librarysOwn, ["KMeans"])
        XCTAssertEqual(report.status, .wrong)
        XCTAssertEqual(report.earned, 0)
    }

    func testAGraderThatLacksACheckIsNotCertified() {
        for exercise in grader.exercises {
            for check in exercise.checks {
                let without = grader.leavingOut(check.name, of: exercise.function)
                let certification = Certification(without.only(exercise.function), seeds: [1])
                XCTAssertTrue(
                    certification.findings.contains { $0.isFailure && $0.proof == 3 },
                    "nothing misses \(check.name)")
            }
        }
    }

    func testAGraderWithAWrongSolutionIsNotCertified() {
        var broken = grader
        broken.exercises[0] = ExerciseGrader(
            "assign", checks: grader.exercises[0].checks,
            misconceptions: grader.exercises[0].misconceptions,
            alternatives: [grader.exercises[0].misconceptions[0].mutant],
            hints: grader.exercises[0].hints)
        let findings = Certification(broken, seeds: [1]).findings
        XCTAssertTrue(findings.contains { $0.isFailure && $0.proof == 1 })
    }

    func testTheSameSeedGivesTheSameInputsAndAnotherSeedOthers() throws {
        for check in grader.exercises.flatMap(\.checks) {
            XCTAssertEqual(try check.inputs(3), try check.inputs(3))
            XCTAssertNotEqual(try check.inputs(3), try check.inputs(4))
        }
    }
}
