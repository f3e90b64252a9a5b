import XCTest

@testable import GraderKit

/// What a student has done is never called the grader's failure.
final class OutsideFaultTests: XCTestCase {
    private let broken = "/c/Lessons/L/L.swift:9:5: error: cannot find 'TensorsExercise' in scope"

    func testAModuleThatExercisesDoNotHaveIsNamed() throws {
        let source = "import DeepTeaching\n// import Graders\nimport Solutions\n"
        let words = try XCTUnwrap(OutsideFault.words(of: source, output: "undefined reference"))
        XCTAssertTrue(words.hasPrefix("line 3: import Solutions\n"), words)
        XCTAssertNil(
            OutsideFault.words(of: "import Foundation\nimport DeepTeaching", output: "undefined"))
    }

    func testAnEnumWithAnotherNameIsSaid() throws {
        let words = try XCTUnwrap(
            OutsideFault.words(of: "public enum MyTensors {}", output: broken))
        XCTAssertTrue(words.hasPrefix("the enum TensorsExercise is not there"), words)
        XCTAssertNil(OutsideFault.words(of: "public enum TensorsExercise {}", output: broken))
        XCTAssertNil(OutsideFault.words(of: "", output: "error: cannot find 'help' in scope"))
    }
}
