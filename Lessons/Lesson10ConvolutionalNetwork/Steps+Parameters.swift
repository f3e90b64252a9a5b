import CourseKit
import DeepTeaching
import LessonSlides

/// How many numbers each network has to learn, and what the dense one makes of the same patches.
extension ConvolutionCourse {
    /// How often each network is trained, each time from other weights and in another order.
    private var runs: Range<Int> { 0..<3 }

    /// Returns convolutional networks that differ in their seed, and the network of Lesson 9.
    func compareWithDense(
        _ data: PatchData, _ first: PatchClassifier<Float>
    ) throws -> ([PatchClassifier<Float>], DenseNetwork) {
        try lesson.step("parameters") { step in
            showLayers(first, step)
            step.number("runs", runs.count)
            let small = try DenseRuns(
                pooling: source.grid.side / 16, runs: runs, data: data, lesson: lesson)
            let large = try DenseRuns(
                pooling: 1, runs: runs.prefix(1), data: data, lesson: lesson)
            let networks = [first] + (try trainedNetworks(data, runs: runs.dropFirst()))
            try showComparison(data, small, large, networks, step)
            return (networks, small.networks[0])
        }
    }

    /// Convolutional networks, one for each run.
    func trainedNetworks(
        _ data: PatchData, runs: Range<Int>, training: PatchTraining = ConvolutionCourse.training
    ) throws -> [PatchClassifier<Float>] {
        try lesson.progress("Training convolutional networks") { report in
            try runs.map { run in
                var network = network(run: run)
                try training.fit(
                    &network, to: data.training, seed: lesson.seed &+ UInt64(run)
                ) { progress, steps in
                    let share = Double(progress.step + 1) / Double(steps)
                    report((Double(run - runs.lowerBound) + share) / Double(runs.count))
                }
                return network
            }
        }
    }

    private func showLayers(_ network: PatchClassifier<Float>, _ step: LessonStep) {
        func shape(_ side: Int, _ channels: Int) -> String { "\(side) x \(side) x \(channels)" }
        let side = network.side
        let (first, second) = ((side - 4) / 2, ((side - 4) / 2 - 2) / 2)
        step.number("firstParameters", network.first.convolution.parameterCount)
        step.text("firstOutput", shape(first, 16))
        step.number("secondParameters", network.second.convolution.parameterCount)
        step.text("secondOutput", shape(second, 32))
        step.number("thirdParameters", network.third.convolution.parameterCount)
        step.text("thirdOutput", shape(network.window, 32))
        step.number(
            "normalizationParameters",
            [network.first, network.second, network.third].reduce(0) {
                $0 + ($1.normalization?.parameterCount ?? 0)
            })
        step.number("hiddenParameters", network.hidden.parameterCount)
        step.number("outputParameters", network.output.parameterCount)
        step.number("convolutionParameters", network.parameterCount)
    }

    private func showComparison(
        _ data: PatchData, _ small: DenseRuns, _ large: DenseRuns,
        _ networks: [PatchClassifier<Float>], _ step: LessonStep
    ) throws {
        let scores = networks.map { PatchScores($0, data.known) }
        let areas = Spread(values: try scores.map { try $0.area() })
        step.number("denseParameters", small.networks[0].parameterCount)
        step.number("wrongDenseAccuracy", small.accuracy.mean, .percent(1))
        step.number("denseArea", small.area.mean)
        step.text("denseAreas", small.area.range(.decimals(3)))
        step.number("denseRate", small.rate)
        step.number("largeParameters", large.networks[0].parameterCount)
        step.number("largeAccuracy", large.accuracy.mean, .percent(1))
        step.number("largeArea", large.area.mean)
        step.number("largeRate", large.rate)
        step.number(
            "convolutionAccuracy", Spread(values: scores.map(\.accuracy)).mean, .percent(1))
        step.number("convolutionArea", areas.mean)
        step.text("convolutionAreas", areas.range(.decimals(3)))
        let dense = Spread(values: small.area.values + large.area.values)
        step.choose(
            "networks",
            areas.isAbove(dense) ? "better" : dense.isAbove(areas) ? "worse" : "overlap")
        step.choose(
            "pixels",
            large.area.isAbove(small.area)
                ? "help" : small.area.isAbove(large.area) ? "harm" : "nothing")
    }
}
