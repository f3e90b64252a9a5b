import CourseKit
import Curriculum
import DeepTeaching

/// Steps 1 and 2: what is to be learnt, and what a line says.
extension RegressionCourse {
    func showFields() throws {
        try lesson.step("How many nuclei, from the colour alone?") { step in
            step.words(
                """
                How densely cells lie tells a pathologist much: in a lymph node's cortex they \
                stand \
                shoulder to shoulder, in fat there are hardly any, and a tumour has its own \
                density. \
                To count nuclei by eye takes minutes for a field, and two people rarely count the \
                same. But *haematoxylin* stains nuclei. So the amount of stain, which a computer \
                adds up in a moment, might tell their number.

                Here are fields of \(Int(Fields.side)) x \(Int(Fields.side)) µm of lymph nodes. \
                The \
                slides are painted by this course's generator, so both numbers are known for sure: \
                the mean amount of haematoxylin, and how many nuclei there are.
                """)
            step.glossary("haematoxylin", "a blue stain that binds to the nuclei of cells")
            step.glossary("field", "the part of a slide that is looked at, here a small square")
            let byCount = fields.nuclei.indices.sorted { fields.nuclei[$0] < fields.nuclei[$1] }
            let shown = [0.02, 0.35, 0.65, 0.98].map { byCount[Int($0 * Double(fields.count - 1))] }
            step.figure(
                Image.sideBySide(shown.map { fields.images[$0].enlarged(by: 3) }), name: "fields",
                caption: "Four fields: "
                    + shown.map { "\(Int(fields.nuclei[$0]))" }.joined(separator: ", ") + " "
                    + "nuclei.",
                alternative: "Four squares of stained tissue, from pale with few dots to violet "
                    + "and full of dots.")
            step.plot(
                Plot(
                    name: "points", x: "mean amount of haematoxylin", y: "nuclei in the field",
                    curves: pointCurves(fields.hematoxylin),
                    caption: "\(fields.count) fields.",
                    alternative: "Points that rise from the lower left to the upper right, nearly "
                        + "along a line."))
            step.question(
                "The points nearly lie on a line. How many numbers must be found to draw it?",
                unit: "")
            step.number("fieldCount", fields.count, "Fields")
            step.answer("Two: how steep it is, and where it begins.")
        }
    }

    /// The fields as points, those of tumour apart.
    private func pointCurves(_ x: [Double]) -> [Plot.Curve] {
        [(false, "mostly other cells"), (true, "mostly tumour cells")].map { isTumor, name in
            let own = x.indices.filter { fields.isTumor[$0] == isTumor }
            return Plot.Curve(
                name, x: own.map { x[$0] }, y: own.map { fields.nuclei[$0] }, style: .points)
        }
    }

    func showLine() throws {
        try lesson.step("A line is two numbers") { step in
            step.words(
                """
                What the model says is called its *hypothesis* h. For one feature x it is a line: \
                a \
                *weight* w says by how much h grows when x grows by 1, and a *bias* b says where \
                it \
                begins. With several features each has a weight of its own.
                """)
            step.equation(
                "h = w x + b",
                where: [
                    "x": "feature: mean amount of haematoxylin",
                    "w": "weight, the slope of "
                        + "the line", "b": "bias, its intercept", "h": "predicted number of nuclei",
                ])
            step.equation("h = sum_j w_j x_j + b", where: ["j": "number of the feature"])
            step.code(
                """
                features.map { sample in
                    zip(sample, weights).reduce(bias) { $0 + $1.0 * $1.1 }
                }
                """, caption: "The hypothesis for all samples; reduce begins with the bias.")
            step.question(
                "Somebody guesses w = 300 and b = 0. How far off is this line, on "
                    + "average?", unit: "nuclei")
            let guess = Line(slope: 300, intercept: 0)
            let errors = zip(fields.hematoxylin, fields.nuclei).map { x, y in
                guess.slope * x + guess.intercept - y
            }
            let mean = errors.reduce(0) { $0 + abs($1) } / Double(errors.count)
            step.number("guessError", mean, "Mean distance of the guess", unit: "nuclei", digits: 1)
            step.answer("Learning must do better, and without anybody's guess.")
            try showOwnHypothesis(step)
            step.words("Exercise: `hypothesis` in Exercises/Lesson02Regression.swift.")
            step.glossary("hypothesis", "what a model predicts; here h")
        }
    }

    private func showOwnHypothesis(_ step: StepWriter) throws {
        let features = fields.hematoxylin.map { [$0] }
        guard
            let own = try mine?.value(
                of: RegressionCalls.hypothesis, features, [300], 5, say: step.words)
        else { return }
        let layer = Dense(
            weights: Tensor<Double>([300], shape: [1, 1]), bias: Tensor([5], shape: [1]))
        compare("hypothesis", own, with: layer(Tensor(rows: features)).elements, in: step)
    }
}
