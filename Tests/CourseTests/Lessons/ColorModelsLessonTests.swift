import Foundation
import GraderKit
import XCTest

/// The lesson as a program.
final class ColorModelsLessonTests: XCTestCase {
    /// All tests look at the same run.
    static let run = Result {
        try LessonRun("Lesson08ColorModels", arguments: ["--profile", "nano", "--mine"])
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson08ColorModels")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        for step in 1...9 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }
}
