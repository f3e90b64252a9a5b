import GraderKit
import XCTest

extension XCTestCase {
    /// Grades one exercise of the student's: skipped if it was not attempted, failed with the
    /// grader's words if it is not right.
    func grade(
        _ function: String, in grader: LessonGrader, file: StaticString = #filePath,
        line: UInt = #line
    ) throws {
        let folder = CourseFolder.ofTests(file: "\(file)")
        let source = StudentSource(
            text: try folder.text(of: folder.exercises(of: grader.lesson)),
            compiled: CompiledExercises(of: grader.lesson, in: folder))
        let worker = WorkerExaminee(
            executable: folder.program(of: grader.lesson), file: grader.lesson.name + ".swift")
        let report = grader.grade([function], of: worker, source: source)
        let exercise = try XCTUnwrap(
            report.exercises.first, "\(grader.lesson.name) grades no \(function)")
        let words = ReportText(usesColor: false).text(of: exercise, in: grader.lesson)
        if exercise.status == .notAttempted { throw XCTSkip(words) }
        let isRight = exercise.status == .passed && exercise.earned == exercise.points
        XCTAssertTrue(isRight, words, file: file, line: line)
    }
}
