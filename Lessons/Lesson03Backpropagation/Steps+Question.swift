import CourseKit
import DeepTeaching

/// Steps 1 and 2: what is to be learnt, and what a slope is.
extension BackpropagationCourse {
    func showNuclei() throws {
        try lesson.step("nuclei") { step in
            step.number("reach", Int(Nuclei.reach))
            step.number("nucleusCount", nuclei.count)
            step.number("testCount", test.count)
            showMeans(step)
            step.plot(
                "nuclei",
                [(0, "other"), (1, "tumor")].map { label, name in
                    let own = nuclei.indices(label: label)
                    return Plot.Curve(
                        name, x: own.map { nuclei.diameters[$0] },
                        y: own.map { nuclei.neighbors[$0] }, style: .points)
                })
            step.number("lineAccuracy", try lineAccuracy(), .percent(1))
        }
    }

    /// The share of new nuclei for which a straight line is right.
    func lineAccuracy() throws -> Double {
        let scores = try line.scores(for: Tensor(rows: test.features))
        let right = zip(scores, test.labels).count { ($0 > 0) == ($1 == 1) }
        return Double(right) / Double(test.count)
    }

    /// How large the nuclei of both kinds are, and how close together they lie.
    private func showMeans(_ step: LessonStep) {
        func mean(_ values: [Double], label: Int) -> Double {
            let own = nuclei.indices(label: label)
            return own.reduce(0) { $0 + values[$1] } / Double(own.count)
        }
        let diameters = (mean(nuclei.diameters, label: 1), mean(nuclei.diameters, label: 0))
        let neighbors = (mean(nuclei.neighbors, label: 1), mean(nuclei.neighbors, label: 0))
        step.number("tumorDiameter", diameters.0, .decimals(1))
        step.number("otherDiameter", diameters.1, .decimals(1))
        step.number("tumorNeighbors", neighbors.0, .decimals(1))
        step.number("otherNeighbors", neighbors.1, .decimals(1))
        let isExpected = diameters.0 > diameters.1 && neighbors.0 < neighbors.1
        step.choose("clouds", isExpected ? "expected" : "other")
    }

    func showSlope() throws {
        try lesson.step("slope") { step in
            step.number("slopeW", OneNeuron().slope(\.w))
            step.number("slopeB", OneNeuron().slope(\.b))
            step.number("parameterCount", beginning.parameters.count)
            step.number("pushes", 2 * beginning.parameters.count)
        }
    }
}
