/// A value that holds parameters: a layer, a network, or just some variables.
public protocol Parameterized<Scalar> {
    /// The numbers that the parameters hold.
    associatedtype Scalar: TensorScalar

    /// Names all that the value holds to a visitor, always in the same order: its parameters, its
    /// running statistics, and its parts. No two have the same name.
    mutating func visit(with visitor: ModelVisitor<Scalar>)
}

extension Parameterized {
    /// Visits each parameter with its path, always in the same order.
    public mutating func forEachParameter(
        _ visit: (_ path: String, _ parameter: inout Variable<Scalar>) -> Void
    ) {
        withoutActuallyEscaping(visit) { visit in
            self.visit(with: ModelVisitor(parameter: visit, statistic: { _, _ in }))
        }
    }

    /// Visits each running statistic with its path, always in the same order.
    public mutating func forEachStatistic(
        _ visit: (_ path: String, _ statistic: inout Tensor<Scalar>) -> Void
    ) {
        withoutActuallyEscaping(visit) { visit in
            self.visit(with: ModelVisitor(parameter: { _, _ in }, statistic: visit))
        }
    }
}

extension Parameterized {
    /// The paths of the parameters in the order of the visit.
    public var parameterNames: [String] { parameters.map(\.name) }

    /// The number of numbers in all parameters.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

    /// Each parameter's path and numbers, in the order of the visit.
    public var parameters: [(name: String, value: Tensor<Scalar>)] {
        var copy = self
        var result: [(name: String, value: Tensor<Scalar>)] = []
        copy.forEachParameter { path, parameter in result.append((path, parameter.value)) }
        return result
    }

    /// Each statistic's path and numbers, in the order of the visit.
    public var statistics: [(name: String, value: Tensor<Scalar>)] {
        var copy = self
        var result: [(name: String, value: Tensor<Scalar>)] = []
        copy.forEachStatistic { path, statistic in result.append((path, statistic)) }
        return result
    }
}

extension Variable: Parameterized {
    /// Visits the variable itself, which has no name of its own.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) { visitor("", &self) }
}

extension Array: Parameterized where Element: Parameterized {
    /// The numbers that the elements' parameters hold.
    public typealias Scalar = Element.Scalar

    /// Visits each element; its name is its number.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        for index in indices { visitor("\(index)", &self[index]) }
    }
}

extension Optional: Parameterized where Wrapped: Parameterized {
    /// The numbers that the value's parameters hold.
    public typealias Scalar = Wrapped.Scalar

    /// Visits the value, if there is one, by the name of the optional.
    public mutating func visit(with visitor: ModelVisitor<Scalar>) {
        self?.visit(with: visitor)
    }
}
