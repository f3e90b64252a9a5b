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

    /// The same computation on a tape: the places on it are the numbers of the nodes.
    var tape: Tape {
        var tape = Tape()
        let (x, w) = (tape.input(x), tape.input(w))
        let (b, t) = (tape.input(b), tape.input(t))
        let a = tape.relu(tape.sum(tape.product(w, x), b))
        let e = tape.difference(a, t)
        _ = tape.product(e, e)
        return tape
    }
}
