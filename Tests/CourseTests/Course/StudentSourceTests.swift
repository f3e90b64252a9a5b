import Curriculum
import GraderKit
import XCTest

final class StudentSourceTests: XCTestCase {
    private let lesson = LessonOutline(
        name: "Lesson99Topic", question: "",
        exercises: [
            Exercise(
                "first", title: "", checks: ["a": 50], step: "", documentation: "",
                librarysOwn: ["KMeans", "otsu", ".first"]),
            Exercise(
                "second", title: "", checks: ["b": 50], step: "", documentation: "",
                librarysOwn: ["Forest"]),
        ])

    private func found(_ first: String, second: String = "", helper: String = "") -> [String] {
        let source = StudentSource(
            text: """
                enum TopicExercise {
                    static func first(x: Int) throws -> Int { \(first) }
                    static func second<T>(x: T) throws -> Int { \(second) }
                }
                \(helper)
                """)
        return source.calls(of: lesson.exercises[0], in: lesson)
    }

    func testACallOfTheLibrarysOwnIsFound() {
        XCTAssertEqual(found("return KMeans(2).fit(x)"), ["KMeans"])
        XCTAssertEqual(found("return histogram.otsu()"), ["otsu"])
        XCTAssertEqual(found("return \"\\(KMeans(2))\".count"), ["KMeans"], "interpolated")
        XCTAssertEqual(found("help()", helper: "func help() { KMeans(2) }"), ["KMeans"])
        XCTAssertEqual(found("return #\"a \\#(KMeans(2))\"#.count"), ["KMeans"])
    }

    func testAMethodOfTheExercisesOwnNameIsFoundByItsPoint() {
        XCTAssertEqual(found("return numbers.first(x)"), [".first"])
        XCTAssertEqual(found("let list = DeepTeaching.first; return list(x)"), [".first"])
        XCTAssertEqual(found("return numbers.firstIndex(of: x)"), [])
        XCTAssertEqual(found("return 1"), [], "the declaration is no call")
    }

    func testCommentsStringsOtherNamesAndOtherExercisesAreNoCalls() {
        XCTAssertEqual(found("return 1 // KMeans"), [])
        XCTAssertEqual(found("/* a /* KMeans */ KMeans */ return 1"), [])
        XCTAssertEqual(found("return \"KMeans \\\" KMeans\".count"), [])
        XCTAssertEqual(found("return #\"KMeans \\(KMeans) \"#.count"), [])
        XCTAssertEqual(found("return myKMeans + KMeansSteps"), [])
        XCTAssertEqual(found("return 1", second: "return KMeans(2)"), [])
    }

    func testAFunctionEndsAtItsOwnBrace() {
        let source = StudentSource(
            text: """
                // func first(
                enum E {
                    static func first(x: Int) throws -> Int {
                        let text = "} \\(x) {" // }
                        if x > 0 { return text.count }
                        return 1
                    }
                    static func second(x: Int) throws -> Int { 2 }
                }
                """)
        XCTAssertEqual(source.line(of: "first"), 3)
        XCTAssertTrue(source.declarationText(of: "first")?.hasSuffix("return 1\n    }") ?? false)
        XCTAssertNil(source.line(of: "third"))
        XCTAssertNil(source.declarationText(of: "third"))
    }
}
