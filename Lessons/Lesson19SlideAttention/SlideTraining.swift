import DeepTeaching

/// How a network learns where to look, from nothing but one label for each slide.
struct SlideTraining {
    var steps: Int
    var reading = Reading.attention(SlideTraining.draws)

    /// How much of the entropy of attention the loss takes away.
    var entropy: Float = 0.01

    /// The learning rate; it falls to 0 over the last two fifths.
    var rate = 0.006

    /// Places that are read of each slide in training.
    static let draws = 16

    /// Slides in a batch.
    static let batch = 32

    /// A trained network, and the cross-entropy of each step.
    ///
    /// - Throws: `AttentionError`, or `DivergedTraining` if a loss is no number.
    func trained(
        on cohort: SlideCohort, seed: UInt64, report: (Double) -> Void
    ) throws -> (network: SlideNetwork, losses: [Double]) {
        var weights = SeededGenerator(seed: seed, stream: "weights")
        var draws = SeededGenerator(seed: seed, stream: "draws")
        var order = SeededGenerator(seed: seed, stream: "order")
        var network = SlideNetwork(using: &weights)
        var adam = Adam<Float>(learningRate: rate)
        var queue: [Int] = []
        var losses: [Double] = []
        for step in 0..<steps {
            if queue.count < Self.batch { queue += order.shuffled(Array(cohort.slides.indices)) }
            let chosen = Array(queue.prefix(Self.batch))
            queue.removeFirst(Self.batch)
            adam.learningRate = rate * min(1, 2.5 * Double(steps - step) / Double(steps))
            let pass = Pass.training(seed: UInt64(step))
            let targets = cohort.labels(of: chosen)
            var entropyOfStep = 0.0
            // listing: SlideTraining.step
            let (loss, gradients) = try gradients(of: network) { network in
                let (logits, a) = try network.answer(
                    cohort, chosen, reading: reading, using: &draws, in: pass)
                let spread = attentionEntropy(a)
                entropyOfStep = Double(spread.value.scalar)
                return binaryCrossEntropy(logits: logits, targets: targets)
                    - entropy * spread
            }
            adam.update(&network, along: gradients.clipped(toNorm: 5))
            // end listing
            guard loss.isFinite else { throw DivergedTraining(step: step) }
            losses.append(Double(loss) + Double(entropy) * entropyOfStep)
            report(Double(step + 1) / Double(steps))
        }
        return (network, losses)
    }
}

/// A loss became infinite or no number.
struct DivergedTraining: Error, CustomStringConvertible {
    let step: Int

    var description: String {
        "The training diverged in step \(step): its loss is no number. Try another --seed."
    }
}
