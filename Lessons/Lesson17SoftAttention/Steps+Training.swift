import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Steps 7 and 8: three trainings with attention and without, and the later glances.
extension AttentionCourse {
    func showTraining() throws -> [Experiment] {
        try lesson.step("training") { step in
            step.number("trainingSteps", size.steps)
            step.number("batch", size.batch)
            step.number("pool", size.batch * size.batches)
            step.number("testCount", size.test)
            step.number("runs", size.runs)
            let experiments = try lesson.progress("Training with attention and without") { report in
                try seeds.enumerated().map { index, seed in
                    defer { report(Double(index + 1) / Double(seeds.count)) }
                    return try Experiment(size: size, seed: seed)
                }
            }
            try showScores(experiments, step)
            showInside(experiments, step)
            return experiments
        }
    }

    private func showScores(_ experiments: [Experiment], _ step: LessonStep) throws {
        let pooling = experiments.map(\.pooling.scores)
        let attending = experiments.map(\.attending.scores)
        let accuracies = (pooling.map(\.accuracy), attending.map(\.accuracy))
        let areas = (try pooling.map { try $0.area() }, try attending.map { try $0.area() })
        let format = NumberFormat.percent(1)
        step.table(
            "results",
            rows: experiments.indices.map { run in
                [
                    "\(seeds[run])", format.text(accuracies.0[run]),
                    format.text(accuracies.1[run]), Self.decimals(areas.0[run]),
                    Self.decimals(areas.1[run]),
                    format.text(experiments[run].inside(experiments[run].attending, step: nil)),
                    format.text(experiments[run].chance),
                ]
            })
        step.number("poolingAccuracy", accuracies.0.mean, .percent(1))
        step.number("attendingAccuracy", accuracies.1.mean, .percent(1))
        step.number("poolingArea", areas.0.mean)
        step.number("attendingArea", areas.1.mean)
        let worst = zip(accuracies.1, accuracies.0).map { $0 - $1 }.min() ?? .nan
        step.number("worstGain", 100 * worst, .decimals(1))
        step.choose(
            "accuracy",
            !experiments.haveLearnt
                ? "untrained"
                : worst > 0
                    ? "better" : accuracies.1.mean >= accuracies.0.mean - 0.01 ? "same" : "worse")
        showGains(accuracies.0, accuracies.1, step)
    }

    /// The gain of each pair, and whether a training of mean pooling did not get off the ground.
    private func showGains(_ pooling: [Double], _ attending: [Double], _ step: LessonStep) {
        let gains = zip(attending, pooling).map { 100 * ($0 - $1) }
        step.text("gains", gains.map { Self.decimals($0, 1) }.joined(separator: ", "))
        let sorted = gains.sorted()
        let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        step.number("medianGain", median, .decimals(1))
        let error = (attending.mean * (1 - attending.mean) / Double(size.test)).squareRoot()
        step.number("accuracyError", 100 * error, .decimals(1))
        let best = pooling.max() ?? .nan
        step.number("poolingSpread", 100 * (best - (pooling.min() ?? .nan)), .decimals(1))
        let stuck = pooling.indices.filter { pooling[$0] < best - 0.12 }
        step.text("stuck", stuck.map { "seed \(seeds[$0])" }.joined(separator: ", "))
        step.choose("pooling", stuck.isEmpty ? "even" : "stuck")
    }

    private func showInside(_ experiments: [Experiment], _ step: LessonStep) {
        let inside = experiments.map { $0.inside($0.attending, step: nil) }
        let chances = experiments.map(\.chance)
        step.number("inside", inside.mean, .percent(0))
        step.text("insideRange", Spread(values: inside).range(.percent(0)))
        step.number("chance", chances.mean, .percent(1))
        let times = zip(inside, chances).map { $0 / $1 }
        step.number("leastTimes", times.min() ?? .nan, .decimals(1))
        step.choose(
            "finds", (times.min() ?? 0) > 3 ? "yes" : (times.min() ?? 0) > 1.2 ? "some" : "no")
        // Means of eight batches: a batch has few tumours.
        let curves = zip(seeds, experiments).map { seed, experiment in
            let all = experiment.attending.inside
            let means = stride(from: 0, to: all.count - 7, by: 8).map {
                Array(all[$0..<$0 + 8]).mean
            }
            return Plot.Curve(
                "seed \(seed)", x: means.indices.map { Double(8 * $0 + 4) }, y: means)
        }
        let level = Plot.Curve(
            "chance", x: [0, Double(size.steps)], y: [chances.mean, chances.mean], style: .dashed)
        step.plot("learning", curves + [level], yRange: 0...1)
        step.figure("maps", maps(of: experiments[0], experiments[0].attending, step: nil, count: 5))
    }

    /// Pictures above, and where a network looked below.
    private func maps(
        of experiment: Experiment, _ trained: TrainedNetwork<AttendingNetwork>, step: Int?,
        count: Int
    ) -> Image {
        let shown = Array(experiment.shown.prefix(count))
        let pictures = shown.map { experiment.training.test.pictures[$0] }
        let weights = shown.map { trained.attention?.weights(of: $0, step: step) ?? [] }
        let largest = weights.joined().max() ?? 1
        let looked = zip(pictures, weights).map { picture, weights in
            picture.image(attending: weights, largest: largest, enlargedBy: 3)
        }
        return .grid(
            pictures.map { $0.outlined(enlargedBy: 3) } + looked, columns: count, spacing: 6)
    }

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
            let free = experiments.map(\.attending)
            showSteps(experiments, free, penalized, step)
            step.figure("glances", glances(experiments[0], free[0], penalized[0]))
            try step.compare(
                mine, SoftAttentionCalls.doublyStochasticPenalty,
                [narrow, second], 1, with: penalties[0])
        }
    }

    private func showSteps(
        _ experiments: [Experiment], _ free: [TrainedNetwork<AttendingNetwork>],
        _ penalized: [TrainedNetwork<AttendingNetwork>], _ step: LessonStep
    ) {
        func means(
            _ networks: [TrainedNetwork<AttendingNetwork>],
            _ measure: (Experiment, TrainedNetwork<AttendingNetwork>) -> Double
        ) -> Double { zip(experiments, networks).map(measure).mean }
        func overlap(_ experiment: Experiment, _ trained: TrainedNetwork<AttendingNetwork>)
            -> Double
        {
            trained.attention?.overlap(0, 2, pictures: experiment.shown) ?? .nan
        }
        let percent = NumberFormat.percent(0)
        step.table(
            "glanceRows",
            rows: (0..<3).map { glance in
                ["\(glance + 1)"]
                    + [free, penalized].map { networks in
                        percent.text(means(networks) { $0.inside($1, step: glance) })
                    }
                    + [free, penalized].map { networks in
                        Self.decimals(networks.map { $0.gates[glance] }.mean, 2)
                    }
            })
        let overlaps = (means(free, overlap), means(penalized, overlap))
        step.number("freeOverlap", overlaps.0, .percent(0))
        step.number("penalizedOverlap", overlaps.1, .percent(0))
        step.choose("overlap", overlaps.0 > overlaps.1 + 0.1 ? "falls" : "stays")
        let learnt = experiments.haveLearnt
        step.choose("alike", !learnt ? "untrained" : overlaps.0 > 0.6 ? "yes" : "no")
        let inside = (0..<3).map { glance in means(penalized) { $0.inside($1, step: glance) } }
        let chance = experiments.map(\.chance).mean
        step.choose("given", inside[0] < 0.5 * (inside[1...].max() ?? 0) ? "first" : "none")
        step.number("penalizedFirst", inside[0], .percent(0))
        step.number("penalizedBest", inside.max() ?? .nan, .percent(0))
        step.choose("still", (inside.max() ?? 0) > 2 * chance ? "finds" : "loses")
        let accuracies = (free.map(\.scores.accuracy), penalized.map(\.scores.accuracy))
        step.number("freeAccuracy", accuracies.0.mean, .percent(1))
        step.number("penalizedAccuracy", accuracies.1.mean, .percent(1))
        step.text("freeAccuracies", Spread(values: accuracies.0).range(.percent(1)))
        step.text("penalizedAccuracies", Spread(values: accuracies.1).range(.percent(1)))
        let gain = accuracies.1.mean - accuracies.0.mean
        step.choose(
            "price", !learnt ? "untrained" : gain > 0.01 ? "gain" : gain < -0.01 ? "cost" : "none")
        let wrong = free.map { network in
            // The sum over the places of a glance is 1, whatever the network does.
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
