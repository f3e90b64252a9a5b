import CourseKit
import DeepTeaching

/// Step 6: attention that settles before it has looked around; and what reading all costs in training.
extension SlideCourse {
    func showEntropy(_ cohorts: Cohorts, _ trained: [TrainedSlides]) throws {
        try lesson.step("entropy") { step in
            var training = SlideTraining(steps: extent.wrongSteps)
            training.entropy = 0
            let (network, losses) = try lesson.progress("Learning without the entropy term") {
                try training.trained(on: cohorts.training, seed: lesson.seed, report: $0)
            }
            let wrong = try SlideScores(
                network, cohorts.test, reading: .attention(24), seed: lesson.seed)
            let right = try SlideScores(
                trained[0].network, trained[0].test, reading: .attention(24), seed: lesson.seed)
            let last = losses.suffix(20)
            step.number("wrongSteps", extent.wrongSteps)
            step.number("wrongEntropyLoss", last.reduce(0, +) / Double(last.count))
            step.number("wrongEntropyArea", wrong.area)
            step.number("rightEntropyArea", right.area)
            step.number("wrongEntropyInside", wrong.inside, .percent(1))
            step.number("wrongPlaces", try places(network, cohorts.test), .decimals(1))
            step.number("rightPlaces", try places(trained[0].network, cohorts.test), .decimals(1))
            let isHeart = last.reduce(0, +) / Double(last.count) < 0.6
            step.choose(
                "entropy",
                extent.wrongSteps < extent.steps
                    ? "short"
                    : wrong.area > right.area - 0.03 ? "spared" : isHeart ? "heart" : "stuck")
        }
    }

    /// exp(entropy): over how many places the attention is spread.
    private func places(_ network: SlideNetwork, _ cohort: SlideCohort) throws -> Double {
        let chosen = Array(0..<min(50, cohort.slides.count))
        let scores = network.attention(cohort.overviews(of: chosen))
        let a = try tissueAttention(
            scores: Variable(scores), tissue: cohort.tissue(of: chosen))
        return attentionEntropy(a).exponential().value.elements.map { Double($0) }[0]
    }
}
