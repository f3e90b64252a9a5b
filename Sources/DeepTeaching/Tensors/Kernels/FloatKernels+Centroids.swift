import CKernels

extension FloatKernels {
    /// The nearest centroid of each sample, and the sums of the differences from each if `summing`.
    public static func nearestCentroids(
        _ samples: Tensor<Float>, _ centroids: Tensor<Float>, summing: Bool
    ) -> NearestCentroids {
        requireCentroids(samples, centroids)
        let (features, clusters) = (samples.shape[1], centroids.shape[0])
        let blocks = SampleBlocks(samples: samples.shape[0])
        var round = NearestCentroids(samples: samples.shape[0])
        let found = round.labels.withUnsafeMutableBufferPointer { labels in
            let labels = SharedBuffer(labels)
            return parallelMap(blocks.count) { number in
                var block = CentroidBlock(
                    clusters: clusters, features: features, summing: summing)
                withPointers(samples.storage, centroids.storage) { samples, centroids in
                    block.search(
                        blocks[number], features: features, clusters: clusters,
                        samples: samples, centroids: centroids, labels: labels)
                }
                return block
            }
        }
        for block in found { round.add(block) }
        return round
    }

    /// The squared distance of each sample from each centroid, axes [centroid, sample].
    public static func squaredDistances(
        _ samples: Tensor<Float>, _ centroids: Tensor<Float>
    ) -> Tensor<Float> {
        requireCentroids(samples, centroids)
        let (features, count) = (samples.shape[1], samples.shape[0])
        let result = Tensor<Float>(uninitializedShape: [centroids.shape[0], count])
        let blocks = SampleBlocks(samples: count)
        parallel(blocks.count) { number in
            let scratch = TensorStorage<Float>(count: centroid_scratch(features, result.shape[0]))
            let block = blocks[number]
            withPointers(samples.storage, centroids.storage, result.storage, scratch) {
                samples, centroids, distances, scratch in
                squared_distances(
                    features, result.shape[0], centroids, block.count,
                    samples + block.lowerBound * features, distances + block.lowerBound, count,
                    scratch)
            }
        }
        return result
    }
}

extension CentroidBlock {
    /// Looks at few samples at a time, so that they are still in the nearest cache when they are added.
    fileprivate mutating func search(
        _ block: Range<Int>, features: Int, clusters: Int, samples: UnsafePointer<Float>,
        centroids: UnsafePointer<Float>, labels: SharedBuffer<Int32>
    ) {
        let scratch = TensorStorage<Float>(count: centroid_scratch(features, clusters))
        for first in stride(from: block.lowerBound, to: block.upperBound, by: 256) {
            let count = min(256, block.upperBound - first)
            let x = samples + first * features
            guard let labels = labels[first, count].baseAddress else { return }
            withPointers(scratch) { scratch in
                inertia += nearest_centroids(
                    features, clusters, centroids, count, x, labels, scratch)
                if sums.isEmpty { return }
                sums.withUnsafeMutableBufferPointer { sums in
                    counts.withUnsafeMutableBufferPointer { counts in
                        add_to_clusters(
                            features, clusters, centroids, count, x, labels, sums.baseAddress,
                            counts.baseAddress, scratch)
                    }
                }
            }
        }
    }
}
