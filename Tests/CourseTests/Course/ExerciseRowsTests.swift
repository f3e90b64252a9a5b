import Curriculum
import XCTest

/// The table of exercises at the end of a lesson.
final class ExerciseRowsTests: XCTestCase {
    func testEachExerciseHasARowWithItsPoints() throws {
        let outline = LessonOutline.tensors
        let rows = outline.exerciseRows
        XCTAssertEqual(rows.map { $0[0] }, outline.exercises.map(\.function))
        XCTAssertEqual(rows.map { $0[1] }, outline.exercises.map(\.title))
        XCTAssertEqual(rows.compactMap { Int($0[2]) }.reduce(0, +), 100)
    }
}
