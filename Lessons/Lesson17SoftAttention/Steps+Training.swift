import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: trainings with attention and without.
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
}
