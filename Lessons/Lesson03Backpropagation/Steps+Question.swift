import CourseKit
import DeepTeaching

/// Steps 1 and 2: what is to be learnt, and what a slope is.
extension BackpropagationCourse {
    func showNuclei() throws {
        try lesson.step("Is this nucleus a tumour cell's?") { step in
            step.words(
                """
                A lymph node is full of lymphocytes: small, round, dark nuclei, close together. \
                The \
                nuclei of a metastasis are larger, and lie further apart, since each has much \
                cytoplasm around it. But in a *germinal centre*, where lymphocytes multiply, \
                nuclei \
                are large too. So size alone does not tell, and pathologists who look at the same \
                cells do not always agree [ELM15].

                Two numbers were measured for each nucleus here: its diameter, and how many other \
                nuclei lie within 15 µm of it. Half of the nuclei are tumour cells. The slides are \
                painted by this course's generator, so it is known for sure which. The nuclei of \
                the \
                examination are new, but they come from the same slides: that flatters, as Lesson \
                6 \
                shows, and is enough for this lesson.
                """)
            step.glossary(
                "nucleus",
                "the part of a cell that holds its DNA; haematoxylin stains it")
            step.glossary(
                "germinal centre",
                "a place in a lymph node where lymphocytes multiply; pale and round")
            step.glossary("cytoplasm", "what fills a cell around its nucleus; eosin stains it pink")
            step.plot(
                Plot(
                    name: "nuclei", x: "diameter in µm", y: "nuclei within 15 µm",
                    curves: [(0, "other cell"), (1, "tumour cell")].map { label, name in
                        let own = nuclei.labels.indices.filter { nuclei.labels[$0] == label }
                        return Plot.Curve(
                            name, x: own.map { nuclei.diameters[$0] },
                            y: own.map { nuclei.neighbors[$0] }, style: .points)
                    },
                    caption: "\(nuclei.count) nuclei to learn from.",
                    alternative: "Two overlapping clouds: tumour cells large and with few "
                        + "neighbours, other cells small, or large and crowded."))
            step.question(
                "What share of new nuclei can be told rightly from these two numbers?", unit: "%")
            let line = try LogisticRegressionSettings(penalty: 0.001).fit(
                features: Tensor(rows: nuclei.features), labels: nuclei.labels)
            let scores = try line.scores(of: Tensor(rows: test.features))
            let right = zip(scores, test.labels).count { ($0 > 0) == ($1 == 1) }
            step.number(
                "lineAccuracy", Double(right) / Double(test.count),
                "A straight line (Lesson 2) is right for", unit: "of \(test.count) new nuclei",
                format: .percent(1))
            step.answer(
                "The clouds overlap, so nobody can be right for all of them. A straight line is a "
                    + "good beginning. A small network may bend the line: it has a few dozen "
                    + "numbers to find, and this lesson is about how it finds them.")
            step.reference(
                "ELM15",
                "ELMORE, Joann G., et al. Diagnostic concordance among pathologists interpreting "
                    + "breast biopsy specimens. JAMA, 2015, 313(11), 1122-1132.")
        }
    }

    func showSlope() throws {
        try lesson.step("Which way is down?") { step in
            step.words(
                """
                Begin with the smallest network there is: one *neuron*. It multiplies an input x \
                by \
                a weight w, adds a bias b, and cuts off what is below 0. Its answer a should have \
                been t; the square of the error is the *loss* L. Learning means to change w and b \
                so that L becomes smaller.
                """)
            step.equation(
                "L = (\"max\"(w x + b, 0) - t)^2",
                where: [
                    "x": "input, here 1.5", "w": "weight, here 0.4", "b": "bias, here -0.2",
                    "t": "what the answer should be, here 1",
                ])
            step.box("Slope, derivative, gradient") { box in
                box.words(
                    """
                    The *slope* of L along w says by how much L grows for each unit by which w \
                    grows. Push w a tiny step h to both sides, and divide the difference of L by \
                    2h: that is nearly the slope, and for ever smaller h it is the *derivative* \
                    dL/dw. The *gradient* is the list of the slopes along all parameters. It \
                    points \
                    uphill; learning goes the other way.
                    """)
                box.equation("(dL)/(dw) ≈ (L(w + h) - L(w - h)) / (2 h)")
            }
            let (atW, atB) = (slope(\.w), slope(\.b))
            step.number("slopeW", atW, "Slope along w, by pushing")
            step.number("slopeB", atB, "Slope along b, by pushing")
            step.question(
                "A network of \(beginning.parameters.count) parameters: how often must L be "
                    + "computed to push each of them to both sides?", unit: "times")
            step.number(
                "pushes", 2 * beginning.parameters.count, "Computations of L, for one gradient")
            step.answer(
                "Twice for each parameter. A network of a million parameters would need two "
                    + "million computations for one step. Backpropagation gives all slopes for the "
                    + "price of about two [RUM86]. How, is the rest of this lesson.")
            step.reference(
                "RUM86",
                "RUMELHART, David E., HINTON, Geoffrey E. and WILLIAMS, Ronald J. Learning "
                    + "representations by back-propagating errors. Nature, 1986, 323, 533-536.")
        }
    }

    /// The slope of the neuron's loss along one of its numbers, by pushing it to both sides.
    func slope(_ number: WritableKeyPath<OneNeuron, Double>) -> Double {
        let h = 1e-5
        var (right, left) = (OneNeuron(), OneNeuron())
        right[keyPath: number] += h
        left[keyPath: number] -= h
        return (right.loss - left.loss) / (2 * h)
    }
}
