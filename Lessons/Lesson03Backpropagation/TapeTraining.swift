import CourseKit

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

        /// The mean loss after the last step.
        var loss: Double { losses.last ?? .nan }

        /// The losses step by step.
        func curve(_ name: String) -> Plot.Curve {
            Plot.Curve(name, x: losses.indices.map(Double.init), y: losses)
        }
    }

    /// Trains a network on all nuclei at once.
    func train(
        _ network: TinyNetwork, on nuclei: Nuclei, report: (Double) -> Void = { _ in }
    ) -> Result {
        var network = network
        var velocities = network.parameters.map { _ in 0.0 }
        var losses: [Double] = []
        for step in 0..<steps {
            // listing: TapeTraining.loop
            let (loss, gradients) = lossAndGradients(of: network, on: nuclei)
            losses.append(loss)
            move(&network.parameters, with: &velocities, along: gradients)
            // end listing
            report(Double(step + 1) / Double(steps))
        }
        losses.append(network.lossAndGradients(on: nuclei).loss)
        return Result(network: network, losses: losses)
    }

    /// The mean loss and the gradients of a network, found in the right way or in a wrong one.
    private func lossAndGradients(
        of network: TinyNetwork, on nuclei: Nuclei
    ) -> (loss: Double, gradients: [Double]) {
        let (loss, gradients) = network.lossAndGradients(
            on: nuclei, overwriting: isOverwriting, summing: isSumming)
        return (isSumming ? loss / Double(nuclei.count) : loss, gradients)
    }

    /// A step with momentum.
    private func move(
        _ parameters: inout [Double], with velocities: inout [Double], along gradients: [Double]
    ) {
        for index in parameters.indices {
            velocities[index] = momentum * velocities[index] + gradients[index]
            parameters[index] -= learningRate * velocities[index]
        }
    }
}
