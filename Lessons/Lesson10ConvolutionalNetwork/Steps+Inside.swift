import CourseKit
import DeepTeaching

/// Step 9: what the network has learnt to look at.
extension ConvolutionCourse {
    func showInside(_ data: PatchData, _ network: ConvolutionalNetwork) throws {
        try lesson.step("What did it learn to see?") { step in
            step.words(
                """
                Nobody told the network what a nucleus is. We look into it in three ways: at the \
                kernels of the first layer, at what they find in a patch, and at the pixels on which \
                the answer depends.
                """)
            showKernels(network, step)
            showFeatureMaps(data, network, step)
            try showExciting(data, network, step)
            try showSaliency(data, network, step)
            step.reference(
                "SIM14",
                "SIMONYAN, Karen, VEDALDI, Andrea and ZISSERMAN, Andrew. Deep inside convolutional "
                    + "networks: visualising image classification models and saliency maps. "
                    + "arXiv:1312.6034, 2014.")
        }
    }

    private func showKernels(_ network: ConvolutionalNetwork, _ step: StepWriter) {
        let weights = network.first.convolution.weights.value
        let elements = weights.elements
        let largest = elements.map(abs).max() ?? 1
        let pictures = (0..<16).map { output in
            let pixels = (0..<75).map { place -> UInt8 in
                UInt8(127.5 + 127.5 * elements[place * 16 + output] / largest)
            }
            return Image(size: PixelSize(side: 5), pixels: pixels).enlarged(by: 12)
        }
        step.figure(
            .grid(pictures, columns: 8, spacing: 6), name: "kernels",
            caption:
                "The sixteen kernels of the first layer, 5 x 5 pixels each, in the colours that "
                + "they like; middle grey is 0.",
            alternative: "Small squares of coloured pixels without a visible order.")
        let before = self.network().first.convolution.weights.value.inDouble
        let change = weights.inDouble - before
        let ratio = (change * change).sum().scalar / (before * before).sum().scalar
        step.number(
            "kernelChange", ratio.squareRoot(),
            "How far they have moved from the random numbers they began as", unit: "of their size",
            format: .percent(0))
        step.words(
            """
            The tidy edges and spots of textbooks come from networks that learnt much longer, from \
            many more pictures. Kernels need not be tidy to be useful: together they say enough for \
            the layers above.
            """)
    }

    private func showFeatureMaps(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ step: StepWriter
    ) {
        let patches = [true, false].map { data.example(isTumor: $0).moved() }
        let maps = network.first(Tensor(images: patches)).inDouble
        let scale = 128 / source.grid.side
        let rows = patches.indices.map { index -> [Image] in
            let channels = (0..<7).map { channel in
                maps.picture(of: index, channel: 2 * channel, from: 0, to: 3).enlarged(
                    by: 2 * scale)
            }
            return [patches[index].enlarged(by: scale)] + channels
        }
        step.figure(
            .grid(rows.flatMap { $0 }, columns: 8), name: "features",
            caption: "A patch of tumour (above) and one of normal tissue, and what seven of the "
                + "kernels find in each: the brighter, the more.",
            alternative:
                "Grey maps in which nuclei, their rims or the ground between them light up.")
    }

    /// The patches that excite four channels of the last map most: those that tell the classes apart
    /// best.
    private func showExciting(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ step: StepWriter
    ) throws {
        let images = data.known.map { $0.moved() }
        let strength = stride(from: 0, to: images.count, by: 64).flatMap { start -> [[Float]] in
            let part = Array(images[start..<min(start + 64, images.count)])
            let map = network.features(of: Variable(Tensor(images: part)), in: .inference).value
            return map.mean(axes: [1, 2]).unstacked().map(\.elements)
        }
        let areas = try (0..<32).map { channel in
            try ROCCurve(
                scores: strength.map { Double($0[channel]) }, labels: data.known.map(\.isTumor)
            ).area
        }
        let order = areas.indices.sorted { (areas[$0], $1) > (areas[$1], $0) }
        let rows = (order.prefix(2) + order.suffix(2)).flatMap { channel in
            images.indices.sorted { strength[$0][channel] > strength[$1][channel] }.prefix(8)
        }
        step.figure(
            .grid(rows.map { images[$0].enlarged(by: 128 / source.grid.side) }, columns: 8),
            name: "exciting",
            caption:
                "The eight unseen patches that excite a channel of the last map most: above two "
                + "channels that speak for tumour, below two that speak against it.",
            alternative: "Four rows of patches; those of a row look alike.")
        step.number(
            "bestChannelArea", areas.max() ?? .nan, "AUC of the best channel alone, of 32")
    }

    private func showSaliency(
        _ data: PatchData, _ network: ConvolutionalNetwork, _ step: StepWriter
    ) throws {
        step.words(
            """
            The last question goes backwards, to the pixels [SIM14]: move a pixel a little, and how \
            much does the answer follow? That is a gradient, of the answer this time and not of a \
            loss, and it costs one way back.
            """)
        step.equation(
            "S_(y,x) = max_c |(d (z_1 - z_0)) / (d X_(y,x,c))|",
            where: [
                "z_1, z_0": "what the network says for tumour and for normal tissue",
                "X_(y,x,c)": "pixel and colour",
            ])
        step.question(
            "Which pixels matter most to the answer?",
            choices: ["the dark ones, nuclei", "the bright ones between them", "all alike"])
        let patches = [true, false].flatMap { isTumor in
            data.known.filter { $0.isTumor == isTumor }.prefix(4).map { $0.moved() }
        }
        let saliency = Saliency(network, patches)
        let scale = 128 / source.grid.side
        let maps = saliency.planes.map { plane in
            Image(size: plane.size).overlaying(
                plane, where: Mask(size: plane.size, repeating: true), opacity: 1)
        }
        step.figure(
            .grid((patches + maps).map { $0.enlarged(by: scale) }, columns: patches.count),
            name: "saliency",
            caption: "Four patches of tumour, four of normal tissue, and below each how much its "
                + "pixels matter (yellow: much).",
            alternative: "Yellow and green specks all over the patches, few at their borders.")
        showDarkShare(patches, saliency, step)
    }

    private func showDarkShare(_ patches: [Image], _ saliency: Saliency, _ step: StepWriter) {
        var (dark, bright) = ([Float](), [Float]())
        for (patch, plane) in zip(patches, saliency.planes) {
            let luma = patch.luma().values
            let order = luma.indices.sorted { luma[$0] < luma[$1] }
            dark += order.prefix(order.count / 3).map { plane.values[$0] }
            bright += order.suffix(order.count / 3).map { plane.values[$0] }
        }
        func mean(_ values: [Float]) -> Float {
            values.reduce(0, +) / Float(max(1, values.count))
        }
        let ratio = Double(mean(dark) / mean(bright))
        step.number(
            "saliencyRatio", ratio, "The darkest third of the pixels matters, beside the brightest",
            unit: "times as much", digits: 2)
        step.answer(
            ratio > 1.1
                ? "The dark ones: the network looks at nuclei, as a pathologist does."
                : ratio < 0.9
                    ? "The bright ones: how much room lies between the nuclei tells more than the "
                        + "nuclei themselves."
                    : "Nearly all alike: it looks at how dark and bright follow each other, at rims "
                        + "and distances, not at one of both.",
            choice: ratio > 1.1 ? 0 : ratio < 0.9 ? 1 : 2)
        step.words(
            """
            A caution: such maps are read with hope. They show where a small change matters, not why, \
            and a network that looks at the pen of the pathologist shows pretty maps, too.
            """)
    }
}
