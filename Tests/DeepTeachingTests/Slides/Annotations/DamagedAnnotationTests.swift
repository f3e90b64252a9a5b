import XCTest

@testable import DeepTeaching

/// A damaged file is refused in words, or says what it lost: it never reads as "no tumour".
final class DamagedAnnotationTests: XCTestCase {
    private static let square =
        #"<Coordinates><Coordinate Order="0" X="1" Y="1"/><Coordinate Order="1" X="9" Y="1"/>"#
        + #"<Coordinate Order="2" X="9" Y="9"/></Coordinates>"#

    private func file(_ annotations: String, groups: String = "") -> String {
        "<ASAP_Annotations>\n<Annotations>\n" + annotations + "\n</Annotations>\n"
            + "<AnnotationGroups>\(groups)</AnnotationGroups>\n</ASAP_Annotations>\n"
    }

    private func tumor(_ name: String, _ content: String = DamagedAnnotationTests.square) -> String
    {
        #"<Annotation Name="\#(name)" Type="Polygon" PartOfGroup="Tumor">\#(content)</Annotation>"#
    }

    private func read(_ text: String) throws -> AnnotationFile {
        try AnnotationFile(Data(text.utf8), path: "a.xml")
    }

    private func expect(
        _ problem: AnnotationProblem, at line: Int, in text: String, testLine: UInt = #line
    ) {
        assertThrows(
            SlideError.annotations(path: "a.xml", line: line, problem: problem), line: testLine
        ) { try read(text) }
    }

    func testOutlinesBehindAnUnopenedElementAreNotLostInSilence() {
        expect(
            .notXML, at: 1,
            in: "<ASAP_Annotations></x><Annotations>\(tumor("a"))</Annotations></ASAP_Annotations>")
    }

    func testTwoRootsAreNotXML() {
        expect(.notXML, at: 1, in: "<ASAP_Annotations></ASAP_Annotations><ASAP_Annotations/>")
        expect(.notXML, at: 1, in: "<ASAP_Annotations/>tail")
    }

    func testNestedAndMisspeltElementsAreRefused() {
        expect(
            .misplaced(element: "Annotation", parent: "Annotation"), at: 3,
            in: file(tumor("a", tumor("b"))))
        let text = file(tumor("a"))
        for (sound, damaged, parent, element) in [
            ("Annotations>", "Annotationz>", "Annotationz", "Annotation"),
            ("Annotation>", "Annotatoin>", "Annotations", "Annotatoin"),
            ("Coordinates>", "Coordinatez>", "Coordinatez", "Coordinate"),
            ("<Coordinate ", "<Coordinat ", "Coordinates", "Coordinat"),
        ] {
            var changed = text.replacingOccurrences(of: "<" + sound, with: "<" + damaged)
                .replacingOccurrences(of: "</" + sound, with: "</" + damaged)
            changed = changed.replacingOccurrences(of: sound + "Order", with: damaged + "Order")
            if sound == "Annotation>" {
                changed = changed.replacingOccurrences(of: "<Annotation ", with: "<Annotatoin ")
            }
            XCTAssertThrowsError(try read(changed), damaged) { error in
                guard case .annotations(_, _, let problem)? = error as? SlideError else {
                    return XCTFail("\(error)")
                }
                XCTAssertEqual(problem, .misplaced(element: element, parent: parent), damaged)
            }
        }
    }

    func testAnUnknownTypeIsRefused() {
        expect(
            .unknownType(annotation: "a", type: "Polygom"), at: 3,
            in: file(tumor("a")).replacingOccurrences(of: "Polygon", with: "Polygom"))
    }

    func testAStrayClickIsAWarning() throws {
        let corner = #"<Coordinate Order="0" X="1" Y="1"/>"#
        let line = corner + #"<Coordinate Order="1" X="5" Y="5"/>"#
        let flat = line + #"<Coordinate Order="2" X="9" Y="9"/>"#
        let text = file(
            [
                tumor("sound"), tumor("none", "<Coordinates />"),
                tumor("click", "<Coordinates>\(corner)</Coordinates>"),
                tumor("line", "<Coordinates>\(line)</Coordinates>"),
                tumor("flat", "<Coordinates>\(flat)</Coordinates>"),
            ].joined(separator: "\n"))
        let file = try read(text)
        XCTAssertEqual(file.annotations.map(\.name), ["sound"])
        XCTAssertEqual(
            file.warnings,
            [
                .tooFewCorners(annotation: "none", count: 0, line: 4),
                .tooFewCorners(annotation: "click", count: 1, line: 5),
                .tooFewCorners(annotation: "line", count: 2, line: 6),
                .noArea(annotation: "flat", count: 3, line: 7),
            ])
        XCTAssertTrue("\(file.warnings[1])".hasPrefix("Line 5: \"click\" has 1 corner"))
    }

    func testNothingLeftIsNotTheSameAsNothingDrawn() throws {
        let left = try read(file(tumor("click", "<Coordinates />")))
        let drawn = try read(file(""))
        XCTAssertEqual(left.annotations, drawn.annotations)
        XCTAssertNotEqual(left, drawn)
        let folder = try SlideFixtures.folder(for: self)
        for (name, text) in [("a.xml", file("")), ("b.xml", file(tumor("x", "<Coordinates />")))] {
            let url = folder.appending(path: name)
            try Data(text.utf8).write(to: url)
            assertThrows(SlideError.annotations(path: url.path, line: 1, problem: .noTumor)) {
                try AnnotationFile(url, requiringTumor: true)
            }
        }
        let url = folder.appending(path: "c.xml")
        try Data(file(tumor("x")).utf8).write(to: url)
        XCTAssertEqual(try AnnotationFile(url, requiringTumor: true).annotations.count, 1)
    }

    func testNestedGroupsAreWhatTheirRootIs() throws {
        func kind(_ group: String, _ groups: String) throws -> Annotation.Kind? {
            let text = file(tumor("part"), groups: groups)
                .replacingOccurrences(
                    of: "Polygon\" PartOfGroup=\"Tumor\"",
                    with: "Spline\" PartOfGroup=\"\(group)\"")
            return try read(text).annotations.first?.kind
        }
        let first = #"<Group Name="First group" PartOfGroup="Tumor"/>"#
        XCTAssertEqual(
            try kind("First group", #"<Group Name="Tumor" PartOfGroup="None"/>"# + first), .tumor)
        XCTAssertEqual(
            try kind("deep", #"<Group Name="deep" PartOfGroup="First group"/>"# + first), .tumor)
        XCTAssertEqual(
            try kind("gap", #"<Group Name="gap" PartOfGroup="Exclusion"/>"#), .exclusion)
        let circle = #"<Group Name="a" PartOfGroup="b"/><Group Name="b" PartOfGroup="a"/>"#
        for (group, groups) in [("a", circle), ("alone", #"<Group Name="alone"/>"#)] {
            assertThrows(
                SlideError.annotations(
                    path: "a.xml", line: 3,
                    problem: .unknownGroup(annotation: "part", group: group))
            ) { try kind(group, groups) }
        }
    }

    func testAFileAboveTenMegabytesIsRead() throws {
        let corners = (0..<240_000).map { order in
            let (x, y) = (order % 1000, order / 1000 + (order % 7) * 1000)
            return #"<Coordinate Order="\#(order)" X="\#(x).000" Y="\#(y).000" />"#
        }
        let content = "<Coordinates>" + corners.joined(separator: "\n") + "</Coordinates>"
        let text = file(tumor("large", content))
        XCTAssertGreaterThan(text.utf8.count, 11_000_000)
        XCTAssertEqual(try read(text).annotations.first?.outline.count, 240_000)
        let cut = String(text.dropLast(30))
        XCTAssertThrowsError(try read(cut)) { XCTAssertTrue("\($0)".contains("malformed")) }
    }
}
