import Foundation
import Graders
import XCTest

@testable import GraderKit

/// The pages about mechanical mutants speak of the solutions as they are today; what becomes of the
/// mutants, `course certify --mechanical` proves.
final class MechanicalTableTests: XCTestCase {
    private let folder = CourseFolder.ofTests(file: #filePath)

    private func text(_ path: String) throws -> String {
        try folder.text(of: folder.root.appending(path: path))
    }

    /// The mutants of each lesson, made once for both tests.
    private static let mutants = Result {
        try LessonGrader.all.map { grader in
            let (lesson, folder) = (grader.lesson, CourseFolder.ofTests(file: #filePath))
            let solution = MarkedSolution(
                try folder.text(of: folder.solution(of: lesson)), of: lesson)
            return lesson.exercises.flatMap {
                MechanicalMutant.all(of: $0.function, in: lesson, solution: solution)
            }
        }
    }

    func testTheTableCountsTheMutantsOfToday() throws {
        let table = MutantTable(try text(MutantTable.path))
        XCTAssertEqual(table.text, try text(MutantTable.path))
        for (grader, mutants) in zip(LessonGrader.all, try Self.mutants.get()) {
            let made = Dictionary(grouping: mutants, by: \.exercise)
            for exercise in grader.lesson.exercises {
                let name = "\(grader.lesson.name).\(exercise.function)"
                let row = try XCTUnwrap(table[name], "certify --mechanical --update adds \(name)")
                XCTAssertEqual(row.made, made[name]?.count, "\(name): --update the table")
                XCTAssertEqual(row.made, row.caught + row.equivalent + row.refused, name)
            }
        }
    }

    func testEveryReviewedMutantIsOneOfToday() throws {
        for path in [ReviewedMutants.equivalentPath, ReviewedMutants.samePath] {
            var listed = ReviewedMutants(try text(path))
            var exercises: Set<String> = []
            for mutant in try Self.mutants.get().joined() {
                _ = listed.contains(mutant)
                exercises.insert(mutant.exercise)
            }
            XCTAssertEqual(listed.stale(of: exercises), [], path)
        }
    }
}
