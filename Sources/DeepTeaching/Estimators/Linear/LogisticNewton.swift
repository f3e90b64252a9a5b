import Foundation

/// The state of a logistic regression that is being fitted by Newton's method.
///
/// A step solves (X' diag(p (1 - p)) X + penalty I) d = gradient and goes to w - d; where that
/// would raise the loss, it goes half as far, and half again.
struct LogisticNewton {
    private let table: SampleTable
    private let labels: [Int]
    private let penalty: Double

    /// The weights, then the intercept.
    private(set) var parameters: [Double]

    /// The penalised loss at the parameters.
    private(set) var loss: Double

    /// The number of steps made.
    private(set) var steps = 0

    private var gradient: [Double]
    private var hessian: [[Double]]

    /// All weights 0.
    init(table: SampleTable, labels: [Int], penalty: Double) {
        self.table = table
        self.labels = labels
        self.penalty = penalty
        parameters = [Double](repeating: 0, count: table.featureCount + 1)
        gradient = []
        hessian = []
        loss = 0
        loss = loss(at: parameters)
        differentiate()
    }

    /// The largest derivative of the loss, divided by the number of samples.
    var largestSlope: Double {
        (gradient.map { abs($0) }.max() ?? 0) / Double(table.sampleCount)
    }

    /// Makes a step; returns whether one was found that lowers the loss.
    mutating func step() -> Bool {
        guard let direction = solvePositiveDefinite(hessian, gradient) else { return false }
        var length = 1.0
        for _ in 0..<40 {
            let next = zip(parameters, direction).map { $0 - length * $1 }
            let nextLoss = loss(at: next)
            if nextLoss <= loss {
                parameters = next
                loss = nextLoss
                steps += 1
                differentiate()
                return true
            }
            length /= 2
        }
        return false
    }

    private func score(_ sample: Int, _ parameters: [Double]) -> Double {
        let count = table.featureCount
        var sum = parameters[count]
        for feature in 0..<count {
            sum += parameters[feature] * table.values[sample * count + feature]
        }
        return sum
    }

    private func loss(at parameters: [Double]) -> Double {
        var sum = 0.0
        for (sample, label) in labels.enumerated() {
            let score = score(sample, parameters)
            // log(1 + exp(score)) - y score, without overflow.
            sum += max(score, 0) + log1p(exp(-abs(score))) - Double(label) * score
        }
        let squares = parameters.dropLast().reduce(0) { $0 + $1 * $1 }
        return sum + penalty / 2 * squares
    }

    private mutating func differentiate() {
        let count = table.featureCount
        gradient = parameters.map { penalty * $0 }
        gradient[count] = 0
        hessian = (0...count).map { row in
            (0...count).map { row == $0 && row < count ? penalty : 0 }
        }
        for (sample, label) in labels.enumerated() {
            let start = sample * count
            let features = Array(table.values[start..<start + count]) + [1]
            let probability = logistic(score(sample, parameters))
            let weight = probability * (1 - probability)
            for row in 0...count {
                gradient[row] += (probability - Double(label)) * features[row]
                for column in 0...count {
                    hessian[row][column] += weight * features[row] * features[column]
                }
            }
        }
    }
}
