import Foundation

/// What can be wrong with a store of patches, or with what is put into one.
public enum PatchStoreError: Error, Sendable, Equatable {
    /// The file is not there, or the system refuses to read it; `reason` is what it says.
    case unreadable(path: String, reason: String)

    /// The system refuses to write; `reason` is what it says.
    case unwritable(path: String, reason: String)

    /// Somebody else is writing the same store.
    case beingWritten(path: String)

    /// The file does not begin as a store does.
    case otherFormat(path: String)

    /// The version of the format is one that did not exist when this was written.
    case otherVersion(path: String, version: Int)

    /// The beginning, which says what the patches are like, is damaged; `reason` says how.
    case damagedHeader(path: String, reason: String)

    /// The file does not end as a store does.
    case cutOff(path: String, bytes: Int)

    /// What says where the patches lie is damaged; `reason` says how.
    case damagedIndex(path: String, reason: String)

    /// A patch is damaged; `index` counts from 0.
    case damagedPatch(path: String, index: Int)

    /// There are not so many patches.
    case noSuchPatch(index: Int, count: Int)

    /// The writing was begun with patches of another kind than it shall go on with.
    case otherLayout(path: String, found: PatchStore.Layout, wanted: PatchStore.Layout)

    /// The writing was begun with other patches than it shall go on with.
    case otherPatches(path: String)

    /// No store holds patches like these.
    case unusableLayout(reason: String)

    /// A patch has another size than all others; `index` counts from 0.
    case wrongSize(index: Int, found: PixelSize, side: Int)

    /// A patch cannot be stored; `index` counts from 0.
    case unusableRecord(index: Int, reason: String)

    /// A slide is said to be of two patients.
    case slideOfTwoPatients(slide: String, patients: [String])
}

extension PatchStoreError: CustomStringConvertible, LocalizedError {
    /// A sentence that says what is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path, let reason):
            "\(path) cannot be read: \(reason). Check the name, and that you may read it."
        case .unwritable(let path, let reason):
            "\(path) cannot be written: \(reason). What was written is kept: the writing can be "
                + "continued when there is room and permission."
        case .beingWritten(let path):
            "\(path) is being written by another program: wait for it, or choose another name."
        case .otherFormat(let path):
            "\(path) is no store of patches: it does not begin with the mark of the format."
        case .otherVersion(let path, let version):
            "\(path) is of version \(version) of the format, which is not known here: write it anew, "
                + "or read it with a newer release."
        case .damagedHeader(let path, let reason):
            "The beginning of \(path) is damaged: \(reason). Copy it again, or write it anew."
        case .cutOff(let path, let bytes):
            "\(path) ends at byte \(bytes) without the mark of the end: it is cut off or damaged "
                + "there. Copy it again, or write it anew."
        case .damagedIndex(let path, let reason):
            "The index of \(path) is damaged: \(reason). Copy it again, or write it anew."
        case .damagedPatch(let path, let index):
            "Patch \(index) of \(path), counted from 0, is damaged: leave it out, or copy the file "
                + "again."
        case .noSuchPatch(let index, let count):
            "There is no patch \(index): the store has \(count), counted from 0."
        case .otherLayout(let path, let found, let wanted):
            "\(path) was begun with \(found), but shall go on with \(wanted): remove it, or go on "
                + "with the same ones."
        case .otherPatches(let path):
            "\(path) was begun with other patches than those that shall follow: remove it, or choose "
                + "another name."
        case .unusableLayout(let reason):
            "No store can hold such patches: \(reason)."
        case .wrongSize(let index, let found, let side):
            "Patch \(index), counted from 0, has \(found) pixels, but the store is one of patches of "
                + "\(side) x \(side): read all with one grid."
        case .unusableRecord(let index, let reason):
            "Patch \(index), counted from 0, cannot be stored: \(reason)."
        case .slideOfTwoPatients(let slide, let patients):
            "The slide \(slide) is said to be of \(patients.joined(separator: " and of ")): a slide "
                + "has one patient. Give slides names of their own."
        }
    }

    /// The same sentence, for `localizedDescription`.
    public var errorDescription: String? { description }
}
