import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct ClusteringCourse {
    let lesson: Lesson
    let nuclei: Nuclei
    let mine: StudentFunctions?

    private var points: [[Double]] { nuclei.points }

    func teach() throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "starts")
        let start = nuclei.start(using: &generator)
        try look()
        try assign(to: start)
        try move(from: start)
        try repeatUntilNothingMoves(from: start)
        try startElsewhere(using: &generator)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.clustering.exerciseRows)
        }
    }

    private func look() throws {
        try lesson.step("nuclei") { step in
            step.number("nucleiCount", points.count)
            step.number("discCount", 9)
            step.figure("discs", nuclei.discs(9))
            step.plot(
                "nuclei", [Nuclei.cloud("nuclei", points)], xRange: nuclei.range(axis: 0),
                yRange: nuclei.range(axis: 1))
        }
    }

    private func assign(to start: [[Double]]) throws {
        try lesson.step("assign") { step in
            let assignment = KMeans.assign(points, to: start)
            step.table("starts", rows: start.enumerated().map { ["\($0)"] + Self.texts($1) })
            // The nucleus that lies farthest from its nearest centroid.
            let distances = points.map { KMeans.nearest($0, in: start).squaredDistance }
            let example = distances.indices.max { distances[$0] < distances[$1] } ?? 0
            step.number("exampleSize", points[example][0], .decimals(2))
            step.number("exampleDarkness", points[example][1], .decimals(2))
            step.table(
                "distances",
                rows: start.enumerated().map { cluster, centroid in
                    let squares = zip(points[example], centroid).map { ($0 - $1) * ($0 - $1) }
                    return ["\(cluster)"] + Self.texts(squares + [squares.reduce(0, +)])
                })
            step.choose("nearest", ["zero", "one", "two"][assignment[example]])
            let sizes = start.indices.map { cluster in assignment.count { $0 == cluster } }
            step.number("firstClusterSize0", sizes[0])
            step.number("firstClusterSize1", sizes[1])
            step.number("firstClusterSize2", sizes[2])
            try step.compare(mine, ClusteringCalls.assign, points, start, with: assignment)
        }
    }

    private static func texts(_ numbers: [Double]) -> [String] {
        numbers.map { NumberFormat.decimals(2).text($0) }
    }

    private func move(from start: [[Double]]) throws {
        try lesson.step("move") { step in
            let before = KMeans.assign(points, to: start)
            let moved = KMeans.centroids(of: points, before, previous: start)
            let after = KMeans.assign(points, to: moved)
            step.number("costBefore", KMeans.cost(points, before, start))
            step.number("costBetween", KMeans.cost(points, before, moved))
            step.number("costAfter", KMeans.cost(points, after, moved))
            try step.compare(
                mine, ClusteringCalls.updateCentroids, points, before, start, with: moved)
        }
    }

    private func repeatUntilNothingMoves(from start: [[Double]]) throws {
        try lesson.step("repeat") { step in
            let run = KMeans.run(points, start: start)
            step.number("rounds", run.costs.count)
            step.number("cost", run.costs.last ?? 0)
            step.plot("costs", [Plot.Curve("cost", run.costs)])
            let clusters = start.indices.map { cluster in
                Nuclei.cloud(
                    "\(cluster)",
                    zip(points, run.assignment).filter { $0.1 == cluster }.map(\.0))
            }
            step.plot(
                "clusters", clusters + [Nuclei.ways("centroids", run.ways)],
                xRange: nuclei.range(axis: 0), yRange: nuclei.range(axis: 1))
            let share = nuclei.agreement(with: run.assignment)
            step.number("agreement", share, .percent(1))
            step.choose("found", share == 1 ? "kinds" : share > 0.9 ? "most" : "others")
        }
    }

    private func startElsewhere(using generator: inout SeededGenerator) throws {
        try lesson.step("starts") { step in
            let corner = (0..<3).map { [30 + Double($0), 30 + Double($0)] }
            let run = KMeans.run(points, start: corner)
            step.number("wrongStartClusters", Set(run.assignment).count)
            step.number("wrongStartCost", run.costs.last ?? 0)

            let starts = (0..<100).map { _ in nuclei.start(using: &generator) }
            let costs = starts.map { KMeans.run(points, start: $0).costs.last ?? .infinity }
            let best = costs.min() ?? 0
            let good = costs.count { $0 < 1.01 * best }
            step.number("startsTried", starts.count)
            step.number("goodStarts", good)
            step.number("bestCost", best)
            step.number("worstCost", costs.max() ?? 0)
            step.choose("luck", good == costs.count ? "always" : "sometimes")
        }
    }
}
