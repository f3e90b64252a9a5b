import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 8: the later glances, without the penalty and with it.
extension AttentionCourse {
    func showGlances(_ experiments: [Experiment]) throws {
        try lesson.step("glances") { step in
            let (narrow, wide): ([Double], [Double]) = ([0.9, 0.1, 0, 0], [0.5, 0.3, 0.2, 0])
            let second: [Double] = [0.1, 0.1, 0.4, 0.4]
            let penalties = [narrow, wide].map { first in
                doublyStochasticPenalty(
                    Variable(Tensor(first + second, shape: [1, 2, 4])), factor: 1
                ).value.scalar
            }
            step.number("penaltyNarrow", penalties[0], .decimals(2))
            step.number("penaltyWide", penalties[1], .decimals(2))
            let counts = experiments.flatMap { $0.training.test.counted }.map { counted in
                Double(counted.count { $0 })
            }
            step.number("tissuePlaces", counts.mean, .decimals(0))
            let penalized = try lesson.progress("Training with the penalty") { report in
                try experiments.enumerated().map { index, experiment in
                    defer { report(Double(index + 1) / Double(experiments.count)) }
                    return try experiment.penalized()
                }
            }
            let pair = GlancePair(experiments: experiments, penalized: penalized)
            showRows(pair, step)
            chooseWords(pair, step)
            showPrice(pair, step)
            step.figure("glances", glances(experiments[0], pair.free[0], penalized[0]))
            try step.compare(
                mine, SoftAttentionCalls.doublyStochasticPenalty,
                [narrow, second], 1, with: penalties[0])
        }
    }

    private func showRows(_ pair: GlancePair, _ step: LessonStep) {
        step.table(
            "glanceRows",
            rows: (0..<3).map { glance in
                ["\(glance + 1)"]
                    + [pair.free, pair.penalized].map { networks in
                        NumberFormat.percent(0).text(pair.inside(networks, glance: glance))
                    }
                    + [pair.free, pair.penalized].map { networks in
                        Self.decimals(networks.map { $0.gates[glance] }.mean, 2)
                    }
            })
    }

    private func chooseWords(_ pair: GlancePair, _ step: LessonStep) {
        let overlaps = (pair.overlap(pair.free), pair.overlap(pair.penalized))
        step.number("freeOverlap", overlaps.0, .percent(0))
        step.number("penalizedOverlap", overlaps.1, .percent(0))
        step.choose("overlap", overlaps.0 > overlaps.1 + 0.1 ? "falls" : "stays")
        let learnt = pair.experiments.haveLearnt
        step.choose("alike", !learnt ? "untrained" : overlaps.0 > 0.6 ? "yes" : "no")
        let inside = (0..<3).map { pair.inside(pair.penalized, glance: $0) }
        let chance = pair.experiments.map(\.chance).mean
        step.choose("given", inside[0] < 0.5 * (inside[1...].max() ?? 0) ? "first" : "none")
        step.number("penalizedFirst", inside[0], .percent(0))
        step.number("penalizedBest", inside.max() ?? .nan, .percent(0))
        step.choose("still", (inside.max() ?? 0) > 2 * chance ? "finds" : "loses")
    }

    private func showPrice(_ pair: GlancePair, _ step: LessonStep) {
        let free = pair.free.map(\.scores.accuracy)
        let penalized = pair.penalized.map(\.scores.accuracy)
        step.number("freeAccuracy", free.mean, .percent(1))
        step.number("penalizedAccuracy", penalized.mean, .percent(1))
        step.text("freeAccuracies", Spread(values: free).range(.percent(1)))
        step.text("penalizedAccuracies", Spread(values: penalized).range(.percent(1)))
        let gain = penalized.mean - free.mean
        let change = gain > 0.01 ? "gain" : gain < -0.01 ? "cost" : "none"
        step.choose("price", pair.experiments.haveLearnt ? change : "untrained")
        // The sum over the places of a glance is 1, whatever the network does.
        let wrong = pair.free.map { network in
            let sums = (0..<3).map { network.attention?.weights(of: 0, step: $0).reduce(0, +) ?? 0 }
            return sums.reduce(0) { $0 + (1 - $1) * (1 - $1) }
        }
        step.number("wrongPenalty", wrong.mean, .decimals(6))
    }

    /// Three pictures, and below each the three glances: without the penalty on the left, with it on the
    /// right.
    private func glances(
        _ experiment: Experiment, _ free: TrainedNetwork<AttendingNetwork>,
        _ penalized: TrainedNetwork<AttendingNetwork>
    ) -> Image {
        var rows: [Image] = []
        let shown = experiment.shown.prefix(3)
        func weights(_ network: TrainedNetwork<AttendingNetwork>, _ index: Int, _ glance: Int)
            -> [Double]
        {
            network.attention?.weights(of: index, step: glance) ?? []
        }
        let largest = shown.flatMap { index in
            [free, penalized].flatMap { network in
                (0..<3).flatMap { weights(network, index, $0) }
            }
        }.max()
        for index in shown {
            let picture = experiment.training.test.pictures[index]
            rows.append(picture.outlined(enlargedBy: 2))
            for network in [free, penalized] {
                for glance in 0..<3 {
                    rows.append(
                        picture.image(
                            attending: weights(network, index, glance), largest: largest ?? 1,
                            enlargedBy: 2))
                }
            }
        }
        return .grid(rows, columns: 7, spacing: 6)
    }
}

/// The networks of some experiments: those that look freely, and their twins with the penalty.
private struct GlancePair {
    let experiments: [Experiment]
    let penalized: [TrainedNetwork<AttendingNetwork>]

    var free: [TrainedNetwork<AttendingNetwork>] { experiments.map(\.attending) }

    /// The share of one glance on the tumours, the mean over the trainings.
    func inside(_ networks: [TrainedNetwork<AttendingNetwork>], glance: Int) -> Double {
        zip(experiments, networks).map { $0.inside($1, step: glance) }.mean
    }

    /// What the first and the third glance have in common, the mean over the trainings.
    func overlap(_ networks: [TrainedNetwork<AttendingNetwork>]) -> Double {
        zip(experiments, networks).map { experiment, network in
            network.attention?.overlap(0, 2, pictures: experiment.shown) ?? .nan
        }.mean
    }
}
