import Foundation
import GraderKit
import Graders
import XCTest

/// The proofs of the graders, over five seeds; `course certify --seeds 100` runs more.
final class CertificationTests: XCTestCase {
    private let folder = CourseFolder.ofTests(file: #filePath)

    /// Proofs 1, 3, 5, 7 and 8.
    func testRightAnswersPassAndWrongOnesAreCaught() {
        for grader in LessonGrader.all {
            let certification = Certification(grader, seeds: [1, 2, 3, 4, 5])
            report(certification.findings)
        }
    }

    /// Proof 2.
    func testUneditedStubsAreNotAttempted() throws {
        for grader in LessonGrader.all {
            report(
                try ProgramProofs(grader).stubs(
                    student: folder.text(of: folder.exercises(of: grader.lesson)),
                    solution: folder.text(of: folder.solution(of: grader.lesson)),
                    program: folder.program(of: grader.lesson)))
        }
    }

    /// Proof 4.
    func testHostileAnswersEarnNothing() {
        var known: Set<String> = []
        let course = folder.products.appending(path: "course")
        for grader in LessonGrader.all {
            report(ProgramProofs(grader).hostileAnswers(course: course, known: &known))
        }
        XCTAssertFalse(known.isEmpty)
    }

    /// Proof 6.
    func testLessonsSayAllThatAStudentNeeds() {
        for grader in LessonGrader.all { report(TextProofs(grader).findings(in: folder)) }
    }

    private func report(_ findings: [Finding]) {
        for finding in findings where finding.isFailure { XCTFail("\(finding)") }
    }
}
