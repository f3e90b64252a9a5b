import CourseKit
import Curriculum
import DeepTeaching

/// Step 5: small tensors meet large ones.
extension TensorCourse {
    func showBroadcasting(_ batch: Tensor<Float>) throws {
        try lesson.step("Shapes that stretch") { step in
            step.words(
                """
                To take the mean of each channel away from all pixels of all patches, three numbers \
                must meet a hundred thousand. Nobody writes the loop: the small tensor is \
                *broadcast*. Write the shapes below each other, aligned at the **last** axis. An \
                axis that is missing counts as length 1, and a length of 1 is repeated as often as \
                the other shape asks. All other lengths must be equal.
                """)
            step.glossary(
                "broadcasting", "repeating a tensor along axes that it lacks or that have length 1")
            step.question(
                "A batch [16, 48, 48, 3] plus one number for each image, [16]: what happens?",
                choices: [
                    "each image gets its number", "the shapes do not fit", "each channel gets one",
                ])
            showTable(step)
            step.answer(
                "They do not fit: the last axes are 3 and 16. A number for each image needs its "
                    + "axes of length 1 behind it: [16, 1, 1, 1].", choice: 1)
            step.code(
                """
                let centered = batch - batch.mean(axes: [0, 1, 2])                     // [3]
                let even = batch - batch.mean(axes: [1, 2, 3], keepingAxes: true)  // [16, 1, 1, 1]
                """, caption: "`keepingAxes` leaves the ones where the sums were.")
            try showTrap(batch.slice(6..<9), step)
            if let mine {
                let (a, b) = ([16, 48, 48, 3], [16, 1, 1, 1])
                if let own = try mine.value(
                    of: TensorsCalls.broadcastShape, a, b, say: step.words)
                {
                    step.words("**Yours** of \(a) and \(b): \(own.map { "\($0)" } ?? "nil").")
                }
            }
            step.words("Exercise: `broadcastShape` in Exercises/Lesson01Tensors.swift.")
            step.reference(
                "HAR20",
                "HARRIS, Charles R., et al. Array programming with NumPy. Nature, 2020, 585, "
                    + "357-362.")
        }
    }

    private func showTable(_ step: StepWriter) {
        let pairs: [([Int], [Int])] = [
            ([16, 48, 48, 3], []), ([16, 48, 48, 3], [3]), ([16, 48, 48, 3], [48, 1, 3]),
            ([16, 48, 48, 3], [16, 1, 1, 1]), ([16, 48, 48, 3], [16]), ([4, 1], [3]),
        ]
        step.table(
            header: ["one shape", "the other", "together"],
            rows: pairs.map { a, b in
                ["\(a)", "\(b)", broadcastShape(a, b).map { "\($0)" } ?? "do not fit"]
            }, alignment: [.right, .right, .right],
            caption: "The rules are those of NumPy [HAR20].")
    }

    /// Three images, so that a number for each image fits the three channels by accident.
    private func showTrap(_ three: Tensor<Float>, _ step: StepWriter) throws {
        step.words(
            """
            The trap: sometimes the wrong shape *fits*. Here are three patches, and the brightness \
            of each is to be taken away. Their three means, shape [3], fit at once: but to the \
            channels. No error, no warning.
            """)
        let brightness = three.mean(axes: [1, 2, 3])
        let right = three - brightness.reshaped([3, 1, 1, 1])
        let wrong = three - brightness
        func left(_ images: Tensor<Float>) -> Float {
            images.mean(axes: [1, 2, 3]).absolute().maximum().scalar
        }
        step.number(
            "brightnessLeft", left(right), "Largest mean of an image after [3, 1, 1, 1]",
            digits: 4)
        step.number(
            "wrongBrightnessLeft", left(wrong), "Wrong way: largest mean of an image after [3]",
            digits: 4)
        let rows = [three, right + 0.6, wrong + 0.6].map {
            Image.sideBySide($0.images(), spacing: 3).enlarged(by: 2)
        }
        step.figure(
            .grid(rows, columns: 1, spacing: 8), name: "trap",
            caption: "Three patches; their own brightness taken away (and 0.6 added, to see "
                + "them); the same three numbers taken from the channels.",
            alternative: "Three rows of three patches. In the second row all are equally bright, "
                + "in the third their colours have changed.")
    }
}
