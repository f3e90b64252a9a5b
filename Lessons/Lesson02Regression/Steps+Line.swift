import CourseKit
import Curriculum
import DeepTeaching

/// Steps 1 and 2: what is to be learnt, and what a line predicts.
extension RegressionCourse {
    func showFields() throws {
        try lesson.step("fields") { step in
            step.number("fieldSide", Int(Fields.side))
            step.number("fieldCount", fields.count)
            let byCount = fields.nuclei.indices.sorted { fields.nuclei[$0] < fields.nuclei[$1] }
            let shown = [0.02, 0.35, 0.65, 0.98].map { byCount[Int($0 * Double(fields.count - 1))] }
            step.text(
                "shownCounts",
                shown.map { "\(Int(fields.nuclei[$0]))" }.joined(separator: ", "))
            step.figure(
                "fields", Image.sideBySide(shown.map { fields.images[$0].enlarged(by: 3) }))
            step.choose("trend", raw.explained(by: raw.best) > 0.5 ? "line" : "cloud")
            step.plot(
                "points",
                [(false, "other"), (true, "tumor")].map { isTumor, name in
                    let own = fields.indices(isTumor: isTumor)
                    return Plot.Curve(
                        name, x: own.map { fields.hematoxylin[$0] },
                        y: own.map { fields.nuclei[$0] }, style: .points)
                })
            showDensities(step)
        }
    }

    /// How many nuclei make up an amount of 1, in fields with and without tumour.
    private func showDensities(_ step: LessonStep) {
        let tumor = fields.indices(isTumor: true)
        guard !tumor.isEmpty else { return step.choose("tumorDensity", "unknown") }
        func density(_ indices: [Int]) -> Double {
            indices.reduce(0) { $0 + fields.nuclei[$1] }
                / indices.reduce(0) { $0 + fields.hematoxylin[$1] }
        }
        let (inTumor, elsewhere) = (density(tumor), density(fields.indices(isTumor: false)))
        step.choose("tumorDensity", inTumor < elsewhere ? "lower" : "higher")
        step.number("tumorNuclei", inTumor, .decimals(0))
        step.number("otherNuclei", elsewhere, .decimals(0))
    }

    func showLine() throws {
        try lesson.step("line") { step in
            let guess = Line(slope: 300, intercept: 0)
            step.number("guessSlope", guess.slope, .decimals(0))
            step.number("guessIntercept", guess.intercept, .decimals(0))
            step.number("guessError", meanDistance(of: guess), .decimals(1))
            step.number(
                "meanNuclei", fields.nuclei.reduce(0, +) / Double(fields.count), .decimals(1))
            let features = fields.hematoxylin.map { [$0] }
            let layer = Dense(
                weights: Tensor<Double>([300], shape: [1, 1]), bias: Tensor([5], shape: [1]))
            try step.compare(
                mine, RegressionCalls.hypothesis, features, [300], 5,
                with: layer(Tensor(rows: features)).elements)
        }
    }

    /// How far a line is from the points, on average.
    func meanDistance(of line: Line) -> Double {
        // listing: RegressionCourse.guessError
        let distances = zip(fields.hematoxylin, fields.nuclei).map { x, y in
            abs(line.slope * x + line.intercept - y)
        }
        return distances.reduce(0, +) / Double(distances.count)
        // end listing
    }
}
