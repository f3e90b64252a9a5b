import CourseKit
import DeepTeaching

/// Step 7: the same task for a dense network.
extension ConvolutionCourse {
    func compareWithDense(
        _ data: PatchData, _ network: ConvolutionalNetwork
    ) throws -> DenseNetwork {
        try lesson.step("How many numbers must be learnt?") { step in
            step.words(
                """
                Now the network of Lesson 9: every pixel is joined to every hidden number by a \
                weight of its own. It learns from the same patches, as often, with the same steps.
                """)
            step.equation(
                "n_\"dense\" = s^2 · 3 · h + h,   n_\"convolution\" = k^2 · 3 · o + o",
                where: [
                    "s": "side of a patch", "h": "hidden numbers", "k": "side of the kernel",
                    "o": "kernels",
                ])
            step.question(
                "The dense network has more weights. Which one is right more often on unseen slides?",
                choices: ["the dense one", "the convolutional one"])
            let dense = try trainDense(data)
            try showComparison(data, network, dense, step)
            return dense
        }
    }

    private func trainDense(_ data: PatchData) throws -> DenseNetwork {
        var generator = SeededGenerator(seed: lesson.seed, stream: "dense weights")
        var dense = DenseNetwork(side: source.grid.side, hidden: 16, using: &generator)
        _ = try lesson.progress("Training a dense network") { report in
            try PatchTraining().fit(&dense, to: data.training, seed: lesson.seed, report: report)
        }
        return dense
    }

    private func showComparison(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ dense: DenseNetwork,
        _ step: StepWriter
    ) throws {
        let scores = [PatchScores(dense, data.known), PatchScores(network, data.known)]
        let areas = try scores.map { try $0.area() }
        let first = network.first.convolution.parameterCount
        step.number("denseParameters", dense.parameterCount, "Numbers in the dense network")
        step.number(
            "convolutionParameters", network.parameterCount, "Numbers in the convolutional network")
        step.number("firstParameters", first, "of them in its first convolution")
        step.table(
            header: ["network", "numbers", "accuracy", "AUC"],
            rows: zip(["dense", "convolutional"], zip(scores, areas)).map { name, result in
                [
                    name,
                    NumberFormat.integer.text(
                        Double(name == "dense" ? dense.parameterCount : network.parameterCount)),
                    NumberFormat.percent(1).text(result.0.accuracy),
                    NumberFormat.decimals(3).text(result.1),
                ]
            }, alignment: [.left, .right, .right, .right],
            caption: "Unseen slides of the hospitals that both know.")
        step.number(
            "wrongDenseAccuracy", scores[0].accuracy, "Wrong way: accuracy of the dense network",
            format: .percent(1))
        step.number(
            "convolutionAccuracy", scores[1].accuracy, "Accuracy of the convolutional network",
            format: .percent(1))
        step.number("denseArea", areas[0], "AUC of the dense network")
        step.number("convolutionArea", areas[1], "AUC of the convolutional network")
        step.words(
            """
            The *AUC* asks only whether tumour gets higher numbers than normal tissue; the accuracy \
            also asks whether one half is the right place to cut. A coin gets 0.5 for both.
            """)
        step.answer(
            areas[1] > areas[0]
                ? "The convolutional one. A weight of a kernel is learnt from thousands of places "
                    + "in every patch, a weight of the dense network from one."
                : "Here the dense one, which should make us suspicious: too few patches, or a "
                    + "colour that gives the slides away. Look at them.",
            choice: areas[1] > areas[0] ? 1 : 0)
        step.glossary("AUC", "the probability that tumour gets a higher number than normal tissue")
    }
}
