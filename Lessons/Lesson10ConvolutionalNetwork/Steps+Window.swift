import CourseKit
import Curriculum
import DeepTeaching

/// Step 2: the window that moves.
extension ConvolutionCourse {
    func showWindow(_ patch: ExamplePatch) throws {
        try lesson.step("A small window, the same everywhere") { step in
            step.words(
                """
                Lay a small square of numbers, the *kernel*, on the picture. Multiply each number \
                with the pixel below it, add everything up, write down the sum. Then move on by one \
                pixel, with the same numbers. What comes out is a picture again, a *feature map*: \
                bright where the kernel found what it looks for.
                """)
            step.equation(
                "Z_(y,x,o) = b_o + sum_(d,e,i) W_(d,e,i,o) X_(y s + d - p, x s + e - p, i)",
                where: [
                    "X": "image; 0 beyond its border",
                    "W": "weights of the kernel, d down and e to the right",
                    "i, o": "input channel (3 colours) and output channel",
                    "b": "bias, one number for each output",
                    "s": "stride: how far the window moves",
                    "p": "padding: how many zeros surround the image",
                ])
            step.box("A sum of products") { box in
                box.words(
                    """
                    The sum of the products of two lists is their *inner product*. It is large if \
                    both are large in the same places. So a kernel is a small picture of what it \
                    looks for, and the sum says how much the window resembles it.
                    """)
            }
            step.code(
                """
                var sum = bias[o]
                for dy in 0..<kernelHeight {
                    for dx in 0..<kernelWidth {
                        let y = oy * stride + dy - padding      // beyond the border: skip
                        let x = ox * stride + dx - padding
                        for i in 0..<inputs {
                            sum += weights[dy, dx, i, o] * images[b, y, x, i]
                        }
                    }
                }
                output[b, oy, ox, o] = sum
                """, caption: "One output. Four loops around it choose image, row, column, channel."
            )
            step.glossary(
                "kernel", "the small block of weights that moves over the image; also: filter")
            step.glossary(
                "feature map", "what a kernel gives at each place, one channel of the output")
            step.question(
                "A kernel whose weights are 1, 2, 1 in its left column, 0 in the middle and -1, -2, "
                    + "-1 on the right: what does it find?",
                choices: ["dark spots", "vertical edges", "the mean brightness"])
            try showMaps(patch, step)
            showWrongKernel(patch, step)
            showDrift(patch, step)
            step.words(
                "Exercise: `convolution2D` in \(LessonOutline.convolutionalNetwork.exercisesPath).")
        }
    }

    private func showMaps(_ patch: ExamplePatch, _ step: StepWriter) throws {
        let scale = 256 / source.grid.side
        let edges = patch.seen(through: Kernels.edge)
        let spots = patch.seen(through: Kernels.spot)
        step.figure(
            .sideBySide(
                [patch.image, edges.signedPicture(), spots.signedPicture()]
                    .map { $0.enlarged(by: scale) }, spacing: 8),
            name: "maps",
            caption:
                "A patch, and what two kernels made by hand find in it: edges, and spots of the "
                + "size of a nucleus. Middle grey is 0.",
            alternative: "The second picture looks like a relief lit from the side; in the third "
                + "every dark nucleus is a bright dot.")
        step.answer(
            "Edges from bright on the left to dark on the right; from dark to bright it gives the "
                + "same below 0. The other kernel, a dark disc in a bright ring, finds nuclei.",
            choice: 1)
        let (stride, padding) = (1, 1)
        try compareMine(
            ConvolutionalNetworkCalls.convolution2D, patch.grey, Kernels.edge, .zeros([1]), stride,
            padding,
            with: patch.grey.seen(through: Kernels.edge), step)
    }

    private func showWrongKernel(_ patch: ExamplePatch, _ step: StepWriter) {
        let right = patch.seen(through: Kernels.edge)
        let wrong = patch.seen(through: Kernels.edge.flipped)
        step.words(
            """
            A trap: what mathematics calls a convolution reads the kernel from its end. Networks do \
            not flip it (their word should be cross-correlation). While a network learns, nobody \
            notices; but weights that come from elsewhere then look for the opposite.
            """)
        step.number(
            "wrongFlippedCorrelation", correlation(right, wrong),
            "Wrong way: correlation of the edges with those through a flipped kernel", digits: 2)
    }

    /// How far an image wanders through ten layers that pad on one side only.
    private func showDrift(_ patch: ExamplePatch, _ step: StepWriter) {
        let side = source.grid.side
        var image = Tensor<Double>.zeros([1, side, side, 1])
        image[0, side / 2, side / 2, 0] = 1
        var (right, wrong) = (image, image)
        for _ in 0..<10 {
            right = right.seen(through: Kernels.identity)
            wrong = wrong.padded(before: [0, 2, 2, 0], after: [0, 0, 0, 0])
                .convolved(weights: Kernels.identity, bias: .zeros([1]))
        }
        step.words(
            """
            Padding is a trap, too. A kernel of 3 x 3 needs one row of zeros on *each* side, or the \
            picture shrinks. With both rows on one side its size is right as well, but the picture \
            moves a little in every layer. Ten layers of a kernel that changes nothing:
            """)
        step.number("padDrift", column(of: right) - side / 2, "Moved by", unit: "pixels")
        let drift = column(of: wrong) - side / 2
        step.number("wrongPadDrift", drift, "Wrong way: padded on one side", unit: "pixels")
    }

    private func column(of image: Tensor<Double>) -> Int {
        (image.elements.firstIndex(of: image.elements.max() ?? 0) ?? 0) % image.shape[2]
    }

    private func correlation(_ a: Tensor<Double>, _ b: Tensor<Double>) -> Double {
        let (x, y) = (a - a.mean(), b - b.mean())
        return (x * y).sum().scalar
            / ((x * x).sum().scalar * (y * y).sum().scalar).squareRoot()
    }
}
