import Foundation

/// A logistic regression that learns by gradient descent.
struct LogisticDescent: Sendable {
    /// Axes [sample, feature].
    let features: [[Double]]

    /// 1 for yes, 0 for no.
    let labels: [Int]

    /// What is learnt.
    struct Model: Sendable {
        var weights: [Double]
        var bias = 0.0

        /// z = w x + b for each sample.
        func logits(of features: [[Double]]) -> [Double] {
            features.map { zip($0, weights).reduce(bias) { $0 + $1.0 * $1.1 } }
        }
    }

    /// A model that has learnt nothing: every probability is one half.
    var beginning: Model { Model(weights: features[0].map { _ in 0 }) }

    /// The models of a descent, the first included.
    func models(steps: Int, learningRate: Double) -> [Model] {
        (0..<steps).reduce(into: [beginning]) { models, _ in
            models.append(step(models[models.count - 1], learningRate: learningRate))
        }
    }

    /// The model after some steps.
    func learned(steps: Int, learningRate: Double) -> Model {
        (0..<steps).reduce(beginning) { model, _ in step(model, learningRate: learningRate) }
    }

    /// One step on all samples; the gradient is that of a line, with p in place of h.
    func step(_ model: Model, learningRate: Double) -> Model {
        let count = Double(labels.count)
        let errors = zip(model.logits(of: features), labels).map { z, label in
            1 / (1 + exp(-z)) - Double(label)
        }
        var next = model
        for index in model.weights.indices {
            let slope = zip(features, errors).reduce(0) { $0 + $1.0[index] * $1.1 } / count
            next.weights[index] -= learningRate * slope
        }
        next.bias -= learningRate * errors.reduce(0, +) / count
        return next
    }

    /// The mean of log(1 + exp(v)), where v = -z for a yes and z for a no.
    func loss(of model: Model) -> Double {
        let losses = zip(model.logits(of: features), labels).map { z, label in
            let v = label == 1 ? -z : z
            return max(v, 0) + log(1 + exp(-abs(v)))
        }
        return losses.reduce(0, +) / Double(labels.count)
    }

    /// The wrong way: the same on paper, from probabilities.
    func lossFromProbabilities(of model: Model) -> Double {
        // listing: LogisticDescent.lossFromProbabilities
        let losses = zip(model.logits(of: features), labels).map { z, label in
            let p = 1 / (1 + exp(-z))
            let y = Double(label)
            return -y * log(p) - (1 - y) * log(1 - p)
        }
        return losses.reduce(0, +) / Double(labels.count)
        // end listing
    }
}
