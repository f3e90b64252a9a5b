import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 11: the same network over a whole region.
extension ConvolutionCourse {
    func showRegion(_ network: ConvolutionalNetwork) throws {
        try lesson.step("The whole region at once") { step in
            step.words(
                """
                A slide is larger than a patch. Cut it into overlapping patches, and nearly every \
                convolution is computed again and again: neighbours share most of their tissue. But \
                a kernel does not care how large the picture is. Only the dense layers want a patch, \
                and a dense layer over a window *is* a convolution, with a kernel as large as the \
                window. So the whole network is one: *fully convolutional* [LON15].
                """)
            step.equation(
                "Z_(y,x,k) = b_k + sum_(d,e,c) V_((d w + e) n + c, k) F_(y + d, x + e, c)",
                where: [
                    "F": "the last feature map, n channels", "w": "side of the window of a patch",
                    "V, b": "weights and bias of the dense layer", "k": "class",
                ])
            step.code(
                """
                let kernel = hidden.weights.reshaped([window, window, 32, 32])
                let seen = features.convolved(weights: kernel, bias: hidden.bias, activation: .relu)
                """, caption: "No weight changes: the same numbers, with another shape.")
            step.glossary(
                "fully convolutional", "made of convolutions only, so of any picture's size")
            step.question(
                "The answers at once and the answers patch by patch: how far do they differ?",
                choices: ["not at all, but for rounding", "a little, near the borders", "much"])
            try measureRegion(network, step)
            step.words(
                "Exercise: `fullyConvolutional` in "
                    + "\(LessonOutline.convolutionalNetwork.exercisesPath).")
            step.reference(
                "LON15",
                "LONG, Jonathan, SHELHAMER, Evan and DARRELL, Trevor. Fully convolutional networks "
                    + "for semantic segmentation. In: CVPR, 2015.")
        }
    }

    private func measureRegion(_ network: ConvolutionalNetwork, _ step: StepWriter) throws {
        guard let slide = hospitals.known.first(where: \.isPositive) else { return }
        let side = source.grid.side
        let region = try Region(
            of: slide, side: side + RegionMap.step * (side < 64 ? 24 : 56),
            micronsPerPixel: source.grid.micronsPerPixel)
        let start = Date()
        let map = RegionMap(network, atOnce: region.image)
        step.duration("At once", seconds: Date().timeIntervalSince(start))
        let again = Date()
        let patches = RegionMap(network, patchByPatch: region.image)
        step.duration("Patch by patch", seconds: Date().timeIntervalSince(again))
        step.number("regionPlaces", map.places.size.area, "Places with an answer")
        step.number(
            "regionSavings", Self.savings(map, network, region), "Multiplications patch by patch",
            unit: "times as many", digits: 0)
        let difference =
            zip(map.places.values, patches.places.values).map { abs($0 - $1) }.max() ?? 0
        step.number(
            "regionDifference", difference, "Largest difference of a probability", digits: 6)
        step.answer(
            "Not at all, but for rounding. These convolutions have no padding, so a patch looks the "
                + "same whether it was cut out first or later; with padding the borders would differ.",
            choice: 0)
        showMap(map, region, slide.name, step)
        let labels = map.truth(region.tumor)
        let scores = PatchScores(
            probabilities: map.places.values.map { Double($0) }, isTumor: labels)
        if labels.contains(true), labels.contains(false) {
            step.number("regionArea", try scores.area(), "AUC over the places of this region")
        }
        try compareOwnRegion(network, region, step)
    }

    private func showMap(
        _ map: RegionMap, _ region: Region, _ name: String, _ step: StepWriter
    ) {
        let scale = max(1, 384 / region.image.size.width)
        step.figure(
            .sideBySide(
                [
                    region.image.outlining(region.tumor, color: RGB(0, 130, 60), thickness: 2),
                    map.picture(over: region.image),
                ].map { $0.enlarged(by: scale) }, spacing: 8),
            name: "region",
            caption:
                "A region of \(name) at the border of a metastasis, outlined in green; and the "
                + "answers of the network: yellow is tumour, blue is not.",
            alternative: "Left: tissue with a green outline. Right: the same in squares of colour, "
                + "lighter inside of the outline than outside.")
        step.words(
            """
            Where a region shows bare glass the answer means nothing: no patch to learn from showed \
            glass alone. So a map is kept to the mask of the tissue, which Lesson 6 makes.
            """)
    }

    /// How many times as many multiplications the first three layers do patch by patch.
    private static func savings(
        _ map: RegionMap, _ network: ConvolutionalNetwork, _ region: Region
    ) -> Double {
        func count(_ side: Int) -> Double {
            let first = side - 4
            let second = first / 2 - 2
            let third = second / 2 - 2
            let products: [Int] = [
                first * first * 75 * 16, second * second * 144 * 32, third * third * 288 * 32,
            ]
            return Double(products.reduce(0, +))
        }
        return Double(map.places.size.area) * count(network.side) / count(region.image.size.width)
    }

    private func compareOwnRegion(
        _ network: ConvolutionalNetwork, _ region: Region, _ step: StepWriter
    ) throws {
        let side = network.side
        let corner = region.image.cropped(
            to: PixelRectangle(x: 0, y: 0, width: side + 16, height: side + 8))
        let features = network.features(
            of: Variable(Tensor(images: [corner])), in: .inference)
        let window = network.window
        let library = features.convolved(
            weights: Variable(network.hidden.weights.value.reshaped([window, window, 32, 32])),
            bias: network.hidden.bias
        ).value
        try compareMine(
            ConvolutionalNetworkCalls.fullyConvolutional, features.value.removingAxis(0).inDouble,
            network.hidden.weights.value.inDouble, network.hidden.bias.value.inDouble, window,
            with: library.removingAxis(0).inDouble, step)
    }
}
