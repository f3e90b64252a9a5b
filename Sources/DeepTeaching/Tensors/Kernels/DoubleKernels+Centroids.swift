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
                    block.search(
                        blocks[number], features: features, samples: x, centroids: c, quads,
                        labels: labels)
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
    /// Finds the nearest centroid of each sample, and sums up the differences from it if asked for.
    fileprivate mutating func search(
        _ block: Range<Int>, features: Int, samples: UnsafePointer<Double>,
        centroids: UnsafePointer<Double>, _ quads: CentroidQuads, labels: SharedBuffer<Int32>
    ) {
        let isSumming = !sums.isEmpty
        var inertia = 0.0
        sums.withUnsafeMutableBufferPointer { sums in
            counts.withUnsafeMutableBufferPointer { counts in
                for i in block {
                    let x = samples + i &* features
                    let nearest = quads.nearest(to: x)
                    labels.base[i] = Int32(truncatingIfNeeded: nearest.label)
                    inertia += nearest.squaredDistance
                    if !isSumming { continue }
                    let start = nearest.label &* features
                    counts[nearest.label] &+= 1
                    for f in 0..<features {
                        sums[start &+ f] += x[f] - centroids[start &+ f]
                    }
                }
            }
        }
        self.inertia = inertia
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
    @inline(__always)
    func nearest(to x: UnsafePointer<Double>) -> (label: Int, squaredDistance: Double) {
        // The nearest of the first of each four, of the second, and so on.
        var least = SIMD4<Double>(repeating: .infinity)
        var labels = SIMD4<Int64>(0, 1, 2, 3)
        var here = labels
        numbers.withUnsafeBufferPointer { numbers in
            var quad = 0
            while quad < numbers.count {
                var sums = SIMD4<Double>()
                for f in 0..<features {
                    let differences = SIMD4(repeating: x[f]) - numbers[quad &+ f]
                    sums += differences * differences
                }
                let isNearer = sums .< least
                least.replace(with: sums, where: isNearer)
                labels.replace(with: here, where: isNearer)
                here &+= SIMD4(repeating: 4)
                quad &+= features
            }
        }
        var best = (label: Int(labels[0]), squaredDistance: least[0])
        for lane in 1..<4
        where (least[lane], Int(labels[lane])) < (best.squaredDistance, best.label) {
            best = (Int(labels[lane]), least[lane])
        }
        return best
    }
}
