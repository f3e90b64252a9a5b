import Foundation
import XCTest

/// A JSON file of reference values in Tests/Reference.
func reference<Value: Decodable>(_ name: String, as type: Value.Type) throws -> Value {
    let tests = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent()
    let file = tests.appendingPathComponent("Reference/\(name).json")
    return try JSONDecoder().decode(type, from: try Data(contentsOf: file))
}

/// Compares lists of numbers one by one.
func assertEqual(
    _ found: [Double], _ expected: [Double], accuracy: Double, _ what: String = "",
    file: StaticString = #filePath, line: UInt = #line
) {
    XCTAssertEqual(found.count, expected.count, "\(what): count", file: file, line: line)
    for (index, pair) in zip(found, expected).enumerated() {
        XCTAssertEqual(
            pair.0, pair.1, accuracy: accuracy, "\(what), place \(index)", file: file, line: line)
    }
}

/// Asserts that `work` throws just this error.
func assertThrows<Failure: Error & Equatable>(
    _ expected: Failure, file: StaticString = #filePath, line: UInt = #line,
    _ work: () throws -> some Any
) {
    XCTAssertThrowsError(try work(), "nothing was thrown", file: file, line: line) { error in
        XCTAssertEqual(error as? Failure, expected, file: file, line: line)
    }
}
