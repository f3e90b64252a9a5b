/// Numbers arranged along axes, row-major: the last axis varies fastest.
///
/// A tensor is a value: copies share their memory until one of them is changed. Images are
/// `[height, width, channel]`, batches `[batch, height, width, channel]`. Wherever a function takes an
/// axis, -1 is the last one, -2 the one before it.
public struct Tensor<Scalar: TensorScalar>: Sendable {
    /// The length of each axis.
    public let shape: [Int]

    private(set) var storage: TensorStorage<Scalar>

    /// A tensor of the given elements in row-major order.
    public init(_ elements: [Scalar], shape: [Int]) {
        require(
            elements.count == elementCount(of: shape),
            "\(elements.count) elements do not fill a tensor of shape \(shape)")
        self.init(uninitializedShape: shape)
        elements.withUnsafeBufferPointer { source in
            guard let first = source.baseAddress else { return }
            withPointers(storage) { $0.update(from: first, count: source.count) }
        }
    }

    /// A tensor of one number and no axes.
    public init(_ scalar: Scalar) { self.init([scalar], shape: []) }

    /// A tensor all of whose elements are `value`.
    public init(repeating value: Scalar, shape: [Int]) {
        self.init(uninitializedShape: shape)
        fill(with: value)
    }

    /// A tensor whose elements hold whatever was in the memory: the caller fills all of them.
    init(uninitializedShape shape: [Int]) {
        self.init(storage: TensorStorage(count: elementCount(of: shape)), shape: shape)
    }

    /// A tensor over memory that exists already.
    init(storage: TensorStorage<Scalar>, shape: [Int]) {
        self.storage = storage
        self.shape = shape
    }

    /// A tensor of zeros.
    public static func zeros(_ shape: [Int]) -> Tensor { Tensor(repeating: 0, shape: shape) }

    /// A tensor of ones.
    public static func ones(_ shape: [Int]) -> Tensor { Tensor(repeating: 1, shape: shape) }

    /// A matrix of the given rows, all of one length.
    public init(rows: [[Scalar]]) {
        let columns = rows.first?.count ?? 0
        require(
            rows.allSatisfy { $0.count == columns },
            "rows of lengths \(rows.map(\.count)) are no matrix")
        self.init(rows.flatMap { $0 }, shape: [rows.count, columns])
    }

    /// The matrix with ones on its diagonal and zeros elsewhere.
    public static func identity(_ side: Int) -> Tensor {
        require(side >= 0, "a matrix of \(side) rows cannot be made")
        return oneHot(Array(0..<side), classes: side)
    }

    /// The numbers 0, 1, 2 and so on up to `count - 1`.
    public static func counting(_ count: Int) -> Tensor {
        require(count >= 0, "\(count) numbers cannot be counted: give 0 or more")
        return Tensor((0..<count).map { Scalar($0) }, shape: [count])
    }

    /// `count` numbers at equal distances from `first` to `last`, both included.
    public static func evenlySpaced(from first: Double, to last: Double, count: Int) -> Tensor {
        require(count > 1, "\(count) numbers cannot include both \(first) and \(last)")
        let step = (last - first) / Double(count - 1)
        return Tensor(
            (0..<count).map { Scalar($0 == count - 1 ? last : first + Double($0) * step) },
            shape: [count])
    }

    /// All elements, the last axis varying fastest.
    public var elements: [Scalar] {
        withPointers(storage) { Array(UnsafeBufferPointer(start: $0, count: count)) }
    }

    /// The number of elements.
    public var count: Int { storage.count }

    /// The number of axes.
    public var rank: Int { shape.count }

    /// The only element of a tensor of one element.
    public var scalar: Scalar {
        require(count == 1, "a tensor of shape \(shape) is not one number")
        return withPointers(storage) { $0[0] }
    }

    /// The storage, to be written to: a copy of its own if another tensor shares it.
    mutating func writableStorage() -> TensorStorage<Scalar> {
        if !isKnownUniquelyReferenced(&storage) { storage = storage.copy() }
        return storage
    }
}

extension Tensor: Equatable {
    /// Whether shapes and elements are equal; not-a-number equals nothing.
    public static func == (a: Tensor, b: Tensor) -> Bool {
        a.shape == b.shape && a.elements == b.elements
    }
}
