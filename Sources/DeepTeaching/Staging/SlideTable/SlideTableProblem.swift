/// What can be wrong with a line of a `SlideTable`.
public enum SlideTableProblem: Error, Sendable, Equatable {
    /// The header lacks a column that each table needs.
    case missingColumn(String)

    /// The header names a column that the table does not have.
    case unknownColumn(String, known: [String])

    /// The header names a column twice.
    case repeatedColumn(String)

    /// There is no line below the header.
    case noSlides

    /// A line has more cells than the header.
    case tooManyCells(found: Int, columns: Int)

    /// A cell is empty that must not be.
    case emptyCell(column: String)

    /// A cell holds something that its column cannot mean.
    case unusableCell(column: String, text: String, wanted: String)

    /// There is no file at this path.
    case noFile(path: String)

    /// The same slide, or the same part of it, stands in two lines.
    case secondRow(file: String, firstLine: Int)

    /// The labels are neither types of metastasis nor negative and one other class, which is what the
    /// work needs.
    case otherLabels([String])

    /// Every slide has the same label, so there is nothing to tell apart.
    case oneLabel(String)

    /// The labels are types of metastasis and other classes at once.
    case mixedLabels(type: String, other: String)
}

extension SlideTableProblem: CustomStringConvertible {
    /// A sentence that says what is wrong, and what to do.
    public var description: String {
        switch self {
        case .missingColumn(let name):
            "the column \"\(name)\" is missing: a table of slides needs at least "
                + "\"file,patient,label\"."
        case .unknownColumn(let name, let known):
            "there is no column \"\(name)\": write \(known.joined(separator: ", ")), or remove it."
        case .repeatedColumn(let name):
            "the column \"\(name)\" is there twice: remove one of the two."
        case .noSlides: "below the header there is no line: write one for each slide."
        case .tooManyCells(let found, let columns):
            "there are \(found) cells under \(columns) columns: put a cell with a comma in quotation "
                + "marks."
        case .emptyCell(let column): "the column \"\(column)\" is empty: fill it in."
        case .unusableCell(let column, let text, let wanted):
            "the column \"\(column)\" is \"\(text)\": write \(wanted)."
        case .noFile(let path):
            "there is no file \(path): correct the path, which is relative to the table."
        case .secondRow(let file, let firstLine):
            "\(file) stands in line \(firstLine) already: remove one of the two, or give them "
                + "different regions."
        case .otherLabels(let labels):
            "the labels are \(labels.map { "\"\($0)\"" }.joined(separator: ", ")), but this needs "
                + "negative, itc, micro and macro, or negative and one other class: rename the labels, "
                + "or give the table to Lesson 20, which tells any classes apart."
        case .oneLabel(let label):
            "all slides have the label \"\(label)\", so there is nothing to tell apart: add slides of "
                + "another class."
        case .mixedLabels(let type, let other):
            "\"\(other)\" is no type of metastasis, but \"\(type)\" is one: correct the label, or take "
                + "classes of your own throughout."
        }
    }
}
