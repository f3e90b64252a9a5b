import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 8: where the walk begins.
extension BackpropagationCourse {
    func showLoss() throws {
        try lesson.step("loss") { step in
            let (chance, first) = (log(2.0), beginning.lossAndGradients(on: nuclei).loss)
            step.number("chanceLoss", chance)
            step.number("firstLoss", first)
            step.choose("first", first > chance ? "worse" : "better")
            let powers = [1000.0, 998.0].map { exp($0) }
            step.number("wrongOverflow", -log(powers[0] / (powers[0] + powers[1])))
            let right = softmaxCrossEntropy(
                logits: Variable(Tensor<Double>(rows: [[1000, 998]])), labels: [0])
            step.number("largeLogits", right.value.scalar)

            let logits = beginning.library(Tensor(rows: nuclei.features))
            let library = gradients(of: Variable(logits)) {
                softmaxCrossEntropy(logits: $0, labels: nuclei.labels)
            }
            try step.compare(
                mine, BackpropagationCalls.softmaxCrossEntropy, logits, nuclei.labels,
                with: [library.loss] + library.gradients.values[0].elements,
                part: { [$0.loss] + $0.gradient.elements })
        }
    }
}
