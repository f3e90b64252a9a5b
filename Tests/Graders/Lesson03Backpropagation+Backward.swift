import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = BackpropagationCalls.backward

extension BackpropagationGraders {
    static let backward = ExerciseGrader(
        call,
        checks: [
            call.check(
                "one way", "along one way slopes are multiplied",
                inputs: { generator in
                    let alone = ScalarNode(.input, value: number(1...9, &generator))
                    return [
                        ScalarGraph.oneWay(&generator), [alone], ScalarGraph.gates(&generator),
                    ]
                },
                comparing: compareGradients),
            call.check(
                "used twice", "a number that is used twice receives both shares",
                inputs: { generator in
                    [ScalarGraph.usedTwice(&generator), ScalarGraph.bentAndStraight(&generator)]
                },
                comparing: compareGradients),
            call.check(
                "squares", "an operation may take the same number twice: a * a, a + a",
                inputs: { generator in [ScalarGraph.squares(&generator)] },
                comparing: compareGradients),
            call.check(
                "not reached", "only the last node is the result: what it does not use has 0",
                inputs: { generator in [ScalarGraph.notReached(&generator)] },
                comparing: compareGradients),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer(
                "asks each node for its gradient, and the nodes that use it for theirs"
            ) { nodes in
                let slopes = nodes.map { Walk(nodes).slopes(of: $0) }
                var known: [Int: Double] = [nodes.count - 1: 1]
                func gradient(_ index: Int) -> Double {
                    if let gradient = known[index] { return gradient }
                    var sum = 0.0
                    for (user, node) in nodes.enumerated() where user > index {
                        for (operand, slope) in zip(node.operands, slopes[user])
                        where operand == index {
                            sum += slope * gradient(user)
                        }
                    }
                    known[index] = sum
                    return sum
                }
                return nodes.indices.map(gradient)
            }
        ],
        hints: Hints(
            question: "When you come to a node, who must have given it a share before?",
            concept: "Begin with 1 at the last node and 0 elsewhere. Go from the last node to the "
                + "first: everybody who uses a node stands behind it, so its gradient is complete "
                + "when you arrive. Then give each operand gradient * slope, added to what it has.",
            step: "for index in nodes.indices.reversed() { ... }, and for a product: "
                + "gradients[operands[0]] += gradients[index] * x[1]; gradients[operands[1]] += "
                + "gradients[index] * x[0], where x are the operands' values."))

    private static func compareGradients(
        _ expected: [Double], _ got: [Double], _ nodes: [ScalarNode]
    ) -> Verdict {
        Comparison.within(1e-9)(expected, got).about("dy/dx of \(nodes.count) nodes")
    }
}

private let misconceptions: [Misconception] = [
    call.misconception(
        "the second share that a number receives overwrites the first", check: "used twice",
        hints: Hints(
            question: "y = x + x. If x grows by 1, by how much does y grow?",
            concept: "A number that is used twice moves the result in two ways, and both count: "
                + "shares are added. A network with this mistake still learns a little, so its "
                + "score does not reveal it.",
            step: "Write += where you write =, and begin with zeros.")
    ) { nodes in
        Walk(nodes).gradients { gradients, operand, share in gradients[operand] = share }
    },
    call.misconception(
        "each use of a number hands on all that it has received up to then", check: "used twice",
        hints: Hints(
            question: "h is used twice. How often may h give to its own operands?",
            concept: "Once, when all of its shares have arrived. Who walks on at each use hands "
                + "the first share on twice.",
            step: "No recursion is needed: a loop from the last node to the first comes to each "
                + "node once, after everybody who uses it.")
    ) { nodes in
        let slopes = nodes.map { Walk(nodes).slopes(of: $0) }
        var gradients = [Double](repeating: 0, count: nodes.count)
        func visit(_ index: Int) {
            for (operand, slope) in zip(nodes[index].operands, slopes[index]) {
                gradients[operand] += gradients[index] * slope
                visit(operand)
            }
        }
        gradients[nodes.count - 1] = 1
        visit(nodes.count - 1)
        return gradients
    },
    call.misconception(
        "an operation that takes the same number twice gives it only one share", check: "squares",
        hints: Hints(
            question: "What is the slope of a * a at a = 3?",
            concept: "2 a = 6: once as the first factor, once as the second. A Set or a dictionary "
                + "of operands forgets that there are two.",
            step: "Go over the operands by position: share for operands[0], then for operands[1], "
                + "whether they are the same or not.")
    ) { nodes in
        let walk = Walk(nodes) { node, slopes in
            node.operands.count == 2 && node.operands[0] == node.operands[1]
                ? [slopes[0], 0] : slopes
        }
        return walk.gradients()
    },
    call.misconception(
        "you walk from the first node to the last", check: "one way",
        hints: Hints(
            question: "When you come to the first node, has anybody given it a share yet?",
            concept: "Values go forward, gradients backward: only the result knows its gradient, "
                + "and all others get theirs from it.",
            step: "nodes.indices.reversed()")
    ) { nodes in
        Walk(nodes).gradients(order: Array(nodes.indices))
    },
    call.misconception(
        "all gradients are 0: the walk has nothing to begin with", check: "one way",
        hints: Hints(
            question: "How does y change if y grows by 1?",
            concept: "By 1: dy/dy = 1. Everything else is this 1, multiplied by slopes.",
            step: "gradients[nodes.count - 1] = 1 before the loop.")
    ) { nodes in
        [Double](repeating: 0, count: nodes.count)
    },
    call.misconception(
        "you begin with the value of the result, not with 1", check: "one way",
        hints: Hints(
            question: "Is dy/dy a matter of how large y is?",
            concept: "The gradient says how y changes, not what it is: dy/dy = 1 always.",
            step: "gradients[nodes.count - 1] = 1, not its value.")
    ) { nodes in
        Walk(nodes).gradients(start: nodes.last?.value ?? 0)
    },
    call.misconception(
        "each factor of a product gets its own value, not the other factor's", check: "one way",
        hints: Hints(
            question: "The area of a field is width * length. If the width grows by 1 m, by how "
                + "much does the area grow?",
            concept: "By the length: the slope for one factor is the other one.",
            step: "slopes of a product: [x[1], x[0]].")
    ) { nodes in
        changing(.product, in: nodes) { _, slopes in slopes.reversed() }
    },
    call.misconception(
        "what is subtracted counts as if it were added", check: "one way",
        hints: Hints(
            question: "y = a - b. If b grows by 1, does y grow?",
            concept: "It falls by 1: the slope for b is -1.",
            step: "slopes of a difference: [1, -1].")
    ) { nodes in
        changing(.difference, in: nodes) { _, _ in [1, 1] }
    },
    call.misconception(
        "your ReLU lets gradients pass below 0", check: "one way",
        hints: Hints(
            question: "max(x, 0) at x = -2: what changes if x becomes -1.9?",
            concept: "Nothing: below 0 the result is 0 whatever x is, so the slope is 0.",
            step: "slope of a relu: x[0] > 0 ? 1 : 0.")
    ) { nodes in
        changing(.relu, in: nodes) { _, _ in [1] }
    },
    call.misconception(
        "the slope of tanh is 1 - z * z with what came out, not with what went in",
        check: "one way",
        hints: Hints(
            question: "Can the slope of tanh be negative? What is yours for x = 2?",
            concept: "z = tanh(x) lies between -1 and 1, so 1 - z * z is never negative. The node "
                + "keeps z already.",
            step: "1 - node.value * node.value.")
    ) { nodes in
        changing(.hyperbolicTangent, in: nodes) { node, _ in
            let x = nodes[node.operands[0]].value
            return [1 - x * x]
        }
    },
    call.misconception(
        "you add slopes along a way, and do not multiply them", check: "one way",
        hints: Hints(
            question: "The first gear turns the second twice as fast, that the third three times. "
                + "How fast is the third?",
            concept: "Along one way slopes are multiplied: 2 * 3 = 6. Shares of different ways are "
                + "added.",
            step: "gradients[operand] += gradients[index] * slope.")
    ) { nodes in
        let walk = Walk(nodes)
        var gradients = [Double](repeating: 0, count: nodes.count)
        gradients[nodes.count - 1] = 1
        for index in nodes.indices.reversed() {
            for (operand, slope) in zip(nodes[index].operands, walk.slopes(of: nodes[index])) {
                gradients[operand] += gradients[index] + slope
            }
        }
        return gradients
    },
    call.misconception(
        "every node that nobody uses counts as a result", check: "not reached",
        hints: Hints(
            question: "A number was computed and never used. Does the last node depend on it?",
            concept: "No: its gradient is 0, and so is what it would hand on.",
            step: "Set only gradients[nodes.count - 1] to 1.")
    ) { nodes in
        let used = Set(nodes.flatMap(\.operands))
        return Walk(nodes).gradients(ends: nodes.indices.filter { !used.contains($0) })
    },
]

/// The walk with other slopes of one operation.
private func changing(
    _ operation: ScalarNode.Operation, in nodes: [ScalarNode],
    _ slopes: @escaping (ScalarNode, [Double]) -> [Double]
) -> [Double] {
    Walk(nodes) { node, right in node.operation == operation ? slopes(node, right) : right }
        .gradients()
}

/// A walk from the end of a graph to its beginning, any part of which can be done wrongly.
private struct Walk {
    private let nodes: [ScalarNode]
    private let change: (ScalarNode, [Double]) -> [Double]

    init(
        _ nodes: [ScalarNode],
        change: @escaping (ScalarNode, [Double]) -> [Double] = { $1 }
    ) {
        self.nodes = nodes
        self.change = change
    }

    func slopes(of node: ScalarNode) -> [Double] {
        let x = node.operands.map { nodes[$0].value }
        let slopes: [Double] =
            switch node.operation {
            case .input: []
            case .sum: [1, 1]
            case .difference: [1, -1]
            case .product: [x[1], x[0]]
            case .relu: [x[0] > 0 ? 1 : 0]
            case .hyperbolicTangent: [1 - tanh(x[0]) * tanh(x[0])]
            }
        return change(node, slopes)
    }

    func gradients(
        start: Double = 1, ends: [Int]? = nil, order: [Int]? = nil,
        receive: (inout [Double], _ operand: Int, _ share: Double) -> Void = { $0[$1] += $2 }
    ) -> [Double] {
        var gradients = [Double](repeating: 0, count: nodes.count)
        for end in ends ?? [nodes.count - 1] { gradients[end] = start }
        for index in order ?? nodes.indices.reversed() {
            for (operand, slope) in zip(nodes[index].operands, slopes(of: nodes[index])) {
                receive(&gradients, operand, gradients[index] * slope)
            }
        }
        return gradients
    }
}
