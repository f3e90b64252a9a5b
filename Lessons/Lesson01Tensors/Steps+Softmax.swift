import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 8: scores become shares.
extension TensorCourse {
    func showSoftmax() throws {
        try lesson.step("From scores to shares") { step in
            step.words(
                """
                At the end of a network stand *scores*, any numbers, one for each answer: is this \
                patch normal tissue, tumour, or a germinal centre, which only looks like one? The \
                reader wants shares: between 0 and 1, and together 1. *Softmax* makes them: the \
                exponential of each score, divided by the sum of all.
                """)
            step.glossary("score", "what a network says of an answer before softmax; also logit")
            step.glossary("softmax", "exponentials divided by their sum")
            step.glossary(
                "germinal centre", "a round pale place in a lymph node where defence cells ripen")
            step.equation(
                "p_i = e^(z_i) / (sum_j e^(z_j))",
                where: ["z_i": "score of answer i", "p_i": "its share", "e": "2.718..."])
            step.box("Shares that are probabilities") { box in
                box.words(
                    """
                    A share of 0.7 for tumour is read as a probability: of a hundred patches with \
                    this share, seventy should be tumour. Whether that is so must be measured; \
                    softmax only makes numbers that *could* be probabilities.
                    """)
            }
            showShares(step)
            showOverflow(step)
            try showAxes(step)
            step.words(
                "Exercises: `softmax` and `logSumExp` in Exercises/Lesson01Tensors.swift.")
        }
    }

    private func showShares(_ step: StepWriter) {
        let distances = stride(from: -6.0, through: 6, by: 0.25).map { $0 }
        let shares = distances.map { distance in
            Tensor<Double>([distance, 0, 0], shape: [3]).softmax()
        }
        step.plot(
            Plot(
                name: "softmax", x: "score of the first answer", y: "share",
                curves: [
                    Plot.Curve("first", x: distances, y: shares.map { $0[0] }),
                    Plot.Curve("second", x: distances, y: shares.map { $0[1] }),
                ],
                caption: "Three answers; the scores of the second and the third are 0.",
                alternative: "The first share climbs from 0 to 1 in an S, the second falls from "
                    + "one half to 0; they cross at one third where all scores are 0."))
    }

    private func showOverflow(_ step: StepWriter) {
        step.question(
            "The scores are 1000, 1001 and 1002. What does the equation give, computed as it is "
                + "written?", choices: ["0.09, 0.24 and 0.67", "no numbers", "three times a third"])
        let scores = Tensor<Double>([1000, 1001, 1002], shape: [3])
        let wrong = scores.exponential() / scores.exponential().sum()
        step.number(
            "wrongNotNumbers", wrong.elements.count { $0.isNaN },
            "Wrong way: shares that are no numbers, of three")
        step.number("shareAt1000", scores.softmax()[2], "Share of 1002 by the library")
        step.answer(
            "No numbers. The largest Double is about 1.8e308, and e^710 is larger: it becomes "
                + "infinite, and infinity over infinity is no number. With Float, which networks "
                + "use, it ends at e^89.", choice: 1)
        step.words(
            """
            The way out costs one subtraction. Take the largest score m away from all: it divides \
            above and below by e^m, so nothing changes, and the largest exponential is e^0 = 1. \
            The logarithm of the sum, which losses need, is rescued in the same way:
            """)
        step.equation(
            "\"log\" sum_j e^(z_j) = m + \"log\" sum_j e^(z_j - m)",
            where: ["m": "the largest of the scores"])
        step.code(
            """
            let largest = scores.max() ?? 0
            let exponentials = scores.map { exp($0 - largest) }
            let shares = exponentials.map { $0 / exponentials.reduce(0, +) }
            """, caption: "Softmax of one list of scores.")
        step.reference(
            "BLA21",
            "BLANCHARD, Pierre, HIGHAM, Desmond J. and HIGHAM, Nicholas J. Accurately computing "
                + "the log-sum-exp and softmax functions. IMA Journal of Numerical Analysis, 2021, "
                + "41(4), 2311-2330.")
    }

    /// Along the batch for along the answers: every share looks like one.
    private func showAxes(_ step: StepWriter) throws {
        step.words(
            """
            A batch of scores has the axes [patch, answer], and softmax must run along the answers: \
            within one patch they compete. Along the other axis the patches of the batch compete. \
            All numbers lie between 0 and 1 there too; only the sums betray it.
            """)
        let scores = Tensor<Double>(rows: [[2, 0, -1], [0.5, 1.5, 0], [3, 1, 2], [-1, 0, 0.5]])
        let (right, wrong) = (scores.softmax(axis: 1), scores.softmax(axis: 0))
        func row(_ tensor: Tensor<Double>, _ patch: Int) -> String {
            (0..<3).map { NumberFormat.decimals(2).text(tensor[patch, $0]) }
                .joined(separator: "  ")
        }
        step.table(
            header: ["patch", "scores", "shares along the answers", "along the patches"],
            rows: (0..<4).map {
                ["\($0)", row(scores, $0), row(right, $0), row(wrong, $0)]
            }, alignment: [.left, .right, .right, .right],
            caption: "Four patches, three answers.")
        func farthest(_ shares: Tensor<Double>) -> Double {
            (shares.sum(axes: [1]) - 1).absolute().maximum().scalar
        }
        step.number(
            "sumError", farthest(right), "Largest distance of a patch's sum from 1", digits: 3)
        step.number("wrongAxisSumError", farthest(wrong), "Wrong way: along the patches", digits: 3)
        if let own = try mine?.value(
            of: TensorsCalls.softmax, scores, 1, say: step.words),
            own.shape == scores.shape
        {
            step.words("**Yours**, of the first patch: \(row(own, 0)).")
        }
    }
}
