import CourseKit
import DeepTeaching

/// What the network has learnt to look at.
extension ConvolutionCourse {
    func showInside(_ data: PatchData, _ network: PatchClassifier<Float>) throws {
        try lesson.step("inside") { step in
            showKernels(network, step)
            step.figure("features", featureMaps(data, network))
            try showChannels(data, network, step)
            let images = data.known.prefix(64).map { $0.moved() }
            let field = network.receptiveField(in: images)
            step.number("receptiveField", field)
            step.number(
                "receptiveMicrons", Double(field) * source.grid.micronsPerPixel, .decimals(0))
            showSaliency(data, network, step)
        }
    }

    private func showKernels(_ network: PatchClassifier<Float>, _ step: LessonStep) {
        let weights = network.first.convolution.weights.value
        let elements = weights.elements
        let largest = elements.map(abs).max() ?? 1
        let pictures = (0..<16).map { output in
            let pixels = (0..<75).map { place -> UInt8 in
                UInt8(127.5 + 127.5 * elements[place * 16 + output] / largest)
            }
            return Image(size: PixelSize(side: 5), pixels: pixels).enlarged(by: 12)
        }
        step.figure("kernels", .grid(pictures, columns: 8, spacing: 6))
        let before = self.network().first.convolution.weights.value.inDouble
        let change = weights.inDouble - before
        let ratio = ((change * change).sum().scalar / (before * before).sum().scalar).squareRoot()
        step.number("kernelChange", ratio, .percent(0))
        step.choose("start", ratio < 0.5 ? "near" : "far")
    }

    private func featureMaps(_ data: PatchData, _ network: PatchClassifier<Float>) -> Image {
        let patches = [true, false].map { data.example(isTumor: $0).moved() }
        let maps = network.first(Tensor(images: patches)).inDouble
        let scale = enlargement(to: 128)
        return .grid(
            patches.indices.flatMap { index in
                [patches[index].enlarged(by: scale)]
                    + (0..<7).map {
                        maps.picture(of: index, channel: 2 * $0, to: 3).enlarged(by: 2 * scale)
                    }
            }, columns: 8)
    }

    /// The patches that excite four channels of the last map most: those that tell the classes apart
    /// best.
    private func showChannels(
        _ data: PatchData, _ network: PatchClassifier<Float>, _ step: LessonStep
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
        let rows = (order.prefix(2) + order.suffix(2)).map { channel in
            images.indices.sorted { strength[$0][channel] > strength[$1][channel] }.prefix(8)
        }
        step.figure(
            "exciting",
            .grid(
                rows.joined().map { images[$0].enlarged(by: enlargement(to: 128)) }, columns: 8))
        func tumor(_ rows: ArraySlice<ArraySlice<Int>>) -> Int {
            rows.joined().count { data.known[$0].isTumor }
        }
        step.number("excitingTumor", tumor(rows.prefix(2)))
        step.number("excitingNormal", 16 - tumor(rows.suffix(2)))
        step.number("bestChannelArea", areas.max() ?? .nan)
    }

    private func showSaliency(
        _ data: PatchData, _ network: PatchClassifier<Float>, _ step: LessonStep
    ) {
        let patches = [true, false].flatMap { isTumor in
            data.known.filter { $0.isTumor == isTumor }.prefix(4).map { $0.moved() }
        }
        let saliency = Saliency(network, patches)
        let pictures = patches + saliency.planes.map { $0.picture(by: .perceptual) }
        step.figure(
            "saliency",
            .grid(
                pictures.map { $0.enlarged(by: enlargement(to: 128)) }, columns: patches.count))
        let ratio = darkShare(patches, saliency)
        step.number("saliencyRatio", ratio, .decimals(2))
        step.choose("attention", ratio > 1.1 ? "dark" : ratio < 0.9 ? "bright" : "alike")
    }

    /// How many times as much the darkest third of the pixels matters as the brightest.
    private func darkShare(_ patches: [Image], _ saliency: Saliency) -> Double {
        var (dark, bright) = (Float(0), Float(0))
        for (patch, plane) in zip(patches, saliency.planes) {
            let luma = patch.luma().values
            let order = luma.indices.sorted { luma[$0] < luma[$1] }
            dark += order.prefix(order.count / 3).reduce(0) { $0 + plane.values[$1] }
            bright += order.suffix(order.count / 3).reduce(0) { $0 + plane.values[$1] }
        }
        return Double(dark / bright)
    }
}
