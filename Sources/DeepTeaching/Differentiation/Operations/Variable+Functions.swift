extension Variable {
    /// y = exp(x); dy/dx = y.
    public func exponential() -> Variable {
        let y = value.exponential()
        return Variable(y, from: self) { $0 * y }
    }

    /// y = log(x); dy/dx = 1 / x.
    public func logarithm() -> Variable {
        Variable(value.logarithm(), from: self) { [x = value] in $0 / x }
    }

    /// y = sqrt(x); dy/dx = 1 / 2y.
    public func squareRoot() -> Variable {
        let y = value.squareRoot()
        return Variable(y, from: self) { $0 / (y * 2) }
    }

    /// y = tanh(x); dy/dx = 1 - y^2.
    public func hyperbolicTangent() -> Variable {
        let y = value.hyperbolicTangent()
        return Variable(y, from: self) { $0 - $0 * y * y }
    }

    /// y = 1 / (1 + exp(-x)); dy/dx = y (1 - y).
    public func sigmoid() -> Variable {
        let y = value.sigmoid()
        return Variable(y, from: self) { $0 * (y - y * y) }
    }

    /// y = max(x, 0); dy/dx = 1 above 0, otherwise 0.
    public func relu() -> Variable {
        let y = value.relu()
        return Variable(y, from: self) { $0.combined(.masking, withRepeated: y) }
    }

    /// y = x above 0, slope x below; dy/dx = 1 or slope.
    public func leakyRelu(slope: Double = 0.01) -> Variable {
        Variable(value.leakyRelu(slope: slope), from: self) { [x = value] gradient in
            (gradient * Scalar(slope)).replacing(with: gradient, where: x .> 0)
        }
    }

    /// y = log(1 + exp(x)); dy/dx = 1 / (1 + exp(-x)).
    public func softplus() -> Variable {
        Variable(value.softplus(), from: self) { [x = value] in $0 * x.sigmoid() }
    }

    /// y = x P(x), where P(x) is the probability that a draw from the normal distribution is below
    /// x; dy/dx = P(x) + x p(x) with the density p.
    public func gelu() -> Variable {
        Variable(value.gelu(), from: self) { [x = value] in $0 * x.mapped(.geluDerivative) }
    }

    /// y = |x|; dy/dx = 1 above 0, -1 below, 0 at 0.
    public func absolute() -> Variable {
        Variable(value.absolute(), from: self) { [x = value] in $0 * ((x .> 0) - (x .< 0)) }
    }

    /// y = x^n for a fixed exponent n; dy/dx = n x^(n - 1).
    public func power(_ exponent: Double) -> Variable {
        Variable(value.power(exponent), from: self) { [x = value] in
            $0 * (x.power(exponent - 1) * Scalar(exponent))
        }
    }

    /// The activation of each element.
    public func activated(_ activation: Activation) -> Variable {
        switch activation {
        case .identity: self
        case .relu: relu()
        case .leakyRelu: leakyRelu()
        case .gelu: gelu()
        case .hyperbolicTangent: hyperbolicTangent()
        case .sigmoid: sigmoid()
        case .softplus: softplus()
        }
    }

    /// y_i = exp(x_i) / sum_j exp(x_j) in each row along the last axis;
    /// dL/dx = y (dL/dy - sum(y dL/dy)).
    public func softmax() -> Variable {
        let y = value.softmax()
        return Variable(y, from: self) { gradient in
            let weighted = gradient * y
            return weighted - y * weighted.sum(axes: [y.rank - 1], keepingAxes: true)
        }
    }

    /// y_i = x_i - log(sum_j exp(x_j)) in each row along the last axis;
    /// dL/dx = dL/dy - exp(y) sum(dL/dy).
    public func logSoftmax() -> Variable {
        let y = value.logSoftmax()
        return Variable(y, from: self) { gradient in
            gradient - y.exponential() * gradient.sum(axes: [y.rank - 1], keepingAxes: true)
        }
    }

    /// The softmax along any axis.
    public func softmax(axis: Int) -> Variable { withLastAxis(axis) { $0.softmax() } }

    /// The logarithm of the softmax along any axis.
    public func logSoftmax(axis: Int) -> Variable { withLastAxis(axis) { $0.logSoftmax() } }

    private func withLastAxis(_ axis: Int, _ function: (Variable) -> Variable) -> Variable {
        let axis = value.axisNumber(axis)
        var order = Array(shape.indices)
        order.append(order.remove(at: axis))
        return function(transposed(order)).transposed(inverse(ofAxisOrder: order))
    }
}
