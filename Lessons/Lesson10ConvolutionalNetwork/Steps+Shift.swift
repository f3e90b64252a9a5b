import CourseKit
import DeepTeaching

/// Step 8: patches that move.
extension ConvolutionCourse {
    func showShift(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ dense: DenseNetwork
    ) throws {
        try lesson.step("One step to the side") { step in
            let shift = ConvolutionalNetwork.step
            step.words(
                """
                Move the patch by \(shift) pixels over the slide: nearly the same tissue. What does \
                a network see of that? For the kernels nothing happens but a move: every number of \
                a map stands elsewhere. Mathematics calls it *equivariance*.
                """)
            step.equation(
                "F(T_8 X) = T_1 F(X)",
                where: [
                    "X": "patch", "T_n": "everything n places to the left",
                    "F": "the three convolutions with their pooling, eight pixels a place",
                ])
            step.glossary("equivariant", "if what goes in moves, what comes out moves alike")
            step.question(
                "The last map of the moved patch, and the last map moved by a place: how far do "
                    + "their common columns differ?",
                choices: ["not at all", "a little", "as much as any two patches"])
            showMovedMaps(data, network, step)
            try measureMoves(data, network, dense, step)
        }
    }

    private func showMovedMaps(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ step: StepWriter
    ) {
        let shift = ConvolutionalNetwork.step
        let patch = data.example(isTumor: true)
        let images = [patch.moved(), patch.moved(by: shift)]
        let maps = network.first(Tensor(images: images)).inDouble
        let channel = brightestChannel(maps)
        let scale = 256 / source.grid.side
        step.figure(
            .grid(
                images.map { $0.enlarged(by: scale) }
                    + (0..<2).map {
                        maps.picture(of: $0, channel: channel, from: 0, to: 3)
                            .enlarged(by: 2 * scale)
                    }, columns: 2, spacing: 8),
            name: "moved",
            caption:
                "A patch, and moved by \(shift) pixels; below what one kernel of the first layer "
                + "finds in each: the same, further left.",
            alternative: "Two patches and two maps; those on the right are those on the left, "
                + "moved to the left, with a new strip at the right.")
    }

    /// The channel that says most about the first of two images.
    private func brightestChannel(_ maps: Tensor<Double>) -> Int {
        let means = maps.mean(axes: [0, 1, 2]).elements
        return means.indices.max { means[$0] < means[$1] } ?? 0
    }

    private func measureMoves(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ dense: DenseNetwork,
        _ step: StepWriter
    ) throws {
        let shift = ConvolutionalNetwork.step
        let patches = Array(data.known.prefix(64))
        let here = Tensor(images: patches.map { $0.moved() })
        let moved = Tensor(images: patches.map { $0.moved(by: shift) })
        func map(_ images: Tensor<Float>) -> Tensor<Double> {
            network.features(of: Variable(images), in: .inference).value.inDouble
        }
        let window = network.window
        step.number(
            "mapDifference",
            map(moved).slice(0..<window - 1, axis: 2)
                .largestDifference(from: map(here).slice(1..<window, axis: 2)),
            "Largest difference of the common columns, 64 patches", digits: 6)
        step.answer(
            "Not at all. Nobody had to learn that: it follows from the weights being the same "
                + "everywhere.", choice: 0)
        step.words(
            """
            A dense layer has no such law. Its hidden numbers for the moved patch are new ones, and \
            what it learnt about a nucleus at one place it must learn again at the next:
            """)
        step.number(
            "wrongDenseCorrelation", correlation(dense, here, moved),
            "Wrong way: correlation of the dense network's hidden numbers before and after",
            digits: 2)
        showChanges(dense: changes(dense, data.known), changes(network, data.known), step)
    }

    private func showChanges(dense: Double, _ convolution: Double, _ step: StepWriter) {
        step.number(
            "denseChanges", dense, "Patches that the dense network calls differently",
            format: .percent(1))
        step.number(
            "convolutionChanges", convolution, "and the convolutional one", format: .percent(1))
        if dense > 1.5 * convolution {
            step.words("The dense network changes its mind more often, about the same tissue.")
            return
        }
        step.words(
            """
            The last two numbers are a warning about numbers. A network that looks only at the mean \
            colour of a patch hardly changes its mind: the mean hardly moves. It is steady, and \
            wrong; its AUC has said so. Being steady is worth something only together with being \
            right.
            """)
    }

    /// How much of what tells patches apart in the hidden numbers is left after the move: the mean
    /// of the correlations over the hidden numbers that are not always 0.
    private func correlation(
        _ dense: DenseNetwork, _ here: Tensor<Float>, _ moved: Tensor<Float>
    ) -> Double {
        let (before, after) = (dense.hiddenNumbers(of: here), dense.hiddenNumbers(of: moved))
        let (x, y) = (before - before.mean(axes: [0]), after - after.mean(axes: [0]))
        let products = (x * y).sum(axes: [0]).elements
        let sizes = ((x * x).sum(axes: [0]) * (y * y).sum(axes: [0])).squareRoot().elements
        let alive = zip(products, sizes).filter { $0.1 > 0 }.map { $0.0 / $0.1 }
        return alive.reduce(0, +) / Double(max(1, alive.count))
    }

    /// The share of the patches that are called differently when they are moved.
    private func changes<Network: Layer>(
        _ network: Network, _ patches: [WidePatch]
    ) -> Double where Network.Scalar == Float {
        let here = PatchScores(network, patches).probabilities
        let moved = PatchScores(network, patches, movedBy: ConvolutionalNetwork.step).probabilities
        let changed = zip(here, moved).count { ($0 > 0.5) != ($1 > 0.5) }
        return Double(changed) / Double(max(1, here.count))
    }
}
