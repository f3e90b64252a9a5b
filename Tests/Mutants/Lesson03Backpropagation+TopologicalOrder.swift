import Curriculum
import Solutions

extension BackpropagationMutants {
    /// A node is written down when it is reached, before its operands.
    public enum PreOrder: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            var order: [Int] = []
            func visit(_ node: Int) {
                if order.contains(node) { return }
                order.append(node)
                operands[node].forEach(visit)
            }
            visit(result)
            return order
        }
    }

    /// The nodes as they are numbered.
    public enum AsNumbered: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            try BackpropagationSolution.topologicalOrder(of: operands, from: result).sorted()
        }
    }

    /// Ring by ring around the result, turned round.
    public enum RingByRing: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            var found = [result]
            var position = 0
            while position < found.count {
                for operand in operands[found[position]] where !found.contains(operand) {
                    found.append(operand)
                }
                position += 1
            }
            return found.reversed()
        }
    }

    /// The result first.
    public enum ResultFirst: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            try BackpropagationSolution.topologicalOrder(of: operands, from: result).reversed()
        }
    }

    /// A node that is used twice is visited twice.
    public enum VisitedForEachUse: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            var order: [Int] = []
            func visit(_ node: Int) {
                operands[node].forEach(visit)
                order.append(node)
            }
            visit(result)
            return order
        }
    }

    /// All nodes, needed or not.
    public enum AllNodes: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            let order = try BackpropagationSolution.topologicalOrder(of: operands, from: result)
            return try operands.indices.reduce(into: order) { all, node in
                all += try BackpropagationSolution.topologicalOrder(of: operands, from: node)
                    .filter { !all.contains($0) }
            }
        }
    }

    /// Only the first operand of each node is followed.
    public enum FirstOperandOnly: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            try BackpropagationSolution.topologicalOrder(
                of: operands.map { Array($0.prefix(1)) }, from: result)
        }
    }

    /// The result itself is left out.
    public enum ResultLeftOut: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            try BackpropagationSolution.topologicalOrder(of: operands, from: result).dropLast()
        }
    }
}

extension BackpropagationAlternatives {
    /// Takes whatever waits for nobody any more, as often as there is something (Kahn 1962).
    public enum NobodyToWaitFor: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            var waiting = Set(
                try BackpropagationSolution.topologicalOrder(of: operands, from: result))
            var order: [Int] = []
            while !waiting.isEmpty {
                let ready = waiting.filter { waiting.isDisjoint(with: operands[$0]) }.sorted()
                order += ready
                waiting.subtract(ready)
            }
            return order
        }
    }

    /// Follows the last operand first.
    public enum LastOperandFirst: BackpropagationMutant {
        /// The answer.
        public static func topologicalOrder(
            of operands: [[Int]], from result: Int
        ) throws -> [Int] {
            try BackpropagationSolution.topologicalOrder(
                of: operands.map { $0.reversed() }, from: result)
        }
    }
}
