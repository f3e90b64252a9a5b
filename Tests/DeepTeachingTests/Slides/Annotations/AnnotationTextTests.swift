import XCTest

@testable import DeepTeaching

/// What encoding a file has, and what it may declare.
final class AnnotationTextTests: XCTestCase {
    private static let text =
        "<ASAP_Annotations><!-- Müller --><Annotations>\n<Annotation Name=\"Läsion\" "
        + "PartOfGroup=\"Tumor\"><Coordinates><Coordinate Order=\"0\" X=\"1\" Y=\"1\"/>"
        + "<Coordinate Order=\"1\" X=\"2\" Y=\"1\"/><Coordinate Order=\"2\" X=\"2\" Y=\"2\"/>"
        + "</Coordinates></Annotation></Annotations></ASAP_Annotations>\n"

    private func names(_ data: Data) throws -> [String] {
        try AnnotationFile(data, path: "a.xml").annotations.map(\.name)
    }

    private func expect(
        _ problem: AnnotationProblem, at line: Int, in data: Data, testLine: UInt = #line
    ) {
        assertThrows(
            SlideError.annotations(path: "a.xml", line: line, problem: problem), line: testLine
        ) { try AnnotationFile(data, path: "a.xml") }
    }

    private func declared(_ name: String) -> String {
        "<?xml version=\"1.0\" encoding=\"\(name)\"?>\n" + Self.text
    }

    func testALatin1CommentWithoutDeclarationIsASentence() throws {
        let latin1 = Data("<!-- M".utf8) + [0xFC] + Data("ller --><ASAP_Annotations/>".utf8)
        expect(.notText(offset: 6), at: 1, in: latin1)
        let data = try XCTUnwrap(("\n\n" + Self.text).data(using: .isoLatin1))
        expect(.notText(offset: 26), at: 3, in: data)
    }

    func testLatin1WithADeclarationIsRead() throws {
        for name in ["ISO-8859-1", "latin1", "windows-1252"] {
            let data = try XCTUnwrap(declared(name).data(using: .isoLatin1))
            XCTAssertEqual(try names(data), ["Läsion"], name)
        }
    }

    func testUTF16IsRead() throws {
        for encoding in [String.Encoding.utf16LittleEndian, .utf16BigEndian] {
            let data = try XCTUnwrap(declared("UTF-16").data(using: encoding))
            let mark = try XCTUnwrap("\u{FEFF}".data(using: encoding))
            XCTAssertEqual(try names(mark + data), ["Läsion"])
            XCTAssertEqual(try names(data), ["Läsion"], "without a byte-order mark")
            XCTAssertThrowsError(try names(mark + data.dropLast()), "half a letter")
        }
        // Half of a pair of code units stands for nothing.
        let alone = Data([0xFF, 0xFE, 0x3C, 0x00, 0x00, 0xD8, 0x3E, 0x00])
        expect(.notText(offset: 4), at: 1, in: alone)
    }

    func testUTF8IsReadWithAMarkAndWithAFalseDeclaration() throws {
        XCTAssertEqual(try names(Data([0xEF, 0xBB, 0xBF]) + Data(Self.text.utf8)), ["Läsion"])
        XCTAssertEqual(try names(Data(declared("utf-16").utf8)), ["Läsion"])
        XCTAssertEqual(try names(Data(declared("UTF-8").utf8)), ["Läsion"])
    }

    /// Foundation's parser ends the process at an instruction without content.
    func testProcessingInstructionsArePassedOver() throws {
        for instruction in ["<?x?>", "<?x ?>", "<?x y?>", "<?x?><?y?>", "<!-- <?x?> -->"] {
            XCTAssertEqual(try names(Data((instruction + Self.text).utf8)), ["Läsion"])
            let inside = Self.text.replacingOccurrences(
                of: "<Annotations>", with: "<Annotations>" + instruction)
            XCTAssertEqual(try names(Data(inside.utf8)), ["Läsion"], instruction)
        }
        expect(.notXML, at: 1, in: Data("<?x".utf8))
        expect(.notXML, at: 1, in: Data("<??>".utf8))
    }

    func testAnUnknownEncodingIsRefused() {
        expect(.unknownEncoding("koi8-r"), at: 1, in: Data(declared("KOI8-R").utf8))
    }

    /// Each name stands for ten of the one before: a few lines that would fill the memory.
    func testEntitiesAreRefusedBeforeTheyGrow() throws {
        let names = (1...20).map { level in
            "<!ENTITY e\(level) \"" + String(repeating: "&e\(level - 1);", count: 10) + "\">"
        }
        let bomb =
            "<?xml version=\"1.0\"?>\n<!-- <!DOCTYPE --><!DOCTYPE x [<!ENTITY e0 \"x\">"
            + names.joined() + "]><ASAP_Annotations>&e20;</ASAP_Annotations>"
        let start = ContinuousClock.now
        expect(.documentType, at: 2, in: Data(bomb.utf8))
        XCTAssertLessThan(ContinuousClock.now - start, .milliseconds(100))
        let external =
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><ASAP_Annotations>&e;"
            + "</ASAP_Annotations>"
        expect(.documentType, at: 1, in: Data(external.utf8))
        // A name that nothing defines.
        expect(
            .notXML, at: 1,
            in: Data(Self.text.replacingOccurrences(of: "Müller -->", with: "-->&e;").utf8))
    }
}
