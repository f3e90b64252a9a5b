import CourseKit
import Curriculum
import DeepTeaching

/// A loss that sees a mask as a whole.
extension SegmentationCourse {
    func showLoss() throws {
        try lesson.step("loss") { step in
            let p = [0.9, 0.6, 0.2, 0.1]
            let t: [Double] = [1, 1, 0, 0]
            let truth = Tensor(rows: [t])
            // listing: SegmentationCourse.dice
            let probabilities = Variable(Tensor(rows: [p]))
            let (loss, slope) = gradients(of: probabilities) {
                diceLoss(probabilities: $0, targets: truth, smoothing: 1)
            }
            // end listing
            step.number("handLoss", loss)
            let slopes = slope.values[0].elements
            step.number("tumorSlope", slopes[0])
            step.number("normalSlope", slopes[2])
            let nothing = Tensor<Double>.zeros([1, 4])
            func lossOfNothing(_ smoothing: Double) -> Double {
                diceLoss(
                    probabilities: Variable(nothing), targets: nothing, smoothing: smoothing
                ).value.elements[0]
            }
            step.number("emptyLoss", lossOfNothing(1), .decimals(0))
            let unsmoothed = lossOfNothing(0)
            step.text("wrongEmptyLoss", unsmoothed.isNaN ? "not a number" : "\(unsmoothed)")
            try showRarity(step)
            try step.compare(
                mine, SegmentationCalls.diceLoss, [p], [t], 1, with: [loss],
                part: { [$0] })
        }
    }

    /// The losses of an empty mask for an image of 4096 pixels, 41 of which are tumour.
    private func showRarity(_ step: LessonStep) throws {
        let truth = Tensor<Double>((0..<4096).map { $0 < 41 ? 1 : 0 }, shape: [1, 4096])
        let logits = Variable(Tensor<Double>(repeating: -4, shape: [1, 4096]))
        step.number(
            "rareEntropy", binaryCrossEntropy(logits: logits, targets: truth).value.elements[0])
        step.number(
            "rareDice",
            diceLoss(probabilities: logits.sigmoid(), targets: truth).value.elements[0])
    }
}
