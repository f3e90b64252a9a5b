import Foundation
import SwiftCSV

/// The cells of a table as spreadsheets save it: in UTF-8 or UTF-16, with commas, semicolons or tabs,
/// with or without quotation marks and empty columns at the right, and line ends of any system.
struct TableText {
    /// The first line as it stands in the file.
    let headerLine: String

    /// The cells of the first line.
    let header: [String]

    /// The cells below it with the number of their line. There are no spaces around a cell, and no
    /// empty ones at the end of a row.
    let rows: [(line: Int, cells: [String])]

    /// Reads a file.
    ///
    /// - Throws: `StagingError.unreadableTable`.
    init(contentsOf url: URL) throws {
        if let length = SlideLimits.length(of: url.path), length > SlideLimits.tableBytes {
            throw StagingError.unreadableTable(
                file: url.path,
                reason: "it has \(length) bytes, and at most \(SlideLimits.tableBytes) are read")
        }
        let data: Data
        do {
            data = try Data(contentsOf: url)
        } catch {
            throw StagingError.unreadableTable(
                file: url.path, reason: "the file cannot be opened")
        }
        guard let text = UnicodeText(data).text, !text.contains("\0") else {
            throw StagingError.unreadableTable(
                file: url.path, reason: "it is not text in UTF-8 or UTF-16")
        }
        try self.init(text, path: url.path)
    }

    private init(_ text: String, path: String) throws {
        // One kind of line end, so that the index of a row tells its line.
        var text = text.replacingOccurrences(of: "\r\n", with: "\n")
            .replacingOccurrences(of: "\r", with: "\n")[...]
        var firstLine = 1
        var delimiter: Character?
        // What Excel writes to tell itself the delimiter.
        if let hint = text.prefixMatch(of: /sep=(.)\n/.ignoresCase()) {
            delimiter = hint.1.first
            text = text[hint.range.upperBound...]
            firstLine = 2
        }
        let line = text.prefix { $0 != "\n" }
        let table: EnumeratedCSV
        do {
            table = try EnumeratedCSV(
                string: String(text),
                delimiter: .init(
                    unicodeScalarLiteral: delimiter ?? ";\t".first(where: line.contains) ?? ","),
                loadColumns: false)
        } catch {
            throw StagingError.unreadableTable(
                file: path, reason: "a quotation mark is not closed or stands within a cell")
        }
        headerLine = String(line)
        header = Self.filled(table.header)
        rows = table.rows.enumerated().map { (firstLine + 1 + $0.offset, Self.filled($0.element)) }
    }

    private static func filled(_ row: [String]) -> [String] {
        var cells = row.map(\.trimmed)
        while cells.last?.isEmpty == true { cells.removeLast() }
        return cells
    }
}
