/// The nearest of some centroids for each sample, and how far its samples would move each centroid:
/// one round of k-means.
public struct NearestCentroids: Sendable, Equatable {
    /// The number of the nearest centroid of each sample; of equally near ones the first.
    public internal(set) var labels: [Int32]

    /// The sum of the squared distances of the samples from their nearest centroids.
    public internal(set) var inertia = 0.0

    /// The sum of the differences of its samples from each centroid, axes [centroid, feature]; empty if
    /// nobody asked. Unlike the samples themselves, differences sum exactly where all are far from 0.
    public internal(set) var sums: [Double] = []

    /// The number of samples of each centroid; empty if nobody asked.
    public internal(set) var counts: [Int64] = []

    /// Nothing was looked at yet.
    init(samples: Int) { labels = [Int32](repeating: 0, count: samples) }

    /// Adds what was found in a block of samples.
    mutating func add(_ block: CentroidBlock) {
        inertia += block.inertia
        if sums.isEmpty {
            (sums, counts) = (block.sums, block.counts)
        } else {
            for index in sums.indices { sums[index] += block.sums[index] }
            for index in counts.indices { counts[index] += block.counts[index] }
        }
    }
}

/// What one block of samples adds to a round.
struct CentroidBlock: Sendable {
    var inertia = 0.0
    var sums: [Double] = []
    var counts: [Int64] = []

    init(clusters: Int, features: Int, summing: Bool) {
        guard summing else { return }
        sums = [Double](repeating: 0, count: clusters * features)
        counts = [Int64](repeating: 0, count: clusters)
    }
}

/// Samples in at most sixteen blocks that depend on their number alone, so that sums are formed in the
/// same order for any number of threads.
struct SampleBlocks: Sendable {
    let samples: Int

    /// The number of blocks, each of a thousand samples or more.
    var count: Int { min(16, (samples + 1023) / 1024) }

    /// The samples of a block.
    subscript(block: Int) -> Range<Int> {
        samples * block / count..<samples * (block + 1) / count
    }
}

/// Stops with a sentence unless these are samples and centroids of the same features.
func requireCentroids<Scalar>(_ samples: Tensor<Scalar>, _ centroids: Tensor<Scalar>) {
    require(
        samples.rank == 2 && centroids.rank == 2 && samples.shape[1] == centroids.shape[1]
            && centroids.shape[0] > 0 && centroids.shape[0] <= Int32.max,
        "samples of shape \(samples.shape) have no distance from centroids of shape "
            + "\(centroids.shape): give [samples, features] and [centroids, features]")
}
