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
}
