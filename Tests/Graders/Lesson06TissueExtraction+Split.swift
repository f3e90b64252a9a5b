import Curriculum
import DeepTeaching
import GraderKit

private let call = TissueExtractionCalls.split

extension TissueExtractionGraders {
    static let split = ExerciseGrader(
        call,
        checks: [
            call.check(
                "whole patients", "each patch is in one part, and no patient is in both",
                inputs: { generator in
                    (0..<3).map { _ in cohort(patients: 8, testShare: 0.3, &generator) }
                },
                comparing: compareWholeness),
            call.check(
                "share", "the test holds its share of the patients, and at least one",
                inputs: { generator in
                    let many = cohort(patients: 8, testShare: 0.375, dominant: true, &generator)
                    let few = cohort(
                        patients: 3 + generator.index(below: 2), testShare: 0.2, dominant: true,
                        &generator)
                    // 2.25 patients, 2.5, 0.4 and 2.7: rounded down, up, to none, which is too few, and
                    // to all.
                    return [many, few]
                        + [(9, 0.25), (5, 0.5), (4, 0.1), (3, 0.9)].map { patients, share in
                            cohort(
                                patients: patients, testShare: share, dominant: true, &generator)
                        }
                },
                comparing: compareShare),
            call.check(
                "draws", "the patients with the smallest numbers form the test",
                inputs: { generator in
                    // From 10 on numbers and words are ordered differently.
                    [9, 12].map { cohort(patients: $0, testShare: 0.33, &generator) }
                },
                comparing: compareParts),
        ],
        misconceptions: splitMisconceptions,
        alternatives: splitAlternatives,
        hints: Hints(
            question: "What is drawn by chance, and what only follows from it?",
            concept: "Patients are drawn, patches follow their patient. So first find which "
                + "patients there are, order them by their numbers, and take the first few; then "
                + "ask of each patch whether its patient is one of them.",
            step: "let patients = Set(patches.map(\\.patient)).sorted { draws[$0] < draws[$1] }; "
                + "the test has max(1, Int((testShare * Double(patients.count)).rounded())) of "
                + "them. patches.indices.filter { ... } gives the indices."))

    private static func compareWholeness(
        _ expected: TrainingTestSplit, _ got: TrainingTestSplit, patches: [PatchOrigin],
        testShare _: Double, draws _: [Double]
    ) -> Verdict {
        if sorted(got) == sorted(expected) { return .right }
        // What is expected may be a wrong answer that the student's is held against.
        if let fault = faultOfIndices(got, patches) ?? faultOfIndices(expected, patches) {
            return .wrong(fault)
        }
        let training = Set(got.training.map { patches[$0].patient })
        let test = Set(got.test.map { patches[$0].patient })
        let both = training.intersection(test)
        guard let patient = both.min() else { return .right }
        let learnt = got.training.count { patches[$0].patient == patient }
        let examined = got.test.count { patches[$0].patient == patient }
        return .wrong(
            "\(both.count) patients are in both parts: of patient \(patient) \(learnt) patches are "
                + "learnt from and \(examined) examined")
    }

    private static func compareShare(
        _ expected: TrainingTestSplit, _ got: TrainingTestSplit, patches: [PatchOrigin],
        testShare: Double, draws _: [Double]
    ) -> Verdict {
        if let fault = unknownPatch(got, patches) ?? unknownPatch(expected, patches) {
            return .wrong(fault)
        }
        let all = Set(patches.map(\.patient)).count
        let wanted = Set(expected.test.map { patches[$0].patient }).count
        let own = Set(got.test.map { patches[$0].patient }).count
        return own == wanted
            ? .right
            : .wrong(
                "the test holds patches of \(own) of \(all) patients, expected \(wanted) (a share "
                    + "of \(testShare))")
    }

    private static func compareParts(
        _ expected: TrainingTestSplit, _ got: TrainingTestSplit, patches: [PatchOrigin],
        testShare _: Double, draws _: [Double]
    ) -> Verdict {
        if let fault = unknownPatch(got, patches) ?? unknownPatch(expected, patches) {
            return .wrong(fault)
        }
        func patients(_ split: TrainingTestSplit) -> [Int] {
            Set(split.test.map { patches[$0].patient }).sorted()
        }
        if patients(got) == patients(expected) { return .right }
        return .wrong(
            "the test holds patches of the patients \(patients(got)); the smallest numbers have "
                + "the patients \(patients(expected))")
    }

    /// What is wrong with the indices themselves, or nil: each patch is in one part, once.
    private static func faultOfIndices(
        _ got: TrainingTestSplit, _ patches: [PatchOrigin]
    ) -> String? {
        if let unknown = unknownPatch(got, patches) { return unknown }
        var counts = [Int](repeating: 0, count: patches.count)
        for index in got.training + got.test { counts[index] += 1 }
        if let lost = counts.firstIndex(of: 0) {
            return "\(counts.count { $0 == 0 }) of \(counts.count) patches are in no part, the "
                + "first is patch \(lost)"
        }
        return counts.firstIndex { $0 > 1 }.map { "patch \($0) is there \(counts[$0]) times" }
    }

    private static func unknownPatch(
        _ got: TrainingTestSplit, _ patches: [PatchOrigin]
    ) -> String? {
        (got.training + got.test).first { !patches.indices.contains($0) }.map {
            "there is no patch \($0): \(patches.count) patches are numbered from 0"
        }
    }

    private static func sorted(_ split: TrainingTestSplit) -> TrainingTestSplit {
        TrainingTestSplit(training: split.training.sorted(), test: split.test.sorted())
    }

    /// Patients with two or three nodes and some patches of each, in random order.
    ///
    /// The first patient has neither a small nor a large number. If `dominant`, the one with the
    /// smallest has most patches, and no patient's number is as small as the share.
    private static func cohort(
        patients: Int, testShare: Double, dominant: Bool = false, _ generator: inout SeededGenerator
    ) -> (patches: [PatchOrigin], testShare: Double, draws: [Double]) {
        let numbers = generator.shuffled(Array(1..<patients)).map { Double($0) }
        let middle = 0.9 * (Double(patients / 2) + 0.5) / Double(patients)
        var draws =
            [middle] + numbers.map { 0.9 * $0 / Double(patients) + 0.01 * generator.uniform() }
        if dominant { draws = draws.map { 0.5 + $0 / 2 } }
        let smallest = draws.indices.min { draws[$0] < draws[$1] }
        let patches = (0..<patients).flatMap { patient in
            (0..<2 + generator.index(below: 2)).flatMap { node in
                let count = 1 + generator.index(below: 4)
                let isLarge = dominant && patient == smallest
                return (0..<(isLarge ? 30 : count)).map { _ in
                    PatchOrigin(patient: patient, node: node)
                }
            }
        }
        // More numbers than patients: one for each patch.
        while draws.count < patches.count { draws.append(generator.uniform()) }
        return (generator.shuffled(patches), testShare, draws)
    }
}
