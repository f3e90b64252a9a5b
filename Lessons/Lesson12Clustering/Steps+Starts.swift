import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 3: where k-means begins decides where it ends.
extension ClusteringCourse {
    private static let tries = 200

    func showStarts() throws {
        try lesson.step("starts") { step in
            let clouds = (0..<3).map { number in
                var generator = SeededGenerator(seed: lesson.seed, stream: "nine clouds \(number)")
                return Clouds.grid(using: &generator)
            }
            step.number("triesCount", Self.tries)
            let results = try lesson.progress("Starting k-means anew") { report in
                try clouds.enumerated().map { number, clouds in
                    report(Double(number) / 3)
                    return try Self.ends(of: clouds.table, clusters: 9, seed: lesson.seed)
                }
            }
            let shares = results.map { $0.map { $0.bad } }
            let means = (0..<3).map { way in shares.map { $0[way] }.mean }
            step.number("wrongRandomStarts", means[0], .percent(1))
            step.figure("minima", try minima(clouds[0], results[0]))
            step.number("cutParts", Self.parts(clouds[0], results[0][0].worst))
            step.number("worstInertia", results[0][0].worst.inertia, .decimals(1))
            step.number("bestInertia", results[0][0].best, .decimals(1))
            let onNuclei = try Self.ends(of: nuclei.table, clusters: 3, seed: lesson.seed)
            step.table(
                "ends",
                rows: shares.enumerated().map { number, shares in
                    ["nine clouds, draw \(number + 1)"]
                        + shares.map { NumberFormat.percent(1).text($0) }
                }
                    + [
                        ["the nuclei, three clusters"]
                            + onNuclei.map { NumberFormat.percent(1).text($0.bad) }
                    ])
            step.choose("nucleiStarts", onNuclei[0].bad < 0.05 ? "harmless" : "harmful")
            step.choose("plusPlus", means[1] < means[0] - 0.05 ? "helps" : "same")
            step.choose("candidates", means[2] < means[1] - 0.05 ? "help" : "same")
            step.number("tenRuns", pow(means[1], 10), .percent(2))
            try compareStart(step)
        }
    }

    /// How runs from one kind of start end.
    private struct Ends {
        /// The least inertia of all runs of all kinds.
        var best: Double

        /// The share of runs whose inertia is more than 1 % larger.
        var bad: Double
        var worst: KMeans.Fitted
    }

    /// Runs from samples at random, from k-means++ as published, and with several candidates.
    private static func ends(
        of table: Tensor<Double>, clusters: Int, seed: UInt64
    ) throws -> [Ends] {
        let rows = table.rowArrays
        let runs = try (0..<3).map { way in
            try (0..<tries).map { number in
                // listing: Lesson12.starts
                var kMeans = KMeans(clusters: clusters, start: .samples, runs: 1)
                if way > 0 {
                    var generator = SeededGenerator(seed: seed, stream: "start \(number)")
                    let plusPlus = KMeansPlusPlus(candidates: way == 1 ? 1 : nil)
                    let chosen = try plusPlus.samples(
                        clusters, from: table, using: &generator)
                    kMeans.start = .centroids(chosen.map { rows[$0] })
                }
                return try kMeans.fit(table, seed: seed &+ UInt64(number))
                // end listing
            }
        }
        let best = runs.joined().map(\.inertia).min() ?? 0
        return runs.map { runs in
            let bad = runs.count { $0.inertia > 1.01 * best }
            let worst = runs.max { $0.inertia < $1.inertia } ?? runs[0]
            return Ends(best: best, bad: Double(bad) / Double(runs.count), worst: worst)
        }
    }

    /// How many clusters have most of their points in the same cloud, at most.
    private static func parts(_ clouds: Clouds, _ end: KMeans.Fitted) -> Int {
        let homes = (0..<9).map { cluster in
            let kinds = zip(clouds.kinds, end.labels).filter { $0.1 == cluster }.map(\.0)
            return (0..<9).first { kind in 2 * kinds.count { $0 == kind } > kinds.count }
        }
        return (0..<9).map { kind in homes.count { $0 == kind } }.max() ?? 1
    }

    /// The best end and the worst.
    private func minima(_ clouds: Clouds, _ ends: [Ends]) throws -> Image {
        let best = try KMeans(clusters: 9, runs: 20).fit(clouds.table, seed: lesson.seed)
        let plane = ScatterPicture(x: -2...10, y: -2...10, width: 240, height: 240)
        return .sideBySide(
            [best, ends[0].worst].map {
                plane.points(clouds.points, $0.labels).centroids($0.centroids).image
            }, spacing: 8)
    }

    /// The library draws the same numbers in the same order.
    private func compareStart(_ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "your start")
        var same = generator
        let chosen = try KMeansPlusPlus(candidates: 1).samples(
            3, from: nuclei.table, using: &generator)
        let count = Double(nuclei.points.count)
        let first = (Double(same.index(below: nuclei.points.count)) + 0.5) / count
        let draws = [first, same.uniform(), same.uniform()]
        try step.compare(
            mine, ClusteringCalls.kMeansPlusPlus, nuclei.points, draws, with: chosen)
    }
}
