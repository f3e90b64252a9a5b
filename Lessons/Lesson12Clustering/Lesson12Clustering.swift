import ArgumentParser
import CourseKit
import DeepTeaching

struct Lesson12Clustering: LessonCommand {
    static let title = "Clustering"
    static let question = "Which structure is there without labels?"

    @OptionGroup var options: LessonOptions

    func teach(_ lesson: Lesson) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "nuclei")
        let nuclei = Nuclei(count: 240, using: &generator)
        try look(lesson, nuclei)
        let spread = [nuclei.points[0], nuclei.points[1], nuclei.points[2]]
        try assign(lesson, nuclei, spread)
        try move(lesson, nuclei, spread)
        try repeatUntilNothingMoves(lesson, nuclei, spread)
        try startBadly(lesson, nuclei)
    }

    private func look(_ lesson: Lesson, _ nuclei: Nuclei) throws {
        try lesson.step("Nuclei without names") { step in
            step.words(
                """
                A pathologist tells lymphocytes, tumour cells and histiocytes apart at a glance. \
                Here are \(nuclei.points.count) nuclei as two numbers each: how large, and how \
                dark. Nobody has written down which is which. Can the numbers say it alone?
                """)
            step.box("A point with two coordinates") { box in
                box.words(
                    "Two numbers are a place in the plane; a hundred numbers are a place in "
                        + "a space of a hundred dimensions. Distances work the same in both.")
            }
            step.glossary("nucleus", "the part of a cell that holds its DNA; it stains dark blue")
            step.figure(
                nuclei.picture(), name: "nuclei", caption: "Size to the right, darkness upwards.",
                alternative: "Three clouds of grey dots that touch but hardly overlap.")
            step.question("How many groups do you see?", unit: "groups")
            step.answer("The numbers were drawn around three places.")
        }
    }

    private func assign(_ lesson: Lesson, _ nuclei: Nuclei, _ start: [[Double]]) throws {
        try lesson.step("Each point joins its nearest centroid") { step in
            step.words(
                "Take three of the points as first centroids. Each point joins the centroid "
                    + "at the smallest squared distance.")
            step.equation(
                "a_i = argmin_k sum_d (x_(i d) - c_(k d))^2",
                where: [
                    "a_i": "the cluster of point i", "x_(i d)": "coordinate d of point i",
                    "c_(k d)": "coordinate d of centroid k",
                ])
            let assignment = KMeansSteps.assign(nuclei.points, to: start)
            let sizes = start.indices.map { cluster in assignment.count { $0 == cluster } }
            for (cluster, size) in sizes.enumerated() {
                step.number("firstClusterSize\(cluster)", size, "Points of cluster \(cluster)")
            }
            step.words("Exercise: `assign` in Exercises/Lesson12Clustering.swift.")
        }
    }

    private func move(_ lesson: Lesson, _ nuclei: Nuclei, _ start: [[Double]]) throws {
        try lesson.step("Each centroid moves to the mean of its points") { step in
            step.equation(
                "c_k = (sum_(i \"with\" a_i = k) x_i) / n_k",
                where: ["n_k": "how many points belong to cluster k"])
            let before = KMeansSteps.assign(nuclei.points, to: start)
            let moved = KMeansSteps.centroids(of: nuclei.points, before, previous: start)
            let after = KMeansSteps.assign(nuclei.points, to: moved)
            step.number(
                "costBefore", KMeansSteps.cost(nuclei.points, before, start),
                "Mean squared distance before")
            step.number(
                "costAfter", KMeansSteps.cost(nuclei.points, after, moved),
                "Mean squared distance after")
            step.words(
                "Neither step can make it larger: the mean is the place with the smallest "
                    + "sum of squared distances, and the nearest centroid the smallest distance.")
            step.words("Exercise: `updateCentroids` in Exercises/Lesson12Clustering.swift.")
        }
    }

    private func repeatUntilNothingMoves(
        _ lesson: Lesson, _ nuclei: Nuclei, _ start: [[Double]]
    ) throws {
        try lesson.step("Until nothing moves") { step in
            let run = KMeansSteps.run(nuclei.points, start: start)
            step.number("rounds", run.costs.count, "Rounds")
            step.number("cost", run.costs.last ?? 0, "Mean squared distance")
            step.plot(
                Plot(
                    name: "cost", x: "round", y: "mean squared distance",
                    curves: [Plot.Curve("k-means", run.costs)],
                    caption: "The cost falls from round to round.",
                    alternative: "A curve that falls steeply, then stays level."))
            step.figure(
                nuclei.picture(assignment: run.assignment, centroids: run.centroids),
                name: "clusters", caption: "The clusters in three colours, their means as squares.",
                alternative: "Each of the three clouds has its own colour.")
            step.reference(
                "LLO82",
                "LLOYD, Stuart. Least squares quantization in PCM. IEEE Transactions on "
                    + "Information Theory, 1982, 28(2), 129-137.")
        }
    }

    private func startBadly(_ lesson: Lesson, _ nuclei: Nuclei) throws {
        try lesson.step("The wrong way: all start in one place") { step in
            step.words("Now all three centroids start side by side, far from every point.")
            let corner = (0..<3).map { [30 + Double($0), 30 + Double($0)] }
            let run = KMeansSteps.run(nuclei.points, start: corner)
            let used = Set(run.assignment).count
            step.number("wrongStartCost", run.costs.last ?? 0, "Mean squared distance")
            step.number("wrongStartClusters", used, "Clusters that hold any point")
            step.words(
                "A centroid that wins no point stays where it is: it has no mean to move "
                    + "to. k-means only ever goes downhill from where it starts; k-means++ chooses "
                    + "starts that lie far apart.")
        }
    }
}
