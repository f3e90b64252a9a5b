import GraderKit
import XCTest

/// Files that are saved in another encoding: the words name it, and what to do.
final class ForeignTextTests: XCTestCase {
    private func foreign(_ text: String, _ encoding: String.Encoding) throws -> ForeignText? {
        ForeignText(try XCTUnwrap(text.data(using: encoding)))
    }

    private let source = "// Schwerpunkt für jede Gruppe\nlet x = \"größer\"\n"

    func testUTF8IsNotForeignWithOrWithoutMark() throws {
        XCTAssertNil(try foreign(source + "// 細胞 🔬\r\n", .utf8))
        XCTAssertNil(try foreign("\u{FEFF}" + source, .utf8))
        XCTAssertNil(ForeignText(Data()))
    }

    func testOneByteALetterIsNamedWithItsLine() throws {
        for encoding in [String.Encoding.isoLatin1, .windowsCP1252] {
            XCTAssertEqual(
                try foreign(source, encoding), .otherEncoding(byte: 0xFC, line: 1))
            XCTAssertEqual(
                try foreign("a\r\nb\r\nü", encoding), .otherEncoding(byte: 0xFC, line: 3))
        }
        XCTAssertEqual(
            ForeignText(Data("a\nb\n".utf8) + [0x93, 0xFA, 0x96, 0x7B]),
            .otherEncoding(byte: 0x93, line: 3), "Shift-JIS")
        XCTAssertEqual(
            ForeignText(Data([0x61, 0xC3])), .otherEncoding(byte: 0xC3, line: 1), "cut off")
    }

    func testTwoAndFourBytesALetterAreNamed() throws {
        for encoding in [String.Encoding.utf16, .utf16LittleEndian, .utf16BigEndian] {
            XCTAssertEqual(try foreign(source, encoding), .utf16, "\(encoding)")
        }
        for encoding in [String.Encoding.utf32LittleEndian, .utf32BigEndian] {
            XCTAssertEqual(try foreign("\u{FEFF}" + source, encoding), .utf32, "\(encoding)")
        }
    }

    func testZerosAreDamageAndNoEncoding() {
        XCTAssertEqual(ForeignText(Data("a\n\0b".utf8)), .zeroByte(line: 2))
        XCTAssertEqual(ForeignText(Data(count: 512)), .zeroByte(line: 1))
    }

    func testTheSentenceSaysWhatToDoAndNeverToReset() {
        for text in [ForeignText.utf16, .utf32, .otherEncoding(byte: 0xFC, line: 4)] {
            let words = "\(StudentFileError.notUTF8(path: "Exercises/A.swift", text))"
            XCTAssertTrue(words.contains("save it with the encoding UTF-8"), words)
            XCTAssertFalse(words.contains("reset"), words)
        }
    }
}
