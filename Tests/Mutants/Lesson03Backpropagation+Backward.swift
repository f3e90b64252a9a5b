import Curriculum
import Foundation
import Solutions

extension BackpropagationMutants {
    /// The last share that a node receives overwrites those before it.
    public enum Overwritten: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            Walk(nodes).gradients { gradients, operand, share in gradients[operand] = share }
        }
    }

    /// Each use of a node hands on all that the node has received up to then.
    public enum HandedOnAtEachUse: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
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
        }
    }

    /// A node that an operation takes twice receives one share of it.
    public enum SameOperandOnce: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            let walk = Walk(nodes) { node, slopes in
                node.operands.count == 2 && node.operands[0] == node.operands[1]
                    ? [slopes[0], 0] : slopes
            }
            return walk.gradients()
        }
    }

    /// From the first node to the last.
    public enum FromTheBeginning: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            Walk(nodes).gradients(order: Array(nodes.indices))
        }
    }

    /// Nobody tells the result that it moves with itself.
    public enum NothingToBeginWith: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            [Double](repeating: 0, count: nodes.count)
        }
    }

    /// The walk begins with the value of the result, not with 1.
    public enum BeginsWithTheValue: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            Walk(nodes).gradients(start: nodes.last?.value ?? 0)
        }
    }

    /// Each factor of a product is multiplied with itself, not with the other.
    public enum OwnFactor: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            changing(.product, in: nodes) { _, slopes in slopes.reversed() }
        }
    }

    /// What is subtracted counts as if it were added.
    public enum SubtractedAdded: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            changing(.difference, in: nodes) { _, _ in [1, 1] }
        }
    }

    /// A ReLU passes everything on.
    public enum ReluAlwaysOpen: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            changing(.relu, in: nodes) { _, _ in [1] }
        }
    }

    /// The slope of tanh from what went in, not from what came out.
    public enum SlopeFromTheInput: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            changing(.hyperbolicTangent, in: nodes) { node, _ in
                let x = nodes[node.operands[0]].value
                return [1 - x * x]
            }
        }
    }

    /// Slopes are added along the way, not multiplied.
    public enum SlopesAdded: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            let walk = Walk(nodes)
            var gradients = [Double](repeating: 0, count: nodes.count)
            gradients[nodes.count - 1] = 1
            for index in nodes.indices.reversed() {
                for (operand, slope) in zip(nodes[index].operands, walk.slopes(of: nodes[index])) {
                    gradients[operand] += gradients[index] + slope
                }
            }
            return gradients
        }
    }

    /// Every node that nobody uses counts as a result.
    public enum EveryEndIsAResult: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
            let used = Set(nodes.flatMap(\.operands))
            return Walk(nodes).gradients(ends: nodes.indices.filter { !used.contains($0) })
        }
    }

    private static func changing(
        _ operation: ScalarNode.Operation, in nodes: [ScalarNode],
        _ slopes: @escaping (ScalarNode, [Double]) -> [Double]
    ) -> [Double] {
        Walk(nodes) { node, right in node.operation == operation ? slopes(node, right) : right }
            .gradients()
    }
}

extension BackpropagationAlternatives {
    /// Asks each node for its gradient, and the nodes that use it for theirs; nothing is handed on.
    public enum AskingThoseWhoUse: BackpropagationMutant {
        /// The answer.
        public static func backward(through nodes: [ScalarNode]) throws -> [Double] {
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
    }
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
