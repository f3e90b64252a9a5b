extension KMeans {
    /// One step of k-means.
    public struct Step: Sendable, Equatable {
        /// The number of the step, from 0.
        public let number: Int

        /// The centroids before they move, axes [cluster, feature].
        public let centroids: [[Double]]

        /// The nearest centroid of each sample, before they move.
        public let labels: [Int]

        /// The sum of the squared distances of the samples from those centroids.
        public let inertia: Double

        /// The centroids after they moved to the means of their samples, axes [cluster, feature].
        public let moved: [[Double]]
    }

    /// The steps of a run, the last one being that after which nothing moves any more, or the last that
    /// the settings allow.
    public struct Steps: Sequence, IteratorProtocol, Sendable {
        private var run: LloydRun<Double>

        init(run: LloydRun<Double>) { self.run = run }

        /// Makes the next step; nil when the run is over.
        public mutating func next() -> Step? {
            if run.isOver { return nil }
            let before = run.centroids.rows
            run.advance()
            guard let round = run.round else { return nil }
            return Step(
                number: run.iterations - 1, centroids: before,
                labels: round.labels.map { Int($0) }, inertia: round.inertia,
                moved: run.centroids.rows)
        }
    }
}
