import CourseKit
import DeepTeaching

/// Step 5: clouds on which k-means must fail.
extension ClusteringCourse {
    func showLimits() throws {
        try lesson.step("limits") { step in
            let results = try lesson.progress("Fitting clouds") { report in
                try [Clouds.diffuseAndDense, Clouds.elongated].enumerated().map { number, draw in
                    report(Double(number) / 2)
                    return try (0..<5).map { try Trial(of: draw, number: $0, seed: lesson.seed) }
                }
            }
            let names = ["large diffuse and small dense", "long, side by side"]
            let (means, em) = (
                results.map { $0.map(\.kMeansShare) }, results.map { $0.map(\.mixtureShare) }
            )
            step.figure(
                "limits",
                .grid(
                    results.flatMap { $0[0].pictures }, columns: 3, spacing: 8))
            step.table(
                "limitTable",
                rows: zip(names, zip(means, em)).map { name, pair in
                    [name, pair.0.percentages, pair.1.percentages]
                })
            step.number("wrongDiffuse", means[0].mean, .percent(1))
            step.number("wrongElongated", means[1].mean, .percent(1))
            step.number("emDiffuse", em[0].mean, .percent(1))
            step.number("emElongated", em[1].mean, .percent(1))
            let gains = zip(means, em).map { $1.mean - $0.mean }
            step.choose("limitWinner", gains.allSatisfy { $0 > 0.05 } ? "em" : "mixed")
        }
    }

    /// Both ways on one draw of two clouds, with ten starts each.
    private struct Trial {
        let clouds: Clouds
        let kMeans: KMeans.Fitted
        let mixture: GaussianMixture.Fitted
        let found: [Int]

        init(
            of draw: (inout SeededGenerator) -> Clouds, number: Int, seed: UInt64
        ) throws {
            var generator = SeededGenerator(seed: seed, stream: "two clouds \(number)")
            clouds = draw(&generator)
            // listing: Lesson12.limits
            kMeans = try KMeans(clusters: 2, runs: 10).fit(clouds.table, seed: seed)
            mixture = try bestMixture(2, of: clouds.table, seed: seed)
            found = try mixture.predictions(for: clouds.table)
            // end listing
        }

        var kMeansShare: Double { agreement(kMeans.labels, clouds.kinds) }
        var mixtureShare: Double { agreement(found, clouds.kinds) }

        /// What was drawn, what k-means finds, what the mixture finds.
        var pictures: [Image] {
            let plane = ScatterPicture(x: -10...10, y: -8...8)
            let ellipses = (0..<2).map {
                mixture.parameters.ellipse(of: $0, deviations: 2).points(400)
            }
            return [
                plane.points(clouds.points, clouds.kinds).image,
                plane.points(clouds.points, kMeans.labels).centroids(kMeans.centroids).image,
                plane.points(clouds.points, found).curves(ellipses).image,
            ]
        }
    }
}
