import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TensorsGraders {
    static let broadcastShape = ExerciseGrader(
        "broadcastShape",
        checks: [
            Check(
                "aligned at the last axis", "shapes of different rank are aligned at their end",
                inputs: alignedInputs, comparing: compareShapes),
            Check(
                "stretched", "a length of 1 takes the other's length, whatever that is",
                inputs: stretchedInputs, comparing: compareShapes),
            Check(
                "do not fit", "nil where two lengths differ and neither is 1",
                inputs: misfits, comparing: compareShapes),
        ],
        misconceptions: broadcastMisconceptions,
        alternatives: [answer(TensorsAlternatives.FromTheLastAxis.self)],
        hints: Hints(
            question: "Write [16, 32, 32, 3] and [3] below each other, aligned at the right. What "
                + "would you write in the gaps?",
            concept: "Put ones in front of the shorter shape until both have the same number of "
                + "axes. Then compare pair by pair: equal, or one of them 1, or nil.",
            step: "[Int](repeating: 1, count: rank - a.count) + a fills a up; zip(left, right) "
                + "gives the pairs. [4, 1] and [3]: (4, 1) gives 4, (1, 3) gives 3: [4, 3]."))

    private static let broadcastMisconceptions = [
        Misconception(
            "you align the shapes at their first axis",
            mutant: answer(TensorsMutants.AlignedAtTheFirstAxis.self),
            check: "aligned at the last axis",
            hints: Hints(
                question: "An image has the axes [height, width, channel], three numbers belong "
                    + "to the channels. With which axis should they meet?",
                concept: "Broadcasting aligns at the last axis. A batch has its new axis in front, "
                    + "so what fits an image fits the batch too.",
                step: "[4, 1, 1] and [4] give [4, 1, 4]: the 4 meets the last axis. Put the ones "
                    + "in front of the shorter shape, not behind.")),
        Misconception(
            "shapes with different numbers of axes never fit for you",
            mutant: answer(TensorsMutants.SameNumberOfAxes.self),
            check: "aligned at the last axis",
            hints: Hints(
                question: "How do you add one number to a whole image? What is its shape?",
                concept: "A missing axis counts as one of length 1.",
                step: "[2, 3] and [3]: read [3] as [1, 3] and compare again.")),
        Misconception(
            "the axes that the shorter shape lacks are missing in your result",
            mutant: answer(TensorsMutants.MissingAxesDropped.self),
            check: "aligned at the last axis",
            hints: Hints(
                question: "How many axes does the sum of a batch and a bias have?",
                concept: "zip stops where the shorter one ends. The result has as many axes as "
                    + "the longer shape.",
                step: "Fill the shorter shape up before you zip: max(a.count, b.count) axes.")),
        Misconception(
            "only the second shape is stretched",
            mutant: answer(TensorsMutants.OnlySecondIsStretched.self), check: "stretched",
            hints: Hints(
                question: "Is a + b of the same shape as b + a?",
                concept: "Both tensors may be repeated, each along its own axes: a column [4, 1] "
                    + "and a row [1, 3] make a table [4, 3].",
                step: "Ask for a length of 1 on both sides: left == 1 || right == 1.")),
        Misconception(
            "the larger length counts for you, also where the other is 0",
            mutant: answer(TensorsMutants.LargerLengthOfTwo.self), check: "stretched",
            hints: Hints(
                question: "An empty batch, [0, 3], plus [1, 3]: how many images come out?",
                concept: "A length of 1 takes the *other* length, and that may be 0: what is "
                    + "repeated no times is empty.",
                step: "Write left == 1 ? right : left in place of max(left, right).")),
        Misconception(
            "any two shapes fit for you",
            mutant: answer(TensorsMutants.EverythingFits.self), check: "do not fit",
            hints: Hints(
                question: "Three numbers meet four. Which one meets the fourth?",
                concept: "If lengths differ and none is 1, nobody knows what is meant: better no "
                    + "answer than a wrong one.",
                step: "Return nil as soon as a pair is neither equal nor has a 1.")),
        Misconception(
            "a length fits its multiples for you",
            mutant: answer(TensorsMutants.MultiplesFit.self), check: "do not fit",
            hints: Hints(
                question: "Is [6] + [3] the same as [6] + [3, 3] side by side?",
                concept: "Only a single number is repeated along an axis, never a group like a "
                    + "tile: what is repeated has length 1.",
                step: "(6, 3): neither equal, nor is one of them 1: nil. Do not ask for a "
                    + "remainder.")),
        Misconception(
            "you return an empty shape where there is none",
            mutant: answer(TensorsMutants.EmptyForNil.self), check: "do not fit",
            hints: Hints(
                question: "Which tensor has the shape []?",
                concept: "[] is the shape of a single number, a good answer to [] and []. That "
                    + "there is no shape, only nil can say.",
                step: "return nil, which the type [Int]? allows.")),
    ]

    /// Shapes of different rank that fit; the first also fits, to another shape, at the other end.
    @Sendable private static func alignedInputs(
        _ generator: inout SeededGenerator
    ) -> [BroadcastShapeInputs] {
        let shape = lengths(4, &generator)
        let batch = BroadcastShapeInputs(a: shape, b: [shape[3]])
        let single = BroadcastShapeInputs(a: [shape[0], 1, 1], b: [shape[0]])
        let square = BroadcastShapeInputs(a: [shape[1]], b: [shape[1], 1])
        let number = BroadcastShapeInputs(a: [], b: Array(shape.prefix(2)))
        return [single, batch, square, number]
    }

    private static func stretchedInputs(
        _ generator: inout SeededGenerator
    ) -> [BroadcastShapeInputs] {
        let shape = lengths(3, &generator)
        return [
            BroadcastShapeInputs(a: [shape[0], 1], b: [1, shape[1]]),
            BroadcastShapeInputs(a: [1, shape[1], shape[2]], b: [shape[0], 1, shape[2]]),
            BroadcastShapeInputs(a: shape, b: shape),
            BroadcastShapeInputs(a: [0, shape[0]], b: [1, shape[0]]),
            BroadcastShapeInputs(a: [1, 1, 1], b: [shape[1], 0, 1]),
        ]
    }

    private static func misfits(_ generator: inout SeededGenerator) -> [BroadcastShapeInputs] {
        let shape = lengths(3, &generator)
        let side = 2 + generator.index(below: 3)
        return [
            BroadcastShapeInputs(a: [shape[0], shape[1]], b: [shape[0], shape[2]]),
            BroadcastShapeInputs(a: [2 * side], b: [side]),
            BroadcastShapeInputs(a: [shape[0], 1, 3 * side], b: [shape[0], shape[1], side]),
            // One that fits, or nil would always be right.
            BroadcastShapeInputs(a: shape, b: [1, shape[1], 1]),
        ]
    }

    private static func compareShapes(
        _ inputs: BroadcastShapeInputs, _ expected: [Int]?, _ got: [Int]?
    ) -> Verdict {
        if expected == got { return .right }
        func words(_ shape: [Int]?) -> String { shape.map { "\($0)" } ?? "nil" }
        return .wrong(
            "\(inputs.a) and \(inputs.b): expected \(words(expected)), got \(words(got))")
    }
}
