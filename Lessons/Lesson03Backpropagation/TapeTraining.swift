/// Trains a tiny network with the tape: forward, backward, a step downhill, again.
struct TapeTraining {
    /// How far a step goes.
    var learningRate = 0.1

    /// How much of the velocity is kept.
    var momentum = 0.9

    /// How many steps are made.
    var steps = 120

    /// The wrong way of adding up gradients.
    var isOverwriting = false

    /// The wrong way of adding up losses.
    var isSumming = false

    /// What came of a training.
    struct Result {
        /// The network after the last step.
        let network: TinyNetwork

        /// The mean loss before each step, and after the last.
        let losses: [Double]
    }

    /// Trains a network on all nuclei at once.
    func train(
        _ network: TinyNetwork, on nuclei: Nuclei, report: (Double) -> Void = { _ in }
    ) -> Result {
        var network = network
        var velocities = network.parameters.map { _ in 0.0 }
        var losses: [Double] = []
        for step in 0..<steps {
            let (loss, gradients) = network.lossAndGradients(
                on: nuclei, overwriting: isOverwriting, summing: isSumming)
            losses.append(isSumming ? loss / Double(nuclei.count) : loss)
            for index in velocities.indices {
                velocities[index] = momentum * velocities[index] + gradients[index]
                network.parameters[index] -= learningRate * velocities[index]
            }
            report(Double(step + 1) / Double(steps))
        }
        losses.append(network.lossAndGradients(on: nuclei).loss)
        return Result(network: network, losses: losses)
    }
}
