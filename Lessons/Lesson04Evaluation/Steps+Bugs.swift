import CourseKit
import DeepTeaching

/// Step 5: what kappa does not see.
extension EvaluationCourse {
    /// How often a node is negative, ITC, micro and macro, in three kinds of patients.
    private static let kinds: [(share: Double, types: [Double])] = [
        (0.4, [0.92, 0.06, 0.02, 0]), (0.4, [0.62, 0.08, 0.16, 0.14]),
        (0.2, [0.20, 0.07, 0.23, 0.50]),
    ]

    /// A rule with a bug: ITC nodes are counted among the positive ones.
    private static func countingITC(_ nodes: [MetastasisType]) -> PNStage {
        // listing: EvaluationCourse.countingITC
        guard nodes.contains(.macro) else { return PNStage(nodes: nodes) }
        return PNStage(nodes: nodes.map { $0 == .itc ? .micro : $0 })
        // end listing
    }

    private static func takingITCForMicro(_ nodes: [MetastasisType]) -> PNStage {
        PNStage(nodes: nodes.map { $0 == .itc ? .micro : $0 })
    }

    private static func worstNode(_ nodes: [MetastasisType]) -> PNStage {
        nodes.contains(.macro) ? .pN1 : PNStage(nodes: nodes)
    }

    func showBugs() throws {
        try lesson.step("bugs") { step in
            var generator = SeededGenerator(seed: lesson.seed, stream: "stages")
            let patients = (0..<5000).map { _ in Self.nodes(using: &generator) }
            let truth = patients.map { PNStage(nodes: $0) }
            step.number("bugPatients", patients.count)
            step.table(
                "stages",
                rows: PNStage.allCases.map { stage in
                    let share = Double(truth.count { $0 == stage }) / Double(truth.count)
                    return [stage.rawValue, NumberFormat.percent(1).text(share)]
                })
            func judge(_ rule: ([MetastasisType]) -> PNStage) throws -> (
                wrong: Double, kappa: Double
            ) {
                let staged = patients.map(rule)
                let wrong = zip(truth, staged).count { $0 != $1 }
                let kappa = try cohensKappa(
                    labels: truth, predictions: staged, weights: .quadratic)
                return (Double(wrong) / Double(patients.count), kappa ?? .nan)
            }
            let itc = try judge(Self.countingITC)
            step.number("itcWrong", itc.wrong, .percent(1))
            step.number("itcKappa", itc.kappa, .decimals(3))
            let alone = try judge(Self.takingITCForMicro)
            step.number("aloneWrong", alone.wrong, .percent(1))
            step.number("aloneKappa", alone.kappa, .decimals(3))
            let worst = try judge(Self.worstNode)
            step.number("worstWrong", worst.wrong, .percent(1))
            step.number("worstKappa", worst.kappa, .decimals(3))
            step.choose("itc", itc.kappa > 0.95 ? "high" : itc.kappa > 0.8 ? "middle" : "low")
        }
    }

    /// The types of a patient's five nodes.
    private static func nodes(using generator: inout SeededGenerator) -> [MetastasisType] {
        func drawn(_ shares: [Double]) -> Int {
            var u = generator.uniform()
            for (index, share) in shares.enumerated() {
                if u < share { return index }
                u -= share
            }
            return 0
        }
        let kind = kinds[drawn(kinds.map(\.share))]
        return (0..<5).map { _ in MetastasisType.allCases[drawn(kind.types)] }
    }
}
