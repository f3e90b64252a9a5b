import CourseKit
import DeepTeaching

/// Step 9: a map of attention shows where, not why.
extension AttentionCourse {
    func showCaution(_ experiments: [Experiment]) throws {
        try lesson.step("caution") { step in
            showPeaks(experiments, step)
            try showHiding(experiments, step)
            showSeeds(experiments, step)
            step.figure("healthy", healthy(experiments))
        }
    }

    /// How much attention the five best places of a picture get, with a tumour and without.
    private func showPeaks(_ experiments: [Experiment], _ step: LessonStep) {
        func peak(_ isTumorous: Bool) -> Double {
            experiments.map { experiment in
                let pictures = experiment.training.test.pictures
                return pictures.indices.filter { pictures[$0].isTumorous == isTumorous }.map {
                    let weights = experiment.attending.attention?.weights(of: $0, step: nil) ?? []
                    return weights.sorted(by: >).prefix(5).reduce(0, +)
                }.mean
            }.mean
        }
        let (tumor, healthy) = (peak(true), peak(false))
        step.number("peakTumor", tumor, .percent(0))
        step.number("peakHealthy", healthy, .percent(0))
        let even = experiments.map { experiment in
            let counts = experiment.training.test.counted.map { Double($0.count { $0 }) }
            return counts.map { 5 / $0 }.mean
        }.mean
        step.number("peakEven", even, .percent(0))
        step.choose("peaks", healthy > 2 * even ? "sharp" : "flat")
    }

    /// Hides the places that were looked at most, or as many others, and asks again.
    private func showHiding(_ experiments: [Experiment], _ step: LessonStep) throws {
        var (before, best, others) = ([Double](), [Double](), [Double]())
        for (seed, experiment) in zip(seeds, experiments) {
            let test = experiment.training.test
            var generator = SeededGenerator(seed: seed, stream: "hidden places")
            func found(_ mask: Tensor<Float>) throws -> Double {
                try experiment.attending.scores(of: test, where: mask).sensitivity
            }
            before.append(experiment.attending.scores.sensitivity)
            best.append(
                try found(
                    hiding(in: test) { picture, _ in
                        experiment.attending.attention?.weights(of: picture, step: nil) ?? []
                    }))
            others.append(
                try found(
                    hiding(in: test) { _, count in
                        (0..<count).map { _ in generator.uniform(0.1, 1) }
                    }))
        }
        step.number("foundBefore", before.mean, .percent(0))
        step.number("foundBest", best.mean, .percent(0))
        step.number("foundOthers", others.mean, .percent(0))
        step.choose(
            "hiding",
            !experiments.haveLearnt
                ? "untrained" : best.mean < others.mean - 0.2 ? "used" : "unused")
        let areas = experiments.flatMap { experiment in
            experiment.shown.map { experiment.training.test.tumor[$0].reduce(0, +) }
        }
        step.number("tumorPlaces", areas.mean, .decimals(0))
    }

    /// The mask without the eight counted places of the highest value.
    private func hiding(
        in batch: PictureBatch, by values: (_ picture: Int, _ places: Int) -> [Double]
    ) -> Tensor<Float> {
        let counted = batch.counted
        var mask = Array(batch.mask.elements)
        for picture in batch.pictures.indices {
            let values = values(picture, PictureBatch.places)
            let order = values.indices.filter { counted[picture][$0] }
                .sorted { values[$0] > values[$1] }
            for place in order.prefix(8) { mask[picture * PictureBatch.places + place] = 0 }
        }
        return Tensor(mask, shape: batch.mask.shape)
    }

    /// Two networks that learnt from other pictures look at the same ones: how far their maps agree.
    private func showSeeds(_ experiments: [Experiment], _ step: LessonStep) {
        let test = experiments[0].training.test
        let both = experiments.prefix(2).compactMap { experiment in
            try? experiment.attending.network.answer(Variable(test.images), where: test.mask)
                .weights
        }.map { Attention($0.value) }
        func agreement(_ isTumorous: Bool) -> Double {
            test.pictures.indices.filter { test.pictures[$0].isTumorous == isTumorous }
                .map { picture in
                    zip(
                        both[0].weights(of: picture, step: nil),
                        both[1].weights(of: picture, step: nil)
                    ).reduce(0) { $0 + min($1.0, $1.1) }
                }.mean
        }
        let (tumor, healthy) = (agreement(true), agreement(false))
        step.number("agreeTumor", tumor, .percent(0))
        step.number("agreeHealthy", healthy, .percent(0))
        step.choose(
            "agree",
            !experiments.haveLearnt ? "untrained" : tumor > healthy + 0.05 ? "less" : "alike")
    }

    /// Healthy pictures, and where the first two networks looked.
    private func healthy(_ experiments: [Experiment]) -> Image {
        let test = experiments[0].training.test
        let shown = Array(test.pictures.indices.filter { !test.pictures[$0].isTumorous }.prefix(5))
        let maps = experiments.prefix(2).flatMap { experiment -> [[Double]] in
            let answer = try? experiment.attending.network.answer(
                Variable(test.images), where: test.mask)
            guard let weights = answer?.weights else { return [] }
            let attention = Attention(weights.value)
            return shown.map { attention.weights(of: $0, step: nil) }
        }
        let largest = maps.joined().max() ?? 1
        let rows = maps.indices.map {
            test.pictures[shown[$0 % shown.count]].image(
                attending: maps[$0], largest: largest, enlargedBy: 3)
        }
        return .grid(
            shown.map { test.pictures[$0].image(enlargedBy: 3) } + rows, columns: 5, spacing: 6)
    }
}
