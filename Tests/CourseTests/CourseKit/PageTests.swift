import XCTest

#if canImport(FoundationXML)
    import FoundationXML
#endif

@testable import CourseKit

/// The page: well-formed, complete, self-contained.
final class PageTests: XCTestCase {
    func testPageIsWellFormed() throws {
        let document = try page()
        XCTAssertEqual(document.rootElement()?.name, "html")
        XCTAssertEqual(document.rootElement().flatMap { attribute("lang", of: $0) }, "en")
        XCTAssertEqual(try texts(document, "title").first, "From glass to tissue")
        XCTAssertEqual(
            try texts(document, "h2"),
            ["1 Where is tissue?", "2 What does the threshold cost?", "Glossary", "Sources"])
    }

    func testLinksLeadSomewhere() throws {
        let document = try page()
        let links = try nodes(document, "a").compactMap {
            attribute("href", of: $0)
        }
        let places = try document.nodes(forXPath: "//@id").compactMap(\.stringValue)
        let inner = links.filter { $0.hasPrefix("#") }.map { String($0.dropFirst()) }
        XCTAssertEqual(inner, ["step-1", "step-2", "glossary", "sources", "source-ots79"])
        XCTAssertTrue(inner.allSatisfy(places.contains))
        XCTAssertEqual(Set(places).count, places.count, "an id is used once")
    }

    func testNothingIsLoaded() throws {
        let html = try Page(lesson: taught()).html
        XCTAssertFalse(html.contains("<script"))
        XCTAssertFalse(html.contains("@import"))
        XCTAssertFalse(html.contains("url("))
        let sources = try nodes(page(), "img").map {
            attribute("src", of: $0) ?? ""
        }
        XCTAssertEqual(sources.count, 1)
        XCTAssertTrue(sources.allSatisfy { $0.hasPrefix("data:image/png;base64,") })
    }

    func testPicturesHaveWords() throws {
        let document = try page()
        let words = try nodes(document, "img").map { attribute("alt", of: $0) }
        XCTAssertEqual(words, ["A violet disc left of the middle, on white."])
        XCTAssertEqual(
            try nodes(document, "svg").compactMap { attribute("aria-label", of: $0) },
            [
                "The curve lies far above the diagonal.", "The curve lies far above the diagonal.",
                "An arrow leads from R, G, B to s.",
            ], "a plot is drawn for wide screens and for narrow ones")
        XCTAssertTrue(
            try texts(document, "figcaption").contains("Figure 1. A section of 48 x 48 pixels."))
        XCTAssertTrue(
            try texts(document, "figcaption").contains("Figure 3. From colours to saturation."),
            "what is seen is not said to those who see it")
        XCTAssertEqual(try document.nodes(forXPath: "//*[@class='diagram']").count, 1)
        let formulas = try nodes(document, "math").map {
            attribute("alttext", of: $0)
        }
        XCTAssertTrue(formulas.contains("TPR = TP / (TP + FN)"))
    }

    /// Nothing that is measured after a question can be seen before the fold is opened.
    func testAllBetweenQuestionAndAnswerIsFolded() throws {
        let folds = try page().nodes(forXPath: "//*[@class='prediction']")
        XCTAssertEqual(folds.count, 2)
        XCTAssertEqual(folds.map(\.name), ["details", "details"])
        XCTAssertFalse(folds.contains { isOpen($0) })
        let first = folds[0].stringValue ?? ""
        for words in [
            "Make your guess, then open", "let mask", "Tissue fraction", "2. The disc covers",
        ] {
            XCTAssertTrue(first.contains(words), words)
        }
        XCTAssertFalse(
            first.contains("How much of this slide"), "the question stands before the fold")
        let outside = try page().nodes(forXPath: "//text()[not(ancestor::*[@class='prediction'])]")
            .compactMap(\.stringValue).joined()
        XCTAssertTrue(outside.contains("How much of this slide"))
        XCTAssertFalse(outside.contains("The disc covers"))
        XCTAssertFalse(
            outside.contains("687"), "the number of pixels is measured after the question")
    }

    /// One fold holds both, or the second answer would stand open below the first fold.
    func testAQuestionInsideAFoldHasItsAnswerThere() throws {
        func question(_ name: String) -> Block {
            .question(Question(name: name, words: name, kind: .free))
        }
        func answer(_ name: String) -> Block {
            .answer(Question.Answer(question: name, words: "It is \(name)."))
        }
        let page = try Page(lesson: taught())
        let html = try page.content([
            question("a"), .words("one"), question("b"), .words("two"), answer("a"),
            .words("three"), answer("b"), .words("four"), question("later"), .words("five"),
        ])
        let document = try XMLDocument(xmlString: "<div>\(html)</div>")
        let fold = try document.nodes(forXPath: "/div/details").compactMap(\.stringValue)
        XCTAssertEqual(fold.count, 1)
        for words in ["one", "two", "three", "It is a.", "It is b."] {
            XCTAssertTrue(fold[0].contains(words), words)
        }
        for words in ["four", "later", "five"] { XCTAssertFalse(fold[0].contains(words), words) }
    }

    func testTheGuessIsEchoedBesideTheAnswer() throws {
        let lesson = try taught(answers: ["3", "", "250", ""])
        let document = try XMLDocument(xmlString: Page(lesson: lesson).html)
        let answers = try document.nodes(forXPath: "//*[@class='answer']").compactMap(\.stringValue)
        XCTAssertTrue(answers[0].hasPrefix("You chose 3; it is 2.2. The disc"), answers[0])
        XCTAssertTrue(answers[1].hasPrefix("You said 250 thresholds; it is 256"), answers[1])
    }

    func testBasicsAreOpenAndDeeperIsFolded() throws {
        let basics = try page().nodes(forXPath: "//*[@class='box']")
        XCTAssertEqual(basics.map(isOpen), [true])
        let deeper = try page().nodes(forXPath: "//*[@class='box deeper']")
        XCTAssertEqual(deeper.map(isOpen), [false])
        XCTAssertTrue(deeper[0].stringValue?.contains("Glass is noisy.") ?? false)
    }

    func testTheFootOfAStepLeadsOn() throws {
        let feet = try page().nodes(forXPath: "//*[@class='foot']").compactMap(\.stringValue)
        XCTAssertEqual(feet.count, 2)
        XCTAssertEqual(feet[0], "This step in SwiftLessons/Sample.swift:7")
        XCTAssertTrue(feet[1].hasPrefix("Your turnotsuThreshold in Exercises/LessonSample.swift"))
        XCTAssertTrue(feet[1].hasSuffix("In the libraryHistogram"))
        let places = try links().filter { !$0.hasPrefix("#") && !$0.hasPrefix("https:") }
        for file in [
            "Sources/Mask.swift#L40", "Lessons/Sample.swift#L7", "Sources/Histogram.swift",
        ] {
            XCTAssertTrue(places.contains { $0.hasSuffix(file) }, file)
        }
    }

    func testTheWayToThePackage() {
        func address(_ folder: String, _ target: String) -> String {
            PackagePath(
                from: URL(fileURLWithPath: folder), package: URL(fileURLWithPath: "/home/me/course")
            ).address(target)
        }
        XCTAssertEqual(
            address("/home/me/course/output/L", "Sources/A.swift"), "../../Sources/A.swift")
        XCTAssertEqual(
            address("/home/me/out", "Sources/A b.swift"), "../course/Sources/A%20b.swift")
        XCTAssertEqual(address("/home/me/course", "a"), "a")
        XCTAssertEqual(address("/home", "https://a.org/b?c"), "https://a.org/b?c")
    }

    func testOptionsAndShortCodeStayInOneLine() {
        func inline(_ text: String) -> String { HTMLText.inline(text, sources: []) }
        XCTAssertEqual(inline("`--data FOLDER`"), "<code class=\"short\">--data FOLDER</code>")
        XCTAssertEqual(inline("with --mine, or"), "with <span class=\"short\">--mine,</span> or")
        XCTAssertEqual(inline("a -- b, x--y"), "a -- b, x--y")
        XCTAssertEqual(
            inline("`swift run Lesson06TissueExtraction --step`"),
            "<code>swift run Lesson06TissueExtraction <span class=\"short\">--step</span></code>")
        XCTAssertEqual(
            inline("Exercises/Lesson06TissueExtraction.swift"),
            "Exercises/<wbr />Lesson06TissueExtraction.swift")
    }

    /// Each line of code is an element, so that what is too wide can go on below it.
    func testCodeIsShownLineByLine() throws {
        let lines = try page().nodes(forXPath: "//*[@class='line']")
        XCTAssertEqual(
            lines.compactMap(\.stringValue),
            [
                "let mask = saturation.map { $0 > 0.07 }\n",
                "let fraction = mask.count { $0 && true }\n",
            ])
    }

    func testANarrowScreenNamesTheColumnsOfAWideTable() throws {
        let cells = try nodes(page(), "td").compactMap { attribute("data-label", of: $0) }
        XCTAssertEqual(cells.prefix(4), ["method", "threshold", "Dice", "method"])
        func look(_ cell: String) throws -> String {
            let table = Table(header: ["a", "b"], rows: [[cell, cell]])
            return try Page(lesson: taught()).content([.table(table)])
        }
        XCTAssertTrue(try look("short").hasPrefix("<div class=\"table\">"))
        XCTAssertTrue(
            try look("a sentence of words that needs much room").hasPrefix(
                "<div class=\"table wide\">"))
    }

    func testTextIsEscaped() throws {
        XCTAssertEqual(
            HTMLText.escaped("<a href=\"x\">R & 'D'\u{0}\u{8}</a>"),
            "&lt;a href=&quot;x&quot;&gt;R &amp; &#39;D&#39;&lt;/a&gt;")
        let html = try Page(lesson: taught()).html
        XCTAssertTrue(html.contains("R &lt; G &amp; B"))
        XCTAssertTrue(html.contains("組織 &lt;b&gt;"))
        XCTAssertTrue(html.contains("$0 &amp;&amp; true"))
    }

    func testPlotFileStandsAlone() throws {
        let plot = try XCTUnwrap(taught().steps[1].plots.first)
        let document = try XMLDocument(xmlString: PlotDrawing(plot).standaloneFile)
        XCTAssertEqual(document.rootElement()?.name, "svg")
        let path = try document.nodes(forXPath: "//*[contains(@class,'curve0')]/@d")
            .compactMap(\.stringValue)
        // x from 37 to 628, y from 343 up to 53: the axes' corners.
        XCTAssertEqual(path.first, "M37 343L96.1 169L214.3 96.5L391.6 67.5L628 53")
    }

    func testSameSeedGivesSamePage() throws {
        XCTAssertEqual(try Page(lesson: taught()).html, try Page(lesson: taught()).html)
    }

    // MARK: Helpers

    /// The sample, with a learner at the keyboard if there are answers.
    private func taught(answers: [String] = []) throws -> Lesson {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let lesson = try SampleLesson.lesson(
            output: folder, arguments: answers.isEmpty ? [] : ["--step"],
            recorder: Recorder(answers: answers), isAnswered: !answers.isEmpty)
        try lesson.run(SampleLesson.teach)
        return lesson
    }

    private func links() throws -> [String] {
        try nodes(page(), "a").compactMap { attribute("href", of: $0) }
    }

    private func isOpen(_ node: XMLNode) -> Bool {
        (node as? XMLElement)?.attributes?.contains { $0.name == "open" } ?? false
    }

    private func page() throws -> XMLDocument {
        try XMLDocument(xmlString: Page(lesson: taught()).html)
    }

    private func nodes(_ document: XMLDocument, _ name: String) throws -> [XMLElement] {
        try document.nodes(forXPath: "//*[local-name()='\(name)']").compactMap { $0 as? XMLElement }
    }

    /// `attribute(forName:)` finds none in documents with a name space on Linux.
    private func attribute(_ name: String, of element: XMLElement) -> String? {
        element.attributes?.first { $0.name == name }?.stringValue
    }

    private func texts(_ document: XMLDocument, _ name: String) throws -> [String] {
        try nodes(document, name).map { $0.stringValue ?? "" }
    }
}
