import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = BackpropagationCalls.topologicalOrder

extension BackpropagationGraders {
    static let topologicalOrder = ExerciseGrader(
        call,
        checks: [
            call.check(
                "operands first", "each node stands after all of its operands",
                inputs: { generator in
                    [tangled(&generator), tangled(&generator), (operands: [[]], result: 0)]
                },
                comparing: compareOrders),
            call.check(
                "each once", "a node that is used twice stands there once",
                inputs: { generator in [tangled(&generator), ladder(&generator)] },
                comparing: compareCounts),
            call.check(
                "used nodes", "all that the result depends on, and nothing else",
                inputs: { generator in [tangled(unused: 3, &generator)] },
                comparing: compareMembers),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer(
                "takes whatever waits for nobody any more, again and again (Kahn 1962)"
            ) { operands, result in
                var waiting = Set(
                    try BackpropagationSolution.topologicalOrder(of: operands, from: result))
                var order: [Int] = []
                while !waiting.isEmpty {
                    let ready = waiting.filter { waiting.isDisjoint(with: operands[$0]) }.sorted()
                    order += ready
                    waiting.subtract(ready)
                }
                return order
            },
            call.answer("follows the last operand first") { operands, result in
                try BackpropagationSolution.topologicalOrder(
                    of: operands.map { $0.reversed() }, from: result)
            },
        ],
        hints: Hints(
            question: "When may a node be written down: when you come to it, or when all that it "
                + "was computed from stands there already?",
            concept: "Walk in depth: to visit a node, visit its operands first, then write the "
                + "node down. Remember which nodes were visited, so that none is visited twice.",
            step: "A function visit(node) inside yours: if isSeen[node] return; isSeen[node] = "
                + "true; for each operand visit(operand); order.append(node). Then call "
                + "visit(result). For [[1, 2], [], [1]] from 0 it writes 1, 2, 0."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you write a node down before its operands", check: "operands first",
            hints: Hints(
                question: "Your list begins with the result. Could it have been computed first?",
                concept: "There are two moments in a walk in depth: before the operands "
                    + "(pre-order) and after them (post-order). Only after them is everything "
                    + "there that the node needs. Turned round, a pre-order is no topological "
                    + "order either: a node that is used early and late stands in the wrong place.",
                step: "Move order.append(node) behind the loop over the operands.")
        ) { operands, result in
            var order: [Int] = []
            func visit(_ node: Int) {
                if order.contains(node) { return }
                order.append(node)
                operands[node].forEach(visit)
            }
            visit(result)
            return order
        },
        call.misconception(
            "you list the nodes by their numbers", check: "operands first",
            hints: Hints(
                question: "Do the numbers of the nodes tell anything about who needs whom?",
                concept: "A number is a name. In this graph node 0 may be the last to be computed.",
                step: "Follow operands[result], and their operands, and so on.")
        ) { operands, result in
            try BackpropagationSolution.topologicalOrder(of: operands, from: result).sorted()
        },
        call.misconception(
            "you walk ring by ring and turn the list round", check: "operands first",
            hints: Hints(
                question: "The result uses a directly, and also b, which uses a. In which ring "
                    + "does a lie, and when does b need it?",
                concept: "A walk in breadth sorts by the shortest way to the result. What counts "
                    + "is the longest: a node must wait for the last of those who use it.",
                step: "Walk in depth: visit(operand) for each operand, then append the node.")
        ) { operands, result in
            var found = [result]
            var position = 0
            while position < found.count {
                for operand in operands[found[position]] where !found.contains(operand) {
                    found.append(operand)
                }
                position += 1
            }
            return found.reversed()
        },
        call.misconception(
            "your list begins with the result: it is turned round", check: "operands first",
            hints: Hints(
                question: "Which node can be computed first?",
                concept: "This is the order in which gradients are computed later, from the result "
                    + "to the inputs. Asked for here is the order of the values.",
                step: "Leave out reversed(), or use append where you insert at 0.")
        ) { operands, result in
            try BackpropagationSolution.topologicalOrder(of: operands, from: result).reversed()
        },
        call.misconception(
            "a node that is used twice stands twice in your list", check: "each once",
            hints: Hints(
                question: "How many ways lead from the result to the first input, if each of 50 "
                    + "nodes uses the one before twice?",
                concept: "Two to the power of 50: a walk without memory never ends. And a node "
                    + "that stands there twice would hand its gradient on twice.",
                step: "Keep a list of what was visited: if isSeen[node] { return }.")
        ) { operands, result in
            var order: [Int] = []
            func visit(_ node: Int) {
                // Without this limit it would never end.
                if order.count > 10_000 { return }
                operands[node].forEach(visit)
                order.append(node)
            }
            visit(result)
            return order
        },
        call.misconception(
            "your list holds nodes that the result does not need", check: "used nodes",
            hints: Hints(
                question: "A number was computed and never used. What gradient will it have?",
                concept: "Only what the result depends on can move it. The walk begins at the "
                    + "result, and what it does not reach is not needed.",
                step: "Call visit(result), not visit for every node.")
        ) { operands, result in
            let order = try BackpropagationSolution.topologicalOrder(of: operands, from: result)
            return try operands.indices.reduce(into: order) { all, node in
                all += try BackpropagationSolution.topologicalOrder(of: operands, from: node)
                    .filter { !all.contains($0) }
            }
        },
        call.misconception(
            "you begin a walk at every node, and what the result does not need comes before it",
            check: "used nodes",
            hints: Hints(
                question: "Which nodes have you visited when you come to the result: only those "
                    + "that it needs?",
                concept: "A node that was computed beside the result may have a smaller number. "
                    + "What stands before the result in a list of all is not what it depends on.",
                step: "Call visit(result), and nothing else.")
        ) { operands, result in
            var order: [Int] = []
            for node in operands.indices where order.last != result {
                order += try BackpropagationSolution.topologicalOrder(of: operands, from: node)
                    .filter { !order.contains($0) }
                if let end = order.firstIndex(of: result) { order.removeSubrange((end + 1)...) }
            }
            return order
        },
        call.misconception(
            "you follow only the first operand of each node", check: "used nodes",
            hints: Hints(
                question: "From how many numbers is a product computed?",
                concept: "A graph is no chain: a node has a list of operands, and needs all.",
                step: "for operand in operands[node] { visit(operand) }"),
            isAmbiguous: true
        ) { operands, result in
            try BackpropagationSolution.topologicalOrder(
                of: operands.map { Array($0.prefix(1)) }, from: result)
        },
        call.misconception(
            "the result itself is missing", check: "used nodes",
            hints: Hints(
                question: "Where does the walk back begin?",
                concept: "At the result: it is a node like the others, and the last of the list.",
                step: "visit(result) appends it after its operands.")
        ) { operands, result in
            try BackpropagationSolution.topologicalOrder(of: operands, from: result).dropLast()
        },
    ]

    /// Whether each operand that stands in the list stands before its node.
    private static func compareOrders(
        _ expected: [Int], _ got: [Int], _ operands: [[Int]], _ result: Int
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(operands, got) { return .wrong(fault) }
        if got.last != result {
            return .wrong("\(got): the last node is not the result, \(result)")
        }
        for (position, node) in got.enumerated() {
            for operand in operands[node] {
                guard let place = got.firstIndex(of: operand), place >= position else { continue }
                return .wrong(
                    "\(got): node \(node) is computed from \(operand), which stands behind it")
            }
        }
        // The order of a wrong answer is no reason to call a right one wrong, nor the reverse.
        return isInOrder(operands, expected) ? .right : .wrong("the order is another one")
    }

    private static func isInOrder(_ operands: [[Int]], _ list: [Int]) -> Bool {
        list.enumerated().allSatisfy { position, node in
            !operands.indices.contains(node)
                || operands[node].allSatisfy { list.firstIndex(of: $0) ?? -1 < position }
        }
    }

    private static func compareCounts(
        _ expected: [Int], _ got: [Int], _ operands: [[Int]], _ result: Int
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(operands, got) { return .wrong(fault) }
        if got.isEmpty { return .wrong("the list is empty") }
        let twice = repeated(got)
        if twice == repeated(expected) { return .right }
        guard let first = twice.first else { return .wrong("no node stands there twice") }
        return .wrong(
            "\(got.count) nodes: node \(first) stands there \(got.count { $0 == first }) times")
    }

    private static func repeated(_ list: [Int]) -> [Int] {
        Set(list).sorted().filter { node in list.count { $0 == node } > 1 }
    }

    private static func compareMembers(
        _ expected: [Int], _ got: [Int], _ operands: [[Int]], _ result: Int
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(operands, got) { return .wrong(fault) }
        let missing = Set(expected).subtracting(got).sorted()
        let extra = Set(got).subtracting(expected).sorted()
        if missing.isEmpty && extra.isEmpty { return .right }
        return .wrong(
            [
                missing.isEmpty ? nil : "missing: \(missing)",
                extra.isEmpty ? nil : "the result \(result) does not need: \(extra)",
            ].compactMap(\.self).joined(separator: "; "))
    }

    private static func fault(_ operands: [[Int]], _ got: [Int]) -> String? {
        got.first { !operands.indices.contains($0) }.map {
            "there is no node \($0): \(operands.count) nodes are numbered from 0"
        }
    }

    /// Each node uses the one before twice: 2^40 ways lead from the result to the input.
    private static func ladder(
        _ generator: inout SeededGenerator
    ) -> (operands: [[Int]], result: Int) {
        let count = 40 + generator.index(below: 5)
        return (operands: [[]] + (0..<count).map { [$0, $0] }, result: count)
    }

    /// A graph with short and long ways to the same node, nodes that are used twice, and some that
    /// are not used; its nodes are numbered at random.
    private static func tangled(
        unused: Int = 0, _ generator: inout SeededGenerator
    ) -> (operands: [[Int]], result: Int) {
        // Two inputs, then each node uses the one before it and any earlier one; two of them use
        // one operand, or three.
        var operands: [[Int]] = [[], []]
        for node in 2..<8 + generator.index(below: 5) {
            operands.append([generator.index(below: node - 1), node - 1])
        }
        operands[5].removeFirst()
        operands[6].append(3)
        // The result uses the first computed node directly: the short way. The chain is the long.
        operands.append([2, operands.count - 1])
        let result = operands.count - 1
        // Some were computed from the result; the last two from what it was computed from too.
        for _ in 0..<unused {
            operands.append([generator.index(below: result), operands.count - 1])
        }
        let beside = unused == 0 ? [] : [operands.count, operands.count + 1]
        operands += beside.map { _ in [1, 0] }
        // One of them is used, by a node that nobody needs either.
        if let used = beside.first { operands.append([used, 0]) }
        var numbers = generator.shuffled(Array(operands.indices))
        // Who goes through all nodes meets one of them before the result, from whichever end.
        for (node, number) in zip(beside, [0, operands.count - 1]) {
            guard let holder = numbers.firstIndex(of: number) else { continue }
            numbers.swapAt(node, holder)
        }
        var shuffled = operands
        for (node, own) in operands.enumerated() {
            shuffled[numbers[node]] = own.map { numbers[$0] }
        }
        return (operands: shuffled, result: numbers[result])
    }
}
