import DeepTeaching

/// A network of two inputs, some hidden units with ReLUs, and two outputs: a logit for "no tumour
/// cell" and one for "tumour cell".
///
///     h = max(x W + b, 0)    z = h V + c
struct TinyNetwork: Sendable {
    /// How many hidden units there are.
    let hidden: Int

    /// W `[2, hidden]`, b `[hidden]`, V `[hidden, 2]` and c `[2]`, one after the other.
    var parameters: [Double]

    /// A network of random weights whose size suits a ReLU, and of biases of 0.
    ///
    /// Source: He et al., Delving deep into rectifiers, 2015.
    init(hidden: Int, using generator: inout SeededGenerator) {
        self.hidden = hidden
        let first = (0..<2 * hidden).map { _ in generator.normal() }
        let second = (0..<2 * hidden).map { _ in
            generator.normal() * (2 / Double(hidden)).squareRoot()
        }
        let zeros = [Double](repeating: 0, count: hidden)
        parameters = first + zeros + second + [0, 0]
    }

    /// A network of given parameters.
    init(hidden: Int, parameters: [Double]) {
        self.hidden = hidden
        self.parameters = parameters
    }

    /// The same network of the library's layers, in Double. The ReLU is a layer of its own, so that
    /// the graph shows it; `Dense(activation: .relu)` does both in one pass.
    var library: Sequential<Double> {
        let (w, b, v, c) = tensors
        return Sequential([
            Dense(weights: w, bias: b), ActivationLayer(.relu), Dense(weights: v, bias: c),
        ])
    }

    /// W, b, V and c.
    var tensors: (w: Tensor<Double>, b: Tensor<Double>, v: Tensor<Double>, c: Tensor<Double>) {
        let (first, second) = (2 * hidden, 3 * hidden)
        return (
            Tensor(Array(parameters[..<first]), shape: [2, hidden]),
            Tensor(Array(parameters[first..<second]), shape: [hidden]),
            Tensor(Array(parameters[second..<second + first]), shape: [hidden, 2]),
            Tensor(Array(parameters[(second + first)...]), shape: [2])
        )
    }

    /// The probability of a tumour cell, for each sample.
    func probabilities(for features: [[Double]]) -> [Double] {
        let p = library(Tensor(rows: features)).softmax()
        return features.indices.map { p[$0, 1] }
    }

    /// The share of samples whose more likely class is the true one.
    func accuracy(for nuclei: Nuclei) -> Double {
        let p = probabilities(for: nuclei.features)
        let right = zip(p, nuclei.labels).count { ($0 > 0.5) == ($1 == 1) }
        return Double(right) / Double(nuclei.count)
    }
}

// The same network, written on a tape number by number.
extension TinyNetwork {
    /// Writes parameters, network and loss on a tape: the parameters stand first.
    ///
    /// - Parameter summing: the wrong way: the losses are added up, and not divided by their count.
    /// - Returns: the place of the loss.
    func writeLoss(on nuclei: Nuclei, to tape: inout Tape, summing: Bool = false) -> Int {
        for parameter in parameters { _ = tape.input(parameter) }
        var total = tape.input(0)
        for (features, label) in zip(nuclei.features, nuclei.labels) {
            let logits = writeLogits(of: features, to: &tape)
            // listing: TinyNetwork.loss
            let powers = logits.map { tape.exponential($0) }
            let logOfSum = tape.logarithm(tape.sum(powers[0], powers[1]))
            let loss = tape.difference(logOfSum, logits[label])
            total = tape.sum(total, loss)
            // end listing
        }
        return summing ? total : tape.product(total, tape.input(1 / Double(nuclei.count)))
    }

    /// One layer after the other, unit by unit.
    private func writeLogits(of features: [Double], to tape: inout Tape) -> [Int] {
        let inputs = features.map { tape.input($0) }
        let units = (0..<hidden).map { unit in
            let sum = writeSum(
                of: inputs, weights: { $0 * hidden + unit }, bias: 2 * hidden + unit, to: &tape)
            return tape.relu(sum)
        }
        return (0..<2).map { output in
            writeSum(
                of: units, weights: { 3 * hidden + $0 * 2 + output }, bias: 5 * hidden + output,
                to: &tape)
        }
    }

    /// x1 w1 + x2 w2 + ... + b.
    private func writeSum(
        of inputs: [Int], weights: (Int) -> Int, bias: Int, to tape: inout Tape
    ) -> Int {
        var sum = bias
        for (index, input) in inputs.enumerated() {
            sum = tape.sum(sum, tape.product(input, weights(index)))
        }
        return sum
    }

    /// The loss and its gradient with respect to all parameters, by the tape.
    func lossAndGradients(
        on nuclei: Nuclei, overwriting: Bool = false, summing: Bool = false
    ) -> (loss: Double, gradients: [Double]) {
        var tape = Tape()
        let loss = writeLoss(on: nuclei, to: &tape, summing: summing)
        let gradients = tape.gradients(of: loss, overwriting: overwriting)
        return (tape.values[loss], Array(gradients.prefix(parameters.count)))
    }
}
