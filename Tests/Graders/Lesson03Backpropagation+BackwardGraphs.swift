import Curriculum
import DeepTeaching
import Foundation

/// A graph that is computed while it is written down.
struct ScalarGraph {
    private(set) var nodes: [ScalarNode] = []

    private mutating func add(
        _ operation: ScalarNode.Operation, _ operands: [Int], _ value: Double
    ) -> Int {
        nodes.append(ScalarNode(operation, of: operands, value: value))
        return nodes.count - 1
    }

    mutating func input(_ value: Double) -> Int { add(.input, [], value) }
    mutating func sum(_ a: Int, _ b: Int) -> Int {
        add(.sum, [a, b], nodes[a].value + nodes[b].value)
    }
    mutating func difference(_ a: Int, _ b: Int) -> Int {
        add(.difference, [a, b], nodes[a].value - nodes[b].value)
    }
    mutating func product(_ a: Int, _ b: Int) -> Int {
        add(.product, [a, b], nodes[a].value * nodes[b].value)
    }
    mutating func relu(_ a: Int) -> Int { add(.relu, [a], max(nodes[a].value, 0)) }
    mutating func hyperbolicTangent(_ a: Int) -> Int {
        add(.hyperbolicTangent, [a], tanh(nodes[a].value))
    }
}

/// The graphs through which the student's walk is sent.
extension ScalarGraph {
    /// tanh(relu(a b) - c) f + relu(d e) f', each number used once: the first ReLU is open, the
    /// second closed.
    static func oneWay(_ generator: inout SeededGenerator) -> [ScalarNode] {
        var graph = ScalarGraph()
        let a = graph.input(number(0.8...1.6, &generator))
        let b = graph.input(number(0.8...1.6, &generator))
        let c = graph.input(number(0.1...0.5, &generator))
        let d = graph.input(number(0.8...1.6, &generator))
        let e = graph.input(number(-1.6...(-0.8), &generator))
        let f = graph.input(number(1.2...2.5, &generator))
        let open = graph.relu(graph.product(a, b))
        let bent = graph.hyperbolicTangent(graph.difference(open, c))
        let closed = graph.relu(graph.product(d, e))
        _ = graph.product(graph.sum(bent, closed), f)
        return graph.nodes
    }

    /// relu(a) f + relu(b) f + relu(0) f: gates that stand open and shut by little, and one of which
    /// only the convention says that it is shut.
    static func gates(_ generator: inout SeededGenerator) -> [ScalarNode] {
        var graph = ScalarGraph()
        let factor = graph.input(number(1.2...2.5, &generator))
        let inputs = [number(0.2...0.8, &generator), number(-0.8...(-0.2), &generator), 0]
            .map { graph.input($0) }
        let shares = inputs.map { graph.product(graph.relu($0), factor) }
        _ = graph.sum(graph.sum(shares[0], shares[1]), shares[2])
        return graph.nodes
    }

    /// h = x a, y = h b + h c + x d: h and x are used twice.
    static func usedTwice(_ generator: inout SeededGenerator) -> [ScalarNode] {
        var graph = ScalarGraph()
        let x = graph.input(number(1...3, &generator))
        let a = graph.input(number(1...3, &generator))
        let b = graph.input(number(-4...(-2), &generator))
        let c = graph.input(number(3...5, &generator))
        let d = graph.input(number(1...3, &generator))
        let h = graph.product(x, a)
        let shares = graph.sum(graph.product(h, b), graph.product(h, c))
        _ = graph.sum(shares, graph.product(x, d))
        return graph.nodes
    }

    /// y = (relu(a) + a) b + (tanh(c) + c) b: what is bent is used straight, too.
    static func bentAndStraight(_ generator: inout SeededGenerator) -> [ScalarNode] {
        var graph = ScalarGraph()
        let a = graph.input(number(1...3, &generator))
        let b = graph.input(number(2...4, &generator))
        let c = graph.input(number(0.3...0.9, &generator))
        let left = graph.product(graph.sum(graph.relu(a), a), b)
        let right = graph.product(graph.sum(graph.hyperbolicTangent(c), c), b)
        _ = graph.sum(left, right)
        return graph.nodes
    }

    /// y = a a c + (b + b) d.
    static func squares(_ generator: inout SeededGenerator) -> [ScalarNode] {
        var graph = ScalarGraph()
        let numbers = (0..<4).map { _ in graph.input(number(1...4, &generator)) }
        let square = graph.product(graph.product(numbers[0], numbers[0]), numbers[2])
        _ = graph.sum(square, graph.product(graph.sum(numbers[1], numbers[1]), numbers[3]))
        return graph.nodes
    }

    /// y = a b + c, beside a product and a tanh that nobody uses.
    static func notReached(_ generator: inout SeededGenerator) -> [ScalarNode] {
        var graph = ScalarGraph()
        let numbers = (0..<4).map { _ in graph.input(number(1...4, &generator)) }
        let product = graph.product(numbers[0], numbers[1])
        _ = graph.product(numbers[0], numbers[3])
        _ = graph.hyperbolicTangent(numbers[3])
        _ = graph.sum(product, numbers[2])
        return graph.nodes
    }

    private static func number(
        _ range: ClosedRange<Double>, _ generator: inout SeededGenerator
    ) -> Double {
        BackpropagationGraders.number(range, &generator)
    }
}
