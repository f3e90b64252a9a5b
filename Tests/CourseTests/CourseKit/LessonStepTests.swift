import DeepTeaching
import Foundation
import GraderKit
import LessonMarkdown
import XCTest

@testable import CourseKit

/// A text and what Swift gives to it become a lesson, or a sentence with file and line.
final class LessonStepTests: XCTestCase {
    private let markdown = """
        # Title

        *A question?*

        ## First <!-- first -->

        Before.

        ```question q
        How much?
        unit: %
        ```

        - Share: {share} of it

        ```answer q {share}
        {share}, which {when area.rises}rises{when area.falls}falls{end}.
        ```

        | a | b |
        |---|---:|
        | {rows rows} |
        | sum | {sum} |

        ## Extra <!-- extra, optional -->

        Seldom.

        ## Last <!-- last -->

        At the end {share} again.

        """

    /// What the lesson printed, and the lesson.
    @discardableResult
    private func taught(
        _ markdown: String? = nil, listings: [LessonListing] = [],
        _ teach: (Lesson) throws -> Void
    ) throws -> (text: String, lesson: Lesson) {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let recorder = Recorder()
        let lesson = Lesson(
            name: "LessonSample",
            text: LessonText(
                file: "Lessons/LessonSample/Lesson.md", markdown: markdown ?? self.markdown,
                listings: listings),
            options: try LessonOptions.parse(["--quiet", "--output", folder.path]),
            console: recorder.console())
        try lesson.run(teach)
        return (recorder.text, lesson)
    }

    private func giveAll(_ step: LessonStep) {
        step.number("share", 0.256, .percent(1))
        step.choose("area", "falls")
        step.table("rows", rows: [["x", "1"], ["y", "2"]])
        step.number("sum", 3)
    }

    func testValuesStandInTheirSlots() throws {
        let (text, lesson) = try taught { lesson in
            try lesson.step("first", giveAll)
            try lesson.step("last") { _ in }
        }
        XCTAssertTrue(text.contains("  Share: 25.6 % of it\n"), text)
        XCTAssertTrue(text.contains("> 25.6 %, which falls.\n"), text)
        XCTAssertTrue(text.contains("  y    2\n  sum  3\n"), text)
        XCTAssertTrue(text.contains("At the end 25.6 % again."), text)
        XCTAssertEqual(lesson.steps.map(\.title), ["First", "Last"])
        XCTAssertEqual(lesson.steps[0].numbers.map(\.key), ["share", "sum"])
        XCTAssertEqual(lesson.steps[0].numbers.map(\.words), ["Share", "Sum"])
    }

    /// The question stands on the screen before its answer is computed.
    func testABlockIsShownAsSoonAsItsValuesAreThere() throws {
        try taught { lesson in
            try lesson.step("first") { step in
                XCTAssertEqual(step.shownBlocks, 2)
                step.number("share", 0.256, .percent(1))
                XCTAssertEqual(step.shownBlocks, 3)
                step.number("sum", 3)
                XCTAssertEqual(step.shownBlocks, 3)
                step.choose("area", "rises")
                XCTAssertEqual(step.shownBlocks, 4)
                step.table("rows", rows: [])
                XCTAssertEqual(step.shownBlocks, 5)
            }
            try lesson.step("last") { _ in }
        }
    }

    func testWhatDoesNotFitIsSaidWithItsPlace() throws {
        let wrong: [(teach: (Lesson) throws -> Void, words: String)] = [
            (
                { try $0.step("first") { $0.choose("area", "falls") } },
                "Lessons/LessonSample/Lesson.md:14: nothing has given {share} a value"
            ),
            (
                { [self] in
                    try $0.step("first") { step in
                        giveAll(step)
                        step.number("more", 1)
                    }
                }, "Lesson.md has no slot \"more\" that shows this value"
            ),
            (
                { [self] in
                    try $0.step("first") { step in
                        giveAll(step)
                        step.number("sum", 4)
                    }
                }, "\"sum\" is given a second value"
            ),
            ({ try $0.step("other") { _ in } }, "the text has no step named \"other\""),
            ({ try $0.step("last") { _ in } }, "nothing runs the step \"first\""),
            (
                { [self] in try $0.step("first", giveAll) },
                "Lessons/LessonSample/Lesson.md:29: nothing runs the step \"last\""
            ),
            (
                { [self] in
                    try $0.step("first", giveAll)
                    try $0.step("last") { _ in }
                    try $0.step("extra") { _ in }
                }, "the step \"extra\" runs after one that follows it"
            ),
        ]
        for (teach, words) in wrong {
            XCTAssertThrowsError(try taught { try teach($0) }, words) { error in
                XCTAssertTrue("\(error)".contains(words), "\(error)")
                XCTAssertTrue("\(error)".contains(#/^Lessons/[^:]+:\d+:/#), "\(error)")
            }
        }
    }

    func testAListingThatNoSourceMarksStopsTheLesson() throws {
        let markdown = "# T\n\n*Q?*\n\n## One <!-- one -->\n\n```listing Sum.idea\n```\n"
        XCTAssertThrowsError(try taught(markdown) { try $0.step("one") { _ in } }) { error in
            XCTAssertTrue("\(error)".contains("Lesson.md:7: no compiled source"), "\(error)")
        }
        let listing = LessonListing(name: "Sum.idea", file: "Sources/S.swift", line: 3, code: "a")
        let text = try taught(markdown, listings: [listing]) { try $0.step("one") { _ in } }.text
        XCTAssertTrue(text.contains("    a\n"), text)
        XCTAssertTrue(text.contains("Sources/S.swift:3"), text)
    }

    /// Not-a-number is never near to a number.
    func testTheDistanceOfResultsSeesNotANumber() {
        XCTAssertEqual(Distance([1.0, 2].figures, [1.0, 2.5].figures).kind, .largest(0.5))
        XCTAssertEqual(
            Distance([1.0, .nan].figures, [1.0, 2].figures).kind, .notANumber(count: 1))
        XCTAssertEqual(Distance([1.0, .nan].figures, [1.0, .nan].figures).kind, .none)
        XCTAssertEqual(
            Distance([Double.infinity].figures, [Double.infinity].figures).kind, .none)
        XCTAssertEqual(Distance([1.0].figures, [1.0, 2].figures).kind, .shapes("[1]", "[2]"))
        XCTAssertTrue([Double.nan].largestDifference(from: [1.0]).isNaN)
        XCTAssertEqual(
            [Double.infinity].largestDifference(from: [1.0]), .infinity)
    }
}
