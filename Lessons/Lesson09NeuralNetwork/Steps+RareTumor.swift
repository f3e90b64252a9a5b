import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 4: the loss, and a class that is rare.
extension NetworkCourse {
    func showRareTumor(_ data: PatchParts) throws {
        try lesson.step("One tumour among many") { step in
            step.words(
                """
                Softmax makes shares of the two scores (Lesson 1). The *loss* of a patch is how \
                surprised one must be by the truth: minus the logarithm of the share that the \
                network gave to the right class. It is 0 for a network that was sure and right, and \
                large for one that was sure and wrong. Gradients of it say how each weight must move \
                (Lesson 3).
                """)
            step.glossary("loss", "one number that says how bad a result is")
            step.glossary("epoch", "one walk over all patches that are learnt from")
            step.equation(
                "L = (sum_i w_(t_i) (-\"log\" p_(i t_i))) / (sum_i w_(t_i))",
                where: [
                    "p_(i c)": "share of class c for patch i", "t_i": "its true class",
                    "w_c": "weight of class c",
                ])
            step.words(
                """
                On a slide tumour is rare. Here we keep one tumour patch for every twenty normal \
                ones. Who calls everything normal is right in 95 of 100 cases, and useless. A *class \
                weight* makes each tumour patch count as much as twenty others.
                """)
            step.glossary("sensitivity", "the share of the tumours that is found")
            step.glossary("specificity", "the share of the normal ones that is left in peace")
            step.question(
                "Somebody takes the weights the wrong way round: 20 for normal, 1 for tumour. What "
                    + "is found of the tumours?", unit: "%")
            step.code(
                """
                for (row, label) in labels.enumerated() {
                    sum -= weights[label] * logSoftmax(logits[row])[label]
                    total += weights[label]
                }
                return sum / total
                """, caption: "The weighted mean; log softmax as in Lesson 1.")
            try measure(data, step)
            try showOwnLoss(step)
            step.words(
                "Exercise: `weightedCrossEntropy` in Exercises/Lesson09NeuralNetwork.swift.")
        }
    }

    private func measure(_ data: PatchParts, _ step: StepWriter) throws {
        let (learnt, others) = data.training.halves
        let rare = learnt.withOneTumor(forEvery: 20)
        let ways: [(key: String, words: String, weights: [Float]?)] = [
            ("plain", "no weights", nil), ("weighted", "tumour counts 20 times", [1, 20]),
            ("wrongInverted", "wrong way: normal counts 20 times", [20, 1]),
        ]
        var rows: [[String]] = []
        var found: [Double] = []
        for way in ways {
            var training = NetworkTraining()
            training.epochs = 10
            training.weights = way.weights
            let result = try lesson.progress("Learning from rare tumours") { report in
                try training.fit(
                    rare, validation: others, seed: lesson.seed, report: report)
            }
            let scores = PatchScores(result.last, others)
            found.append(scores.sensitivity)
            rows.append(
                [
                    way.words, NumberFormat.percent(0).text(found[found.count - 1]),
                    NumberFormat.percent(0).text(scores.specificity),
                ])
        }
        step.number("rareTumors", rare.tumorCount, "Tumour patches among those learnt from")
        step.number("rareNormals", rare.count - rare.tumorCount, "Normal ones")
        step.table(
            header: ["class weights", "sensitivity", "specificity"], rows: rows,
            alignment: [.left, .right, .right],
            caption:
                "On other patches of the same slides, half of which are tumour, after ten epochs.")
        step.number("plainSensitivity", found[0], "Found without weights", format: .percent(1))
        step.number("weightedSensitivity", found[1], "Found with weights", format: .percent(1))
        step.number(
            "wrongInvertedSensitivity", found[2], "Wrong way: found with inverted weights",
            format: .percent(1))
        step.answer(
            "\(NumberFormat.percent(0).text(found[2])) of them: what was rare is now rarer still. And "
                + "what is gained in sensitivity is paid in specificity: weights move the threshold, "
                + "they add no knowledge.")
    }

    private func showOwnLoss(_ step: StepWriter) throws {
        guard let mine else { return }
        let logits = Tensor<Double>(rows: [[2, -1], [0.5, 0], [-3, 1]])
        let labels = [0, 1, 1]
        let library = softmaxCrossEntropy(
            logits: Variable(logits), labels: labels, weights: [1, 20]
        ).value.scalar
        guard
            let own = try mine.value(
                of: NeuralNetworkCalls.weightedCrossEntropy, logits, labels, [1, 20],
                say: step.words)
        else { return }
        func text(_ value: Double) -> String { NumberFormat.decimals(6).text(value) }
        step.words(
            "**Yours**, of three patches: \(text(own)). **The library's:** \(text(library)).")
    }
}
