/// The two kinds of numbers that a tensor can hold: `Float` for speed, `Double` for proofs.
public protocol TensorScalar: BinaryFloatingPoint, Sendable, Codable {}

extension Float: TensorScalar {}
extension Double: TensorScalar {}

/// Numbers arranged along axes, row-major: the last axis varies fastest.
public struct Tensor<Scalar: TensorScalar>: Sendable, Equatable {
    /// The length of each axis.
    public let shape: [Int]

    /// All elements, the last axis varying fastest.
    public private(set) var elements: [Scalar]

    /// A tensor of the given elements in row-major order.
    public init(_ elements: [Scalar], shape: [Int]) {
        require(
            elements.count == shape.reduce(1, *),
            "\(elements.count) elements do not fill a tensor of shape \(shape)")
        self.elements = elements
        self.shape = shape
    }

    /// The number of elements.
    public var count: Int { elements.count }

    /// The number of axes.
    public var rank: Int { shape.count }
}
