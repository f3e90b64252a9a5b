import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TissueExtractionGraders {
    static let split = ExerciseGrader(
        "split",
        checks: [
            Check(
                "whole patients", "each patch is in one part, and no patient is in both",
                inputs: { generator in
                    (0..<3).map { _ in cohort(patients: 8, testShare: 0.3, &generator) }
                },
                comparing: compareWholeness),
            Check(
                "share", "the test holds its share of the patients, and at least one",
                inputs: { generator in
                    let many = cohort(patients: 8, testShare: 0.375, dominant: true, &generator)
                    let few = cohort(
                        patients: 3 + generator.index(below: 2), testShare: 0.2, dominant: true,
                        &generator)
                    return [many, few]
                },
                comparing: compareShare),
            Check(
                "draws", "the patients with the smallest numbers form the test",
                inputs: { generator in [cohort(patients: 9, testShare: 0.33, &generator)] },
                comparing: compareParts),
        ],
        misconceptions: splitMisconceptions,
        alternatives: [answer(TissueExtractionAlternatives.RankOfThePatient.self)],
        hints: Hints(
            question: "What is drawn by chance, and what only follows from it?",
            concept: "Patients are drawn, patches follow their patient. So first find which "
                + "patients there are, order them by their numbers, and take the first few; then "
                + "ask of each patch whether its patient is one of them.",
            step: "let patients = Set(patches.map(\\.patient)).sorted { draws[$0] < draws[$1] }; "
                + "the test has max(1, Int((testShare * Double(patients.count)).rounded())) of "
                + "them. patches.indices.filter { ... } gives the indices."))

    private static let splitMisconceptions = [
        Misconception(
            "you share out patches, so that one patient is in both parts",
            mutant: answer(TissueExtractionMutants.SplitByPatch.self), check: "whole patients",
            hints: Hints(
                question: "Two neighbouring patches of one slide: one to learn from, one to be "
                    + "examined on. What does the examination measure?",
                concept: "Patches of one patient share tissue, stain and scanner. A network that "
                    + "has learnt one knows the other: the score is too good, and falls at the "
                    + "first new patient. This is called leakage.",
                step: "Do not shuffle patches.indices. Draw patients, draws[patient], and let each "
                    + "patch follow: isTest = testPatients.contains(patches[index].patient).")),
        Misconception(
            "the first patches of the list form the test",
            mutant: answer(TissueExtractionMutants.FirstPatches.self), check: "whole patients",
            hints: Hints(
                question: "Whose patches are the last ones of your test, and whose are the first "
                    + "ones of your training?",
                concept: "A cut through a list of patches goes through patients, and if the list "
                    + "is mixed, through all of them: leakage.",
                step: "Find the patients first: Set(patches.map(\\.patient)). Draw among them; the "
                    + "patches follow.")),
        Misconception(
            "you share out slides, so that two nodes of one patient are in two parts",
            mutant: answer(TissueExtractionMutants.SplitBySlide.self), check: "whole patients",
            hints: Hints(
                question: "Five nodes of one patient were embedded and stained together. Are they "
                    + "five strangers?",
                concept: "The unit of the split is the largest group whose members look alike: "
                    + "the patient, not the slide.",
                step: "Use patch.patient alone; patch.node plays no part.")),
        Misconception(
            "you take the share of each patient's patches, so that all patients are in both parts",
            mutant: answer(TissueExtractionMutants.ShareOfEachPatient.self),
            check: "whole patients",
            hints: Hints(
                question: "Whom does the network meet in the test whom it has never seen?",
                concept: "Stratifying by label is good, stratifying by patient is leakage: "
                    + "everybody in the test is known already.",
                step: "All patches of a patient go to one part.")),
        Misconception(
            "you return the numbers of the patients, not those of the patches",
            mutant: answer(TissueExtractionMutants.PatientsForPatches.self),
            check: "whole patients",
            hints: Hints(
                question: "There are eight patients and forty patches. How many numbers must both "
                    + "parts hold together?",
                concept: "The draw is among patients, the result speaks of patches: each patch "
                    + "goes where its patient goes.",
                step: "patches.indices.filter { testPatients.contains(patches[$0].patient) }.")),
        Misconception(
            "you keep one patch of each patient and lose the others",
            mutant: answer(TissueExtractionMutants.OnePatchOfEach.self), check: "whole patients",
            hints: Hints(
                question: "How many patches went in, and how many come out?",
                concept: "A patient has many patches, and all of them go to the patient's part.",
                step: "firstIndex finds one patch; patches.indices.filter { ... } finds all.")),
        Misconception(
            "training and test are swapped",
            mutant: answer(TissueExtractionMutants.PartsSwapped.self), check: "share",
            hints: Hints(
                question: "testShare is 0.3. Which part should be the smaller one?",
                concept: "Most patients are learnt from; the share that is kept back is the test.",
                step: "TrainingTestSplit(training: patches of all other patients, test: patches "
                    + "of the drawn ones).")),
        Misconception(
            "the number of test patients is cut off, not rounded",
            mutant: answer(TissueExtractionMutants.CutOffToNothing.self), check: "share",
            hints: Hints(
                question: "A fifth of four patients: how many is that, and how many does your code "
                    + "take?",
                concept: "Int(0.8) is 0: it drops what is behind the point. An empty test "
                    + "examines nobody.",
                step: "max(1, Int((testShare * Double(count)).rounded())).")),
        Misconception(
            "you fill the test until it has its share of the patches, not of the patients",
            mutant: answer(TissueExtractionMutants.ShareOfThePatches.self), check: "share",
            hints: Hints(
                question: "One patient has half of all patches. How many patients are in your "
                    + "test?",
                concept: "Patients are what is independent: an examination on one patient with "
                    + "many patches says little about the next patient.",
                step: "Take the first max(1, round(testShare * patients)) patients, however many "
                    + "patches they have.")),
        Misconception(
            "the draws play no part: the first patients form the test",
            mutant: answer(TissueExtractionMutants.DrawsIgnored.self), check: "draws",
            hints: Hints(
                question: "Does your split change if the draws change?",
                concept: "In CAMELYON17 the patients are numbered by hospital: the first twenty "
                    + "come from one. Without chance the test would be one hospital.",
                step: "Sort the patients by draws[$0] < draws[$1] before you take the first.")),
        Misconception(
            "the patients with the largest numbers form the test",
            mutant: answer(TissueExtractionMutants.LargestDraws.self), check: "draws",
            hints: Hints(
                question: "In which direction do you sort?",
                concept: "It is as fair, but it is not what was agreed: with one agreed rule two "
                    + "people get the same split from the same numbers.",
                step: "sorted { draws[$0] < draws[$1] }.prefix(count): the smallest first.")),
        Misconception(
            "you toss a coin for each patient, so that the number in the test is chance",
            mutant: answer(TissueExtractionMutants.CoinForEachPatient.self), check: "share",
            hints: Hints(
                question: "Four patients, each in the test with a chance of 0.2. How often is the "
                    + "test empty?",
                concept: "0.8 to the power of 4 is 0.41: in two of five splits. Fix the number, "
                    + "and let chance say who.",
                step: "Order the patients by their numbers and take a fixed count of them.")),
    ]

    private static func compareWholeness(
        _ inputs: SplitInputs, _ expected: TrainingTestSplit, _ got: TrainingTestSplit
    ) -> Verdict {
        if sorted(got) == sorted(expected) { return .right }
        // What is expected may be a wrong answer that the student's is held against.
        if let fault = faultOfIndices(inputs, got) ?? faultOfIndices(inputs, expected) {
            return .wrong(fault)
        }
        let training = Set(got.training.map { inputs.patches[$0].patient })
        let test = Set(got.test.map { inputs.patches[$0].patient })
        let both = training.intersection(test)
        guard let patient = both.min() else { return .right }
        let learnt = got.training.count { inputs.patches[$0].patient == patient }
        let examined = got.test.count { inputs.patches[$0].patient == patient }
        return .wrong(
            "\(both.count) patients are in both parts: of patient \(patient) \(learnt) patches are "
                + "learnt from and \(examined) examined")
    }

    private static func compareShare(
        _ inputs: SplitInputs, _ expected: TrainingTestSplit, _ got: TrainingTestSplit
    ) -> Verdict {
        if let fault = unknownPatch(inputs, got) ?? unknownPatch(inputs, expected) {
            return .wrong(fault)
        }
        let all = Set(inputs.patches.map(\.patient)).count
        let wanted = Set(expected.test.map { inputs.patches[$0].patient }).count
        let own = Set(got.test.map { inputs.patches[$0].patient }).count
        return own == wanted
            ? .right
            : .wrong(
                "the test holds patches of \(own) of \(all) patients, expected \(wanted) (a share "
                    + "of \(inputs.testShare))")
    }

    private static func compareParts(
        _ inputs: SplitInputs, _ expected: TrainingTestSplit, _ got: TrainingTestSplit
    ) -> Verdict {
        if let fault = unknownPatch(inputs, got) ?? unknownPatch(inputs, expected) {
            return .wrong(fault)
        }
        func patients(_ split: TrainingTestSplit) -> [Int] {
            Set(split.test.map { inputs.patches[$0].patient }).sorted()
        }
        if patients(got) == patients(expected) { return .right }
        return .wrong(
            "the test holds patches of the patients \(patients(got)); the smallest numbers have "
                + "the patients \(patients(expected))")
    }

    /// What is wrong with the indices themselves, or nil: each patch is in one part, once.
    private static func faultOfIndices(
        _ inputs: SplitInputs, _ got: TrainingTestSplit
    ) -> String? {
        if let unknown = unknownPatch(inputs, got) { return unknown }
        var counts = [Int](repeating: 0, count: inputs.patches.count)
        for index in got.training + got.test { counts[index] += 1 }
        if let lost = counts.firstIndex(of: 0) {
            return "\(counts.count { $0 == 0 }) of \(counts.count) patches are in no part, the "
                + "first is patch \(lost)"
        }
        return counts.firstIndex { $0 > 1 }.map { "patch \($0) is there \(counts[$0]) times" }
    }

    private static func unknownPatch(_ inputs: SplitInputs, _ got: TrainingTestSplit) -> String? {
        (got.training + got.test).first { !inputs.patches.indices.contains($0) }.map {
            "there is no patch \($0): \(inputs.patches.count) patches are numbered from 0"
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
    ) -> SplitInputs {
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
        return SplitInputs(
            patches: generator.shuffled(patches), testShare: testShare, draws: draws)
    }
}
