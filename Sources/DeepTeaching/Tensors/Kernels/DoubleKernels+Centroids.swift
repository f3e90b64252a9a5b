extension DoubleKernels {
    /// labels[i] = argmin over k of sum over f of (x[i, f] - c[k, f])^2, and the sums of
    /// x[i] - c[labels[i]] for each centroid if `summing`.
    public static func nearestCentroids(
        _ samples: Tensor<Double>, _ centroids: Tensor<Double>, summing: Bool
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
                    let x = MatrixView(samples, columns: features)
                    let c = MatrixView(centroids, columns: features)
                    for i in blocks[number] {
                        let nearest = nearest(i, x, c, clusters: clusters, features: features)
                        labels.base[i] = Int32(nearest.label)
                        block.inertia += nearest.squaredDistance
                        if !summing { continue }
                        block.counts[nearest.label] += 1
                        for f in 0..<features {
                            block.sums[nearest.label &* features &+ f] +=
                                x[i, f] - c[nearest.label, f]
                        }
                    }
                }
                return block
            }
        }
        for block in found { round.add(block) }
        return round
    }

    /// The squared distance of each sample from each centroid, axes [centroid, sample].
    public static func squaredDistances(
        _ samples: Tensor<Double>, _ centroids: Tensor<Double>
    ) -> Tensor<Double> {
        requireCentroids(samples, centroids)
        let (features, count) = (samples.shape[1], samples.shape[0])
        let result = Tensor<Double>(uninitializedShape: [centroids.shape[0], count])
        parallelBlocks(count) { block in
            withPointers(samples.storage, centroids.storage, result.storage) { x, c, distances in
                let (x, c) = (MatrixView(x, columns: features), MatrixView(c, columns: features))
                let distances = MatrixView(distances, columns: count)
                for i in block {
                    for k in 0..<result.shape[0] {
                        distances[k, i] = squaredDistance(i, k, x, c, features: features)
                    }
                }
            }
        }
        return result
    }

    private static func nearest(
        _ i: Int, _ x: MatrixView, _ c: MatrixView, clusters: Int, features: Int
    ) -> (label: Int, squaredDistance: Double) {
        var best = (label: 0, squaredDistance: Double.infinity)
        for k in 0..<clusters {
            let distance = squaredDistance(i, k, x, c, features: features)
            if distance < best.squaredDistance { best = (k, distance) }
        }
        return best
    }

    @inline(__always)
    private static func squaredDistance(
        _ i: Int, _ k: Int, _ x: MatrixView, _ c: MatrixView, features: Int
    ) -> Double {
        var sum = 0.0
        for f in 0..<features {
            let difference = x[i, f] - c[k, f]
            sum += difference * difference
        }
        return sum
    }
}
