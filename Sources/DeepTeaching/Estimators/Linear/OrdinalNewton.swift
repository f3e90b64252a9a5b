/// The state of an ordinal regression that is being fitted by Newton's method, with weights that may
/// be kept from falling below 0.
///
/// A weight that lies at 0 and would fall is left out of a step; the others go where the quadratic
/// through the loss has its minimum, cut at 0. Where that would raise the loss, the step is halved.
///
/// Source: Bertsekas, Projected Newton methods for optimization problems with simple constraints, SIAM
/// Journal on Control and Optimization, 1982.
struct OrdinalNewton {
    private let loss: OrdinalLoss
    private let isMonotone: Bool

    /// The weights, then the thresholds.
    private(set) var parameters: [Double]

    /// The penalised loss at the parameters.
    private(set) var value: Double

    /// The number of steps made.
    private(set) var steps = 0

    private var gradient: [Double]
    private var hessian: [[Double]]

    init(loss: OrdinalLoss, isMonotone: Bool) {
        self.loss = loss
        self.isMonotone = isMonotone
        parameters = loss.start
        value = loss.value(at: parameters)
        (gradient, hessian) = loss.derivatives(at: parameters)
    }

    /// The largest derivative of the loss that a step could follow, divided by the number of samples.
    var largestSlope: Double {
        (free.map { abs(gradient[$0]) }.max() ?? 0) / Double(max(1, loss.ranks.count))
    }

    /// The parameters that are not held at their bound.
    private var free: [Int] {
        parameters.indices.filter { !isBounded($0) || parameters[$0] > 0 || gradient[$0] < 0 }
    }

    private func isBounded(_ index: Int) -> Bool { isMonotone && index < loss.featureCount }

    /// Makes a step; returns whether one was found that lowers the loss.
    mutating func step() -> Bool {
        let free = free
        let part = free.map { row in free.map { hessian[row][$0] } }
        guard !free.isEmpty,
            let direction = solvePositiveDefinite(part, free.map { gradient[$0] })
        else { return false }
        var length = 1.0
        for _ in 0..<60 {
            var next = parameters
            for (index, move) in zip(free, direction) {
                next[index] -= length * move
                if isBounded(index) { next[index] = max(0, next[index]) }
            }
            let nextValue = loss.value(at: next)
            if nextValue < value {
                (parameters, value) = (next, nextValue)
                (gradient, hessian) = loss.derivatives(at: parameters)
                steps += 1
                return true
            }
            length /= 2
        }
        return false
    }
}
