import CourseKit
import Curriculum
import DeepTeaching

/// Step 2: k-means, round by round.
extension ClusteringCourse {
    /// - Returns: the cluster of each nucleus at the end.
    func showRounds(from start: [[Double]]) throws -> [Int] {
        try lesson.step("rounds") { step in
            // listing: Lesson12.rounds
            let kMeans = KMeans(clusters: 3, start: .centroids(start), tolerance: 0)
            let rounds = Array(try kMeans.steps(nuclei.table))
            // end listing
            let (first, last) = (rounds[0], rounds[rounds.count - 1])
            showExample(first, step)
            let sizes = (0..<3).map { cluster in first.labels.count { $0 == cluster } }
            step.number("firstClusterSize0", sizes[0])
            step.number("firstClusterSize1", sizes[1])
            step.number("firstClusterSize2", sizes[2])
            try step.compare(
                mine, ClusteringCalls.assign, nuclei.points, start, with: first.labels)
            step.number("inertiaBefore", first.inertia, .decimals(1))
            step.number("inertiaBetween", inertia(first.labels, first.moved), .decimals(1))
            step.number("inertiaAfter", rounds[min(1, rounds.count - 1)].inertia, .decimals(1))
            try step.compare(
                mine, ClusteringCalls.updateCentroids, nuclei.points, first.labels, start,
                with: first.moved)
            step.number("rounds", rounds.count)
            step.number("inertia", last.inertia, .decimals(1))
            step.figure("roundPictures", .grid(pictures(of: rounds), columns: 3, spacing: 8))
            step.plot("inertias", [Plot.Curve("inertia", rounds.map(\.inertia))])
            showKinds(last.labels, step)
            return last.labels
        }
    }

    /// The squared distances of the nucleus that is farthest from its nearest centroid.
    private func showExample(_ round: KMeans.Step, _ step: LessonStep) {
        step.table(
            "starts", rows: round.centroids.enumerated().map { ["\($0)"] + texts($1) })
        func squares(_ nucleus: Int, _ cluster: Int) -> [Double] {
            zip(nuclei.points[nucleus], round.centroids[cluster]).map { ($0 - $1) * ($0 - $1) }
        }
        let distances = nuclei.points.indices.map {
            squares($0, round.labels[$0]).reduce(0, +)
        }
        let example = distances.indices.max { distances[$0] < distances[$1] } ?? 0
        step.number("exampleSize", nuclei.points[example][0], .decimals(2))
        step.number("exampleDarkness", nuclei.points[example][1], .decimals(2))
        step.table(
            "distances",
            rows: (0..<3).map { cluster in
                let squares = squares(example, cluster)
                return ["\(cluster)"] + texts(squares + [squares.reduce(0, +)])
            })
        step.choose("nearest", ["zero", "one", "two"][round.labels[example]])
    }

    private func inertia(_ labels: [Int], _ centroids: [[Double]]) -> Double {
        zip(nuclei.points, labels).reduce(0) { sum, pair in
            zip(pair.0, centroids[pair.1]).reduce(sum) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        }
    }

    /// The first five rounds and the last.
    private func pictures(of rounds: [KMeans.Step]) -> [Image] {
        let shown = rounds.count > 6 ? Array(rounds.prefix(5)) + rounds.suffix(1) : rounds
        return shown.map {
            plane.points(nuclei.points, $0.labels).centroids($0.centroids).image
        }
    }

    /// How the clusters agree with what the painter knows.
    private func showKinds(_ labels: [Int], _ step: LessonStep) {
        step.table(
            "kindTable",
            rows: (0..<3).map { cluster in
                ["\(cluster)"]
                    + (0..<3).map { kind in
                        let both = zip(labels, nuclei.kinds).count { $0 == cluster && $1 == kind }
                        return "\(both)"
                    }
            })
        step.table(
            "kindMeans",
            rows: zip(["lymphocytes", "tumour cells", "histiocytes"], 0..<3).map { name, kind in
                let all = nuclei.fields.nuclei.filter { $0.kind == kind }
                return [name, "\(all.count)"]
                    + texts([all.map(\.diameter).mean, all.map(\.darkness).mean])
            })
        let darkness = nuclei.fields.lymphocyteDarkness
        step.table(
            "pieces",
            rows: zip(["cortex", "metastasis", "sinus"], darkness.indices).map { name, piece in
                [name, "\(nuclei.fields.counts[piece])"] + texts([darkness[piece]])
            })
        step.choose("batch", darkness.spread > 0.1 ? "differs" : "same")
        let share = agreement(labels, nuclei.kinds)
        step.number("agreement", share, .percent(1))
        step.choose("found", share > 0.95 ? "kinds" : share > 0.75 ? "most" : "others")
        step.plot(
            "kindPlot",
            ["lymphocyte", "tumor", "histiocyte"].enumerated().map { kind, name in
                nuclei.cloud(name) { nuclei.kinds[$0] == kind }
            }, xRange: nuclei.range(axis: 0), yRange: nuclei.range(axis: 1))
    }
}
