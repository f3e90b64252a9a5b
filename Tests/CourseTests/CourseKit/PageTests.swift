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
            try texts(document, "svg").first?.hasPrefix("Hits against false alarms."), true)
        XCTAssertTrue(
            try texts(document, "figcaption").contains("Figure 1. A section of 48 x 48 pixels."))
        XCTAssertTrue(
            try texts(document, "figcaption").contains(
                "Figure 3. From colours to saturation. An arrow leads from R, G, B to s."))
        XCTAssertEqual(try document.nodes(forXPath: "//*[@class='diagram']").count, 1)
        let formulas = try nodes(document, "math").map {
            attribute("alttext", of: $0)
        }
        XCTAssertTrue(formulas.contains("TPR = TP / (TP + FN)"))
    }

    func testAnswerIsHiddenUntilAsked() throws {
        let hidden = try page().nodes(forXPath: "//*[@class='question']/*[local-name()='details']")
        XCTAssertEqual(hidden.count, 1)
        XCTAssertTrue(hidden[0].stringValue?.contains("2. The disc covers") ?? false)
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
        // x from 64 to 624, y from 328 up to 32: the axes' corners.
        XCTAssertEqual(path.first, "M64 328L120 150.4L232 76.4L400 46.8L624 32")
    }

    func testSameSeedGivesSamePage() throws {
        XCTAssertEqual(try Page(lesson: taught()).html, try Page(lesson: taught()).html)
    }

    // MARK: Helpers

    private func taught() throws -> Lesson {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let lesson = try SampleLesson.lesson(output: folder)
        try lesson.run(SampleLesson.teach)
        return lesson
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
