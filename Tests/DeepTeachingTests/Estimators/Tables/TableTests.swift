import DeepTeaching
import Foundation
import XCTest

/// Tables as people and programs write them.
final class TableTests: XCTestCase {
    private func table(_ text: String, separator: Character? = nil) throws -> Table {
        try Table(csv: Data(text.utf8), separator: separator)
    }

    private let plain = "size,kind\n1.5,a\n2,b\n"

    func testNamesAndCells() throws {
        let table = try table(plain)
        XCTAssertEqual(table.columnNames, ["size", "kind"])
        XCTAssertEqual(table.rows, [["1.5", "a"], ["2", "b"]])
        XCTAssertEqual(try table.cells(in: "kind"), ["a", "b"])
        XCTAssertEqual(try table.numbers(in: "size"), [1.5, 2])
    }

    func testLineEndsOfAllSystemsAndBlankLines() throws {
        let expected = try table(plain)
        for text in [
            "size,kind\r\n1.5,a\r\n2,b\r\n", "size,kind\r1.5,a\r2,b", "size,kind\n\n1.5,a\n2,b\n\n",
            " size , kind\n1.5,  a \n2,b",
        ] {
            XCTAssertEqual(try table(text), expected, text)
        }
    }

    func testQuotationMarksHoldSeparatorsMarksAndLineBreaks() throws {
        let table = try table("name,note\n\"Doe, J.\",\"said \"\"no\"\"\"\nx,\"two\nlines\"\ny,\n")
        XCTAssertEqual(
            table.rows, [["Doe, J.", "said \"no\""], ["x", "two\nlines"], ["y", ""]])
    }

    func testSemicolonsAndTabsAreDetectedOrNamed() throws {
        let expected = try table(plain)
        XCTAssertEqual(try table("size;kind\n1.5;a\n2;b"), expected)
        XCTAssertEqual(try table("size\tkind\n1.5\ta\n2\tb"), expected)
        XCTAssertEqual(try table("size|kind\n1.5|a\n2|b", separator: "|"), expected)
        XCTAssertEqual(try table("sep=;\nsize;kind\n1.5;a\n2;b"), expected)
        XCTAssertEqual(try table("a;b\n1,5;2\n").rows, [["1,5", "2"]])
    }

    func testByteOrderMarksAndUTF16() throws {
        let expected = try table(plain)
        XCTAssertEqual(try Table(csv: Data([0xef, 0xbb, 0xbf]) + Data(plain.utf8)), expected)
        for (mark, encoding) in [
            ([0xff, 0xfe] as [UInt8], String.Encoding.utf16LittleEndian),
            ([0xfe, 0xff], .utf16BigEndian),
        ] {
            let bytes = try Data(mark) + XCTUnwrap(plain.data(using: encoding))
            XCTAssertEqual(try Table(csv: bytes), expected)
        }
    }

    func testWhatIsNoTableIsRefusedWithItsLine() {
        func location(_ line: Int) -> TableError.Location {
            TableError.Location(file: nil, line: line)
        }
        assertThrows(TableError.empty(file: nil)) { try self.table("") }
        assertThrows(TableError.empty(file: nil)) { try self.table("\n\n") }
        assertThrows(TableError.repeatedColumn(name: "a", numbers: [1, 3], file: nil)) {
            try self.table("a,b,a\n1,2,3")
        }
        assertThrows(TableError.unnamedColumn(number: 2, file: nil)) { try self.table("a,\n1,2") }
        assertThrows(TableError.raggedRow(found: 1, expected: 2, location: location(3))) {
            try self.table("a,b\n1,2\n3\n")
        }
        assertThrows(TableError.raggedRow(found: 3, expected: 2, location: location(5))) {
            try self.table("a,b\n\"1\n\n\",2\n3,4,5\n")
        }
        assertThrows(TableError.quotation(location: location(2))) {
            try self.table("a,b\n\"1,2\n3,4\n")
        }
        assertThrows(TableError.quotation(location: location(3))) {
            try self.table("a\n1\n\"2\"x\n3\n")
        }
        assertThrows(TableError.notUnicode(location: location(2))) {
            try Table(csv: Data("a\n\u{e4}\n".unicodeScalars.map { UInt8($0.value) }))
        }
    }

    func testColumnsAndNumbersThatAreNotThere() throws {
        let table = try table("a,b\n1,x\n2,\n3,1e999\n4,0x10\n5,inf\n")
        assertThrows(TableError.unknownColumn(name: "A", known: ["a", "b"], file: nil)) {
            try table.numbers(in: "A")
        }
        let location = TableError.Location(file: nil, line: 2)
        assertThrows(TableError.notANumber(cell: "x", column: "b", location: location)) {
            try table.numbers(in: "b")
        }
        for (row, cell) in [(2, "1e999"), (3, "0x10"), (4, "inf")] {
            let one = try Table(columnNames: table.columnNames, rows: [table.rows[row]])
            assertThrows(TableError.notANumber(cell: cell, column: "b", location: location)) {
                try one.numbers(in: "b")
            }
        }
    }

    func testASentenceNamesFileLineAndWhatToDo() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data("a,b\n1,2\n3,x\n".utf8).write(to: file)
        XCTAssertThrowsError(try Table(contentsOf: file).numbers(in: "b")) {
            XCTAssertTrue("\($0)".hasPrefix("\(file.path), line 3: \"x\" in the column \"b\""))
        }
        let absent = file.appending(path: "absent")
        assertThrows(TableError.unreadable(file: absent.path)) { try Table(contentsOf: absent) }
        assertThrows(TableError.unreadable(file: "/")) { try Table(contentsOf: URL(filePath: "/")) }
    }

    func testWrittenTablesAreReadAgain() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).csv")
        defer { try? FileManager.default.removeItem(at: file) }
        let table = try Table(
            columnNames: ["a b", "c,d", "\"e\""],
            rows: [["1", "x;y", "say \"no\""], ["", "two\nlines", "\u{e4}\t"], ["-", "b", "c"]])
        let trimmed = try Table(
            columnNames: table.columnNames,
            rows: table.rows.map { $0.map { $0.trimmingCharacters(in: .whitespaces) } })
        for separator in [",", ";", "\t", "|"] as [Character] {
            try table.save(to: file, separator: separator)
            XCTAssertEqual(try Table(contentsOf: file, separator: separator), trimmed)
        }
        XCTAssertThrowsError(try table.save(to: file.appending(path: "none"))) {
            guard case TableError.unwritable = $0 else { return XCTFail("\($0)") }
        }
        assertThrows(TableError.separator("\"")) { try table.save(to: file, separator: "\"") }
    }

    func testALookInTheTerminal() throws {
        let long = String(repeating: "x", count: 30)
        let rows = (0..<7).map { ["\($0)", $0 == 0 ? long : "b"] }
        XCTAssertEqual(
            try Table(columnNames: ["size", "kind"], rows: rows).description,
            """
            size                      kind
               0  xxxxxxxxxxxxxxxxxxxxxxx\u{2026}
               1                         b
               2                         b
               3                         b
               4                         b
            ...
            7 rows, 2 columns
            """)
    }
}
