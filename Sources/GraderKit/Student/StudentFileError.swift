/// What can be wrong with the file in which a student works. Whatever it is, the file stays as it
/// was.
public enum StudentFileError: Error, Sendable, Equatable, CustomStringConvertible {
    /// There is no file of this name.
    case missing(path: String, lesson: String)

    /// It is a symbolic link to what is not there.
    case brokenLink(path: String, target: String)

    /// It is a folder, a pipe or a device.
    case noFile(path: String, kind: String)

    /// It cannot be read.
    case unreadable(path: String, reason: String)

    /// It is far larger than anything that a person writes.
    case tooLarge(path: String, bytes: Int)

    /// It is in another encoding than the compiler reads.
    case notUTF8(path: String, ForeignText)

    /// It must not be written.
    case readOnly(path: String)

    /// Its text cannot be copied to a safe place before it is overwritten.
    case notKept(path: String, folder: String, reason: String)

    /// It was saved while it was worked with.
    case changedMeanwhile(path: String)

    /// What is wrong and what to do.
    public var description: String {
        switch self {
        case .missing(let path, let lesson):
            "\(path) is missing: give your file this name again, or write the stub anew with "
                + "`swift run course reset \(lesson)`"
        case .brokenLink(let path, let target):
            "\(path) is a link to \(target), which is not there: bring the file back, or remove "
                + "the link"
        case .noFile(let path, let kind):
            "\(path) is \(kind), not a file: move it away, or give it another name"
        case .unreadable(let path, let reason): "cannot read \(path): \(reason)"
        case .tooLarge(let path, let bytes):
            "\(path) has \(bytes) bytes: is it really the file of your exercises? Move the text "
                + "that does not belong here to another file"
        case .notUTF8(let path, .zeroByte(let line)):
            "\(path) \(ForeignText.zeroByte(line: line)): remove it in your editor; nothing else "
                + "in the file need be lost"
        case .notUTF8(let path, let text):
            "\(path) \(text): open it in your editor and save it with the encoding UTF-8; nothing "
                + "in it need be lost"
        case .readOnly(let path):
            "\(path) is read-only: nothing was changed. Allow writing if it is yours "
                + "(chmod u+w \(path))"
        case .notKept(let path, let folder, let reason):
            "\(path) was not changed, because your text cannot be kept in \(folder): \(reason)"
        case .changedMeanwhile(let path):
            "\(path) was saved again in the same moment: wait for it to be saved, and try again"
        }
    }
}
