import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TensorsCalls.broadcastShape

extension TensorsGraders {
    static let broadcastShape = ExerciseGrader(
        call,
        checks: [
            call.check(
                "aligned at the last axis", "shapes of different rank are aligned at their end",
                inputs: aligned, comparing: compareShapes),
            call.check(
                "stretched", "a length of 1 takes the other's length, whatever that is",
                inputs: stretched, comparing: compareShapes),
            call.check(
                "do not fit", "nil where two lengths differ and neither is 1",
                inputs: misfits, comparing: compareShapes),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from the last axis to the first, with what is missing taken as 1") {
                a, b in
                var common: [Int] = []
                for back in 1..<max(a.count, b.count) + 1 {
                    let left = back <= a.count ? a[a.count - back] : 1
                    let right = back <= b.count ? b[b.count - back] : 1
                    if left != right && left != 1 && right != 1 { return nil }
                    common.insert(left == 1 ? right : left, at: 0)
                }
                return common
            }
        ],
        hints: Hints(
            question: "Write [16, 32, 32, 3] and [3] below each other, aligned at the right. What "
                + "would you write in the gaps?",
            concept: "Put ones in front of the shorter shape until both have the same number of "
                + "axes. Then compare pair by pair: equal, or one of them 1, or nil.",
            step: "[Int](repeating: 1, count: rank - a.count) + a fills a up; zip(left, right) "
                + "gives the pairs. [4, 1] and [3]: (4, 1) gives 4, (1, 3) gives 3: [4, 3]."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "you align the shapes at their first axis", check: "aligned at the last axis",
            hints: Hints(
                question: "An image has the axes [height, width, channel], three numbers belong "
                    + "to the channels. With which axis should they meet?",
                concept: "Broadcasting aligns at the last axis. A batch has its new axis in front, "
                    + "so what fits an image fits the batch too.",
                step: "[4, 1, 1] and [4] give [4, 1, 4]: the 4 meets the last axis. Put the ones "
                    + "in front of the shorter shape, not behind.")
        ) { a, b in
            let common = try TensorsSolution.broadcastShape(a.reversed(), b.reversed())
            return common.map { $0.reversed() }
        },
        call.misconception(
            "shapes with different numbers of axes never fit for you",
            check: "aligned at the last axis",
            hints: Hints(
                question: "How do you add one number to a whole image? What is its shape?",
                concept: "A missing axis counts as one of length 1.",
                step: "[2, 3] and [3]: read [3] as [1, 3] and compare again.")
        ) { a, b in
            a.count == b.count ? try TensorsSolution.broadcastShape(a, b) : nil
        },
        call.misconception(
            "the axes that the shorter shape lacks are missing in your result",
            check: "aligned at the last axis",
            hints: Hints(
                question: "How many axes does the sum of a batch and a bias have?",
                concept: "zip stops where the shorter one ends. The result has as many axes as "
                    + "the longer shape.",
                step: "Fill the shorter shape up before you zip: max(a.count, b.count) axes.")
        ) { a, b in
            let rank = min(a.count, b.count)
            return try TensorsSolution.broadcastShape(a.suffix(rank), b.suffix(rank))
        },
        call.misconception(
            "only the second shape is stretched", check: "stretched",
            hints: Hints(
                question: "Is a + b of the same shape as b + a?",
                concept: "Both tensors may be repeated, each along its own axes: a column [4, 1] "
                    + "and a row [1, 3] make a table [4, 3].",
                step: "Ask for a length of 1 on both sides: left == 1 || right == 1.")
        ) { a, b in
            let common = try TensorsSolution.broadcastShape(a, b)
            let left = [Int](repeating: 1, count: max(0, b.count - a.count)) + a
            return common == left ? common : nil
        },
        call.misconception(
            "the larger length counts for you, also where the other is 0", check: "stretched",
            hints: Hints(
                question: "An empty batch, [0, 3], plus [1, 3]: how many images come out?",
                concept: "A length of 1 takes the *other* length, and that may be 0: what is "
                    + "repeated no times is empty.",
                step: "Write left == 1 ? right : left in place of max(left, right).")
        ) { a, b in
            guard try TensorsSolution.broadcastShape(a, b) != nil else { return nil }
            return larger(a, b)
        },
        call.misconception(
            "any two shapes fit for you", check: "do not fit",
            hints: Hints(
                question: "Three numbers meet four. Which one meets the fourth?",
                concept: "If lengths differ and none is 1, nobody knows what is meant: better no "
                    + "answer than a wrong one.",
                step: "Return nil as soon as a pair is neither equal nor has a 1.")
        ) { a, b in
            try TensorsSolution.broadcastShape(a, b) ?? larger(a, b)
        },
        call.misconception(
            "a length fits its multiples for you", check: "do not fit",
            hints: Hints(
                question: "Is [6] + [3] the same as [6] + [3, 3] side by side?",
                concept: "Only a single number is repeated along an axis, never a group like a "
                    + "tile: what is repeated has length 1.",
                step: "(6, 3): neither equal, nor is one of them 1: nil. Do not ask for a "
                    + "remainder.")
        ) { a, b in
            if let common = try TensorsSolution.broadcastShape(a, b) { return common }
            let areMultiples = pairs(a, b).allSatisfy { max($0, $1) % max(1, min($0, $1)) == 0 }
            return areMultiples ? larger(a, b) : nil
        },
        call.misconception(
            "you return an empty shape where there is none", check: "do not fit",
            hints: Hints(
                question: "Which tensor has the shape []?",
                concept: "[] is the shape of a single number, a good answer to [] and []. That "
                    + "there is no shape, only nil can say.",
                step: "return nil, which the type [Int]? allows.")
        ) { a, b in
            try TensorsSolution.broadcastShape(a, b) ?? []
        },
    ]

    /// Shapes of different rank that fit; the first also fits, to another shape, at the other end.
    private static func aligned(
        _ generator: inout SeededGenerator
    ) -> [([Int], [Int])] {
        let shape = lengths(4, &generator)
        return [
            ([shape[0], 1, 1], [shape[0]]),
            (shape, [shape[3]]),
            ([shape[1]], [shape[1], 1]),
            ([], Array(shape.prefix(2))),
            ([], []),
        ]
    }

    private static func stretched(
        _ generator: inout SeededGenerator
    ) -> [([Int], [Int])] {
        let shape = lengths(3, &generator)
        return [
            ([shape[0], 1], [1, shape[1]]),
            ([1, shape[1], shape[2]], [shape[0], 1, shape[2]]),
            (shape, shape),
            ([0, shape[0]], [1, shape[0]]),
            ([1, 1, 1], [shape[1], 0, 1]),
        ]
    }

    private static func misfits(_ generator: inout SeededGenerator) -> [([Int], [Int])] {
        let shape = lengths(3, &generator)
        let side = 2 + generator.index(below: 3)
        // None of these is a multiple of another.
        let unlike = generator.shuffled([3, 4, 5, 7])
        return [
            ([shape[0], unlike[0]], [shape[0], unlike[1]]),
            ([2 * side], [side]),
            ([0], [side]),
            ([shape[0], 1, 3 * side], [shape[0], shape[1], side]),
            // One that fits, or nil would always be right.
            (shape, [1, shape[1], 1]),
        ]
    }

    private static func compareShapes(
        _ expected: [Int]?, _ got: [Int]?, _ a: [Int], _ b: [Int]
    ) -> Verdict {
        if expected == got { return .right }
        func words(_ shape: [Int]?) -> String { shape.map { "\($0)" } ?? "nil" }
        return .wrong("\(a) and \(b): expected \(words(expected)), got \(words(got))")
    }
}

/// The lengths that stand below each other, aligned at the last axis.
private func pairs(_ a: [Int], _ b: [Int]) -> [(Int, Int)] {
    func padded(_ shape: [Int]) -> [Int] {
        [Int](repeating: 1, count: max(a.count, b.count) - shape.count) + shape
    }
    return Array(zip(padded(a), padded(b)))
}

private func larger(_ a: [Int], _ b: [Int]) -> [Int] { pairs(a, b).map { max($0, $1) } }
