import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 2: patches as rows of numbers.
extension NetworkCourse {
    /// - Returns: the patches on the scale of what is learnt from.
    func showRows(_ raw: PatchParts) throws -> PatchParts {
        try lesson.step("A patch becomes a row") { step in
            let patch = raw.training.patches[0].image
            let small = raw.training.images[0]
            step.words(
                """
                The simplest network knows no rows and columns of pixels: it wants a list of \
                numbers. So each patch is made smaller, to \(small.size.width) x \
                \(small.size.height) pixels, and its numbers are written one after the other. A \
                batch of patches becomes a table: a row for each patch. Then all numbers are put on \
                one scale, as in Lesson 1, with mean and deviation of the training patches.
                """)
            step.equation(
                "x_(i, (y w + x) 3 + c) = \"byte\"_(i, y, x, c) / 255",
                where: ["i": "patch", "x, y, c": "column, row and colour", "w": "width in pixels"])
            step.figure(
                .grid(
                    [
                        patch.enlarged(by: max(1, 192 / patch.size.width)),
                        small.enlarged(by: 192 / small.size.width),
                        Self.strip(raw.training.rows.slice(0..<1)),
                    ], columns: 3, spacing: 8),
                name: "row",
                caption: "A patch, the patch made smaller, and its row of numbers, "
                    + "wrapped at the edge.",
                alternative: "A picture of tissue, the same in coarse squares, and a square of "
                    + "grey stripes.")
            step.number("inputs", raw.training.rows.shape[1], "Numbers in a row")
            let scale = InputScale(of: raw.training.rows)
            let data = raw.map { scale($0) }
            showScale(raw, data, step)
            try showOrder(data, step)
            if let mine {
                let images = Array(raw.training.images.prefix(4))
                if let own = try mine.value(
                    of: NeuralNetworkCalls.flattenPatches, images, say: step.words)
                {
                    let rows = raw.training.rows.slice(0..<4)
                    let equal = zip(own.elements, rows.elements).count {
                        abs($0 - Double($1)) < 1e-6
                    }
                    step.words(
                        "**Yours:** shape \(own.shape), \(equal) of \(rows.count) numbers as the "
                            + "library's.")
                }
            }
            step.words("Exercise: `flattenPatches` in Exercises/Lesson09NeuralNetwork.swift.")
            return data
        }
    }

    /// The numbers of a row as grey squares.
    private static func strip(_ row: Tensor<Float>) -> Image {
        let side = Int(Double(row.count).squareRoot().rounded(.up))
        var plane = Plane(size: PixelSize(side: side), repeating: 1)
        for (place, value) in row.elements.enumerated() { plane.values[place] = value }
        return plane.colored(by: .gray).enlarged(by: max(1, 192 / side))
    }

    /// The first loss of a new network, before it has learnt anything.
    private func showScale(_ raw: PatchParts, _ data: PatchParts, _ step: StepWriter) {
        let network = NetworkTraining().network(
            inputs: raw.training.rows.shape[1], seed: lesson.seed)
        var bytes = raw.validation
        bytes.rows = bytes.rows * 255
        step.words(
            """
            Why the scale? A network that has learnt nothing should be unsure: who always says "one \
            half" has the loss log 2 = 0.693. Fed with bytes up to 255, it is wildly sure of itself \
            before it has seen a single label.
            """)
        step.number(
            "firstLoss", PatchScores(network, data.validation).loss,
            "Loss of a new network, numbers on one scale")
        step.number(
            "wrongFirstLoss", PatchScores(network, bytes).loss, "Wrong way: fed with bytes",
            digits: 1)
    }

    /// A dense network does not know which numbers are neighbours.
    private func showOrder(_ data: PatchParts, _ step: StepWriter) throws {
        step.question(
            "All patches are jumbled: their numbers are put into another order, the same for all. "
                + "Does the network learn less?",
            choices: ["much less", "about as much", "more"])
        var generator = SeededGenerator(seed: lesson.seed, stream: "jumbled")
        let order = generator.shuffled(Array(0..<data.training.rows.shape[1]))
        var training = NetworkTraining()
        training.epochs = 3
        let areas = try [data, data.map { $0.reordered(order) }].map { data in
            let result = try training.fit(
                data.training, validation: data.validation, seed: lesson.seed)
            return try PatchScores(result.last, data.validation).area()
        }
        step.number("areaInOrder", areas[0], "Area under the ROC curve after three epochs")
        step.number("areaJumbled", areas[1], "The same with jumbled numbers")
        step.glossary(
            "area under the ROC curve",
            "how often a tumour patch gets a larger share than a normal one; 0.5 is chance")
        step.answer(
            "About as much. Each of its units looks at all numbers and has a weight for each: which "
                + "numbers are neighbours, it does not know. That this is a waste, Lesson 10 shows.",
            choice: 1)
    }
}
