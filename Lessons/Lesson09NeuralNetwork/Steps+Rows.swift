import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 2: patches as rows of numbers.
extension NetworkCourse {
    /// - Returns: the patches on the scale of the training patches.
    func showRows(_ raw: PatchParts) throws -> PatchParts {
        try lesson.step("rows") { step in
            let patch = raw.training.patches.images[0]
            let small = raw.training.images[0]
            step.figure(
                "row",
                .grid(
                    [
                        patch.enlarged(by: max(1, 192 / patch.size.width)),
                        small.enlarged(by: 192 / small.size.width),
                        strip(raw.training.rows.slice(0..<1)),
                    ], columns: 3, spacing: 8))
            step.number("inputs", raw.training.inputs)
            let scale = InputScale(of: raw.training.rows)
            let data = raw.map { $0.scaled(by: scale) }
            showScale(raw, data, step)
            try showOrder(data, step)
            let images = Array(raw.training.images.prefix(4))
            try step.compare(
                mine, NeuralNetworkCalls.flattenPatches, images,
                with: raw.training.rows.slice(0..<4).inDouble)
            return data
        }
    }

    /// The numbers of a row as grey squares.
    private func strip(_ row: Tensor<Float>) -> Image {
        let side = Int(Double(row.count).squareRoot().rounded(.up))
        var plane = Plane(size: PixelSize(side: side), repeating: 1)
        for (place, value) in row.elements.enumerated() { plane.values[place] = value }
        return plane.colored(by: .gray).enlarged(by: max(1, 192 / side))
    }

    /// The first loss of a new network, before it has learnt anything.
    private func showScale(_ raw: PatchParts, _ data: PatchParts, _ step: LessonStep) {
        let network = NetworkTraining().network(inputs: raw.training.inputs, seed: lesson.seed)
        let bytes = raw.validation.scaled(by: InputScale(mean: 0, standardDeviation: 1 / 255))
        step.number("firstLoss", PatchScores(network, data.validation).loss)
        step.number("wrongFirstLoss", PatchScores(network, bytes).loss, .decimals(1))
    }

    /// A dense network does not know which numbers are neighbours.
    private func showOrder(_ data: PatchParts, _ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "jumbled")
        let order = generator.shuffled(Array(0..<data.training.inputs))
        let inOrder = try areas(data, "Learning from patches")
        let jumbled = try areas(data.map { $0.reordered(order) }, "Learning from jumbled patches")
        step.table(
            "orders",
            rows: inOrder.indices.map { network in
                ["\(network + 1)"]
                    + [inOrder, jumbled].map { NumberFormat.decimals(3).text($0[network]) }
            })
        step.number("areaInOrder", inOrder.mean)
        step.number("areaJumbled", jumbled.mean)
        // Networks of one kind differ too: no smaller difference means anything.
        let spread = max(inOrder.spread, jumbled.spread)
        let gain = jumbled.mean - inOrder.mean
        step.choose("jumbled", abs(gain) <= spread ? "same" : gain < 0 ? "worse" : "better")
    }

    /// The areas under the ROC curves of three networks after three epochs.
    private func areas(_ data: PatchParts, _ words: String) throws -> [Double] {
        var training = NetworkTraining()
        training.epochs = 3
        return try trained(
            training, on: data.training, validation: data.validation, words
        ).map { try PatchScores($0.last, data.validation).area() }
    }
}
