import LessonMarkdown
import XCTest

/// What `Lesson.md` becomes.
final class DocumentParserTests: XCTestCase {
    private let head = """
        # Title

        *A question?*

        Next: [Lesson 2](../Lesson02Regression/Lesson.md)

        ## First <!-- first -->


        """

    private func blocks(_ text: String, line: UInt = #line) -> [TextBlock] {
        let (document, problems) = LessonDocument.parse(head + text, file: "Lesson.md")
        XCTAssertEqual(problems, [], line: line)
        return document.steps.first?.blocks.map(\.block) ?? []
    }

    private func problems(_ text: String) -> [String] {
        LessonDocument.parse(head + text, file: "Lesson.md").problems.map(\.description)
    }

    private func words(_ template: TextTemplate) -> String {
        template.text(value: { "<\($0)>" }, chosen: { _ in "yes" }) ?? "nil"
    }

    func testTheHeadHasTitleQuestionAndNext() {
        let document = LessonDocument.parse(head, file: "Lesson.md").document
        XCTAssertEqual(document.title, "Title")
        XCTAssertEqual(document.question, "A question?")
        XCTAssertEqual(document.next?.source, "[Lesson 2](../Lesson02Regression/Lesson.md)")
        XCTAssertEqual(document.steps.map(\.name), ["first"])
        XCTAssertEqual(document.steps.map(\.line), [7])
    }

    func testLinesOfMeasuredNumbersAreToldFromItems() {
        let found = blocks(
            "- Tissue: {tissue} of the slide\n- a thing\n  that goes on\n- Two: {a} {b}\n")
        XCTAssertEqual(found.count, 2)
        guard case .number(let label, "tissue", "of the slide") = found[0],
            case .list(let items, false) = found[1]
        else { return XCTFail("\(found)") }
        XCTAssertEqual(words(label), "Tissue")
        XCTAssertEqual(items.map(words), ["a thing that goes on", "Two: <a> <b>"])
    }

    func testAlternativesStandInLinesAndInside() {
        let found = blocks(
            """
            {when area.yes}
            It rises.

            It stays.
            {when area.no}
            It falls.
            {end}
            It {when area.yes}rises{when area.no}falls{end} to {area}, `{not a slot}`.
            """)
        guard case .alternatives("area", let texts) = found[0], case .words(let line) = found[1]
        else { return XCTFail("\(found)") }
        XCTAssertEqual(texts.map(\.name), ["yes", "no"])
        XCTAssertEqual(texts.map(\.blocks.count), [2, 1])
        XCTAssertEqual(words(line), "It rises to <area>, `{not a slot}`.")
        XCTAssertEqual(line.text(value: { _ in nil }, chosen: { _ in "yes" }), nil)
        XCTAssertEqual(line.firstMissing(value: { _ in nil }, chosen: { _ in "no" }), "{area}")
    }

    func testAnEquationParts() {
        let found = blocks(
            "```equation\na = b\nc = d\nb: the first,\n  which goes on\nd: {unit}\n```\n")
        guard case .equation(let lines, let meanings) = found.first else { return XCTFail() }
        XCTAssertEqual(lines, ["a = b", "c = d"])
        XCTAssertEqual(meanings.map(\.symbol), ["b", "d"])
        XCTAssertEqual(meanings.map { words($0.words) }, ["the first, which goes on", "<unit>"])
    }

    func testQuestionsAndAnswers() {
        let found = blocks(
            "```question q\nWhich one\nis it?\n- this\n- that\n```\n```answer q 2\nThat.\n```\n"
                + "```question n\nHow much?\nunit: %\n```\n```answer n {share}\nSo much.\n```\n")
        guard case .question("q", let text, .choices(let choices)) = found[0],
            case .answer("q", .choice(1), _) = found[1],
            case .question("n", _, .number("%")) = found[2],
            case .answer("n", .number("share"), _) = found[3]
        else { return XCTFail("\(found)") }
        XCTAssertEqual(words(text), "Which one is it?")
        XCTAssertEqual(choices.map(words), ["this", "that"])
    }

    func testATableHoldsCellsAndMeasuredRows() {
        let found = blocks(
            "| a | b |\n|---|:-:|\n| x \\| y | {z} |\n| {rows more} |\n\nTable: Words.\n")
        guard case .table(let table) = found.first else { return XCTFail("\(found)") }
        XCTAssertEqual(table.header.map(words), ["a", "b"])
        XCTAssertEqual(table.alignment, [.natural, .center])
        XCTAssertEqual(table.rows.count, 2)
        guard case .cells(let cells) = table.rows[0], case .measured("more") = table.rows[1] else {
            return XCTFail("\(table.rows)")
        }
        XCTAssertEqual(cells.map(words), ["x | y", "<z>"])
        XCTAssertEqual(words(table.caption), "Words.")
    }

    func testABoxHoldsBlocks() {
        let found = blocks("> **Deeper: why**\n>\n> Because.\n>\n> ```equation\n> a = b\n> ```\n")
        guard case .box(let title, true, let inner) = found.first else {
            return XCTFail("\(found)")
        }
        XCTAssertEqual(words(title), "why")
        XCTAssertEqual(inner.map(\.line), [11, 13])
    }

    func testPicturesHaveTheirWords() {
        let found = blocks(
            """
            ```plot roc
            x: alarms
            y: hits
            curve mine: my
              own
            caption: Two {kinds}.
            alternative: A stair.
            ```
            """)
        guard case .plot(let medium, let labels) = found.first else { return XCTFail("\(found)") }
        XCTAssertEqual(medium.name, "roc")
        XCTAssertEqual(words(medium.caption), "Two <kinds>.")
        XCTAssertEqual(labels.curves.mapValues(words), ["mine": "my own"])
    }

    func testTermsSourcesAndTheirKin() {
        let found = blocks(
            """
            term
            : what it
              means

            {mine work}

            Exercise: [work](../../Exercises/A.swift)

            API: [B](b), [C](c)

            [ABC12]: AUTHOR. Title. <https://doi.org/1>
            """)
        guard case .glossary("term", let meaning) = found[0], case .mine("work") = found[1],
            case .exercise("work", "../../Exercises/A.swift") = found[2],
            case .api(let links) = found[3],
            case .reference("ABC12", "AUTHOR. Title.", "https://doi.org/1") = found[4]
        else { return XCTFail("\(found)") }
        XCTAssertEqual(words(meaning), "what it means")
        XCTAssertEqual(links.map(\.target), ["b", "c"])
    }

    /// Each is said with its line: the head has 8 lines.
    func testWhatIsWrongIsSaidWithItsLine() {
        let wrong: [(text: String, line: Int, words: String)] = [
            ("```swift\nlet a = 1\n```\n", 9, "no block is called \"swift\""),
            ("Text.\n\n```figure f\ncaption: c\n```\n", 11, "needs a caption: and an alternative:"),
            ("{when a.b}\nText.\n", 9, "without an {end}"),
            ("Text {when a.b}more\n", 9, "without an {end}"),
            ("Text.\n{end}\n", 10, "{end} without"),
            ("> Text.\n", 9, "a box begins with its title"),
            ("| a |\n| b |\n", 9, "a table needs"),
            ("```equation\na = b\n", 9, "not closed"),
            ("```question\nWhat?\n```\n", 9, "needs a name"),
            ("## No name\n", 9, "a step needs a name"),
            ("## Again <!-- first -->\n", 9, "a second step is named first"),
            ("{when a.b}\n{when c.d}\n{end}\n", 10, "end that first"),
            ("Exercise: work\n", 9, "an exercise is a link"),
        ]
        for (text, line, words) in wrong {
            let found = problems(text)
            XCTAssertTrue(
                found.contains { $0.hasPrefix("Lesson.md:\(line): ") && $0.contains(words) },
                "\(text) gives \(found)")
        }
    }

    func testTheHeadIsNeeded() {
        let (_, problems) = LessonDocument.parse("Text.\n", file: "Lesson.md")
        XCTAssertEqual(problems.count, 4, "\(problems)")
    }

    func testWindowsLineEndsAreLineEnds() {
        let text = head + "Text.\n\n- One: {one}\n"
        let other = text.replacing("\n", with: "\r\n")
        XCTAssertEqual(
            LessonDocument.parse(text, file: "L").document,
            LessonDocument.parse(other, file: "L").document)
    }
}
