/// What can be wrong with what attention is given.
public enum AttentionError: Error, Sendable, Equatable {
    /// What should be pictures of digits has another shape.
    case noDigits(shape: [Int])

    /// There are fewer or more labels than pictures.
    case labelsDisagree(pictures: Int, labels: [Int])

    /// A label is no digit; `index` counts the pictures from 0.
    case noDigit(index: Int, label: Double)
}

extension AttentionError: CustomStringConvertible {
    /// What is wrong, where, and what to do.
    public var description: String {
        switch self {
        case .noDigits(let shape):
            """
            The pictures have the shape \(shape), not [count, 28, 28]: check that the file is the one \
            of the images, not of the labels.
            """
        case .labelsDisagree(let pictures, let labels):
            """
            Labels of shape \(labels) do not fit \(pictures) pictures: check that both files belong \
            together.
            """
        case .noDigit(let index, let label):
            """
            The label of picture \(index) is \(label), not a digit from 0 to 9: check that the file is \
            the one of the labels.
            """
        }
    }
}
