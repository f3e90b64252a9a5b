import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 18.
    public static let recurrentAttention = LessonGrader(
        recurrentAttentionContract, solution: RecurrentAttentionSolution.self,
        exercises: [
            RecurrentAttentionGraders.glimpse, RecurrentAttentionGraders.glimpseFeatures,
            RecurrentAttentionGraders.coreStep, RecurrentAttentionGraders.nextPlace,
            RecurrentAttentionGraders.gaussianLogProbability,
            RecurrentAttentionGraders.reinforceLoss, RecurrentAttentionGraders.hybridLoss,
        ])
}

/// The graders of the exercises of Lesson 18, one file each.
enum RecurrentAttentionGraders {
    /// Numbers anywhere between -1 and 1, and none near 0.
    static func numbers(_ count: Int, _ generator: inout SeededGenerator) -> [Double] {
        (0..<count).map { _ in
            generator.uniform(0.2, 1) * (generator.uniform() < 0.5 ? -1 : 1)
        }
    }

    /// A layer of any numbers.
    static func layer(
        _ inputs: Int, _ outputs: Int, _ generator: inout SeededGenerator
    ) -> AffineMap {
        AffineMap(
            weights: (0..<inputs).map { _ in numbers(outputs, &generator) },
            bias: numbers(outputs, &generator))
    }

    /// A tensor of any numbers.
    static func tensor(_ shape: [Int], _ generator: inout SeededGenerator) -> Tensor<Double> {
        Tensor(numbers(shape.reduce(1, *), &generator), shape: shape)
    }

    /// The value of a loss, and one of its gradients.
    static func compare(
        gradient: Int, of what: String
    ) -> @Sendable (TracedLoss, TracedLoss) -> Verdict {
        { expected, got in
            let value = Comparison.within(1e-9)(expected.value, got.value).about("the loss")
            if !value.isRight { return value }
            return Comparison.within(1e-9)(expected.gradients[gradient], got.gradients[gradient])
                .about("the gradient of \(what)")
        }
    }

    /// A loss that computes with operands as the exercise does.
    static func traced(
        _ operands: Tensor<Double>..., loss: ([Variable<Double>]) throws -> Variable<Double>
    ) throws -> TracedLoss {
        try TracedLoss(of: operands, loss)
    }
}
