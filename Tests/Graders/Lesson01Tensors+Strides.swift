import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TensorsCalls.rowMajorStrides

extension TensorsGraders {
    static let rowMajorStrides = ExerciseGrader(
        call,
        checks: [
            call.check(
                "strides", "each stride is the product of the lengths of all later axes",
                inputs: { generator in
                    // Of different lengths, then of equal ones.
                    let shape = lengths(2, &generator)
                    return (0..<6).map { rank in lengths(rank, &generator) }
                        + [[shape[0], shape[1], shape[1], shape[0]]]
                },
                compare: Comparison.exact),
            call.check(
                "lengths of one", "an axis of length 1 has a stride like any other",
                inputs: { generator in
                    let others = lengths(2, &generator)
                    return (0..<3).map { place in
                        var shape = others
                        shape.insert(1, at: place)
                        return shape
                    }
                },
                compare: Comparison.exact),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("for each axis the product of all later lengths, computed anew") { shape in
                shape.indices.map { shape[($0 + 1)...].reduce(1, *) }
            }
        ],
        hints: Hints(
            question: "In an image [height, width, channel]: how many numbers does one pixel hold, "
                + "and how many one row of pixels?",
            concept: "The last axis has the stride 1. Each earlier axis steps over all that the "
                + "next one holds: its length times its stride. So go from the last axis to the "
                + "first.",
            step: "For [2, 4, 3] start with [1, 1, 1]. Axis 1: 1 * 3 = 3. Axis 0: 3 * 4 = 12. "
                + "for axis in shape.indices.dropLast().reversed() { ... } visits them in this "
                + "order, also where there is no axis at all."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "your first axis varies fastest", check: "strides",
            hints: Hints(
                question: "Which number follows the first one in the memory: that of the next "
                    + "channel or that of the next row?",
                concept: "Column-major (Fortran, MATLAB) lets the first axis vary fastest, "
                    + "row-major (C, NumPy, this course) the last.",
                step: "The last stride is 1: [2, 4, 3] has [12, 3, 1]. Multiply the lengths after "
                    + "the axis, not those before it.")
        ) { shape in
            shape.indices.map { shape[..<$0].reduce(1, *) }
        },
        call.misconception(
            "each stride also counts the length of its own axis", check: "strides",
            hints: Hints(
                question: "A row of 4 numbers, shape [4]: how far is it from one to the next?",
                concept: "A stride is one step along the axis. The length of the axis says how "
                    + "many steps there are, not how long one is.",
                step: "Begin the product behind the axis: shape[(axis + 1)...].")
        ) { shape in
            shape.indices.map { shape[$0...].reduce(1, *) }
        },
        call.misconception(
            "the strides are right, but in the wrong order", check: "strides",
            hints: Hints(
                question: "You walk from the last axis to the first. At which end of your list "
                    + "does each stride go?",
                concept: "append puts a number at the end; walking backwards it belongs at the "
                    + "front.",
                step: "Make the list first, [Int](repeating: 1, count: shape.count), and write "
                    + "strides[axis] = ...; or return it reversed.")
        ) { shape in
            try TensorsSolution.rowMajorStrides(of: shape).reversed()
        },
        call.misconception(
            "you take the length of the next axis alone", check: "strides",
            hints: Hints(
                question: "One row down in an image of 4 pixels with 3 channels: over how many "
                    + "numbers do you step?",
                concept: "A step passes over everything behind: pixels and their channels.",
                step: "Multiply on: strides[axis] = strides[axis + 1] * shape[axis + 1].")
        ) { shape in
            shape.dropFirst() + (shape.isEmpty ? [] : [1])
        },
        call.misconception(
            "you multiply the next two lengths only", check: "strides",
            hints: Hints(
                question: "A batch of images has four axes. What does one step from image to "
                    + "image pass over?",
                concept: "A shape may have any number of axes: no formula for three will do.",
                step: "[5, 2, 4, 3]: the first stride is 2 * 4 * 3 = 24. Use a loop, or "
                    + "shape[(axis + 1)...].reduce(1, *).")
        ) { shape in
            shape.indices.map { shape[($0 + 1)...].prefix(2).reduce(1, *) }
        },
        call.misconception(
            "you count bytes, not numbers", check: "strides",
            hints: Hints(
                question: "In which unit is the place of a number in a list counted?",
                concept: "NumPy's strides are bytes, eight for a number of 64 bits. Here they are "
                    + "counted in numbers, so the last is 1.",
                step: "Leave the factor 8 out: [2, 4, 3] has [12, 3, 1].")
        ) { shape in
            try TensorsSolution.rowMajorStrides(of: shape).map { 8 * $0 }
        },
        call.misconception(
            "an axis of length 1 gets the stride 0", check: "lengths of one",
            hints: Hints(
                question: "Does the rule say anything about the axis's own length?",
                concept: "Stride 0 is how a library repeats a number without copying it, when it "
                    + "broadcasts. The tensor itself has the stride of the rule.",
                step: "[4, 1, 3] has [3, 3, 1]: the middle one is the product of what follows, 3.")
        ) { shape in
            zip(shape, try TensorsSolution.rowMajorStrides(of: shape)).map { $0 == 1 ? 0 : $1 }
        },
    ]
}
