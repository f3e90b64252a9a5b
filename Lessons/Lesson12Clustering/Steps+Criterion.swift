import CourseKit
import Curriculum
import DeepTeaching

/// Step 6: how many components are worth their parameters.
extension ClusteringCourse {
    func showCriterion(_ three: GaussianMixture.Fitted) throws {
        try lesson.step("criterion") { step in
            let (counts, table) = (Array(1...7), nuclei.table)
            let fits = try lesson.progress("Fitting mixtures") { report in
                try counts.map { count in
                    report(Double(count) / 12)
                    return try bestMixture(count, of: table, seed: lesson.seed)
                }
            }
            let points = Double(nuclei.points.count)
            let misfits = fits.map { -2 * $0.logLikelihood * points }
            let criteria = try fits.map { try $0.bayesianInformationCriterion(for: table) }
            let inertias = try counts.map {
                try KMeans(clusters: $0).fit(table, seed: lesson.seed).inertia
            }
            step.table(
                "criteria",
                rows: counts.indices.map { index in
                    let count = counts[index]
                    return ["\(count)", "\(6 * count - 1)"]
                        + texts([inertias[index], misfits[index], criteria[index]], 1)
                })
            step.plot(
                "criterionPlot",
                [
                    Plot.Curve("criterion", criteria),
                    Plot.Curve("misfit", misfits, style: .dashed),
                ])
            let chosen = counts[criteria.indices.min { criteria[$0] < criteria[$1] } ?? 0]
            step.number("chosen", chosen)
            step.choose("chosenCount", chosen == 3 ? "three" : chosen > 3 ? "more" : "fewer")
            try step.compare(
                mine, ClusteringCalls.bayesianInformationCriterion,
                three.logLikelihood * points, nuclei.points.count, 3, 2,
                with: try three.bayesianInformationCriterion(for: table))
            try showDraws(three, chosen, step)
        }
    }

    /// Halves of the nuclei, and points that are drawn from three clouds: does the criterion find three?
    private func showDraws(
        _ three: GaussianMixture.Fitted, _ chosen: Int, _ step: LessonStep
    ) throws {
        let halves = try (0..<5).map { number in
            var generator = SeededGenerator(seed: lesson.seed, stream: "half \(number)")
            let half = generator.shuffled(nuclei.points).prefix(nuclei.points.count / 2)
            return try chosenCount(for: Tensor(rows: Array(half)))
        }
        step.text("halvesChosen", halves.map { "\($0)" }.joined(separator: ", "))
        step.choose(
            "halves",
            halves.allSatisfy { $0 == chosen }
                ? "agree" : halves.allSatisfy { $0 <= chosen } ? "fewer" : "differ")
        let found = try (0..<5).map { number in
            var generator = SeededGenerator(seed: lesson.seed, stream: "drawn nuclei \(number)")
            return try chosenCount(
                for: three.drawn(nuclei.points.count, using: &generator).samples)
        }
        step.text("drawnChosen", found.map { "\($0)" }.joined(separator: ", "))
        let right = found.count { $0 == 3 }
        step.choose("drawn", right >= 4 ? "right" : right >= 2 ? "sometimes" : "seldom")
    }

    private func chosenCount(for points: Tensor<Double>) throws -> Int {
        // listing: Lesson12.criterion
        let criteria = try (1...5).map { count in
            try bestMixture(count, of: points, seed: lesson.seed)
                .bayesianInformationCriterion(for: points)
        }
        let best = criteria.indices.min { criteria[$0] < criteria[$1] }
        // end listing
        return 1 + (best ?? 0)
    }
}
