import XCTest

@testable import CourseKit

/// What counts as a guess, and what is said of it.
final class GuessTests: XCTestCase {
    func testNumbers() {
        let cases: [(String, String?)] = [
            ("40", "40"), (" 40 % ", "40"), ("40%", "40"), ("0.5", "0.5"), (".5", ".5"),
            ("2,5", "2.5"), ("1,234", "1234"), ("12,345,678.5", "12345678.5"), ("1 234", "1234"),
            ("-3", "-3"), ("−3", "-3"), ("1e-4", "1e-4"), ("half", nil), ("", nil), ("%", nil),
            ("4 or 5", nil), ("nan", nil), ("0x10", nil), ("1,2,3", nil), ("40 px", nil),
        ]
        for (line, expected) in cases {
            XCTAssertEqual(Guess.read(line, for: .number(unit: "%")), expected, line)
        }
        XCTAssertEqual(Guess.read("64 Times", for: .number(unit: "times")), "64")
        XCTAssertNil(Guess.read("64 %", for: .number(unit: "")))
    }

    func testChoices() {
        let kind = Question.Kind.choices(["a", "b"])
        for line in ["2", " 2 ", "2)", "2."] { XCTAssertEqual(Guess.read(line, for: kind), "2") }
        for line in ["0", "3", "b", "", "1 2", "-1"] {
            XCTAssertNil(Guess.read(line, for: kind), line)
        }
    }

    func testThoughts() {
        XCTAssertEqual(Guess.read(" glass ", for: .free), "glass")
        XCTAssertNil(Guess.read(" ", for: .free))
    }

    func testTheEchoOfANumber() {
        let share = MeasuredNumber(key: "share", value: 0.264, format: .percent(0))
        XCTAssertEqual(echo("40", .number(unit: "%"), share), "You said 40 %; it is 26 %.")
        XCTAssertEqual(echo("26", .number(unit: "%"), share), "You said 26 %, and that is right.")
        let count = MeasuredNumber(key: "count", value: 12345, unit: "boxes", format: .integer)
        XCTAssertEqual(
            echo("9", .number(unit: "px"), count), "You said 9 px; it is 12\u{202F}345 px.")
        XCTAssertEqual(echo("9", .number(unit: ""), count), "You said 9; it is 12\u{202F}345.")
        XCTAssertEqual(echo("9", .number(unit: "px"), nil), "You said 9 px.")
    }

    func testTheEchoOfAChoiceAndOfAThought() {
        let kind = Question.Kind.choices(["a", "b"])
        XCTAssertEqual(echo("2", kind, choice: 0), "You chose 2; it is 1.")
        XCTAssertEqual(echo("1", kind, choice: 0), "You chose 1, and that is right.")
        XCTAssertEqual(echo("1", kind), "You chose 1.")
        XCTAssertEqual(echo("glass", .free), "You said: glass")
        XCTAssertNil(echo(nil, kind, choice: 0))
    }

    private func echo(
        _ guess: String?, _ kind: Question.Kind, _ number: MeasuredNumber? = nil,
        choice: Int? = nil
    ) -> String? {
        var question = Question(words: "?", kind: kind)
        question.guess = guess
        return Guess.echo(question, Question.Answer(choice: choice, number: number, words: ""))
    }
}
