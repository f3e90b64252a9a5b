import DeepTeaching
import XCTest

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// The page and the pictures that the whole path leaves.
final class StagingPageTests: XCTestCase {
    private static let output = "output/Lesson20Staging"

    private func page() throws -> XMLDocument {
        _ = try StagingRuns.first()
        return try XMLDocument(
            data: Data(contentsOf: StagingRuns.program.file(Self.output + "/index.html")))
    }

    private func attributes(_ name: String, of element: String) throws -> [String] {
        try page().nodes(forXPath: "//*[local-name()='\(element)']/@\(name)")
            .compactMap(\.stringValue)
    }

    func testThePageIsWellFormedAndLoadsNothing() throws {
        let page = try page()
        XCTAssertEqual(page.rootElement()?.name, "html")
        XCTAssertEqual(try page.nodes(forXPath: "//*[local-name()='script']").count, 0)
        let sources = try attributes("src", of: "img")
        XCTAssertTrue(sources.allSatisfy { $0.hasPrefix("data:image/png;base64,") })
        for link in try attributes("href", of: "link") { XCTAssertTrue(link.hasPrefix("data:")) }
    }

    func testThePageHasTheSamePicturesAsTheFolder() throws {
        let inPage = try attributes("src", of: "img").map { source in
            Data(base64Encoded: String(source.drop { $0 != "," }.dropFirst()))
        }
        let files = StagingRuns.program.files(below: Self.output + "/figures")
        // The page draws a plot itself; beside the picture of a plot stands its SVG.
        let plots = Set(files.filter { $0.hasSuffix(".svg") }.map { $0.dropLast(4) })
        let names = files.filter { $0.hasSuffix(".png") && !plots.contains($0.dropLast(4)) }
        XCTAssertEqual(inPage.count, names.count)
        for name in names {
            let file = try Data(
                contentsOf: StagingRuns.program.file("\(Self.output)/figures/\(name)"))
            XCTAssertTrue(inPage.contains(file), name)
        }
    }

    func testPicturesOfSlideTissueAndMapsAreThere() throws {
        _ = try StagingRuns.first()
        let slides = StagingText(try StagingRuns.first().output).slides
        let maps: [MetastasisType: String] = [
            .negative: "mapNegative", .itc: "mapITC", .micro: "mapMicro", .macro: "mapMacro",
        ]
        let names = Set(slides.compactMap { maps[$0.truth] })
        for name in names.union(["slide", "tissue", "patchesTumor", "patchesNormal"]) {
            let file = StagingRuns.program.file("\(Self.output)/figures/\(name).png")
            let image = try Image(png: file)
            XCTAssertGreaterThan(image.size.width, 100, name)
            XCTAssertGreaterThan(Set(image.pixels).count, 20, "\(name) is all but one colour")
        }
    }

    /// Slide, map and truth stand side by side: three panels of the slide's shape, 8 pixels apart.
    func testAMapStandsBetweenItsSlideAndTheTruth() throws {
        _ = try StagingRuns.first()
        for name in ["mapMacro", "mapMicro", "mapNegative"] {
            let image = try Image(
                png: StagingRuns.program.file("\(Self.output)/figures/\(name).png"))
            let panel = (image.size.width - 16) / 3
            XCTAssertEqual(3 * panel + 16, image.size.width)
            let differing = (0..<image.size.height).reduce(0) { sum, y in
                sum
                    + (0..<panel).count { x in
                        image[x: x, y: y] != image[x: x + 2 * (panel + 8), y: y]
                    }
            }
            // The third panel is the first with the outlined tumour painted over.
            XCTAssertEqual(differing > 0, name != "mapNegative", "\(differing) pixels of \(name)")
        }
    }

    func testEveryPictureHasWordsForThoseWhoCannotSeeIt() throws {
        let words = try attributes("alt", of: "img")
        XCTAssertEqual(words.count, try attributes("src", of: "img").count)
        XCTAssertTrue(words.allSatisfy { $0.count > 15 }, "\(words)")
    }

    func testThePageHasTheTablesOfTheTerminal() throws {
        let cells = try page().nodes(forXPath: "//*[local-name()='td' or local-name()='th']")
            .compactMap(\.stringValue)
        let text = StagingText(try StagingRuns.first().output)
        for row in text.slides { XCTAssertTrue(cells.contains(row.slide), row.slide) }
        for row in text.patients {
            XCTAssertTrue(cells.contains(row.types.map(\.rawValue).joined(separator: " ")))
        }
    }
}
