/// Notes what a watched graph computes, in the order in which it is computed.
///
/// Nodes that descend from a watched parameter find their trace at their parents, so nothing is
/// noted, and nothing held, of a graph that nobody watches.
final class GraphTrace<Scalar: TensorScalar>: Sendable {
    private let steps = Locked<[ComputationGraph.Step]>([])

    /// What was noted up to now.
    var graph: ComputationGraph { ComputationGraph(steps: steps.withLock { $0 }) }

    /// Notes a value, and returns where it is noted.
    func note(
        _ value: Tensor<Scalar>, operation: String, from parents: [TraceMark<Scalar>?],
        isParameter: Bool = false
    ) -> TraceMark<Scalar> {
        let firstBad = value.firstNotFinite.map(Double.init)
        let number = steps.withLock { steps in
            steps.append(
                ComputationGraph.Step(
                    operation: operation, isParameter: isParameter, shape: value.shape,
                    operands: parents.compactMap { $0?.number }, notFinite: firstBad))
            return steps.count - 1
        }
        return TraceMark(trace: self, number: number)
    }
}

/// The place of a node in a trace.
struct TraceMark<Scalar: TensorScalar>: Sendable {
    let trace: GraphTrace<Scalar>
    let number: Int

    /// The mark of a result, if one of its operands is being watched.
    @inline(__always)
    static func of(
        _ value: Tensor<Scalar>, operation: StaticString, from first: Node<Scalar>,
        _ second: Node<Scalar>? = nil
    ) -> TraceMark? {
        if first.mark == nil && second?.mark == nil { return nil }
        return of(value, operation: operation, fromAll: [first, second])
    }

    /// The mark of a result, if one of its operands is being watched.
    static func of(
        _ value: Tensor<Scalar>, operation: StaticString, fromAll parents: [Node<Scalar>?]
    ) -> TraceMark? {
        guard let watched = parents.lazy.compactMap({ $0?.mark }).first else { return nil }
        let name = "\(operation)".prefix { $0 != "(" }
        return watched.trace.note(value, operation: String(name), from: parents.map { $0?.mark })
    }
}
