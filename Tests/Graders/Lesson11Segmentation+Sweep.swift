import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = SegmentationCalls.bidirectionalSweep

extension SegmentationGraders {
    static let bidirectionalSweep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "forwards", "from left to right each pixel knows those before it",
                inputs: { generator in [sweep([1, 1, 5, 1], &generator)] },
                comparing: { expected, got, images, _, _ in
                    compareHalves(expected, got, channels: images.shape[3], isForward: true)
                }),
            call.check(
                "backwards", "from right to left each pixel knows those behind it",
                inputs: { generator in [sweep([1, 1, 4, 2], &generator)] },
                comparing: { expected, got, images, _, _ in
                    compareHalves(expected, got, channels: images.shape[3], isForward: false)
                }),
            call.check(
                "columns", "axis 1 reads from top to bottom and back",
                inputs: { generator in [sweep([1, 4, 3, 1], axis: 1, &generator)] },
                compare: compare),
            call.check(
                "fresh start", "each line of each image begins with a state of 0",
                inputs: { generator in
                    [
                        sweep([2, 3, 4, 1], &generator),
                        sweep([3, 2, 2, 2], axis: 1, &generator),
                        // Lines of one pixel, numbers below 0, a memory that keeps nothing, or all.
                        sweep([2, 1, 3, 2], axis: 1, from: -1, decay: 0, &generator),
                        sweep([1, 2, 4, 1], from: -1, decay: 1, &generator),
                    ]
                }, compare: compare),
        ],
        misconceptions: sweepMisconceptions,
        alternatives: [
            call.answer("position after position, all lines of all images at once") {
                images, axis, decay in
                func read(_ images: Tensor<Double>) -> Tensor<Double> {
                    var states: [Tensor<Double>] = []
                    for step in 0..<images.shape[axis] {
                        let pixels = images.slice(step..<step + 1, axis: axis)
                        states.append((states.last.map { $0 * decay + pixels }) ?? pixels)
                    }
                    return .concatenated(states, axis: axis)
                }
                return .concatenated(
                    [read(images), read(images.reversed(axis: axis)).reversed(axis: axis)], axis: 3)
            }
        ],
        hints: Hints(
            question: "Which pixels form one line, and where does each of the two readers begin?",
            concept: "A line is one row of one image (axis 2) or one column of one image (axis 1). "
                + "For each line and each channel two walks: one from the first pixel, one from "
                + "the last. Each writes its state at the pixel where it stands.",
            step: "Inside the loops over images, lines and channels: var state = 0.0; for x in "
                + "0..<width { state = decay * state + images[b, y, x, c]; output[b, y, x, c] = "
                + "state }. Then the same for x in (0..<width).reversed(), into channel channels + "
                + "c."))

    private static let sweepMisconceptions = [
        call.misconception(
            "the memory fades before the pixel is read, and takes the pixel with it",
            check: "forwards",
            hints: Hints(
                question: "The first pixel is 1: what is the state there?",
                concept: "1: only the memory fades, the pixel counts fully.",
                step: "decay * state + pixel, not decay * (state + pixel).")
        ) { images, axis, decay in
            try solution(images * decay, axis, decay)
        },
        call.misconception(
            "nothing is remembered", check: "forwards",
            hints: Hints(
                question: "Does your state at the third pixel depend on the first one?",
                concept: "It must: that is what a sweep is for.",
                step: "var state = 0.0 stands before the loop over the pixels of the line.")
        ) { images, axis, _ in
            .concatenated([images, images], axis: 3)
        },
        call.misconception(
            "the backward states are not turned back", check: "backwards",
            hints: Hints(
                question: "The backward reader begins at the last pixel. Where do you write what "
                    + "it knows there?",
                concept: "At the last pixel. A list of its states begins with that of the last "
                    + "pixel: put beside the forward ones, it would tell the left border what "
                    + "stands at the right.",
                step: "Write at the pixel where the reader stands, or reverse the states once "
                    + "more.")
        ) { images, axis, decay in
            let (forward, backward) = try halves(images, axis, decay)
            return .concatenated([forward, backward.reversed(axis: axis)], axis: 3)
        },
        call.misconception(
            "both readers go forwards", check: "backwards",
            hints: Hints(
                question: "What does your second reader know at the first pixel?",
                concept: "It should know the whole line: it comes from the other end.",
                step: "for x in (0..<width).reversed(), with a state that begins at 0 again.")
        ) { images, axis, decay in
            let (forward, _) = try halves(images, axis, decay)
            return .concatenated([forward, forward], axis: 3)
        },
        call.misconception(
            "the backward reader goes on with the state of the forward one", check: "backwards",
            hints: Hints(
                question: "With what state does the second reader begin at the last pixel?",
                concept: "With 0. It is another reader, not the same one on its way home.",
                step: "state = 0 before the second walk.")
        ) { images, axis, decay in
            let (forward, backward) = try halves(images, axis, decay)
            let length = images.shape[axis]
            let carried = forward.slice(length - 1..<length, axis: axis)
            let parts = (0..<length).map { step in
                backward.slice(step..<step + 1, axis: axis)
                    + carried * power(decay, length - step)
            }
            return .concatenated([forward, .concatenated(parts, axis: axis)], axis: 3)
        },
        call.misconception(
            "both readers are added, not put side by side", check: "forwards",
            hints: Hints(
                question: "How many channels should the result have?",
                concept: "Twice as many: the next layer is to know what came from which side.",
                step: "Zeros of shape [batch, height, width, 2 * channels].")
        ) { images, axis, decay in
            let (forward, backward) = try halves(images, axis, decay)
            return forward + backward
        },
        call.misconception(
            "rows and columns are swapped", check: "columns",
            hints: Hints(
                question: "Axis 1 has the length of the height. Which way does one go along it?",
                concept: "Downwards: along axis 1 the row changes, so one reads a column.",
                step: "Axis 1: y runs, x is the line.")
        ) { images, axis, decay in
            try solution(images, 3 - axis, decay)
        },
        call.misconception(
            "the state is carried from line to line and from image to image", check: "fresh start",
            hints: Hints(
                question: "What does the first pixel of the second image know of the first image?",
                concept: "Nothing may it know: another patient's tissue says nothing about this "
                    + "one, and the answer would depend on what else is in the batch.",
                step: "state = 0 inside the loop over the lines, not before it.")
        ) { images, axis, decay in
            try carried(images, axis, decay)
        },
    ]

    /// The channels of one of both readers.
    private static func compareHalves(
        _ expected: Tensor<Double>, _ got: Tensor<Double>, channels: Int, isForward: Bool
    ) -> Verdict {
        guard expected.shape == got.shape, got.rank == 4, got.shape[3] == 2 * channels else {
            return compare(expected, got)
        }
        let half = isForward ? 0..<channels : channels..<2 * channels
        return compare(expected.slice(half, axis: 3), got.slice(half, axis: 3))
            .about(isForward ? "the forward reader" : "the backward reader")
    }

    private static func sweep(
        _ shape: [Int], axis: Int = 2, from lowest: Double = 0.5, decay: Double? = nil,
        _ generator: inout SeededGenerator
    ) -> (images: Tensor<Double>, axis: Int, decay: Double) {
        let images = generator.tensor(shape, from: lowest, to: 2)
        return (images, axis, decay ?? generator.uniform(0.3, 0.8))
    }
}

private func solution(
    _ images: Tensor<Double>, _ axis: Int, _ decay: Double
) throws -> Tensor<Double> {
    try SegmentationSolution.bidirectionalSweep(images, axis: axis, decay: decay)
}

/// What each of both readers knows.
private func halves(
    _ images: Tensor<Double>, _ axis: Int, _ decay: Double
) throws -> (forward: Tensor<Double>, backward: Tensor<Double>) {
    let both = try solution(images, axis, decay)
    let channels = images.shape[3]
    return (
        both.slice(0..<channels, axis: 3), both.slice(channels..<2 * channels, axis: 3)
    )
}

/// All lines of all images as one long line.
private func carried(
    _ images: Tensor<Double>, _ axis: Int, _ decay: Double
) throws -> Tensor<Double> {
    let shape = images.shape
    // [batch, lines, steps, channels], and back.
    let order = axis == 2 ? [0, 1, 2, 3] : [0, 2, 1, 3]
    let lines = images.transposed(order)
    let long = lines.reshaped([1, 1, shape[0] * shape[1] * shape[2], shape[3]])
    return try solution(long, 2, decay)
        .reshaped(Array(lines.shape.dropLast()) + [2 * shape[3]]).transposed(order)
}

private func power(_ base: Double, _ exponent: Int) -> Double {
    (0..<exponent).reduce(1) { product, _ in product * base }
}
