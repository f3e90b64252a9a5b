extension NearestCentroids {
    /// The mean of the samples of each centroid, once centroids without samples have received one.
    ///
    /// - Parameter centroids: those from which the distances were measured, axes [centroid, feature].
    func means<Scalar: TensorScalar>(
        of samples: Tensor<Scalar>, before centroids: Tensor<Scalar>
    ) -> Tensor<Scalar> {
        var filled = self
        if counts.contains(0) { filled.fillEmptyClusters(with: samples, centroids) }
        let features = samples.shape[1]
        let old = centroids.elements
        let means = filled.sums.enumerated().map { index, sum in
            let count = filled.counts[index / features]
            return count > 0 ? Scalar(Double(old[index]) + sum / Double(count)) : old[index]
        }
        return Tensor(means, shape: centroids.shape)
    }

    /// Gives each cluster without samples one of those that are farthest from their centroids, the
    /// farthest to the first. The sample leaves the sum of the cluster in which it was.
    private mutating func fillEmptyClusters<Scalar: TensorScalar>(
        with samples: Tensor<Scalar>, _ centroids: Tensor<Scalar>
    ) {
        let distances = samples.squaredDistances(from: centroids, labels: labels)
        // A heap would be faster, but this happens seldom.
        let farthest = distances.indices.sorted {
            (distances[$0], $1) > (distances[$1], $0)
        }
        let empty = counts.indices.filter { counts[$0] == 0 }
        for (cluster, sample) in zip(empty, farthest) where distances[sample] > 0 {
            move(
                samples.gathered([sample]).elements, from: Int(labels[sample]), to: cluster,
                centroids.elements)
        }
    }

    private mutating func move<Scalar: TensorScalar>(
        _ x: [Scalar], from old: Int, to new: Int, _ centroids: [Scalar]
    ) {
        for (feature, value) in x.enumerated() {
            let (left, joined) = (old * x.count + feature, new * x.count + feature)
            sums[left] -= Double(value) - Double(centroids[left])
            sums[joined] = Double(value) - Double(centroids[joined])
        }
        counts[old] -= 1
        counts[new] = 1
    }
}

extension Tensor {
    /// The squared distance of each sample from the centroid of its label.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func squaredDistances(from centroids: Tensor, labels: [Int32]) -> [Double] {
        let features = shape[1]
        return withPointers(storage, centroids.storage) { x, c in
            labels.indices.map { sample in
                let (row, centroid) = (sample * features, Int(labels[sample]) * features)
                var sum = 0.0
                for f in 0..<features {
                    let difference = Double(x[row &+ f]) - Double(c[centroid &+ f])
                    sum += difference * difference
                }
                return sum
            }
        }
    }
}
