extension DoubleKernels {
    /// labels[i] = argmin over k of sum over f of (x[i, f] - c[k, f])^2, and the sums of
    /// x[i] - c[labels[i]] for each centroid if `summing`.
    public static func nearestCentroids(
        _ samples: Tensor<Double>, _ centroids: Tensor<Double>, summing: Bool
    ) -> NearestCentroids {
        requireCentroids(samples, centroids)
        let (features, clusters) = (samples.shape[1], centroids.shape[0])
        let blocks = SampleBlocks(samples: samples.shape[0])
        let quads = CentroidQuads(centroids)
        var round = NearestCentroids(samples: samples.shape[0])
        let found = round.labels.withUnsafeMutableBufferPointer { labels in
            let labels = SharedBuffer(labels)
            return parallelMap(blocks.count) { number in
                var block = CentroidBlock(
                    clusters: clusters, features: features, summing: summing)
                withPointers(samples.storage, centroids.storage) { x, c in
                    for i in blocks[number] {
                        let x = x + i &* features
                        let nearest = quads.nearest(to: x)
                        labels.base[i] = Int32(nearest.label)
                        block.inertia += nearest.squaredDistance
                        if summing {
                            block.add(x, to: nearest.label, c + nearest.label &* features)
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
                for i in block {
                    for k in 0..<result.shape[0] {
                        var sum = 0.0
                        for f in 0..<features {
                            let difference = x[i &* features &+ f] - c[k &* features &+ f]
                            sum += difference * difference
                        }
                        distances[k &* count &+ i] = sum
                    }
                }
            }
        }
        return result
    }
}

extension CentroidBlock {
    /// Counts a sample and its difference from its centroid.
    fileprivate mutating func add(
        _ x: UnsafePointer<Double>, to cluster: Int, _ centroid: UnsafePointer<Double>
    ) {
        let features = sums.count / counts.count
        counts[cluster] += 1
        sums.withUnsafeMutableBufferPointer { sums in
            for f in 0..<features { sums[cluster &* features &+ f] += x[f] - centroid[f] }
        }
    }
}

/// Centroids four by four: the same feature of four of them side by side, so that the processor computes
/// several distances at once. The last four are filled up with centroids that are infinitely far away.
private struct CentroidQuads {
    private let features: Int
    private var numbers: [SIMD4<Double>] = []  // [quad, feature]

    init(_ centroids: Tensor<Double>) {
        let (clusters, features) = (centroids.shape[0], centroids.shape[1])
        self.features = features
        let elements = centroids.elements
        for first in stride(from: 0, to: clusters, by: 4) {
            for f in 0..<features {
                var quad = SIMD4<Double>(repeating: .infinity)
                for k in first..<min(first + 4, clusters) {
                    quad[k - first] = elements[k * features + f]
                }
                numbers.append(quad)
            }
        }
    }

    /// The nearest centroid of a sample; of equally near ones the first.
    func nearest(to x: UnsafePointer<Double>) -> (label: Int, squaredDistance: Double) {
        var best = (label: 0, squaredDistance: Double.infinity)
        numbers.withUnsafeBufferPointer { numbers in
            for first in stride(from: 0, to: numbers.count, by: features) {
                var sums = SIMD4<Double>()
                for f in 0..<features {
                    let differences = SIMD4(repeating: x[f]) - numbers[first &+ f]
                    sums += differences * differences
                }
                for k in 0..<4 where sums[k] < best.squaredDistance {
                    best = (first / features * 4 + k, sums[k])
                }
            }
        }
        return best
    }
}
