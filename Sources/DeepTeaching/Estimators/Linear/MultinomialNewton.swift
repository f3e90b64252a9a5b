/// The state of a multinomial regression that is being fitted by Newton's method.
///
/// A step solves H d = gradient by conjugate gradients, each parameter scaled by the diagonal of H,
/// and goes to w - d; where that would not lower the loss, it goes half as far, and half again.
///
/// Source: Nocedal and Wright, Numerical optimization, 2006, algorithm 7.1 (line search Newton-CG).
struct MultinomialNewton {
    private let loss: MultinomialLoss

    /// The parameters, axes [class, feature and 1].
    private(set) var parameters: [Double]

    /// The penalised loss at the parameters.
    private(set) var value: Double

    /// The number of steps made.
    private(set) var steps = 0

    private var probabilities: [Double]
    private var gradient: [Double]

    /// All parameters 0.
    init(loss: MultinomialLoss) {
        self.loss = loss
        parameters = [Double](repeating: 0, count: loss.classCount * loss.width)
        value = loss.value(at: parameters)
        probabilities = loss.probabilities(at: parameters)
        gradient = loss.gradient(at: parameters, probabilities: probabilities)
    }

    /// The largest derivative of the loss, divided by the number of samples.
    var largestSlope: Double {
        (gradient.map { abs($0) }.max() ?? 0) / Double(loss.table.sampleCount)
    }

    /// Makes a step; returns whether one was found that lowers the loss.
    mutating func step() -> Bool {
        let direction = solved()
        var length = 1.0
        for _ in 0..<40 {
            let next = moved(parameters, along: direction, by: -length)
            let nextValue = loss.value(at: next)
            // Near the minimum rounding may hide that the loss falls.
            if nextValue <= value * (1 + 1e-14) {
                parameters = next
                value = nextValue
                probabilities = loss.probabilities(at: next)
                gradient = loss.gradient(at: next, probabilities: probabilities)
                steps += 1
                return true
            }
            length /= 2
        }
        return false
    }

    /// d of H d = gradient, ever more exactly as the minimum comes near.
    private func solved() -> [Double] {
        let scale = loss.curvatureDiagonal(probabilities: probabilities)
        var solution = [Double](repeating: 0, count: parameters.count)
        var residual = gradient
        var scaled = zip(residual, scale).map { $0 / $1 }
        var direction = scaled
        var size = dot(residual, scaled)
        let target = size * min(1e-4, size)
        for _ in 0..<4 * parameters.count where size > target && size > 0 {
            let bent = loss.curvature(along: direction, probabilities: probabilities)
            let curvature = dot(direction, bent)
            guard curvature > 0 else { break }
            let length = size / curvature
            solution = moved(solution, along: direction, by: length)
            residual = moved(residual, along: bent, by: -length)
            scaled = zip(residual, scale).map { $0 / $1 }
            let nextSize = dot(residual, scaled)
            direction = moved(scaled, along: direction, by: nextSize / size)
            size = nextSize
        }
        return solution
    }
}

private func dot(_ a: [Double], _ b: [Double]) -> Double {
    zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
}

private func moved(_ a: [Double], along b: [Double], by length: Double) -> [Double] {
    zip(a, b).map { $0 + length * $1 }
}
