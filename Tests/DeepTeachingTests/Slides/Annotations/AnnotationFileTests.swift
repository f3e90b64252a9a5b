import DeepTeaching
import XCTest

final class AnnotationFileTests: XCTestCase {
    private let triangle = """
        <Coordinate Order="2" X="1.5" Y="-4e1" />
        <Coordinate Order="0" X="10" Y="20.25" />
        <Coordinate Order="1" X="30" Y="20" />
        """

    func testCornersAreSortedByOrder() throws {
        let file = try read(annotation(#"Name="a" Type="Polygon" PartOfGroup="Tumor""#, triangle))
        let outline = [
            BaselinePoint(x: 10, y: 20.25), BaselinePoint(x: 30, y: 20),
            BaselinePoint(x: 1.5, y: -40),
        ]
        XCTAssertEqual(
            file.annotations, [Annotation(name: "a", kind: .tumor, outline: outline)])
    }

    func testGroupsOfCAMELYON() throws {
        let kinds: [(String, Annotation.Kind)] = [
            ("_0", .tumor), ("_1", .tumor), ("Tumor", .tumor), ("METASTASES", .tumor),
            ("Tumour", .tumor), ("tumors", .tumor), ("metastasis", .tumor), (" Lesion ", .tumor),
            ("_2", .exclusion), ("exclusion", .exclusion), ("Normal", .exclusion),
            ("Exclude", .exclusion), ("holes", .exclusion),
        ]
        for (group, kind) in kinds {
            let byGroup = annotation(#"Name="x" PartOfGroup="\#(group)""#, triangle)
            XCTAssertEqual(try read(byGroup).annotations.map(\.kind), [kind], group)
            let byName = annotation(#"Name="\#(group)" PartOfGroup="None""#, triangle)
            XCTAssertEqual(try read(byName).annotations.map(\.kind), [kind], group)
        }
        // The group decides, not the name.
        let both = annotation(#"Name="Tumor" PartOfGroup="_2""#, triangle)
        XCTAssertEqual(try read(both).annotations.map(\.kind), [.exclusion])
    }

    func testAnUnknownGroupIsRefusedOrDecided() throws {
        let text = annotation(#"Name="Tumor" Type="Spline" PartOfGroup="fat""#, triangle)
        try assertProblem(.unknownGroup(annotation: "Tumor", group: "fat"), line: 4, in: text)
        let url = try written(text)
        XCTAssertEqual(
            try AnnotationFile(url, unknownKind: .exclusion).annotations.map(\.kind), [.exclusion])
    }

    func testPointsAndLinesEncloseNothing() throws {
        let dot = #"<Coordinate Order="0" X="1" Y="1" />"#
        let file = try read(annotation(#"Name="d" Type="Dot" PartOfGroup="fat""#, dot))
        XCTAssertEqual(file.annotations, [])
        XCTAssertEqual(file.warnings, [.noOutline(annotation: "d", type: "Dot", line: 4)])
    }

    func testWhatIsWrongIsSaidWithItsLine() throws {
        let tumor = #"Name="a" PartOfGroup="Tumor""#
        let head = annotation(tumor, triangle)
        try assertProblem(.notXML, line: nil, in: String(head.prefix(head.count / 2)))
        try assertProblem(.notXML, line: nil, in: "")
        try assertProblem(.notXML, line: nil, in: "patient,stage")
        try assertProblem(.wrongRoot("Slides"), line: 1, in: "<Slides></Slides>")
        try assertProblem(
            .missingAttribute(element: "Coordinate", attribute: "Y"), line: 5,
            in: annotation(tumor, #"<Coordinate Order="0" X="1" />"#))
        try assertProblem(
            .missingAttribute(element: "Coordinate", attribute: "Order"), line: 5,
            in: annotation(tumor, #"<Coordinate Y="0" X="1" />"#))
        for value in ["12,5", "", "nan", "inf", "1e999", "0x10", "1 2", "１２"] {
            try assertProblem(
                .notANumber(attribute: "X", value: value), line: 5,
                in: annotation(tumor, #"<Coordinate Order="0" X="\#(value)" Y="1" />"#))
        }
        for value in ["1e300", "-2000000000"] {
            try assertProblem(
                .outOfReach(attribute: "X", value: value), line: 5,
                in: annotation(tumor, #"<Coordinate Order="0" X="\#(value)" Y="1" />"#))
        }
        try assertProblem(
            .repeatedOrder(annotation: "a", order: 1), line: 8,
            in: annotation(
                tumor, triangle.replacingOccurrences(of: "Order=\"2\"", with: "Order=\"1\"")))
        let absent = URL(filePath: "/no/such/file.xml")
        XCTAssertThrowsError(try AnnotationFile(absent)) {
            XCTAssertEqual($0 as? SlideError, .missing(path: absent.path))
        }
    }

    func testWritingAndReadingGivesEqualValues() throws {
        var generator = SeededGenerator(seed: 5)
        let file = AnnotationFile(
            annotations: (0..<4).map { index in
                Annotation(
                    name: "<\"area\" & \(index)>\n\t'ä'", kind: index == 2 ? .exclusion : .tumor,
                    outline: (0..<3 + index).map { _ in
                        BaselinePoint(
                            x: .random(in: -10...1e5, using: &generator),
                            y: .random(in: 0...1e-5, using: &generator))
                    })
            })
        let url = try SlideFixtures.folder(for: self).appending(path: "a.xml")
        try file.write(to: url)
        XCTAssertEqual(try AnnotationFile(url), file)
        let empty = AnnotationFile(annotations: [])
        try empty.write(to: url)
        XCTAssertEqual(try AnnotationFile(url), empty)
        XCTAssertThrowsError(try file.write(to: URL(filePath: "/no/such/folder/a.xml"))) {
            XCTAssertTrue($0 is SlideError)
        }
    }

    private func annotation(_ attributes: String, _ coordinates: String) -> String {
        """
        <?xml version="1.0"?>
        <ASAP_Annotations>
        <Annotations>
        <Annotation \(attributes)><Coordinates>
        \(coordinates)
        </Coordinates></Annotation></Annotations>
        <AnnotationGroups><Group Name="Tumor" PartOfGroup="None" /></AnnotationGroups>
        </ASAP_Annotations>
        """
    }

    private func written(_ text: String) throws -> URL {
        let url = try SlideFixtures.folder(for: self).appending(path: "annotations.xml")
        try Data(text.utf8).write(to: url)
        return url
    }

    private func read(_ text: String) throws -> AnnotationFile {
        try AnnotationFile(written(text))
    }

    private func assertProblem(
        _ expected: AnnotationProblem, line expectedLine: Int?, in text: String,
        testLine: UInt = #line
    ) throws {
        let url = try written(text)
        XCTAssertThrowsError(try AnnotationFile(url), line: testLine) { error in
            guard case .annotations(url.path, let line, let problem)? = error as? SlideError else {
                return XCTFail("\(error)", line: testLine)
            }
            XCTAssertEqual(problem, expected, line: testLine)
            if let expectedLine { XCTAssertEqual(line, expectedLine, line: testLine) }
            XCTAssertTrue("\(error)".hasPrefix("\(url.path), line \(line): "), line: testLine)
        }
    }
}
