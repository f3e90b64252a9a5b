/// A function of one number, applied to each element on its own.
enum ElementaryFunction: Sendable {
    case negation, absolute, exponential, logarithm, squareRoot, hyperbolicTangent, sigmoid, relu

    /// x above 0, otherwise `slope` times x.
    case leakyRelu(slope: Double)

    /// log(1 + exp(x)).
    case softplus

    /// x times the probability that a normal draw is below x.
    case gelu

    /// The derivative of `gelu`.
    case geluDerivative

    /// x to the power of a fixed exponent.
    case power(Double)
}

/// A function of two numbers, applied to each pair of elements on its own.
enum Arithmetic: Sendable {
    case addition, subtraction, multiplication, division

    /// The first number where the second is not 0 or below, otherwise 0: the pullback of a ReLU.
    case masking

    /// 1 where the comparison holds, otherwise 0.
    case less, lessOrEqual, equality, inequality

    /// The larger or smaller of the two; not-a-number if one of them is.
    case maximum, minimum
}

extension Tensor {
    /// f(x) for each element x.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    func mapped(_ function: ElementaryFunction) -> Tensor {
        switch function {
        case .negation: return transform(self) { -$0 }
        case .exponential: return transform(self) { Scalar.Kernels.exponential($0) }
        case .logarithm: return transform(self) { Scalar.Kernels.logarithm($0) }
        case .squareRoot: return transform(self) { $0.squareRoot() }
        case .hyperbolicTangent: return transform(self) { Scalar.Kernels.hyperbolicTangent($0) }
        case .sigmoid: return transform(self) { 1 / (1 + Scalar.Kernels.exponential(-$0)) }
        case .relu: return transform(self) { $0 <= 0 ? 0 : $0 }
        case .absolute: return transform(self) { abs($0) }
        case .leakyRelu(let slope):
            let slope = Scalar(slope)
            return transform(self) { $0 <= 0 ? slope * $0 : $0 }
        case .softplus: return transform(self) { logarithmOfOnePlusExponential($0) }
        case .gelu: return transform(self) { $0 * normalProbability(below: $0) }
        case .geluDerivative:
            return transform(self) { normalProbability(below: $0) + $0 * normalDensity($0) }
        case .power(let exponent):
            let exponent = Scalar(exponent)
            return transform(self) { Scalar.Kernels.power($0, exponent) }
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
        case .less: return combine(self, b) { $0 < $1 ? 1 : 0 }
        case .lessOrEqual: return combine(self, b) { $0 <= $1 ? 1 : 0 }
        case .equality: return combine(self, b) { $0 == $1 ? 1 : 0 }
        case .inequality: return combine(self, b) { $0 != $1 ? 1 : 0 }
        // Where neither comparison holds, one of the two is not a number, and so is their sum.
        case .maximum: return combine(self, b) { $0 >= $1 ? $0 : $0 < $1 ? $1 : $0 + $1 }
        case .minimum: return combine(self, b) { $0 <= $1 ? $0 : $0 > $1 ? $1 : $0 + $1 }
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

    /// Adds another tensor of the same shape times a number, in place if nobody else holds these
    /// elements.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    mutating func add(_ other: Tensor, times factor: Scalar) {
        require(shape == other.shape, "cannot add shape \(other.shape) to shape \(shape)")
        let count = count
        withPointers(writableStorage(), other.storage) { target, source in
            for index in 0..<count { target[index] += source[index] * factor }
        }
    }

    /// Multiplies each element by a number, in place if nobody else holds these elements.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    mutating func scale(by factor: Scalar) {
        let count = count
        withPointers(writableStorage()) { target in
            for index in 0..<count { target[index] *= factor }
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

/// log(1 + exp(x)), without an overflow for large x.
@inline(__always)
private func logarithmOfOnePlusExponential<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
    (x <= 0 ? 0 : x) + Scalar.Kernels.logarithmOfOnePlus(Scalar.Kernels.exponential(-abs(x)))
}

/// The probability that a draw from the normal distribution is below x.
@inline(__always)
private func normalProbability<Scalar: TensorScalar>(below x: Scalar) -> Scalar {
    (1 + Scalar.Kernels.errorFunction(x * Scalar(0.5.squareRoot()))) / 2
}

/// The density of the normal distribution at x.
@inline(__always)
private func normalDensity<Scalar: TensorScalar>(_ x: Scalar) -> Scalar {
    Scalar.Kernels.exponential(-x * x / 2) * Scalar((1 / (2 * Double.pi)).squareRoot())
}
