import Curriculum
import GraderKit
import XCTest

/// The table of exercises at the end of a lesson.
final class ExerciseRowsTests: XCTestCase {
    func testEachExerciseHasARowWithItsPointsAndItsPlace() throws {
        let outline = LessonOutline.tensors
        let rows = outline.exerciseRows
        XCTAssertEqual(rows.map { $0[0] }, outline.exercises.map(\.function))
        XCTAssertEqual(rows.compactMap { Int($0[2]) }.reduce(0, +), 100)
        for row in rows {
            XCTAssertEqual(row.count, 4)
            XCTAssertTrue(row[3].hasPrefix("Exercises/Lesson01Tensors.swift"), row[3])
        }
    }
}
