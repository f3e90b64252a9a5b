import CourseKit
import Curriculum
import DeepTeaching

/// Step 8: the split that leaks, and the one that does not.
extension TissueCourse {
    func showSplit(_ patches: [ColoredPatch]) throws {
        try lesson.step("Who may examine whom?") { step in
            let patients = patches.map { slides[$0.slide].patient }
            step.words(
                """
                A classifier must be examined on what it has not learnt. So the patches are shared \
                out: most to learn from, some to be examined on. But what is shared out, patches \
                or patients?

                The classifier here is the simplest of all, the *nearest neighbour*: it knows only \
                the mean colour of each patch, three numbers, and gives a new patch the label of \
                the most similar one that it has seen [COV67].
                """)
            step.glossary(
                "leakage", "when what is examined was, in another guise, already learnt from")
            step.question(
                "Its score once with a split by patch, once by patient: which is higher?",
                choices: ["by patient", "the same", "by patch"])
            try measure(patches, patients, step)
            step.code(
                """
                let order = Set(patches.map(\\.patient)).sorted { draws[$0] < draws[$1] }
                let testPatients = Set(order.prefix(count))
                let test = patches.indices.filter {
                    testPatients.contains(patches[$0].patient)
                }
                """, caption: "Patients are drawn; patches follow their patient.")
            try showOwnSplit(patients, step)
            step.words("Exercise: `split` in Exercises/Lesson06TissueExtraction.swift.")
            step.reference(
                "COV67",
                "COVER, Thomas and HART, Peter. Nearest neighbor pattern classification. IEEE "
                    + "Transactions on Information Theory, 1967, 13(1), 21-27.")
        }
    }

    private func measure(
        _ patches: [ColoredPatch], _ patients: [Int], _ step: StepWriter
    ) throws {
        let classifier = NearestNeighbor(patches: patches)
        let count = max(2, Set(patients).count)
        var generator = SeededGenerator(seed: lesson.seed, stream: "split by patch")
        let byPatch = generator.shuffled(patients.indices.map { $0 % count })
        let leaking = classifier.examine(folds: byPatch, groups: patches.map(\.slide))
        let honest = classifier.examine(
            folds: patients, groups: patches.map { slides[$0.slide].center })
        step.words(
            """
            \(patches.count) patches of \(Set(patients).count) patients, dealt to \
            \(count) parts. Each part is examined by the others, once dealt by patch and once by \
            patient. The score is the mean of the share of tumour and of normal patches that are \
            right; a coin gets 0.5.
            """)
        step.number(
            "wrongSplitScore", leaking.balancedAccuracy, "Wrong way: score of a split by patch")
        step.number("patientSplitScore", honest.balancedAccuracy, "Score of a split by patient")
        step.number(
            "sameSlide", leaking.sameGroup, "Split by patch: nearest patch from the same slide",
            format: .percent(0))
        step.answer(
            "By patch. The nearest patch then mostly lies on the same slide, with the same stain "
                + "and the same label: the classifier recognises the slide, not the tumour. The "
                + "next patient will get what the split by patient says.", choice: 2)
        step.number(
            "sameHospital", honest.sameGroup,
            "Split by patient: nearest patch from the same hospital", format: .percent(0))
        if honest.balancedAccuracy < 0.5 {
            step.words(
                """
                A surprise: by patient the score is below that of a coin. The most similar patch \
                of *another* patient often comes from the same hospital, with the same stain, and \
                here it carries the other label more often than not. Colour tells hospitals apart \
                better than it tells tumour from normal tissue. Lesson 8 takes the stain out; \
                Lesson 10 looks at shapes.
                """)
        }
    }

    private func showOwnSplit(_ patients: [Int], _ step: StepWriter) throws {
        guard let mine else { return }
        let numbers = Set(patients).sorted()
        var generator = SeededGenerator(seed: lesson.seed, stream: "your split")
        let patches = patients.map {
            PatchOrigin(patient: numbers.firstIndex(of: $0) ?? 0, node: 0)
        }
        let (testShare, draws) = (0.3, patients.map { _ in generator.uniform() })
        guard
            let own = try mine.value(
                of: TissueExtractionCalls.split, patches, testShare, draws, say: step.words)
        else { return }
        func members(_ part: [Int]) -> Set<Int> {
            Set(part.filter(patients.indices.contains).map { patients[$0] })
        }
        let both = members(own.training).intersection(members(own.test))
        step.words(
            "**Yours:** \(own.training.count) patches to learn from, \(own.test.count) for the "
                + "test; \(both.count) patients are in both.")
    }
}
