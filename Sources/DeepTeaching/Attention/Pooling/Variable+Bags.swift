import Foundation

// Instances of several bags lie one after the other; what belongs to one bag is a range of rows.
extension Variable {
    /// a_k = exp(s_k) / sum of exp(s_j) over the instances j of the same bag;
    /// dL/ds = a (dL/da - sum(a dL/da)). Scores `[instance]`.
    func softmax(in bags: BagLengths) -> Variable {
        let a = value.softmax(in: bags)
        return Variable(a, from: self) { gradient in
            let weighted = gradient * a
            let sums = weighted.insertingAxis(at: 1).sums(in: bags).reshaped([-1])
            return weighted - a * sums.gathered(bags.bagOfInstance)
        }
    }

    /// The sum of the rows of each bag: `[instance, feature]` to `[bag, feature]`.
    func sums(in bags: BagLengths) -> Variable {
        Variable(value.sums(in: bags), from: self) { $0.gathered(bags.bagOfInstance) }
    }

    /// For each bag the sum of its rows, each times its weight: `[instance, feature]` and weights
    /// `[instance]` to `[bag, feature]`.
    func weightedSums(_ weights: Variable, in bags: BagLengths) -> Variable {
        (self * weights.insertingAxis(at: 1)).sums(in: bags)
    }
}

extension Tensor {
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func softmax(in bags: BagLengths) -> Tensor {
        var result = elements
        for range in bags.ranges {
            let highest = result[range].reduce(-Scalar.infinity) { Swift.max($0, $1) }
            let powers = Tensor(Array(result[range]), shape: [range.count])
            result.replaceSubrange(range, with: (powers - highest).softmax().elements)
        }
        return Tensor(result, shape: shape)
    }

    /// The sum of the rows of each bag.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func sums(in bags: BagLengths) -> Tensor {
        .concatenated(bags.ranges.map { slice($0, axis: 0).sum(axes: [0], keepingAxes: true) })
    }
}
