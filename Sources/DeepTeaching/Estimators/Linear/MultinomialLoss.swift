import Foundation

/// The penalised loss of a multinomial regression as a function of its parameters: for each class its
/// weights, then its intercept, axes [class, feature and 1].
///
/// Half the square of the sum of the intercepts is added, which does not change the probabilities at
/// the minimum but makes the minimum unique: there the intercepts sum to 0.
struct MultinomialLoss {
    let table: SampleTable
    let labels: [Int]
    let classCount: Int
    let penalty: Double

    /// The number of parameters of a class.
    var width: Int { table.featureCount + 1 }

    /// -sum_i log p_(y_i)(x_i) + penalty / 2 |W|^2 + (sum_k b_k)^2 / 2.
    func value(at parameters: [Double]) -> Double {
        let scores = products(with: parameters)
        var sum = 0.0
        for (sample, label) in labels.enumerated() {
            let row = scores[sample * classCount..<(sample + 1) * classCount]
            let most = row.max() ?? 0
            let logSum = log(row.reduce(0) { $0 + exp($1 - most) })
            sum += most - row[row.startIndex + label] + logSum
        }
        let penalized = zip(parameters, drawn(parameters)).reduce(0) { $0 + $1.0 * $1.1 }
        return sum + penalized / 2
    }

    /// p_k(x_i), axes [sample, class].
    func probabilities(at parameters: [Double]) -> [Double] {
        softmaxRows(products(with: parameters), classCount: classCount)
    }

    /// The gradient: sum_i (p_k(x_i) - [y_i = k]) (x_i, 1), and the penalty's.
    func gradient(at parameters: [Double], probabilities: [Double]) -> [Double] {
        var errors = probabilities
        for (sample, label) in labels.enumerated() { errors[sample * classCount + label] -= 1 }
        return sum(of: sums(of: errors), drawn(parameters))
    }

    /// The second derivative in a direction v, without the matrix: with s_ik = v_k . (x_i, 1),
    /// sum_i p_k (s_ik - sum_j p_j s_ij) (x_i, 1), and the penalty's.
    func curvature(along direction: [Double], probabilities: [Double]) -> [Double] {
        var changes = products(with: direction)
        for start in stride(from: 0, to: changes.count, by: classCount) {
            let row = start..<start + classCount
            let mean = row.reduce(0) { $0 + probabilities[$1] * changes[$1] }
            for index in row { changes[index] = probabilities[index] * (changes[index] - mean) }
        }
        return sum(of: sums(of: changes), drawn(direction))
    }

    /// The diagonal of the second derivative: sum_i p_k (1 - p_k) x_i^2, and the penalty's.
    func curvatureDiagonal(probabilities: [Double]) -> [Double] {
        var result = drawn([Double](repeating: 1, count: classCount * width))
        for k in 0..<classCount { result[(k + 1) * width - 1] = 1 }
        for sample in 0..<table.sampleCount {
            for k in 0..<classCount {
                let p = probabilities[sample * classCount + k]
                let weight = p * (1 - p)
                for feature in 0..<table.featureCount {
                    let x = table.values[sample * table.featureCount + feature]
                    result[k * width + feature] += weight * x * x
                }
                result[(k + 1) * width - 1] += weight
            }
        }
        return result
    }

    /// v_k . (x_i, 1), axes [sample, class].
    private func products(with parameters: [Double]) -> [Double] {
        let count = table.featureCount
        var result = [Double](repeating: 0, count: table.sampleCount * classCount)
        for sample in 0..<table.sampleCount {
            for k in 0..<classCount {
                var sum = parameters[k * width + count]
                for feature in 0..<count {
                    sum += parameters[k * width + feature] * table.values[sample * count + feature]
                }
                result[sample * classCount + k] = sum
            }
        }
        return result
    }

    /// sum_i e_ik (x_i, 1), axes [class, feature and 1].
    private func sums(of errors: [Double]) -> [Double] {
        let count = table.featureCount
        var result = [Double](repeating: 0, count: classCount * width)
        for sample in 0..<table.sampleCount {
            for k in 0..<classCount {
                let error = errors[sample * classCount + k]
                for feature in 0..<count {
                    result[k * width + feature] += error * table.values[sample * count + feature]
                }
                result[k * width + count] += error
            }
        }
        return result
    }

    /// The penalty's derivative: penalty w_k for weights, sum_j b_j for intercepts.
    private func drawn(_ parameters: [Double]) -> [Double] {
        let intercepts = stride(from: width - 1, to: parameters.count, by: width)
        let sum = intercepts.reduce(0) { $0 + parameters[$1] }
        var result = parameters.map { penalty * $0 }
        for index in intercepts { result[index] = sum }
        return result
    }

    private func sum(of a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }
}

/// exp(s_k) / sum_j exp(s_j) in each row of `classCount` scores, without overflow.
func softmaxRows(_ scores: [Double], classCount: Int) -> [Double] {
    var result = scores
    for start in stride(from: 0, to: scores.count, by: classCount) {
        let row = start..<start + classCount
        let most = row.reduce(-Double.infinity) { max($0, scores[$1]) }
        var sum = 0.0
        for index in row {
            result[index] = exp(scores[index] - most)
            sum += result[index]
        }
        for index in row { result[index] /= sum }
    }
    return result
}
