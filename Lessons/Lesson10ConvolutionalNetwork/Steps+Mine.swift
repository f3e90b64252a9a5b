import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// What the student's functions give beside what the library gives.
extension ConvolutionCourse {
    /// Says how far the student's tensor lies from the library's, if one was asked for and came.
    func compareMine<Inputs: ExerciseInputs>(
        _ function: String, _ inputs: Inputs, with library: Tensor<Double>, _ step: StepWriter
    ) throws where Inputs.Observation == Tensor<Double> {
        try compareMine(function, inputs, with: library, step) { $0 }
    }

    /// The same for a part of what the student's function gives.
    func compareMine<Inputs: ExerciseInputs>(
        _ function: String, _ inputs: Inputs, with library: Tensor<Double>, _ step: StepWriter,
        part: (Inputs.Observation) -> Tensor<Double>
    ) throws {
        guard let mine, let own = try mine.value(of: function, inputs, say: step.words) else {
            return
        }
        let tensor = part(own)
        guard tensor.shape == library.shape else {
            step.words(
                "**Yours:** `\(function)` gives the shape \(tensor.shape), the library "
                    + "\(library.shape).")
            return
        }
        let difference = tensor.largestDifference(from: library)
        let size = NumberFormat.scientific(1).text(difference)
        step.words(
            difference == 0
                ? "**Yours:** `\(function)` gives just what the library gives."
                : "**Yours:** `\(function)` differs from the library by at most \(size).")
    }
}
