import XCTest

@testable import DeepTeaching

/// Whatever is called wrongly stops with a sentence of the library, or throws an error of it: never
/// with a bare trap, never without a word. The library is optimised in this build, and so this holds
/// for optimised code.
final class WrongCallTests: XCTestCase {
    private static let variable = "DEEPTEACHING_WRONG_CALLS"

    func testEachWrongCallIsAnsweredByASentence() throws {
        let (status, output) = try runAgain(
            test: "WrongCallTests/testAllInChildProcesses", environment: [Self.variable: "all"])
        XCTAssertEqual(status, 0, output)
    }

    /// Makes each call in a copy of this process, which has done nothing else.
    func testAllInChildProcesses() throws {
        guard ProcessInfo.processInfo.environment[Self.variable] != nil else { return }
        XCTAssertGreaterThan(wrongCalls.count, 200)
        XCTAssertEqual(Set(wrongCalls.map(\.name)).count, wrongCalls.count, "a name comes twice")
        for wrong in wrongCalls {
            let child = try ChildProcess(wrong.call)
            let isAnswered =
                child.hasReturned
                ? child.output.hasPrefix("thrown: ")
                : child.output.hasPrefix("DeepTeaching/") && child.output.contains("Fatal error: ")
            XCTAssertTrue(
                isAnswered && child.output.contains(wrong.words),
                "\(wrong.name): \(child.hasReturned ? "went on" : "stopped") with \(child.output)")
        }
    }
}
