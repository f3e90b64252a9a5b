extension KMeans {
    /// Clusters that were found.
    public struct Fitted: Sendable, Equatable, Codable {
        /// The centre of each cluster, axes [cluster, feature].
        public let centroids: [[Double]]

        /// The cluster of each sample that was fitted to.
        public let labels: [Int]

        /// The sum of the squared distances of those samples from their centroids.
        public let inertia: Double

        /// The number of iterations of the run that was kept.
        public let iterations: Int

        /// Whether that run ended because nothing moved any more.
        public let hasConverged: Bool

        /// The number of features of a sample.
        public var featureCount: Int { centroids[0].count }

        /// The number of clusters.
        public var clusterCount: Int { centroids.count }

        /// The nearest cluster of each sample; of equally near ones the first.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Throws: `EstimatorError` if the features do not fit.
        public func predictions<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> [Int] {
            try checkTable(features)
            let round = Scalar.Kernels.nearestCentroids(
                features, Tensor(scalars: centroids), summing: false)
            if isInRange(round.inertia, of: features) || features.count == 0 {
                return round.labels.map { Int($0) }
            }
            if Scalar.self == Float.self { return try predictions(for: Tensor<Double>(features)) }
            guard round.inertia.isFinite else { throw infiniteDistance }
            return round.labels.map { Int($0) }
        }

        /// The distance of each sample from each centroid.
        ///
        /// - Parameter features: finite numbers, axes [samples, features].
        /// - Returns: axes [samples, clusters].
        /// - Throws: `EstimatorError` if the features do not fit.
        public func distances<Scalar: TensorScalar>(
            for features: Tensor<Scalar>
        ) throws -> Tensor<Double> {
            try checkTable(features)
            let squares = DoubleKernels.squaredDistances(
                Tensor<Double>(features), Tensor(rows: centroids))
            guard squares.isFinite() else { throw infiniteDistance }
            return squares.transposed().squareRoot()
        }

        private func checkTable<Scalar>(_ features: Tensor<Scalar>) throws {
            try features.requireTable()
            guard features.shape[1] == featureCount else {
                throw EstimatorError.featureCount(
                    found: features.shape[1], expected: featureCount)
            }
        }
    }
}

extension KMeans.Fitted: SavableModel {
    /// What the file of clusters says that it holds.
    public static var fileFormat: String { "DeepTeaching k-means" }

    private enum CodingKeys: String, CodingKey {
        case centroids, labels, inertia, iterations, hasConverged
    }

    /// Reads clusters.
    ///
    /// - Throws: `DecodingError` if there is no centroid of finite numbers, centroids have different
    ///   numbers of features, or a label names none of them.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        centroids = try values.decode([[Double]].self, forKey: .centroids)
        labels = try values.decode([Int].self, forKey: .labels)
        inertia = try values.decode(Double.self, forKey: .inertia)
        iterations = try values.decode(Int.self, forKey: .iterations)
        hasConverged = try values.decode(Bool.self, forKey: .hasConverged)
        guard let first = centroids.first, !first.isEmpty,
            centroids.allSatisfy({ $0.count == first.count && $0.allSatisfy(\.isFinite) }),
            labels.allSatisfy(centroids.indices.contains), inertia >= 0, iterations >= 0
        else {
            throw DecodingError.dataCorruptedError(
                forKey: .centroids, in: values,
                debugDescription: "Clusters need one finite number a feature for each centroid, "
                    + "and labels that name them.")
        }
    }
}

extension Tensor {
    /// A matrix of the given rows, rounded to this kind of number.
    init(scalars rows: [[Double]]) {
        self.init(rows: rows.map { row in row.map { Scalar($0) } })
    }
}
