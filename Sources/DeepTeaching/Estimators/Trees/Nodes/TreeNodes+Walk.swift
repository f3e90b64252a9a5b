extension TreeNodes {
    /// The leaf that each of these samples reaches.
    func leaves<Scalar>(of rows: TreeRows<Scalar>, samples: Range<Int>) -> [Int32] {
        [Int32](unsafeUninitializedCapacity: samples.count) { reached, initialized in
            reached.initialize(repeating: 0)
            initialized = samples.count
            guard let nodes = reached.baseAddress, count > 1 else { return }
            withPointers(rows.features.storage) { values in
                steps.withUnsafeBufferPointer { steps in
                    guard let steps = steps.baseAddress else { return }
                    let walk = Walk(
                        steps: steps, rows: values + samples.lowerBound * featureCount,
                        width: featureCount, reached: nodes)
                    if rows.hasMissing {
                        missingGoesBelow.withUnsafeBufferPointer { goesBelow in
                            walkWithMissing(walk, count: samples.count, goesBelow: goesBelow)
                        }
                    } else {
                        walkToLeaves(walk, count: samples.count)
                    }
                }
            }
        }
    }
}

/// What a walk through a tree needs: its questions, the samples, and the node each has reached.
private struct Walk<Scalar: TensorScalar> {
    let steps: UnsafePointer<TreeNodes.Step>
    let rows: UnsafePointer<Scalar>
    let width: Int
    let reached: UnsafeMutablePointer<Int32>
}

/// A sample on its way.
private struct Walker {
    /// Where its features begin.
    let offset: Int
    let sample: Int32
    var node: Int32
}

/// Walks from the root to the leaves with a block of samples, one question each in turn: a walk waits
/// for memory at each node, and while one waits the others go on.
///
/// A leaf is its own child, so four questions can be asked before a look at who has arrived.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
private func walkToLeaves<Scalar>(_ walk: Walk<Scalar>, count: Int) {
    let (steps, rows, reached) = (walk.steps, walk.rows, walk.reached)
    let blockSize = 128
    withUnsafeTemporaryAllocation(of: Walker.self, capacity: blockSize) { buffer in
        guard let walkers = buffer.baseAddress else { return }
        for start in stride(from: 0, to: count, by: blockSize) {
            var active = min(blockSize, count &- start)
            for index in 0..<active {
                let sample = start &+ index
                walkers[index] = Walker(
                    offset: sample &* walk.width, sample: Int32(truncatingIfNeeded: sample),
                    node: 0)
            }
            while active > 0 {
                for _ in 0..<4 {
                    for index in 0..<active {
                        let walker = walkers[index]
                        let step = steps[Int(walker.node)]
                        let value = Double(rows[walker.offset &+ Int(step.feature)])
                        walkers[index].node = step.child &+ (value > step.threshold ? 1 : 0)
                    }
                }
                var still = 0
                for index in 0..<active {
                    let walker = walkers[index]
                    reached[Int(walker.sample)] = walker.node
                    walkers[still] = walker
                    still &+= steps[Int(walker.node)].child == walker.node ? 0 : 1
                }
                active = still
            }
        }
    }
}

/// Walks one sample after the other, since a missing value may lead either way.
@specialized(where Scalar == Float)
@specialized(where Scalar == Double)
private func walkWithMissing<Scalar>(
    _ walk: Walk<Scalar>, count: Int, goesBelow: UnsafeBufferPointer<Bool>
) {
    for sample in 0..<count {
        var node = 0
        while Int(walk.steps[node].child) != node {
            let step = walk.steps[node]
            let value = Double(walk.rows[sample &* walk.width &+ Int(step.feature)])
            let isAbove = value.isNaN ? !goesBelow[node] : value > step.threshold
            node = Int(step.child) &+ (isAbove ? 1 : 0)
        }
        walk.reached[sample] = Int32(node)
    }
}
