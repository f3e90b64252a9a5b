import XCTest

@testable import GraderKit

/// Which changes are found in a piece of Swift.
final class ChangeFinderTests: XCTestCase {
    private func changes(_ text: String) -> [String] {
        let characters = Array(text)
        let finder = ChangeFinder(
            characters, code: SwiftSource.code(of: text), in: characters.indices)
        return finder.changes.map { String($0.applied(to: characters)) }
    }

    func testOperatorsHaveCounterparts() {
        XCTAssertEqual(changes("a < b"), ["a <= b", "a >= b"])
        XCTAssertEqual(changes("x += y"), ["x -= y", "x = y"])
        XCTAssertEqual(changes("a && !b"), ["a || !b", "a && b"])
        XCTAssertEqual(changes("f(-x)"), ["f(x)"])
        XCTAssertEqual(changes("values.reduce(n, *)").first, "values.dropFirst().reduce(n, *)")
        XCTAssertTrue(changes("values.reduce(n, *)").contains("values.reduce(n, /)"))
    }

    func testBracketsOfTypesAreNoComparisons() {
        XCTAssertEqual(changes("Tensor<Double>.zeros(shape)"), [])
        XCTAssertEqual(changes("let best: Int? = nil"), [])
    }

    func testArraysAreOnlyJoined() {
        XCTAssertEqual(changes("[Int](repeating: n, count: m) + lengths"), [])
        XCTAssertEqual(changes("f(n) + lengths"), ["f(n) - lengths"])
    }

    func testRanges() {
        XCTAssertEqual(changes("a..<n"), ["a...n"])
        XCTAssertEqual(changes("a...n"), ["a..<n"])
        // Without an end there is no range that leaves it out.
        XCTAssertEqual(changes("shape[a...]"), [])
    }

    func testNumbers() {
        XCTAssertEqual(changes("x = 3"), ["x = 4", "x = 2"])
        XCTAssertEqual(changes("x = 0.5"), ["x = (2 * 0.5)"])
        XCTAssertEqual(changes("x = 0.0"), ["x = 1.0"])
        XCTAssertEqual(changes("shape[0]"), ["shape[1]"])
        XCTAssertEqual(changes("$0.1"), [])
    }

    func testRounding() {
        XCTAssertEqual(
            changes("x.rounded()"),
            ["x.rounded(.down)", "x.rounded(.up)", "x.rounded(.toNearestOrEven)"])
        XCTAssertTrue(changes("Int(u * Double(n))").contains("Int((u * Double(n)).rounded())"))
        XCTAssertEqual(changes("Int(x.rounded(.up))").count, 3)
    }

    func testLoopsMissARound() {
        XCTAssertEqual(
            changes("for x in values where isGood(x) { add(x) }"),
            [
                "for x in (values).dropFirst() where isGood(x) { add(x) }",
                "for x in (values).dropLast() where isGood(x) { add(x) }",
                "for x in values  { add(x) }",
            ])
    }

    func testConditionsAndStatements() {
        XCTAssertEqual(changes("if isGood { a() }"), ["if true { a() }", "if false { a() }"])
        XCTAssertEqual(
            changes("guard let a = b, isGood else { return }"),
            ["guard let a = b, true else { return }"])
        let text = """
            var sum = start
            add(
                sum)
            guard isGood else { return sum }
            return sum
            """
        XCTAssertEqual(
            changes(text),
            [
                "var sum = start\n\nguard isGood else { return sum }\nreturn sum",
                "var sum = start\nadd(\n    sum)\n\nreturn sum",
            ])
    }

    func testCommentsAndWordsStayAsTheyAre() {
        XCTAssertEqual(changes("// a < b\nlet s = \"a < b, 3\" /* 1 + 1 */"), [])
        XCTAssertEqual(changes("\"\\(a < b)\"").count, 2)
    }

    func testAChangeIsKnownByItsLines() {
        let characters = Array("let a = 1\nif  x < 3 { b() }\n")
        let finder = ChangeFinder(
            characters, code: SwiftSource.code(of: String(characters)), in: characters.indices)
        let comparison = finder.changes.first { $0.kind == .comparison }
        XCTAssertEqual(
            comparison?.words(in: characters),
            "`if x < 3 { b() }` becomes `if x <= 3 { b() }`")
    }
}
