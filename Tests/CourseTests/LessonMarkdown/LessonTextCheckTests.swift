import Foundation
import GraderKit
import LessonMarkdown
import XCTest

/// What does not fit between a text, its Swift and the files around it is found.
final class LessonTextCheckTests: XCTestCase {
    private let head = "# T\n\n*Q?*\n\nNext: Lesson 2 (to come)\n\n## One <!-- one -->\n\n"
    private let swift = """
        try lesson.step("one") { step in
            step.number("share", 0.5)
            step.choose("area", rises ? "rises" : "falls")
            try step.compare(mine, TissueExtractionCalls.work, with: 1)
        }
        """
    private let whole = """
        Half: {share}. It {when area.rises}rises{when area.falls}falls{end} [ABC12].

        {mine work}

        ```listing Sum.idea
        caption: The idea.
        ```

        [There](../Other.swift)

        [ABC12]: A source.
        """

    private func problems(
        _ text: String, swift: String? = nil, solution: String = "", exists: Bool = true
    ) -> [String] {
        let sources = ListingSources(sources: [
            ("Sources/Sum.swift", "// listing: Sum.idea\n    let sum = a + b\n// end listing\n")
        ])
        return LessonTextCheck(
            text: head + text, file: "Lessons/L/Lesson.md",
            sources: [("Lessons/L/Steps.swift", swift ?? self.swift)], listings: sources,
            solutions: solution, exists: { exists && $0 == "Lessons/Other.swift" }
        ).problems.map(\.description)
    }

    func testNothingIsFoundWhereAllFits() { XCTAssertEqual(problems(whole), []) }

    func testEachOddityIsFoundAtItsPlace() {
        let text = "Lessons/L/Lesson.md"
        let wrong: [(text: String, swift: String?, found: String)] = [
            (
                whole + "\n\n{more}", nil,
                "\(text):21: no Swift of the lesson gives \"more\" a value"
            ),
            (
                whole, swift + "\nstep.figure(\"more\", image)",
                "Lessons/L/Steps.swift:6: \(text) has no slot for \"more\""
            ),
            (
                whole.replacing("area.falls", with: "area.sinks"), nil,
                "\(text):9: no Swift of the lesson chooses area.sinks"
            ),
            (
                whole, swift + "\nlesson.step(\"two\")",
                "Lessons/L/Steps.swift:6: \(text) has no step named two"
            ),
            (
                whole + "\n\n## Two <!-- two -->\n", nil,
                "\(text):21: no Swift of the lesson runs the step two"
            ),
            (
                whole.replacing("{mine work}", with: ""), nil,
                "Lessons/L/Steps.swift:4: \(text) has no slot for \"work\""
            ),
            (
                whole.replacing("Sum.idea", with: "Sum.other"), nil,
                "\(text):13: no compiled source has the listing Sum.other"
            ),
            (
                whole.replacing("Other.swift", with: "None.swift"), nil,
                "\(text):17: [There](../None.swift) leads nowhere"
            ),
            (
                whole.replacing(" [ABC12].", with: "."), nil,
                "\(text):19: the source [ABC12] is not cited"
            ),
            (
                whole.replacing(" [ABC12].", with: " [ABC12] [XYZ99]."), nil,
                "\(text):9: [XYZ99] is cited"
            ),
            (
                whole + "\n\n```question q\nWhat?\nunit: %\n```", nil,
                "\(text):21: this question has no answer"
            ),
            (
                whole + "\n\n```answer q 1\nThis.\n```", nil,
                "\(text):21: no question above is named q"
            ),
            (
                whole + "\n\n```question q\nWhat?\n- a\n```\n```answer q 2\nB.\n```", nil,
                "\(text):25: the question q has no choice 2"
            ),
        ]
        for (text, swift, words) in wrong {
            let found = problems(text, swift: swift)
            XCTAssertEqual(found.count, 1, "\(words): \(found)")
            XCTAssertTrue(found.first?.hasPrefix(words) ?? false, "\(words): \(found)")
        }
    }

    func testAListingThatShowsTheSolutionIsFound() {
        let listing = """
            // listing: Mean.loop
            var total = 0.0
            for value in values { total += value * value }
            return total / Double(values.count)
            // end listing
            """
        func found(_ solution: String) -> [String] {
            LessonTextCheck(
                text: head + "```listing Mean.loop\ncaption: c\n```\n", file: "L/Lesson.md",
                sources: [("L/S.swift", "lesson.step(\"one\")")],
                listings: ListingSources(sources: [("L/S.swift", listing)]),
                solutions:
                    "static func mean() {\n// BEGIN SOLUTION\n\(solution)\n// END SOLUTION\n}",
                exists: { _ in true }
            ).problems.map(\.words)
        }
        let same =
            "var total = 0.0\nfor value in values { total += value * value }\n"
            + "return total / Double(values.count)"
        XCTAssertTrue(found(same).first?.contains("shows the solution of mean") ?? false)
        // With other names it is the same answer.
        let renamed = same.replacing("total", with: "sum").replacing("values", with: "numbers")
        XCTAssertTrue(found(renamed).first?.contains("shows the solution of mean") ?? false)
        XCTAssertEqual(found("values.reduce(0) { $0 + $1 * $1 } / Double(values.count)"), [])
    }

    func testMarksOfListingsFit() {
        let (listings, problems) = SourceListing.all(
            in: "// listing: A\n    let a = 1\n\n      let b = 2\n// end listing\n// end listing\n"
                + "// listing: B\nx\n", file: "F.swift")
        XCTAssertEqual(listings.map(\.code), ["let a = 1\n\n  let b = 2"])
        XCTAssertEqual(listings.map(\.line), [2])
        XCTAssertEqual(problems.map(\.line), [6, 7])
        let twice = ListingSources(sources: [
            ("A.swift", "// listing: A\nx\n// end listing"),
            ("B.swift", "// listing: A\nx\n// end listing"),
        ])
        XCTAssertEqual(twice.problems.map(\.file), ["B.swift"])
    }

    func testAllTextsOfTheCourseFit() {
        let folder = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path)
        let listings = ListingSources(root: folder.root)
        XCTAssertEqual(listings.problems, [])
        for lesson in LessonTextCheck.lessons(root: folder.root) {
            let check = LessonTextCheck(lesson: lesson, root: folder.root, listings: listings)
            XCTAssertEqual(check?.problems.map(\.description), [], lesson)
        }
    }

    /// No word of a lesson stands in Swift: a sentence there could not be edited without it.
    func testNoSentenceStandsInALessonsSwift() throws {
        let folder = CourseFolder.ofTests(
            file: URL(filePath: #filePath).deletingLastPathComponent().path)
        for path in ListingSources.files(root: folder.root) where path.hasPrefix("Lessons/") {
            let text = try folder.text(of: folder.root.appending(path: path))
            for call in [".words(", "StepWriter", "caption:", "alternative:"] {
                XCTAssertFalse(text.contains(call), "\(path): \(call)")
            }
        }
    }
}
