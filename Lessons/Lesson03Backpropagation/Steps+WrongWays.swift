import CourseKit
import DeepTeaching

/// Step 10: three mistakes that everybody makes once.
extension BackpropagationCourse {
    func showWrongWays(_ right: TapeTraining.Result) throws {
        try lesson.step("wrongWays") { step in
            step.number("trainingSteps", TapeTraining().steps)
            let overwritten = train("overwritten", TapeTraining(isOverwriting: true))
            let zeros = TinyNetwork(
                hidden: beginning.hidden, parameters: beginning.parameters.map { _ in 0 })
            let zero = train("all zero", TapeTraining(), from: zeros)
            let summed = train("summed", TapeTraining(isSumming: true))
            let lost = summed.losses.firstIndex { !$0.isFinite }
            step.choose(
                "overwritten", overwritten.loss > right.loss + 0.1 ? "higher" : "similar")
            step.choose("summed", lost == nil ? "kept" : "lost")
            step.plot(
                "wrongWays",
                [
                    right.curve("right"), overwritten.curve("overwritten"), zero.curve("zero"),
                    summed.curve("summed"),
                ], yRange: 0...1.5)
            step.number("wrongOverwrittenLoss", overwritten.loss)
            step.number(
                "wrongOverwrittenAccuracy", overwritten.network.accuracy(for: test), .percent(1))
            step.number("wrongZeroLoss", zero.loss)
            step.number("wrongZeroAccuracy", zero.network.accuracy(for: test), .percent(1))
            step.number("wrongSummedJump", summed.losses[1])
            step.number("wrongSummedLost", lost ?? summed.losses.count)
        }
    }
}
