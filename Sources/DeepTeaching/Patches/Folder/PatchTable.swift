import Foundation
import SwiftCSV

/// The table of a folder of patches: one line for each, the first names the columns.
struct PatchTable {
    /// A line of the table.
    struct Row {
        /// Where the picture lies, from the folder on.
        let file: String
        let layout: PatchStore.Layout
        let record: PatchRecord
    }

    static let name = "patches.csv"
    static let columns = [
        "file", "label", "slide", "patient", "x", "y", "width", "height", "column", "row",
        "tumor_share", "side", "microns_per_pixel",
    ]

    private(set) var rows: [Row] = []

    /// The text of a line.
    static func line(_ row: Row) -> String {
        let record = row.record
        let region = record.region
        var cells = [row.file, record.label.rawValue, record.slide, record.patient]
        for number in [region.origin.x, region.origin.y, region.width, region.height] {
            cells.append("\(number)")
        }
        cells.append(record.index.map { "\($0.column)" } ?? "")
        cells.append(record.index.map { "\($0.row)" } ?? "")
        cells.append(record.tumorShare.map { "\($0)" } ?? "")
        cells.append("\(row.layout.side)")
        cells.append("\(row.layout.micronsPerPixel)")
        return line(cells)
    }

    /// The line of some cells, those with separators, quotation marks or spaces around them in quotation
    /// marks.
    static func line(_ cells: [String]) -> String {
        cells.map { cell in
            let isPlain =
                cell == cell.trimmingCharacters(in: .whitespaces)
                && !cell.unicodeScalars.contains { [",", "\""].contains($0) }
            return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
        }.joined(separator: ",") + "\n"
    }
}

extension PatchTable {
    /// Reads the table of a folder.
    ///
    /// - Throws: `PatchFolderError` with the line that is wrong.
    init(contentsOf url: URL) throws {
        let path = url.path
        let data: Data
        do { data = try Data(contentsOf: url) } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw PatchFolderError.unreadable(
                path: path, reason: isThere ? systemReason(error) : "there is no such file")
        }
        guard let text = UnicodeText(data).text else {
            throw PatchFolderError.unreadable(path: path, reason: "it is no text in Unicode")
        }
        let lines = try Self.lines(of: text, path: path)
        guard let header = lines.first else {
            throw PatchFolderError.missingColumns(path: path, columns: Self.columns)
        }
        let missing = Self.columns.filter { !header.cells.contains($0) }
        guard missing.isEmpty else {
            throw PatchFolderError.missingColumns(path: path, columns: missing)
        }
        var lineOfFile: [String: Int] = [:]
        for (cells, line) in lines.dropFirst() {
            do {
                guard cells.count == header.cells.count else {
                    throw Fault("it has \(cells.count) cells, and the first \(header.cells.count)")
                }
                let named = Dictionary(zip(header.cells, cells)) { first, _ in first }
                let row = try Self.row(named)
                if let first = rows.first?.layout, first != row.layout {
                    throw Fault("it has \(row.layout), and those before \(first)")
                }
                if let other = lineOfFile.updateValue(line, forKey: row.file) {
                    throw Fault("the picture \(row.file) stands in line \(other) too")
                }
                rows.append(row)
            } catch let fault as Fault {
                throw PatchFolderError.malformedTable(
                    path: path, line: line, reason: fault.words)
            }
        }
    }

    private struct Fault: Error {
        let words: String

        init(_ words: String) { self.words = words }
    }

    /// The lines that are not blank, with their numbers from 1.
    private static func lines(of text: String, path: String) throws -> [(cells: [String], Int)] {
        let text = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n") + "\n"
        var (lines, number): ([(cells: [String], Int)], Int) = ([], 1)
        func misquoted() -> PatchFolderError {
            .malformedTable(
                path: path, line: number,
                reason: "a quotation mark is not closed or stands within a cell")
        }
        do {
            let parser = try EnumeratedCSV(
                string: text, delimiter: .comma, loadColumns: false, rowLimit: 0)
            try parser.enumerateAsArray(startAt: 0, rowLimit: nil) { cells in
                if cells != [""] { lines.append((cells, number)) }
                number += 1 + cells.reduce(0) { $0 + $1.count { $0 == "\n" } }
            }
        } catch is CSVParseError { throw misquoted() }
        // The parser takes a file that ends within quotation marks for whole.
        if text.utf8.count(where: { $0 == UInt8(ascii: "\"") }) % 2 == 1 { throw misquoted() }
        return lines
    }

    private static func row(_ cells: [String: String]) throws -> Row {
        func cell(_ name: String) -> String { cells[name] ?? "" }
        func number(_ name: String) throws -> Double {
            guard let number = Double(cell(name)), number.isFinite else {
                throw Fault("\(name) is \"\(cell(name).prefix(40))\", and no number")
            }
            return number
        }
        func whole(_ name: String) throws -> Int {
            guard let number = Int(cell(name)) else {
                throw Fault("\(name) is \"\(cell(name).prefix(40))\", and no whole number")
            }
            return number
        }
        guard let label = PatchLabel(rawValue: cell("label")) else {
            let labels = PatchLabel.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault("the label is \"\(cell("label").prefix(40))\", and none of \(labels)")
        }
        let file = cell("file")
        let parts = file.split(separator: "/", omittingEmptySubsequences: false)
        guard !parts.contains(where: { ["", ".", ".."].contains($0) }) else {
            throw Fault("the picture \"\(file.prefix(80))\" does not lie in the folder")
        }
        let isOfGrid = !(cell("column").isEmpty && cell("row").isEmpty)
        let record = PatchRecord(
            slide: cell("slide"), patient: cell("patient"),
            region: BaselineRectangle(
                origin: BaselinePoint(x: try number("x"), y: try number("y")),
                width: try number("width"), height: try number("height")),
            index: isOfGrid ? GridIndex(column: try whole("column"), row: try whole("row")) : nil,
            label: label,
            tumorShare: cell("tumor_share").isEmpty ? nil : try number("tumor_share"))
        if let fault = record.fault { throw Fault(fault) }
        let (side, microns) = (try whole("side"), try number("microns_per_pixel"))
        guard let layout = try? PatchStore.Layout(side: side, micronsPerPixel: microns) else {
            throw Fault("there are no patches of \(side) pixels of \(microns) micrometres")
        }
        return Row(file: file, layout: layout, record: record)
    }
}
