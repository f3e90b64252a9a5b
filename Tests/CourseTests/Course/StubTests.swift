import Curriculum
import GraderKit
import Graders
import XCTest

final class StubTests: XCTestCase {
    private let solution = """
        public enum TopicSolution: TopicContract {
            /// One more. Hint: what comes after n?
            public static func next(of n: Int) throws -> Int {
                // BEGIN SOLUTION
                n + one
                // END SOLUTION
            }

            // BEGIN SOLUTION
            private static let one = 1
            // END SOLUTION
        }
        """

    func testBodiesBecomeTodosAndHelpersGo() throws {
        let stub = try Stub.text(fromSolution: solution)
        XCTAssertEqual(
            stub,
            """
            public enum TopicExercise: TopicContract {
                /// One more. Hint: what comes after n?
                public static func next(of n: Int) throws -> Int {
                    // TODO: your code here, in place of the next line.
                    return try todo()
                }

            }
            """)
    }

    func testMarkersThatDoNotAlternateAreRefusedWithTheirLine() {
        let twice = "// BEGIN SOLUTION\n// BEGIN SOLUTION\n// END SOLUTION"
        XCTAssertThrowsError(try Stub.text(fromSolution: twice)) {
            XCTAssertEqual($0 as? StubError, .unbalanced(line: 2))
        }
        XCTAssertThrowsError(try Stub.text(fromSolution: "\n// BEGIN SOLUTION")) {
            XCTAssertEqual($0 as? StubError, .unbalanced(line: 2))
        }
    }

    func testOneFunctionIsResetAndTheRestKept() throws {
        let stub = try Stub.text(fromSolution: solution)
        let own = stub.replacing("return try todo()", with: "return n + 2  // { \"}\"")
        let text = "// mine\n" + own + "\n// also mine\n"
        let reset = try Stub.resetting("next", in: text, to: stub)
        XCTAssertEqual(reset, "// mine\n" + stub + "\n// also mine\n")
        XCTAssertThrowsError(try Stub.resetting("other", in: text, to: stub)) {
            XCTAssertEqual($0 as? StubError, .noFunction("other"))
        }
    }

    func testNoStubHoldsALineOfItsSolution() throws {
        let folder = CourseFolder.ofTests(
            file: URL(filePath: #filePath)
                .deletingLastPathComponent().path)
        for lesson in LessonGrader.all.map(\.lesson) {
            let text = try folder.text(of: folder.solution(of: lesson))
            let stub = try Stub.text(fromSolution: text)
            XCTAssertFalse(stub.contains("SOLUTION") || stub.contains("Solution"))
            let todos = stub.components(separatedBy: "return try todo()").count - 1
            XCTAssertEqual(todos, lesson.exercises.count, lesson.name)
        }
    }
}
