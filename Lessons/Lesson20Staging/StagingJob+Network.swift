import CourseKit
import DeepTeaching
import Foundation

/// Step 6: the networks learn.
extension StagingJob {
    func train(
        _ lesson: Lesson, _ patches: [PatchSet], _ work: StagingWork
    ) throws -> [TumorDetector.Fitted] {
        try lesson.step("network") { step in
            step.number("coinLoss", coinLoss)
            step.choose("networks", ["one", "two", "three"][patches.count - 1])
            let networks = try patches.enumerated().map { fold, set in
                let words = "Training network \(fold + 1) of \(patches.count)"
                return try work.kept.network(fold, decidedBy: work.networks[fold]) {
                    try lesson.progress(words) { try learn(from: set, fold: fold, report: $0) }
                }
            }
            show(networks.map { means(of: $0.losses) }, in: step)
            return networks.map(\.detector)
        }
    }

    private func learn(
        from set: PatchSet, fold: Int, report: (Double) -> Void
    ) throws -> LearntNetwork {
        var losses: [Double] = []
        let detector = try detector.fit(set, seed: seed &* 10 &+ UInt64(fold)) {
            losses.append($0.loss)
            report(Double($0.step + 1) / Double($1))
        }
        return LearntNetwork(detector: detector, losses: losses)
    }

    /// -log 1/2: the loss of tossing a coin.
    private var coinLoss: Double { -Foundation.log(0.5) }

    private typealias MeanLoss = (step: Double, loss: Double)

    private func means(of losses: [Double], window: Int = 20) -> [MeanLoss] {
        stride(from: 0, to: losses.count, by: window).map { start in
            let part = losses[start..<min(losses.count, start + window)]
            return (Double(start), part.reduce(0, +) / Double(part.count))
        }
    }

    private func show(_ losses: [[MeanLoss]], in step: LessonStep) {
        let last = losses.map { $0.last?.loss ?? .nan }
        step.number("trainingLoss1", last[0])
        if last.count > 1 { step.number("trainingLoss2", last[1]) }
        if last.count > 2 { step.number("trainingLoss3", last[2]) }
        let curves = zip(["first", "second", "third"], losses).map { name, losses in
            Plot.Curve(name, x: losses.map(\.step), y: losses.map(\.loss))
        }
        let end = losses.compactMap { $0.last?.step }.max() ?? 0
        let coin = Plot.Curve("coin", x: [0, end], y: [coinLoss, coinLoss], style: .dashed)
        let haveLearnt = losses.allSatisfy { losses in
            guard let first = losses.first?.loss, let last = losses.last?.loss else { return false }
            return last < min(first, coinLoss)
        }
        step.choose("learning", haveLearnt ? "below" : "above")
        step.plot("loss", curves + [coin])
    }
}
