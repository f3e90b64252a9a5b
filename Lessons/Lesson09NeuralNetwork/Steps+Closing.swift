import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// Steps 7 and 8: what the network has learnt, and what remains.
extension NetworkCourse {
    func showKnowledge(_ data: PatchParts, _ plain: NetworkTraining.Result) throws {
        try lesson.step("What it has learnt") { step in
            let scores = PatchScores(plain.best, data.test)
            step.words(
                """
                The network of the best epoch, and a patient it has never seen. For comparison a \
                model that knows only the mean colour of a patch, three numbers (Lesson 2).
                """)
            let color = try LogisticRegressionSettings().fit(
                features: Self.meanColors(data.training), labels: data.training.labels)
            let colorArea = try ROCCurve(
                scores: color.scores(of: Self.meanColors(data.test)),
                labels: data.test.labels.map { $0 == 1 }
            ).area
            step.number(
                "sensitivity", scores.sensitivity, "Sensitivity", format: .percent(1))
            step.number(
                "specificity", scores.specificity, "Specificity", format: .percent(1))
            step.number("area", try scores.area(), "Area under the ROC curve")
            step.number("colorArea", colorArea, "The same by mean colour alone")
            showWeights(plain.best, step)
            showExtremes(scores, data.test, step)
            step.words(
                """
                Three numbers may do as well as 768, or better. The network has weights for every \
                single place, and must see a nucleus at each of them to know it there. What it has \
                learnt besides is mostly colour. A network that looks for the same thing everywhere \
                needs fewer weights and less tissue: that is a convolution.
                """)
        }
    }

    private static func meanColors(_ table: PatchTable) -> Tensor<Float> {
        table.rows.reshaped([table.count, table.rows.shape[1] / 3, 3]).mean(axes: [1])
    }

    /// The weights of the hidden units with the largest ones, as pictures.
    private func showWeights(_ network: DenseNetwork, _ step: StepWriter) {
        let weights = network.hidden.weights.value.transposed()
        let size = (weights * weights).sum(axes: [1]).elements
        let strongest = size.indices.sorted { (size[$0], $1) > (size[$1], $0) }.prefix(16)
        let images = strongest.map { unit -> Image in
            let own = weights.slice(unit..<unit + 1).reshaped([1, Self.side, Self.side, 3])
            let largest = own.absolute().maximum().scalar
            return ((own / (2 * largest)) + 0.5).images()[0].enlarged(by: 6)
        }
        step.figure(
            .grid(images, columns: 8, spacing: 6), name: "weights",
            caption: "The weights of sixteen hidden units, each laid out like a patch: grey is 0, "
                + "bright colours count for, dark ones against.",
            alternative: "Sixteen squares of coloured noise without any shape of a cell.")
    }

    private func showExtremes(
        _ scores: PatchScores, _ table: PatchTable, _ step: StepWriter
    ) {
        let shares = scores.probabilities
        let order = shares.indices.sorted { shares[$0] > shares[$1] }
        let wrongNormal = order.filter { table.labels[$0] == 0 }.prefix(8)
        let wrongTumor = order.reversed().filter { table.labels[$0] == 1 }.prefix(8)
        step.figure(
            Image.grid(
                (wrongNormal + wrongTumor).map { table.patches[$0].image }, columns: 8, spacing: 4
            ).enlarged(by: 2),
            name: "mistakes",
            caption:
                "Above the normal patches that look most like tumour to the network, below the "
                + "tumour patches that look most normal.",
            alternative: "Two rows of eight small pictures of tissue.")
    }

    func close() throws {
        try lesson.step("What remains, and what you write") { step in
            step.words(
                """
                **What was learnt.** A network is sums, weights and a ReLU between them; it begins \
                by chance, but of the right size. It learns by making the loss smaller, and can \
                learn by heart. Other patients say when to stop.

                **What goes wrong in practice.** The test patient is looked at again and again until \
                the number is good: then it is a validation. Dropout is left on at inference. Scale \
                and mean are measured on all patches, the test among them. And the rare class is \
                forgotten, for the accuracy looks fine without it.
                """)
            step.box("Why not simply more epochs, or more units?") { box in
                box.words(
                    """
                    More of both makes the training loss smaller, never the distance between \
                    training and validation. What closes that distance is more patients, patches \
                    that are turned and recoloured (Lesson 7), and networks that know something of \
                    pictures beforehand (Lesson 10).
                    """)
            }
            step.table(
                header: ["exercise", "what to do", "points", "where"],
                rows: LessonOutline.neuralNetwork.exerciseRows,
                caption: "Your turn: swift run course check 09")
            step.words(
                """
                Then see your own numbers beside the library's: `swift run Lesson09NeuralNetwork \
                --mine`.

                **The next question.** A nucleus is a nucleus wherever it lies. How does a network \
                know that? That is Lesson 10, the convolution.
                """)
            step.reference(
                "BAN19",
                "BÁNDI, Péter, et al. From detection of individual metastases to classification "
                    + "of lymph node status at the patient level: the CAMELYON17 challenge. IEEE "
                    + "Transactions on Medical Imaging, 2019, 38(2), 550-560.")
        }
    }
}
