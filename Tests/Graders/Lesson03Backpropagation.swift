import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 3.
    public static let backpropagation = LessonGrader(
        backpropagationContract, solution: BackpropagationSolution.self,
        exercises: [
            BackpropagationGraders.topologicalOrder, BackpropagationGraders.backward,
            BackpropagationGraders.denseGradients, BackpropagationGraders.reluGradient,
            BackpropagationGraders.sumGradient, BackpropagationGraders.softmaxCrossEntropy,
            BackpropagationGraders.momentumStep,
        ])
}

/// The graders of the exercises of Lesson 3, one file each.
enum BackpropagationGraders {
    /// A number of two decimals.
    static func number(
        _ range: ClosedRange<Double>, _ generator: inout SeededGenerator
    ) -> Double {
        (100 * generator.uniform(range.lowerBound, range.upperBound)).rounded() / 100
    }

    /// A tensor of numbers of two decimals.
    static func tensor(
        _ shape: [Int], in range: ClosedRange<Double> = -3...3, _ generator: inout SeededGenerator
    ) -> Tensor<Double> {
        let elements = (0..<shape.reduce(1, *)).map { _ in number(range, &generator) }
        return Tensor(elements, shape: shape)
    }
}
