import Foundation
import SwiftCSV

extension Table {
    /// Reads a table of comma-separated values.
    ///
    /// The first line names the columns. Cells may stand in quotation marks, and then hold
    /// separators, line breaks, and quotation marks written twice. Spaces around a cell and blank
    /// lines do not count. Text is UTF-8, with or without byte-order mark, or UTF-16 with one, as
    /// spreadsheets write it; line ends may be those of any system.
    ///
    /// - Parameters:
    ///   - url: the file.
    ///   - separator: what stands between cells; nil for the first comma, semicolon or tabulator
    ///     of the first line outside of quotation marks.
    /// - Throws: `TableError` with file and line.
    ///
    /// Source: Shafranovich, Common format and MIME type for comma-separated values, RFC 4180, 2005.
    public init(contentsOf url: URL, separator: Character? = nil) throws {
        guard let data = try? Data(contentsOf: url) else {
            throw TableError.unreadable(file: url.path)
        }
        try self.init(csv: data, file: url.path, separator: separator)
    }

    /// Reads a table from the bytes of a file of comma-separated values.
    ///
    /// - Throws: `TableError`.
    public init(csv data: Data, separator: Character? = nil) throws {
        try self.init(csv: data, file: nil, separator: separator)
    }

    private init(csv data: Data, file: String?, separator: Character?) throws {
        let text = try Self.text(of: data, file: file)
        let lines = try Self.lines(of: text, separator: separator, file: file)
        guard let header = lines.first else { throw TableError.empty(file: file) }
        let body = lines.dropFirst()
        try self.init(
            columnNames: header.cells, rows: body.map(\.cells),
            origin: TableOrigin(file: file, lines: body.map(\.line)))
    }

    /// The lines that are not blank.
    private static func lines(
        of text: String, separator: Character?, file: String?
    ) throws -> [(cells: [String], line: Int)] {
        // Spreadsheets tell the separator in a line before the names: "sep=;".
        let told = text.prefixMatch(of: /sep=([^\n])\n/)
        let delimiter = try delimiter(separator ?? told?.output.1.first, text: text)
        let text = told.map { String(text[$0.range.upperBound...]) } ?? text
        var rows: [(cells: [String], line: Int)] = []
        var line = told == nil ? 1 : 2
        do {
            // The limit keeps the parser from making a second table of rows of equal length.
            let parser = try EnumeratedCSV(
                string: text, delimiter: delimiter, loadColumns: false, rowLimit: 0)
            try parser.enumerateAsArray(startAt: 0, rowLimit: nil) { row in
                let cells = row.map { $0.trimmingCharacters(in: .whitespaces) }
                if cells != [""] { rows.append((cells, line)) }
                line += 1 + row.reduce(0) { $0 + $1.count { $0 == "\n" } }
            }
        } catch is CSVParseError {
            throw TableError.quotation(location: TableError.Location(file: file, line: line))
        }
        // The parser takes a file that ends within quotation marks for whole.
        if text.utf8.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 {
            throw TableError.quotation(
                location: TableError.Location(file: file, line: rows.last?.line ?? 1))
        }
        return rows
    }

    /// What stands between cells: what is asked for, or the first of the usual ones in the text.
    private static func delimiter(_ wanted: Character?, text: String) throws -> CSVDelimiter {
        guard let wanted else { return .guessed(string: text) }
        guard wanted != "\"", !wanted.isNewline, wanted != " " else {
            throw TableError.separator(wanted)
        }
        return CSVDelimiter(unicodeScalarLiteral: wanted)
    }

    /// The text of a file, without its byte-order mark, and with one kind of line end so that a row's
    /// line can be told; the last line has one too.
    private static func text(of data: Data, file: String?) throws -> String {
        var bytes = data.starts(with: [0xef, 0xbb, 0xbf]) ? data.dropFirst(3) : data
        if data.starts(with: [0xff, 0xfe]) || data.starts(with: [0xfe, 0xff]) {
            guard data.count % 2 == 0, let text = String(data: data, encoding: .utf16) else {
                throw TableError.notUnicode(location: TableError.Location(file: file, line: 1))
            }
            bytes = Data(text.replacing("\u{feff}", with: "").utf8)
        }
        let (feed, carriage) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
        var last: UInt8 = 0
        var plain: [UInt8] = []
        plain.reserveCapacity(bytes.count + 1)
        for byte in bytes {
            if byte != feed || last != carriage { plain.append(byte == carriage ? feed : byte) }
            last = byte
        }
        plain.append(feed)
        guard let text = String(validating: plain, as: UTF8.self) else {
            let line = plain.split(separator: feed, omittingEmptySubsequences: false)
                .firstIndex { String(validating: $0, as: UTF8.self) == nil }
            throw TableError.notUnicode(
                location: TableError.Location(file: file, line: (line ?? 0) + 1))
        }
        return text
    }
}
