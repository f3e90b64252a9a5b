/// D^2 of k-means++: the squared distance of each sample from the nearest of some centroids, with sums
/// over blocks of neighbours, so that a draw need not walk through all samples.
struct SquaredDistances<Scalar: TensorScalar> {
    private let values: Tensor<Scalar>  // [samples]
    private let blocks: SampleBlocks
    private let sums: [Double]

    /// The sum over all samples.
    let total: Double

    /// The distances from one sample.
    init(of samples: Tensor<Scalar>, from first: Int) {
        let distances = Scalar.Kernels.squaredDistances(samples, samples.gathered([first]))
        self.init(distances.reshaped([samples.shape[0]]))
    }

    private init(_ values: Tensor<Scalar>) {
        let blocks = SampleBlocks(samples: values.count)
        sums = parallelMap(blocks.count) { values.sum(over: blocks[$0]) }
        total = sums.reduce(0, +)
        self.values = values
        self.blocks = blocks
    }

    /// The sample at a place from 0 to `total`, each sample being as long as its squared distance.
    func sample(at place: Double) -> Int {
        var left = place
        var block = 0
        while block < sums.count - 1, left >= sums[block] {
            left -= sums[block]
            block += 1
        }
        return values.index(where: left, in: blocks[block])
    }

    /// The distances after each of the candidates in turn joined the centroids, of which that is taken
    /// whose sum is the smallest; of equal ones the first.
    func lowered(
        by candidates: [Int], among samples: Tensor<Scalar>
    ) -> (best: Int, SquaredDistances) {
        let distances = Scalar.Kernels.squaredDistances(samples, samples.gathered(candidates))
        let all = candidates.indices.map { candidate in
            let row = distances.slice(candidate..<candidate + 1).reshaped(values.shape)
            return SquaredDistances(row.minimum(with: values))
        }
        let best = all.indices.min { all[$0].total < all[$1].total } ?? 0
        return (best, all[best])
    }
}

extension Tensor {
    /// The sum of some neighbours in double precision.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func sum(over range: Range<Int>) -> Double {
        withPointers(storage) { values in
            // Four sums side by side, or each addition would wait for the one before.
            var sums = SIMD4<Double>()
            let whole = range.lowerBound + range.count / 4 * 4
            for index in stride(from: range.lowerBound, to: whole, by: 4) {
                sums += SIMD4(
                    Double(values[index]), Double(values[index &+ 1]), Double(values[index &+ 2]),
                    Double(values[index &+ 3]))
            }
            var sum = sums.sum()
            for index in whole..<range.upperBound { sum += Double(values[index]) }
            return sum
        }
    }

    /// The place in a range up to which the elements from its start sum to more than `sum`; where
    /// rounding hides it, the last place that is above 0.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func index(where sum: Double, in range: Range<Int>) -> Int {
        withPointers(storage) { values in
            var left = sum
            var last = range.lowerBound
            for index in range where values[index] > 0 {
                last = index
                left -= Double(values[index])
                if left < 0 { break }
            }
            return last
        }
    }

    /// The smaller of two numbers, element by element.
    @specialized(where Scalar == Float)
    @specialized(where Scalar == Double)
    fileprivate func minimum(with other: Tensor) -> Tensor {
        let result = Tensor(uninitializedShape: shape)
        parallelBlocks(count) { block in
            withPointers(storage, other.storage, result.storage) { a, b, c in
                for index in block { c[index] = a[index] < b[index] ? a[index] : b[index] }
            }
        }
        return result
    }
}
