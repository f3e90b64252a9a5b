/// What can be wrong with a checkpoint.
public enum CheckpointError: Error, Sendable, Equatable {
    /// There is no file, or it may not be read.
    case unreadable(path: String)

    /// The file could not be written.
    case unwritable(path: String, reason: String)

    /// The file ends before the length of its header is told.
    case tooShort(bytes: Int)

    /// The header is said to be longer than the file.
    case headerBeyondFile(headerBytes: UInt64, fileBytes: Int)

    /// The header is not what the format says; `reason` says where.
    case malformedHeader(reason: String)

    /// A tensor's numbers are of a type that is not read.
    case wrongType(name: String, type: String)

    /// A tensor's offsets do not fit its shape, or lie beyond the end of the file.
    case wrongOffsets(name: String, begin: Int, end: Int, expectedBytes: Int, fileBytes: Int)

    /// A tensor begins before another one ends.
    case overlap(name: String, begin: Int, before: Int)

    /// Bytes of data belong to no tensor.
    case unusedBytes(begin: Int, end: Int)

    /// A finite number of a tensor is larger than any Float; `index` counts its elements from 0.
    case beyondRange(name: String, index: Int, value: Double)

    /// A number with which nothing can be computed: not-a-number, an infinity, a negative variance.
    case unusableNumber(name: String, value: String)

    /// The model has a parameter that the checkpoint does not have.
    case missingTensor(name: String)

    /// The checkpoint has a tensor that the model does not have.
    case unexpectedTensor(name: String)

    /// A tensor's shape is not the one of the model's parameter.
    case wrongShape(name: String, expected: [Int], found: [Int])
}

extension CheckpointError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .unreadable(let path):
            "\(path) cannot be read: check that the file exists and that you may read it."
        case .unwritable(let path, let reason):
            "\(path) cannot be written (\(reason)): check the folder and the space left."
        case .tooShort(let bytes):
            "The file has only \(bytes) bytes: it is cut off or no safetensors file. Copy it again."
        case .headerBeyondFile(let headerBytes, let fileBytes):
            """
            The header is said to have \(headerBytes) bytes, but the file has \(fileBytes): it is \
            cut off or no safetensors file. Copy it again.
            """
        case .malformedHeader(let reason):
            "The header is damaged: \(reason). Copy or save the checkpoint again."
        case .wrongType(let name, let type):
            "Tensor \(name) holds numbers of type \(type), which is not read: save it as F32, F16, "
                + "BF16, F64, BOOL or an integer type."
        case .wrongOffsets(let name, let begin, let end, let expectedBytes, let fileBytes):
            """
            Tensor \(name) should have \(expectedBytes) bytes and stand within the \(fileBytes) \
            bytes of data, but its place is \(begin) to \(end): the file is cut off or damaged.
            """
        case .overlap(let name, let begin, let end):
            "Tensor \(name) begins at byte \(begin) of the data, before another one ends at byte "
                + "\(end): the file is damaged or forged. Save it again."
        case .unusedBytes(let begin, let end):
            "The bytes \(begin) to \(end) of the data belong to no tensor: the file is damaged or "
                + "forged. Save it again."
        case .beyondRange(let name, let index, let value):
            "Element \(index) of tensor \(name) is \(value), more than a Float holds: scale it first."
        case .unusableNumber(let name, let value):
            "Tensor \(name) holds \(value), with which no model can compute: the training failed, or "
                + "the file is damaged. Train again, or take an earlier checkpoint."
        case .missingTensor(let name):
            "The checkpoint has no tensor \(name), which the model needs: it is of another model."
        case .unexpectedTensor(let name):
            "The checkpoint has a tensor \(name), which the model does not know: "
                + "it is of another model."
        case .wrongShape(let name, let expected, let found):
            """
            Tensor \(name) has the shape \(found), but the model needs \(expected): build the model \
            with the sizes that it was saved with.
            """
        }
    }
}
