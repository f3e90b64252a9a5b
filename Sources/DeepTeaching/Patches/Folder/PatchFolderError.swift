import Foundation

/// What can be wrong with a folder of patches, or with what is put into one.
public enum PatchFolderError: Error, Sendable, Equatable {
    /// There is no table in the folder, or it may not be read, or it is no text.
    case unreadable(path: String, reason: String)

    /// There is something of this name already.
    case exists(path: String)

    /// The system refuses to write; `reason` is what it says.
    case unwritable(path: String, reason: String)

    /// The table lacks columns.
    case missingColumns(path: String, columns: [String])

    /// The table is wrong in a line, counted from 1.
    case malformedTable(path: String, line: Int, reason: String)

    /// A picture has another size than the table says.
    case wrongSize(path: String, found: PixelSize, side: Int)

    /// A patch cannot be stored; `index` counts from 0.
    case unusablePatch(index: Int, reason: String)

    /// There are not so many patches.
    case noSuchPatch(index: Int, count: Int)
}

extension PatchFolderError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason). A folder of patches has its table there."
        case .exists(let path):
            "\(path) is there already: remove it, or choose another name."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). Choose a folder that exists, that you may write "
                + "to, and that has room."
        case .missingColumns(let path, let columns):
            "\(path) has no column \(columns.joined(separator: " and none ")): its first line must "
                + "name \(PatchTable.columns.joined(separator: ","))."
        case .malformedTable(let path, let line, let reason):
            "\(path), line \(line): \(reason)."
        case .wrongSize(let path, let found, let side):
            "\(path) has \(found) pixels, but the table says \(side) x \(side): the picture was "
                + "changed, or another one stands in its place."
        case .unusablePatch(let index, let reason):
            "Patch \(index), counted from 0, cannot be written: \(reason)."
        case .noSuchPatch(let index, let count):
            "There is no patch \(index): the folder has \(count), counted from 0."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
