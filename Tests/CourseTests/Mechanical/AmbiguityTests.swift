import Curriculum
import Graders
import XCTest

@testable import GraderKit

/// A misconception that a small change of the solution gives too is no accusation, unless that change
/// is the mistake itself.
final class AmbiguityTests: XCTestCase {
    private let grader = LessonGrader.clustering
    private let solution = """
        public enum ClusteringSolution: ClusteringContract {
            public static func assign(_ x: Int) throws -> Int {
                // BEGIN SOLUTION
                return x + y
                // END SOLUTION
            }
        }
        """

    private var mutants: [MechanicalMutant] {
        MechanicalMutant.all(
            of: "assign", in: grader.lesson,
            solution: MarkedSolution(solution, of: grader.lesson))
    }

    private func findings(
        isAmbiguous: Bool, lookalikes: [Int: Set<Int>], list: String = ""
    ) throws -> [Finding] {
        let known = try XCTUnwrap(grader["assign"])
        let misconceptions = known.misconceptions.map {
            Misconception(
                $0.statement, mutant: $0.mutant, check: $0.check, hints: $0.hints,
                isAmbiguous: isAmbiguous && $0.statement == known.misconceptions[1].statement)
        }
        let exercise = ExerciseGrader(
            "assign", checks: known.checks, misconceptions: misconceptions, alternatives: [],
            hints: known.hints)
        var same = ReviewedMutants("## Lesson12Clustering.assign\n\n" + list)
        return Ambiguity(exercise, lookalikes, mutants, same: &same).findings
    }

    func testAnotherMistakeMakesItAmbiguous() throws {
        XCTAssertEqual(mutants.count, 1)
        XCTAssertEqual(try findings(isAmbiguous: false, lookalikes: [:]), [])
        XCTAssertEqual(try findings(isAmbiguous: false, lookalikes: [0: [1]]).count, 1)
        XCTAssertEqual(try findings(isAmbiguous: true, lookalikes: [0: [1]]), [])
        XCTAssertEqual(try findings(isAmbiguous: true, lookalikes: [:]).count, 1)
    }

    func testTheMistakeItselfIsListed() throws {
        let list = "- \(mutants[0].words): it is the very mistake\n"
        XCTAssertEqual(try findings(isAmbiguous: false, lookalikes: [0: [1]], list: list), [])
        XCTAssertEqual(
            try findings(isAmbiguous: true, lookalikes: [0: [1]], list: list).count, 1)
    }
}
