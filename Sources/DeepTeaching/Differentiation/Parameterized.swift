/// A value that holds parameters: a layer, a network, or just some variables.
public protocol Parameterized<Scalar> {
    /// The numbers that the parameters hold.
    associatedtype Scalar: TensorScalar

    /// Visits each parameter, always in the same order, with a name that no other one has.
    mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void) rethrows

    /// Visits each statistic: numbers that belong to the model but are measured while it learns, not
    /// learnt along a gradient. Without an implementation of its own a value has none.
    mutating func forEachStatistic(
        _ visit: (_ name: String, _ statistic: inout Tensor<Scalar>) throws -> Void) rethrows
}

extension Parameterized {
    /// There is no statistic to visit.
    public mutating func forEachStatistic(
        _ visit: (_ name: String, _ statistic: inout Tensor<Scalar>) throws -> Void
    ) rethrows {}
}

extension Parameterized {
    /// The names of the parameters in the order of the visit.
    public var parameterNames: [String] { parameters.map(\.name) }

    /// The number of numbers in all parameters.
    public var parameterCount: Int { parameters.reduce(0) { $0 + $1.value.count } }

    /// Each parameter's name and numbers, in the order of the visit.
    public var parameters: [(name: String, value: Tensor<Scalar>)] {
        var copy = self
        var result: [(name: String, value: Tensor<Scalar>)] = []
        copy.forEachParameter { name, parameter in result.append((name, parameter.value)) }
        return result
    }

    /// Each statistic's name and numbers, in the order of the visit.
    public var statistics: [(name: String, value: Tensor<Scalar>)] {
        var copy = self
        var result: [(name: String, value: Tensor<Scalar>)] = []
        copy.forEachStatistic { name, statistic in result.append((name, statistic)) }
        return result
    }
}

extension Variable: Parameterized {
    /// Visits the variable itself; its name is empty.
    public mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void
    ) rethrows {
        try visit("", &self)
    }
}

extension Array: Parameterized where Element: Parameterized {
    /// The numbers that the elements' parameters hold.
    public typealias Scalar = Element.Scalar

    /// Visits the parameters of each element; names begin with the element's number.
    public mutating func forEachParameter(
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void
    ) rethrows {
        for index in indices {
            try self[index].forEachParameter(under: "\(index)", visit)
        }
    }

    /// Visits the statistics of each element; names begin with the element's number.
    public mutating func forEachStatistic(
        _ visit: (_ name: String, _ statistic: inout Tensor<Scalar>) throws -> Void
    ) rethrows {
        for index in indices {
            try self[index].forEachStatistic(under: "\(index)", visit)
        }
    }
}

extension Parameterized {
    /// Visits the parameters of a part of a larger whole: names become "prefix.name".
    public mutating func forEachParameter(
        under prefix: String,
        _ visit: (_ name: String, _ parameter: inout Variable<Scalar>) throws -> Void
    ) rethrows {
        try forEachParameter { name, parameter in
            try visit(name.isEmpty ? prefix : "\(prefix).\(name)", &parameter)
        }
    }

    /// Visits the statistics of a part of a larger whole: names become "prefix.name".
    public mutating func forEachStatistic(
        under prefix: String,
        _ visit: (_ name: String, _ statistic: inout Tensor<Scalar>) throws -> Void
    ) rethrows {
        try forEachStatistic { name, statistic in try visit("\(prefix).\(name)", &statistic) }
    }
}
