import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Mutants

extension BackpropagationGraders {
    static let backward = ExerciseGrader(
        "backward",
        checks: [
            Check(
                "one way", "along one way slopes are multiplied",
                inputs: { generator in
                    [oneWay(&generator), BackwardInputs(nodes: [input(&generator)])]
                },
                comparing: compareGradients),
            Check(
                "used twice", "a number that is used twice receives both shares",
                inputs: { generator in [usedTwice(&generator)] }, comparing: compareGradients),
            Check(
                "squares", "an operation may take the same number twice: a * a, a + a",
                inputs: { generator in [squares(&generator)] }, comparing: compareGradients),
            Check(
                "not reached", "only the last node is the result: what it does not use has 0",
                inputs: { generator in [notReached(&generator)] }, comparing: compareGradients),
        ],
        misconceptions: backwardMisconceptions,
        alternatives: [answer(BackpropagationAlternatives.AskingThoseWhoUse.self)],
        hints: Hints(
            question: "When you come to a node, who must have given it a share before?",
            concept: "Begin with 1 at the last node and 0 elsewhere. Go from the last node to the "
                + "first: everybody who uses a node stands behind it, so its gradient is complete "
                + "when you arrive. Then give each operand gradient * slope, added to what it has.",
            step: "for index in nodes.indices.reversed() { ... }, and for a product: "
                + "gradients[operands[0]] += gradients[index] * x[1]; gradients[operands[1]] += "
                + "gradients[index] * x[0], where x are the operands' values."))

    private static func compareGradients(
        _ inputs: BackwardInputs, _ expected: [Double], _ got: [Double]
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got).about("dy/dx of \(inputs.nodes.count) nodes")
    }

    private static func input(_ generator: inout SeededGenerator) -> ScalarNode {
        ScalarNode(.input, value: number(1...9, &generator))
    }

    /// tanh(relu(a b) - c) f + relu(d e) f', each number used once: the first ReLU is open, the
    /// second closed.
    private static func oneWay(_ generator: inout SeededGenerator) -> BackwardInputs {
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
        return BackwardInputs(nodes: graph.nodes)
    }

    /// h = x a, y = h b + h c + x d: h and x are used twice.
    private static func usedTwice(_ generator: inout SeededGenerator) -> BackwardInputs {
        var graph = ScalarGraph()
        let x = graph.input(number(1...3, &generator))
        let (a, b) = (
            graph.input(number(1...3, &generator)), graph.input(number(-4...(-2), &generator))
        )
        let (c, d) = (
            graph.input(number(3...5, &generator)), graph.input(number(1...3, &generator))
        )
        let h = graph.product(x, a)
        let shares = graph.sum(graph.product(h, b), graph.product(h, c))
        _ = graph.sum(shares, graph.product(x, d))
        return BackwardInputs(nodes: graph.nodes)
    }

    /// y = a a c + (b + b) d.
    private static func squares(_ generator: inout SeededGenerator) -> BackwardInputs {
        var graph = ScalarGraph()
        let numbers = (0..<4).map { _ in graph.input(number(1...4, &generator)) }
        let square = graph.product(graph.product(numbers[0], numbers[0]), numbers[2])
        _ = graph.sum(square, graph.product(graph.sum(numbers[1], numbers[1]), numbers[3]))
        return BackwardInputs(nodes: graph.nodes)
    }

    /// y = a b + c, beside a product and a tanh that nobody uses.
    private static func notReached(_ generator: inout SeededGenerator) -> BackwardInputs {
        var graph = ScalarGraph()
        let numbers = (0..<4).map { _ in graph.input(number(1...4, &generator)) }
        let product = graph.product(numbers[0], numbers[1])
        _ = graph.product(numbers[0], numbers[3])
        _ = graph.hyperbolicTangent(numbers[3])
        _ = graph.sum(product, numbers[2])
        return BackwardInputs(nodes: graph.nodes)
    }
}

/// A graph that is computed while it is written down.
private struct ScalarGraph {
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

private let backwardMisconceptions = [
    Misconception(
        "the second share that a number receives overwrites the first",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.Overwritten.self),
        check: "used twice",
        hints: Hints(
            question: "y = x + x. If x grows by 1, by how much does y grow?",
            concept: "A number that is used twice moves the result in two ways, and both count: "
                + "shares are added. A network with this mistake still learns a little, so its "
                + "score does not reveal it.",
            step: "Write += where you write =, and begin with zeros.")),
    Misconception(
        "each use of a number hands on all that it has received up to then",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.HandedOnAtEachUse.self),
        check: "used twice",
        hints: Hints(
            question: "h is used twice. How often may h give to its own operands?",
            concept: "Once, when all of its shares have arrived. Who walks on at each use hands "
                + "the first share on twice.",
            step: "No recursion is needed: a loop from the last node to the first comes to each "
                + "node once, after everybody who uses it.")),
    Misconception(
        "an operation that takes the same number twice gives it only one share",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.SameOperandOnce.self),
        check: "squares",
        hints: Hints(
            question: "What is the slope of a * a at a = 3?",
            concept: "2 a = 6: once as the first factor, once as the second. A Set or a dictionary "
                + "of operands forgets that there are two.",
            step: "Go over the operands by position: share for operands[0], then for operands[1], "
                + "whether they are the same or not.")),
    Misconception(
        "you walk from the first node to the last",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.FromTheBeginning.self),
        check: "one way",
        hints: Hints(
            question: "When you come to the first node, has anybody given it a share yet?",
            concept: "Values go forward, gradients backward: only the result knows its gradient, "
                + "and all others get theirs from it.",
            step: "nodes.indices.reversed()")),
    Misconception(
        "all gradients are 0: the walk has nothing to begin with",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.NothingToBeginWith.self),
        check: "one way",
        hints: Hints(
            question: "How does y change if y grows by 1?",
            concept: "By 1: dy/dy = 1. Everything else is this 1, multiplied by slopes.",
            step: "gradients[nodes.count - 1] = 1 before the loop.")),
    Misconception(
        "you begin with the value of the result, not with 1",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.BeginsWithTheValue.self),
        check: "one way",
        hints: Hints(
            question: "Is dy/dy a matter of how large y is?",
            concept: "The gradient says how y changes, not what it is: dy/dy = 1 always.",
            step: "gradients[nodes.count - 1] = 1, not its value.")),
    Misconception(
        "each factor of a product gets its own value, not the other factor's",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.OwnFactor.self),
        check: "one way",
        hints: Hints(
            question: "The area of a field is width * length. If the width grows by 1 m, by how "
                + "much does the area grow?",
            concept: "By the length: the slope for one factor is the other one.",
            step: "slopes of a product: [x[1], x[0]].")),
    Misconception(
        "what is subtracted counts as if it were added",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.SubtractedAdded.self),
        check: "one way",
        hints: Hints(
            question: "y = a - b. If b grows by 1, does y grow?",
            concept: "It falls by 1: the slope for b is -1.",
            step: "slopes of a difference: [1, -1].")),
    Misconception(
        "your ReLU lets gradients pass below 0",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.ReluAlwaysOpen.self),
        check: "one way",
        hints: Hints(
            question: "max(x, 0) at x = -2: what changes if x becomes -1.9?",
            concept: "Nothing: below 0 the result is 0 whatever x is, so the slope is 0.",
            step: "slope of a relu: x[0] > 0 ? 1 : 0.")),
    Misconception(
        "the slope of tanh is 1 - z * z with what came out, not with what went in",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.SlopeFromTheInput.self),
        check: "one way",
        hints: Hints(
            question: "Can the slope of tanh be negative? What is yours for x = 2?",
            concept: "z = tanh(x) lies between -1 and 1, so 1 - z * z is never negative. The node "
                + "keeps z already.",
            step: "1 - node.value * node.value.")),
    Misconception(
        "you add slopes along a way, and do not multiply them",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.SlopesAdded.self),
        check: "one way",
        hints: Hints(
            question: "The first gear turns the second twice as fast, that the third three times. "
                + "How fast is the third?",
            concept: "Along one way slopes are multiplied: 2 * 3 = 6. Shares of different ways are "
                + "added.",
            step: "gradients[operand] += gradients[index] * slope.")),
    Misconception(
        "every node that nobody uses counts as a result",
        mutant: BackpropagationGraders.answer(BackpropagationMutants.EveryEndIsAResult.self),
        check: "not reached",
        hints: Hints(
            question: "A number was computed and never used. Does the last node depend on it?",
            concept: "No: its gradient is 0, and so is what it would hand on.",
            step: "Set only gradients[nodes.count - 1] to 1.")),
]
