extension Tensor: CustomStringConvertible {
    /// The numbers in nested rows, then the shape and the kind of numbers:
    ///
    ///     [[1.0, 2.0],
    ///      [3.0, 4.0]] (shape [2, 2], Float)
    ///
    /// Numbers are rounded to at most four decimals and line up; ``elements`` has all their digits.
    /// Of a tensor of more than 1000 elements, only three positions at either end of each longer
    /// axis are shown.
    public var description: String {
        "\(TensorText(self).text) (shape \(shape), \(Scalar.self))"
    }
}

/// The numbers of a tensor in nested brackets, as NumPy prints them.
private struct TensorText {
    /// A tensor of more elements is shown in part.
    private static let wholeCount = 1000

    /// How many positions are shown at either end of an axis that is shown in part.
    private static let edge = 3

    /// After which column a row goes on in the next line.
    private static let lineLength = 100

    private let shape: [Int]
    private let isWhole: Bool

    /// The numbers that are shown in their order, all equally wide.
    private let words: [String]

    init<Scalar>(_ tensor: Tensor<Scalar>) {
        shape = tensor.shape
        isWhole = tensor.count <= Self.wholeCount
        var shown = tensor
        if !isWhole {
            for (axis, length) in tensor.shape.enumerated() where length > 2 * Self.edge {
                let ends = Array(0..<Self.edge) + Array(length - Self.edge..<length)
                shown = shown.gathered(ends, axis: axis)
            }
        }
        let numbers = shown.elements.map { Double($0) }
        let style = NumberStyle(for: numbers)
        let texts = numbers.map(style.text)
        let width = texts.map(\.count).max() ?? 0
        words = texts.map { padded($0, to: width, onTheLeft: true) }
    }

    var text: String {
        if shape.isEmpty { return words[0] }
        // An axis of length 0 leaves nothing to nest.
        if words.isEmpty { return "[]" }
        var rest = words[...]
        return block(axis: 0, &rest)
    }

    /// The numbers along an axis and those after it; takes them from the front of `rest`.
    private func block(axis: Int, _ rest: inout ArraySlice<String>) -> String {
        let length = shape[axis]
        let isCut = !isWhole && length > 2 * Self.edge
        var parts: [String] = []
        for position in 0..<(isCut ? 2 * Self.edge : length) {
            if isCut && position == Self.edge { parts.append("...") }
            let isLast = axis == shape.count - 1
            parts.append(isLast ? rest.removeFirst() : block(axis: axis + 1, &rest))
        }
        let indent = String(repeating: " ", count: axis + 1)
        if axis == shape.count - 1 { return "[" + wrapped(parts, indent: indent) + "]" }
        // A blank line between matrices, two between stacks of them, as in NumPy.
        let ends = String(repeating: "\n", count: shape.count - 1 - axis)
        return "[" + parts.joined(separator: "," + ends + indent) + "]"
    }

    /// Words with commas between them, in lines that are not too long.
    private func wrapped(_ words: [String], indent: String) -> String {
        var text = ""
        var column = indent.count
        for (index, word) in words.enumerated() {
            if index > 0 {
                text += ","
                let isFull = column + word.count + 2 > Self.lineLength
                text += isFull ? "\n" + indent : " "
                column = isFull ? indent.count : column + 2
            }
            text += word
            column += word.count
        }
        return text
    }
}
