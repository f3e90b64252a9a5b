import Curriculum
import XCTest

@testable import GraderKit

/// What is made of a solution, and the pages on which it is counted.
final class MechanicalMutantTests: XCTestCase {
    private let lesson = LessonOutline(
        name: "Lesson99Sample", question: "",
        exercises: [
            Exercise("first", title: "", checks: [:], step: "", documentation: ""),
            Exercise("second", title: "", checks: [:], step: "", documentation: ""),
        ])

    private let solution = """
        public enum SampleSolution: SampleContract {
            public static func first(_ x: Int) throws -> Bool {
                // BEGIN SOLUTION
                isSmall(x)
                // END SOLUTION
            }
            // BEGIN SOLUTION

            private static func isSmall(_ x: Int) -> Bool { x < limit }
            // END SOLUTION

            public static func second(_ x: Int) throws -> Int {
                let given = 1
                // BEGIN SOLUTION
                return x * given
                // END SOLUTION
            }
        }
        """

    private func mutants(of function: String) -> [MechanicalMutant] {
        MechanicalMutant.all(
            of: function, in: lesson, solution: MarkedSolution(solution, of: lesson))
    }

    func testAHelperIsChangedWithItsCaller() {
        let first = mutants(of: "first")
        XCTAssertEqual(first.count, 2)
        XCTAssertEqual(first.map(\.exercise), ["Lesson99Sample.first", "Lesson99Sample.first"])
        XCTAssertTrue(first[0].members.contains("isSmall(x)"))
        XCTAssertTrue(first[0].members.contains("{ x <= limit }"))
    }

    func testOnlyWhatIsMarkedIsChanged() {
        let second = mutants(of: "second")
        XCTAssertEqual(second.map(\.words), ["`return x * given` becomes `return x / given`"])
        XCTAssertFalse(second[0].members.contains("isSmall"))
    }

    func testAnErrorBelongsToTheMutantOfItsLine() throws {
        let file = MutantFile(mutants(of: "first"), of: "first", in: lesson, calls: "SampleCalls")
        let lines = file.text.sourceLines
        let place = try XCTUnwrap(lines.firstIndex { $0.contains("x >= limit") }) + 1
        let output = "/a/Lesson99_first.swift:\(place):70: error: no\nnote: nothing"
        XCTAssertEqual(file.failures(in: output), [1])
        XCTAssertEqual(file.failures(in: output.replacing("error", with: "warning")), [])
    }

    func testAnEquivalentNeedsAReasonAndASurvivor() {
        let mutant = mutants(of: "second")[0]
        let heading = "# Title\n\n## Lesson99Sample.second\n\n- "
        var listed = ReviewedMutants(heading + mutant.words + ": both divide by one")
        XCTAssertTrue(listed.contains(mutant))
        XCTAssertEqual(listed.stale(of: ["Lesson99Sample.second"]), [])
        var unreasoned = ReviewedMutants(heading + mutant.words + ": ")
        XCTAssertFalse(unreasoned.contains(mutant))
        var other = ReviewedMutants(
            heading.replacing("second", with: "first") + mutant.words + ": both divide by one")
        XCTAssertFalse(other.contains(mutant))
        XCTAssertEqual(other.stale(of: ["Lesson99Sample.first"]).count, 1)
        XCTAssertEqual(other.stale(of: ["Lesson99Sample.second"]), [])
    }

    func testTheTableReadsWhatItWrites() throws {
        let line = "| Lesson99Sample.first | 12 | 9 | 2 | 2 | 1 |"
        let row = try XCTUnwrap(MutantTable.Row(line: line))
        XCTAssertEqual(row.line, line)
        let table = MutantTable([row])
        XCTAssertEqual(MutantTable(table.text), table)
        XCTAssertTrue(table.text.contains("| All | 12 | 9 | 2 | 2 | 1 |"))
        XCTAssertEqual(table.updated(with: MutantTable([]), exercises: ["another"]).rows, [])
    }

    /// How many find no end in time depends on the machine; all else does not.
    func testTablesOfTwoMachinesAgree() throws {
        func table(_ numbers: String) throws -> MutantTable {
            MutantTable([
                try XCTUnwrap(MutantTable.Row(line: "| Lesson99Sample.first | \(numbers) |"))
            ])
        }
        let written = try table("12 | 9 | 2 | 2 | 1")
        XCTAssertEqual(try table("12 | 9 | 3 | 2 | 1").rows(notIn: written), [])
        for other in ["13 | 9 | 2 | 2 | 1", "12 | 8 | 2 | 2 | 1", "12 | 9 | 2 | 3 | 1"] {
            XCTAssertEqual(try table(other).rows(notIn: written).count, 1, other)
        }
        XCTAssertEqual(written.rows(notIn: MutantTable([])).count, 1)
    }
}
