/// What can be wrong with a file of one tensor.
public enum TensorFileError: Error, Sendable, Equatable {
    /// There is no file, or it may not be read.
    case unreadable(path: String)

    /// The file could not be written.
    case unwritable(path: String, reason: String)

    /// The file does not begin as a file of this format does.
    case otherFormat

    /// The version of the format is one that did not exist when this was written.
    case unknownVersion(major: Int)

    /// The header is not what the format says; `reason` says where.
    case malformedHeader(reason: String)

    /// The elements are of a type that is no kind of number that a tensor can hold.
    case wrongType(String)

    /// The file has fewer or more bytes than its shape and type need.
    case wrongLength(expectedBytes: Int, foundBytes: Int)
}

extension TensorFileError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path):
            "\(path) cannot be read: check that the file exists and that you may read it."
        case .unwritable(let path, let reason):
            "\(path) cannot be written (\(reason)): check the folder and the space left."
        case .otherFormat:
            "The file is no .npy file: it does not begin with the mark of the format."
        case .unknownVersion(let major):
            "The file is of version \(major) of the format .npy: save it with version 1, 2 or 3."
        case .malformedHeader(let reason):
            "The header is damaged: \(reason). Copy or save the file again."
        case .wrongType(let type):
            "The elements are of type \(type): save real numbers or integers of up to 64 bits."
        case .wrongLength(let expectedBytes, let foundBytes):
            """
            The elements need \(expectedBytes) bytes, but the file has \(foundBytes): it is cut off \
            or damaged. Copy it again.
            """
        }
    }
}
