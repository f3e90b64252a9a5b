import CourseKit
import Curriculum
import DeepTeaching

/// Step 7: channels on one scale.
extension TensorCourse {
    func showStandardization(_ batch: Tensor<Float>) throws {
        try lesson.step("The same scale for all") { step in
            step.words(
                """
                Networks learn best from numbers that lie around 0 and are neither tiny nor huge. \
                So each channel is *standardised*: its mean is taken away, and what is left is \
                divided by its deviation. Both are measured over **all** pixels of all patches.
                """)
            step.glossary("standardise", "subtract the mean, divide by the deviation")
            step.equation(
                "z = (x - μ_c) / σ_c",
                where: [
                    "x, z": "a number before and after",
                    "μ_c, σ_c": "mean and deviation of its channel c",
                ])
            step.question(
                "Somebody takes the deviation of each patch, and then the mean of these. Is it "
                    + "too large, right, or too small?",
                choices: ["too large", "right", "too small"])
            step.code(
                """
                let mean = batch.mean(axes: [0, 1, 2])
                let deviation = batch.variance(axes: [0, 1, 2]).squareRoot()
                let standardized = (batch - mean) / deviation
                """, caption: "Two broadcasts, three numbers each.")
            let mean = batch.mean(axes: [0, 1, 2])
            let deviation = batch.variance(axes: [0, 1, 2]).squareRoot()
            let single = batch.variance(axes: [1, 2]).squareRoot().mean(axes: [0])
            showChannelTable(batch, mean, deviation, single, step)
            let wrong = ((batch - mean) / single).variance(axes: [0, 1, 2]).squareRoot()
            let right = ((batch - mean) / deviation).variance(axes: [0, 1, 2]).squareRoot()
            step.number(
                "deviationAfter", right.maximum().scalar, "Largest deviation after", digits: 3)
            step.number(
                "wrongDeviationAfter", wrong.maximum().scalar,
                "Wrong way: largest deviation after, by the mean of the patches' deviations",
                digits: 3)
            step.answer(
                "Too small. A patch's own deviation does not know how far the patches lie apart: "
                    + "two hospitals, two stains. So the result is spread too wide. Had all "
                    + "patches looked alike, nobody would have noticed.", choice: 2)
            showDivisors(batch, step)
            showHistograms(batch, (batch - mean) / deviation, step)
            try showOwnStatistics(batch, mean, deviation, step)
            step.words("Exercise: `channelMeanAndDeviation` in Exercises/Lesson01Tensors.swift.")
        }
    }

    private func showChannelTable(
        _ batch: Tensor<Float>, _ mean: Tensor<Float>, _ deviation: Tensor<Float>,
        _ single: Tensor<Float>, _ step: StepWriter
    ) {
        func text(_ value: Float) -> String { NumberFormat.decimals(3).text(Double(value)) }
        step.table(
            header: ["channel", "mean", "deviation of all", "mean of the patches' deviations"],
            rows: ["red", "green", "blue"].enumerated().map { channel, name in
                [name, text(mean[channel]), text(deviation[channel]), text(single[channel])]
            }, caption: "\(batch.shape[0]) patches of \(batch.shape[1]) x \(batch.shape[2]) pixels."
        )
    }

    /// n and n - 1: of four pixels, and of all.
    private func showDivisors(_ batch: Tensor<Float>, _ step: StepWriter) {
        func ratio(_ pixels: Int) -> Double { (Double(pixels) / Double(pixels - 1)).squareRoot() }
        let all = batch.count / 3
        step.words(
            """
            Divide by n or by n - 1? By n: these pixels are all there are. The n - 1 belongs to \
            statistics, where a few are drawn to guess the deviation of many. It makes the \
            deviation of four pixels \(NumberFormat.percent(1).text(ratio(4) - 1)) larger, that of \
            all \(NumberFormat.integer.text(Double(all))) here \
            \(NumberFormat.percent(4).text(ratio(all) - 1)): too little to be noticed, and so a \
            mistake that lives long.
            """)
    }

    private func showHistograms(
        _ before: Tensor<Float>, _ after: Tensor<Float>, _ step: StepWriter
    ) {
        func curves(_ tensor: Tensor<Float>) -> [Plot.Curve] {
            ["red", "green", "blue"].enumerated().map { channel, name in
                let values = tensor.slice(channel..<channel + 1, axis: 3).elements
                return Self.histogram(of: values, named: name)
            }
        }
        step.plot(
            Plot(
                name: "before", x: "number", y: "share of the pixels", curves: curves(before),
                caption: "The three channels before: each has a place and a width of its own.",
                alternative: "Three lines of several humps, at different places."))
        step.plot(
            Plot(
                name: "after", x: "number", y: "share of the pixels", curves: curves(after),
                caption: "After: all lie around 0, and are equally wide. Their shapes stay.",
                alternative: "The three lines now lie on top of each other, around 0."))
    }

    /// The share of the numbers in each of 40 bins from the smallest to the largest.
    private static func histogram(of values: [Float], named name: String) -> Plot.Curve {
        let (low, high) = (values.min() ?? 0, values.max() ?? 1)
        var counts = [Double](repeating: 0, count: 40)
        for value in values {
            counts[min(39, Int((value - low) / max(high - low, 1e-9) * 40))] += 1
        }
        return Plot.Curve(
            name, x: counts.indices.map { Double(low + (high - low) * (Float($0) + 0.5) / 40) },
            y: counts.map { $0 / Double(values.count) })
    }

    private func showOwnStatistics(
        _ batch: Tensor<Float>, _ mean: Tensor<Float>, _ deviation: Tensor<Float>,
        _ step: StepWriter
    ) throws {
        guard let mine else { return }
        let images = batch.inDouble.unstacked()
        guard
            let own = try mine.value(
                of: TensorsCalls.channelMeanAndDeviation, images, say: step.words)
        else { return }
        func text(_ values: [Double]) -> String {
            values.map { NumberFormat.decimals(4).text($0) }.joined(separator: ", ")
        }
        step.words(
            "**Yours:** means \(text(own.mean)), deviations \(text(own.deviation)). **The "
                + "library's:** means \(text(mean.inDouble.elements)), deviations "
                + "\(text(deviation.inDouble.elements)).")
    }
}
