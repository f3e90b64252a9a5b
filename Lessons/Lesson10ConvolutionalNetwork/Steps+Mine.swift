import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// What the student's functions give beside what the library gives.
extension ConvolutionCourse {
    /// Says how far the student's tensor lies from the library's, if one was asked for and came.
    func compareMine<each Input>(
        _ call: Call<any ConvolutionalNetworkContract.Type, Tensor<Double>, repeat each Input>,
        _ inputs: repeat each Input, with library: Tensor<Double>, _ step: StepWriter
    ) throws {
        try compareMine(call, repeat each inputs, with: library, step) { $0 }
    }

    /// The same for a part of what the student's function gives.
    func compareMine<Output, each Input>(
        _ call: Call<any ConvolutionalNetworkContract.Type, Output, repeat each Input>,
        _ inputs: repeat each Input, with library: Tensor<Double>, _ step: StepWriter,
        part: (Output) -> Tensor<Double>
    ) throws {
        guard let mine,
            let own = try mine.value(of: call, repeat each inputs, say: step.words)
        else { return }
        let tensor = part(own)
        guard tensor.shape == library.shape else {
            step.words(
                "**Yours:** `\(call.name)` gives the shape \(tensor.shape), the library "
                    + "\(library.shape).")
            return
        }
        let difference = tensor.largestDifference(from: library)
        let size = NumberFormat.scientific(1).text(difference)
        step.words(
            difference == 0
                ? "**Yours:** `\(call.name)` gives just what the library gives."
                : "**Yours:** `\(call.name)` differs from the library by at most \(size).")
    }
}
