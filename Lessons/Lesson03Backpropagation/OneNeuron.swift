import CourseKit
import Curriculum

/// The smallest network that learns: one neuron with one input, and its error.
///
///     a = max(w x + b, 0)    e = a - t    L = e e
struct OneNeuron {
    var x = 1.5
    var w = 0.4
    var b = -0.2
    var t = 1.0

    /// What each number is called, in the order of the computation.
    static let names = ["x", "w", "b", "t", "w x", "w x + b", "a", "e", "L"]

    /// The computation as a list of nodes.
    var nodes: [ScalarNode] {
        let product = w * x
        let sum = product + b
        let a = max(sum, 0)
        let e = a - t
        return [
            ScalarNode(.input, value: x), ScalarNode(.input, value: w),
            ScalarNode(.input, value: b), ScalarNode(.input, value: t),
            ScalarNode(.product, of: [1, 0], value: product),
            ScalarNode(.sum, of: [4, 2], value: sum), ScalarNode(.relu, of: [5], value: a),
            ScalarNode(.difference, of: [6, 3], value: e),
            ScalarNode(.product, of: [7, 7], value: e * e),
        ]
    }

    /// L alone.
    var loss: Double {
        let e = max(w * x + b, 0) - t
        return e * e
    }

    /// The slope of L along one of the numbers, by pushing it to both sides.
    func slope(_ number: WritableKeyPath<OneNeuron, Double>) -> Double {
        // listing: OneNeuron.slope
        let h = 1e-5
        var (right, left) = (self, self)
        right[keyPath: number] += h
        left[keyPath: number] -= h
        return (right.loss - left.loss) / (2 * h)
        // end listing
    }

    /// The same computation on a tape: the places on it are the numbers of the nodes.
    var tape: Tape {
        // listing: OneNeuron.tape
        var tape = Tape()
        let (x, w) = (tape.input(x), tape.input(w))
        let (b, t) = (tape.input(b), tape.input(t))
        let a = tape.relu(tape.sum(tape.product(w, x), b))
        let e = tape.difference(a, t)
        _ = tape.product(e, e)
        return tape
        // end listing
    }
}

// The neuron as boxes and arrows.
extension OneNeuron {
    /// What each number was computed from, with its value and, on the walk back, its gradient.
    func boxes(gradients: [Double]? = nil) -> [Diagram.Box] {
        nodes.enumerated().map { number, node in
            var rows = [Diagram.Row("value", Self.text(node.value))]
            if let gradients { rows.append(Diagram.Row("gradient", Self.text(gradients[number]))) }
            return Diagram.Box(
                Self.names[number], operation: node.operation.rawValue, rows: rows,
                operands: node.operands)
        }
    }

    static func text(_ value: Double) -> String { NumberFormat.decimals(2).text(value) }
}
