import CourseKit
import Curriculum
import DeepTeaching

/// Step 8: scores become shares.
extension TensorCourse {
    func showSoftmax() throws {
        try lesson.step("softmax") { step in
            let scores = Tensor<Double>(
                rows: [[2, 0, -1], [0.5, 1.5, 0], [3, 1, 2], [-1, 0, 0.5]])
            showByHand(scores[0], step)
            step.plot("shares", Self.curves())
            let large = showOverflow(step)
            showAxes(scores, step)
            try step.compare(
                mine, TensorsCalls.softmax, scores, 1, with: scores.softmax(axis: 1))
            try step.compare(
                mine, TensorsCalls.logSumExp, large.elements,
                with: large.logSumExp(axes: [0]).scalar)
        }
    }

    private func showByHand(_ scores: Tensor<Double>, _ step: LessonStep) {
        let exponentials = scores.exponential()
        let shares = scores.softmax()
        step.number("scoreNormal", scores[0], .decimals(1))
        step.number("scoreTumor", scores[1], .decimals(1))
        step.number("scoreGerminal", scores[2], .decimals(1))
        step.number("exponentialNormal", exponentials[0])
        step.number("exponentialTumor", exponentials[1])
        step.number("exponentialGerminal", exponentials[2])
        step.number("exponentialSum", exponentials.sum().scalar)
        step.number("shareNormal", shares[0])
        step.number("shareTumor", shares[1])
        step.number("shareGerminal", shares[2])
        step.number("shareSum", shares.sum().scalar)
    }

    private static func curves() -> [Plot.Curve] {
        let distances = stride(from: -6.0, through: 6, by: 0.25).map { $0 }
        let shares = distances.map { Tensor<Double>([$0, 0, 0], shape: [3]).softmax() }
        return [
            Plot.Curve("first", x: distances, y: shares.map { $0[0] }),
            Plot.Curve("second", x: distances, y: shares.map { $0[1] }),
        ]
    }

    /// - Returns: the large scores.
    private func showOverflow(_ step: LessonStep) -> Tensor<Double> {
        // listing: Lesson01.overflow
        let scores = Tensor<Double>([1000, 1001, 1002], shape: [3])
        let shares = scores.exponential() / scores.exponential().sum()
        // end listing
        step.number("wrongNotNumbers", shares.elements.count { $0.isNaN })
        step.number("shareAt1000", scores.softmax()[2])
        step.number("logSumExpAt1000", scores.logSumExp(axes: [0]).scalar)
        return scores
    }

    /// Along the patches in place of along the classes: each share alone looks right.
    private func showAxes(_ scores: Tensor<Double>, _ step: LessonStep) {
        let (right, wrong) = (scores.softmax(axis: 1), scores.softmax(axis: 0))
        func row(_ tensor: Tensor<Double>, _ patch: Int) -> String {
            (0..<3).map { NumberFormat.decimals(2).text(tensor[patch, $0]) }
                .joined(separator: ", ")
        }
        step.table(
            "axes",
            rows: (0..<4).map { ["\($0)", row(scores, $0), row(right, $0), row(wrong, $0)] })
        func farthest(_ shares: Tensor<Double>) -> Double {
            (shares.sum(axes: [1]) - 1).absolute().maximum().scalar
        }
        step.number("sumError", farthest(right))
        step.number("wrongAxisSumError", farthest(wrong))
    }
}
