import CourseKit
import DeepTeaching

/// Step 6: the networks learn.
extension StagingJob {
    func networkStep(
        _ lesson: Lesson, _ patches: [PatchSet], _ work: StagingWork
    ) throws -> [TumorDetector] {
        try lesson.step("A network learns to see tumour") { step in
            step.words(
                """
                Three convolutions look at ever larger pieces of the patch, two dense layers decide. \
                The loss is the cross-entropy: how surprised the network is by the right answer.
                """)
            step.equation(
                "L = -1/m sum_(i=1)^m log a_(i,y_i)",
                where: [
                    "m": "patches in a batch", "a_(i,k)": "probability of class k for patch i",
                    "y_i": "the right class: 1 for tumour, 0 for normal",
                ])
            step.code(
                """
                try train(&network, using: &optimizer, epochs: 1, seed: seed, batches: batches) {
                    network, batch, pass in
                    let images = try patches.pictures(of: batch, augmentation: augmentation)
                    let logits = network(Variable(images), in: pass)
                    return softmaxCrossEntropy(logits: logits, labels: patches.labels(of: batch))
                }
                """, caption: "Sources/DeepTeaching/Maps/TumorDetectorSettings.swift")
            step.words(
                """
                Each patch is turned, mirrored, and stained a little differently every time it is \
                seen: another laboratory's slides must not look strange.
                """)
            var detectors: [TumorDetector] = []
            var curves: [Plot.Curve] = []
            for (fold, set) in patches.enumerated() {
                let words = "Training network \(fold + 1) of \(patches.count)"
                let network = try work.kept.network(fold, decidedBy: work.networks[fold]) {
                    try lesson.progress(words) { try learn(from: set, fold: fold, report: $0) }
                }
                detectors.append(network.detector)
                let smooth = means(of: network.losses)
                curves.append(
                    Plot.Curve("network \(fold + 1)", x: smooth.map(\.step), y: smooth.map(\.loss)))
                step.number(
                    "trainingLoss\(fold + 1)", smooth.last?.loss ?? .nan,
                    "loss of network \(fold + 1) at the end")
            }
            step.plot(
                Plot(
                    name: "loss", x: "step", y: "loss", curves: curves,
                    caption: "The loss falls while the networks learn (means of 20 steps).",
                    alternative: "Curves that fall steeply at first, then slowly."))
            return detectors
        }
    }

    private func learn(
        from set: PatchSet, fold: Int, report: (Double) -> Void
    ) throws -> LearntNetwork {
        var losses: [Double] = []
        let detector = try source.detector.fit(set, seed: seed &* 10 &+ UInt64(fold)) {
            losses.append($0.loss)
            report(Double($0.step + 1) / Double($1))
        }
        return LearntNetwork(detector: detector, losses: losses)
    }

    private func means(of losses: [Double], window: Int = 20) -> [(step: Double, loss: Double)] {
        stride(from: 0, to: losses.count, by: window).map { start in
            let part = losses[start..<min(losses.count, start + window)]
            return (Double(start), part.reduce(0, +) / Double(part.count))
        }
    }
}
