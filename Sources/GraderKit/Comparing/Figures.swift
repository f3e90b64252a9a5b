import DeepTeaching

/// An observation as numbers along axes, so that all kinds are compared in one way.
public struct Figures: Sendable, Equatable {
    /// The length of each axis; for rows of different lengths, nil.
    public let shape: [Int]?

    /// All numbers, row by row.
    public let values: [Double]

    /// The lengths of the rows where they differ, for messages.
    let rows: [Int]

    /// Whether they stand for nil, where a value may be missing.
    private(set) var isMissing = false

    /// Numbers of a shape.
    public init(_ values: [Double], shape: [Int]) {
        self.values = values
        self.shape = values.count == shape.reduce(1, *) ? shape : nil
        rows = [values.count]
    }

    /// Parts one after the other along a new first axis.
    public init(stacking parts: [Figures]) {
        values = parts.flatMap(\.values)
        rows = parts.map(\.values.count)
        if let first = parts.first {
            let isRectangular = parts.allSatisfy { $0.shape == first.shape }
            shape = isRectangular ? first.shape.map { [parts.count] + $0 } : nil
        } else {
            shape = [0]
        }
    }

    /// What may be missing, along an axis of length 1 or 0.
    init(optional value: Figures?) {
        self.init(stacking: value.map { [$0] } ?? [])
        isMissing = value == nil
    }

    /// For example "[3, 2]", or "rows of 2, 2, 0" where they differ.
    public var shapeWords: String {
        if let shape { return shape.isEmpty ? "one number" : "\(shape)" }
        let shown = rows.prefix(6).map(String.init).joined(separator: ", ")
        return "rows of \(shown)\(rows.count > 6 ? ", ..." : "")"
    }
}

/// A value that can be seen as numbers along axes.
public protocol FiguresConvertible {
    /// The numbers and their shape.
    var figures: Figures { get }
}

extension Int: FiguresConvertible {
    /// One number.
    public var figures: Figures { Figures([Double(self)], shape: []) }
}

extension UInt8: FiguresConvertible {
    /// One number.
    public var figures: Figures { Figures([Double(self)], shape: []) }
}

extension Bool: FiguresConvertible {
    /// 1 for true, 0 for false.
    public var figures: Figures { Figures([self ? 1 : 0], shape: []) }
}

extension Double: FiguresConvertible {
    /// One number.
    public var figures: Figures { Figures([self], shape: []) }
}

extension Float: FiguresConvertible {
    /// One number.
    public var figures: Figures { Figures([Double(self)], shape: []) }
}

extension Array: FiguresConvertible where Element: FiguresConvertible {
    /// The elements along a first axis.
    public var figures: Figures { Figures(stacking: map(\.figures)) }
}

extension Optional: FiguresConvertible where Wrapped: FiguresConvertible {
    /// An axis of length 1, or of length 0 for nil.
    public var figures: Figures { Figures(optional: map(\.figures)) }
}
