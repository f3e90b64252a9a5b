import DeepTeaching
import Foundation
import GraderKit
import Graders
import TestSupport
import XCTest

/// The proofs of the graders, over one seed, and over five where all is to be proved;
/// `course certify --seeds 100` runs more.
final class CertificationTests: XCTestCase {
    private let folder = CourseFolder.ofTests(file: #filePath)

    /// Proofs 1, 3, 5, 7 and 8.
    func testRightAnswersPassAndWrongOnesAreCaught() {
        let graders = LessonGrader.all
        let seeds: [UInt64] = isProving ? [1, 2, 3, 4, 5] : [1]
        let findings = parallelMap(graders.count) {
            Certification(graders[$0], seeds: seeds).findings
        }
        report(findings.flatMap(\.self))
    }

    /// Proof 2.
    func testUneditedStubsAreNotAttempted() throws {
        let (graders, folder) = (LessonGrader.all, folder)
        let results = sideBySide(graders.count, atMost: 4) { index in
            let grader = graders[index]
            return Result {
                try ProgramProofs(grader).stubs(
                    student: folder.text(of: folder.exercises(of: grader.lesson)),
                    solution: folder.text(of: folder.solution(of: grader.lesson)),
                    program: folder.program(of: grader.lesson))
            }
        }
        for result in results { report(try result.get()) }
    }

    /// Proof 4. Answers of which no result comes are alike for all types of results: one type is
    /// enough, unless all is to be proved.
    func testHostileAnswersEarnNothing() {
        var known: Set<String> = []
        let all = LessonGrader.all.flatMap { HostileTrial.all(of: $0, known: &known) }
        let kinds = HostileKind.allCases.count
        XCTAssertGreaterThan(known.count, 5)
        XCTAssertEqual(all.count, known.count * kinds)
        let trials =
            all.prefix(kinds) + all.dropFirst(kinds).filter { isProving || !$0.kind.givesNoResult }
        XCTAssertEqual(Set(trials.map(\.kind)), Set(HostileKind.allCases))
        let course = folder.products.appending(path: "course")
        report(HostileTrial.findings(of: Array(trials), course: course))
    }

    /// Proof 6.
    func testLessonsSayAllThatAStudentNeeds() {
        for grader in LessonGrader.all {
            report(TextProofs(grader).findings(in: CourseWords.words(of: grader)))
        }
    }

    private func report(_ findings: [Finding]) {
        for finding in findings where finding.isFailure { XCTFail("\(finding)") }
    }
}
