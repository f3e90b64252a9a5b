import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 9.
    public static let neuralNetwork = LessonGrader(
        neuralNetworkContract, solution: NeuralNetworkSolution.self,
        exercises: [
            NeuralNetworkGraders.flattenPatches, NeuralNetworkGraders.heInitialization,
            NeuralNetworkGraders.weightedCrossEntropy, NeuralNetworkGraders.dropout,
            NeuralNetworkGraders.earlyStopping,
        ])
}

/// The graders of the exercises of Lesson 9, one file each.
enum NeuralNetworkGraders {
    /// Compares two tensors whatever their scale: each is divided by a measure of its size.
    static func compareWithoutScale(
        _ expected: Tensor<Double>, _ got: Tensor<Double>,
        size: (Tensor<Double>) -> Double
    ) -> Verdict {
        func divided(_ tensor: Tensor<Double>) -> Tensor<Double> {
            let size = size(tensor)
            return size > 0 ? tensor / size : tensor
        }
        return Comparison.within(1e-9)(divided(expected), divided(got))
    }
}
