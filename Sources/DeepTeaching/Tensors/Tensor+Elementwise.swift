/// A function of one number, applied to each element on its own.
enum ElementaryFunction: Sendable {
    case negation, exponential, logarithm, squareRoot, hyperbolicTangent, sigmoid, relu
}

/// A function of two numbers, applied to each pair of elements on its own.
enum Arithmetic: Sendable {
    case addition, subtraction, multiplication, division

    /// The first number where the second is not 0 or below, otherwise 0: the pullback of a ReLU.
    case masking
}

extension Tensor {
    /// f(x) for each element x.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func mapped(_ function: ElementaryFunction) -> Tensor {
        switch function {
        case .negation: return transform(self) { -$0 }
        case .exponential: return transform(self) { Scalar.exponential($0) }
        case .logarithm: return transform(self) { Scalar.logarithm($0) }
        case .squareRoot: return transform(self) { $0.squareRoot() }
        case .hyperbolicTangent: return transform(self) { Scalar.hyperbolicTangent($0) }
        case .sigmoid: return transform(self) { 1 / (1 + Scalar.exponential(-$0)) }
        case .relu: return transform(self) { $0 <= 0 ? 0 : $0 }
        }
    }

    /// f(a, b) for each pair of elements of two tensors, where the second is repeated along
    /// leading axes until it has the count of the first.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func combined(_ operation: Arithmetic, withRepeated b: Tensor) -> Tensor {
        switch operation {
        case .addition: return combine(self, b) { $0 + $1 }
        case .subtraction: return combine(self, b) { $0 - $1 }
        case .multiplication: return combine(self, b) { $0 * $1 }
        case .division: return combine(self, b) { $0 / $1 }
        case .masking: return combine(self, b) { $1 <= 0 ? 0 : $0 }
        }
    }

    /// Adds another tensor of the same shape, in place if nobody else holds these elements.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    mutating func add(_ other: Tensor) {
        require(shape == other.shape, "cannot add shape \(other.shape) to shape \(shape)")
        let count = count
        withPointers(writableStorage(), other.storage) { target, source in
            for index in 0..<count { target[index] += source[index] }
        }
    }

    /// Sets every element to `value`.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    mutating func fill(with value: Scalar) {
        let count = count
        withPointers(writableStorage()) { target in
            for index in 0..<count { target[index] = value }
        }
    }
}

@inline(__always)
private func transform<Scalar>(
    _ x: Tensor<Scalar>, _ function: (Scalar) -> Scalar
) -> Tensor<Scalar> {
    let result = Tensor<Scalar>(uninitializedShape: x.shape)
    let count = x.count
    withPointers(x.storage, result.storage) { source, target in
        for index in 0..<count { target[index] = function(source[index]) }
    }
    return result
}

@inline(__always)
private func combine<Scalar>(
    _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, _ function: (Scalar, Scalar) -> Scalar
) -> Tensor<Scalar> {
    let result = Tensor<Scalar>(uninitializedShape: a.shape)
    let (count, length) = (a.count, b.count)
    withPointers(a.storage, b.storage, result.storage) { first, second, target in
        if length == 1 {
            let scalar = second[0]
            for index in 0..<count { target[index] = function(first[index], scalar) }
            return
        }
        for start in stride(from: 0, to: count, by: max(length, 1)) {
            let (row, output) = (first + start, target + start)
            for index in 0..<length { output[index] = function(row[index], second[index]) }
        }
    }
    return result
}
