import Foundation

/// What can be wrong with a table.
public enum TableError: Error, Sendable, Equatable {
    /// A line of a file, the header being line 1; without a file the line that it would be.
    public struct Location: Sendable, Equatable, CustomStringConvertible {
        /// The path of the file; nil for a table that was made in memory.
        public let file: String?

        /// The line, from 1.
        public let line: Int

        /// A line of a file.
        public init(file: String?, line: Int) {
            self.file = file
            self.line = line
        }

        /// "patients.csv, line 3", or "line 3 of the table".
        public var description: String {
            file.map { "\($0), line \(line)" } ?? "line \(line) of the table"
        }
    }

    /// There is no file, or it may not be read.
    case unreadable(file: String)

    /// The file could not be written.
    case unwritable(file: String, reason: String)

    /// The bytes are no text in UTF-8, nor in UTF-16 with a byte-order mark.
    case notUnicode(location: Location)

    /// There is not even a line of names.
    case empty(file: String?)

    /// A quotation mark is not closed, or stands within a cell that does not begin with one.
    case quotation(location: Location)

    /// A column has no name; `number` counts from 1.
    case unnamedColumn(number: Int, file: String?)

    /// Two columns have one name.
    case repeatedColumn(name: String, numbers: [Int], file: String?)

    /// A row has more or fewer cells than there are names.
    case raggedRow(found: Int, expected: Int, location: Location)

    /// A column is asked for that is not there.
    case unknownColumn(name: String, known: [String], file: String?)

    /// There is no row, or all rows were left out.
    case noRows(file: String?)

    /// There is no column besides that of the labels.
    case noFeatures(file: String?)

    /// The column of the labels is asked for as a feature too.
    case labelAmongFeatures(column: String)

    /// A cell should hold a class and names another.
    case unknownClass(name: String, known: [String], location: Location)

    /// A cell should hold a number and does not.
    case notANumber(cell: String, column: String, location: Location)

    /// A cell is empty, or holds a word for a missing value.
    case missing(cell: String, column: String, location: Location)

    /// This character cannot stand between cells.
    case separator(Character)
}

extension TableError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable, .unwritable, .notUnicode, .empty, .quotation, .separator:
            fileDescription
        case .unnamedColumn(let number, let file):
            "Column \(number) of \(Self.name(file)) has no name: name all columns in the first line."
        case .repeatedColumn(let name, let numbers, let file):
            "Columns \(numbers[0]) and \(numbers[1]) of \(Self.name(file)) are both named "
                + "\"\(name)\": give each a name of its own."
        case .raggedRow(let found, let expected, let location):
            "\(location): there are \(found) cells under \(expected) names. Add or remove cells, put "
                + "quotation marks around cells that hold the separator, or name the separator."
        case .unknownColumn(let name, let known, let file):
            "\(Self.name(file)) has no column \"\(name)\", only \(Self.list(known)): upper and "
                + "lower case count."
        case .noRows(let file):
            "\(Self.name(file)) has no row that can be used: give at least one below the names."
        case .noFeatures(let file):
            "\(Self.name(file)) has no column besides that of the labels: give at least one feature."
        case .labelAmongFeatures(let column):
            "The column \"\(column)\" holds the labels and cannot be a feature too: a model would be "
                + "told the answer."
        case .unknownClass(let name, let known, let location):
            "\(location): \"\(name)\" is none of the classes \(Self.list(known)): correct it, or name "
                + "the class too."
        case .notANumber(let cell, let column, let location):
            "\(location): \"\(cell)\" in the column \"\(column)\" is no number. Write 1.5 or 2e-3, name "
                + "the decimal mark if it is a comma, or leave the column out of the features."
        case .missing(let cell, let column, let location):
            "\(location): \(cell.isEmpty ? "an empty cell" : "\"\(cell)\"") in the column "
                + "\"\(column)\" is a missing value. Fill it in, or ask for rows with missing values "
                + "to be left out."
        }
    }

    private var fileDescription: String {
        switch self {
        case .unreadable(let file):
            "\(file) cannot be read: check that the file exists and that you may read it."
        case .unwritable(let file, let reason):
            "\(file) cannot be written (\(reason)): check the folder and the space left."
        case .notUnicode(let location):
            "\(location): there are bytes that are no text in UTF-8. Save the table as \"CSV UTF-8\"."
        case .empty(let file):
            "\(Self.name(file)) is empty: its first line must name the columns."
        case .quotation(let location):
            "\(location): a quotation mark is not closed, or stands within a cell. Put the whole cell "
                + "in quotation marks and write those inside it twice."
        case .separator(let separator):
            "\"\(separator)\" cannot separate cells: take a comma, a semicolon or a tabulator."
        default: ""
        }
    }

    private static func name(_ file: String?) -> String { file ?? "The table" }

    private static func list(_ names: [String]) -> String {
        let shown = names.prefix(20).map { "\"\($0)\"" }.joined(separator: ", ")
        return names.count > 20 ? shown + " and \(names.count - 20) more" : shown
    }

    /// The same sentence, for callers that know only `Error`.
    public var errorDescription: String? { description }
}
