/// What can be wrong with a file of one tensor.
public enum TensorFileError: Error, Sendable, Equatable {
    /// There is no file, or it may not be read.
    case unreadable(path: String)

    /// The file could not be written.
    case unwritable(path: String, reason: String)

    /// The file does not begin as a file of this format does.
    case otherFormat

    /// The file does not begin as an IDX file does; whether it begins as a compressed one.
    case notIDX(isCompressed: Bool)

    /// The version of the format is one that did not exist when this was written.
    case unknownVersion(major: Int, minor: Int)

    /// The header is not what the format says; `reason` says where.
    case malformedHeader(reason: String)

    /// The elements are of a type that is no kind of number that a tensor can hold.
    case wrongType(String)

    /// A finite number is larger than any that the tensor can hold; `index` counts the elements of the
    /// file from 0.
    case beyondRange(index: Int, value: Double)

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
        case .notIDX(let isCompressed):
            "The file is no IDX file: it does not begin with two bytes of 0. "
                + (isCompressed
                    ? "It is compressed: unpack it with gunzip."
                    : "Check that it is the right one.")
        case .unknownVersion(let major, let minor):
            "The file is of version \(major).\(minor) of the format .npy: save it with version 1.0, "
                + "2.0 or 3.0."
        case .malformedHeader(let reason):
            "The header is damaged: \(reason). Copy or save the file again."
        case .wrongType(let type):
            "The elements are of type \(type): save real numbers or integers of up to 64 bits."
        case .beyondRange(let index, let value):
            "Element \(index) is \(value), more than a Float holds: read a Tensor<Double>."
        case .wrongLength(let expectedBytes, let foundBytes):
            """
            The elements need \(expectedBytes) bytes, but the file has \(foundBytes): it is cut off \
            or damaged. Copy it again.
            """
        }
    }
}
