import Curriculum
import GraderKit
import Solutions

private let call = TissueExtractionCalls.split

extension TissueExtractionGraders {
    static let splitMisconceptions = [
        call.misconception(
            "you share out patches, so that one patient is in both parts", check: "whole patients",
            hints: Hints(
                question: "Two neighbouring patches of one slide: one to learn from, one to be "
                    + "examined on. What does the examination measure?",
                concept: "Patches of one patient share tissue, stain and scanner. A network that "
                    + "has learnt one knows the other: the score is too good, and falls at the "
                    + "first new patient. This is called leakage.",
                step: "Do not shuffle patches.indices. Draw patients, draws[patient], and let each "
                    + "patch follow: isTest = testPatients.contains(patches[index].patient).")
        ) { patches, testShare, draws in
            let order = patches.indices.sorted { draws[$0] < draws[$1] }
            let count = share(testShare, of: patches.count)
            let test = Set(order.prefix(count))
            return parts(patches) { index, _ in test.contains(index) }
        },
        call.misconception(
            "the first patches of the list form the test", check: "whole patients",
            hints: Hints(
                question: "Whose patches are the last ones of your test, and whose are the first "
                    + "ones of your training?",
                concept: "A cut through a list of patches goes through patients, and if the list "
                    + "is mixed, through all of them: leakage.",
                step: "Find the patients first: Set(patches.map(\\.patient)). Draw among them; the "
                    + "patches follow.")
        ) { patches, testShare, _ in
            let count = Int(Double(patches.count) * testShare)
            return parts(patches) { index, _ in index < count }
        },
        call.misconception(
            "you share out slides, so that two nodes of one patient are in two parts",
            check: "whole patients",
            hints: Hints(
                question: "Five nodes of one patient were embedded and stained together. Are they "
                    + "five strangers?",
                concept: "The unit of the split is the largest group whose members look alike: "
                    + "the patient, not the slide.",
                step: "Use patch.patient alone; patch.node plays no part.")
        ) { patches, testShare, draws in
            let slides = Set(patches).sorted { ($0.patient, $0.node) < ($1.patient, $1.node) }
            let order = slides.indices.sorted { draws[$0] < draws[$1] }
            let count = share(testShare, of: slides.count)
            let test = Set(order.prefix(count).map { slides[$0] })
            return parts(patches) { _, origin in test.contains(origin) }
        },
        call.misconception(
            "you take the share of each patient's patches, so that all patients are in both parts",
            check: "whole patients",
            hints: Hints(
                question: "Whom does the network meet in the test whom it has never seen?",
                concept: "Stratifying by label is good, stratifying by patient is leakage: "
                    + "everybody in the test is known already.",
                step: "All patches of a patient go to one part.")
        ) { patches, testShare, draws in
            let members = Dictionary(grouping: patches.indices) { patches[$0].patient }
            let test = Set(
                members.values.flatMap { indices in
                    let count = share(testShare, of: indices.count)
                    return indices.sorted { draws[$0] < draws[$1] }.prefix(count)
                })
            return parts(patches) { index, _ in test.contains(index) }
        },
        call.misconception(
            "you return the numbers of the patients, not those of the patches",
            check: "whole patients",
            hints: Hints(
                question: "There are eight patients and forty patches. How many numbers must both "
                    + "parts hold together?",
                concept: "The draw is among patients, the result speaks of patches: each patch "
                    + "goes where its patient goes.",
                step: "patches.indices.filter { testPatients.contains(patches[$0].patient) }.")
        ) { patches, testShare, draws in
            let patients = ordered(patches, draws)
            let count = share(testShare, of: patients.count)
            return TrainingTestSplit(
                training: Array(patients.dropFirst(count)), test: Array(patients.prefix(count)))
        },
        call.misconception(
            "you keep one patch of each patient and lose the others", check: "whole patients",
            hints: Hints(
                question: "How many patches went in, and how many come out?",
                concept: "A patient has many patches, and all of them go to the patient's part.",
                step: "firstIndex finds one patch; patches.indices.filter { ... } finds all.")
        ) { patches, testShare, draws in
            let right = try TissueExtractionSolution.split(
                patches: patches, testShare: testShare, draws: draws)
            func firsts(_ part: [Int]) -> [Int] {
                let patients = Set(part.map { patches[$0].patient })
                return patients.compactMap { patient in
                    patches.firstIndex { $0.patient == patient }
                }.sorted()
            }
            return TrainingTestSplit(training: firsts(right.training), test: firsts(right.test))
        },
        call.misconception(
            "training and test are swapped", check: "share",
            hints: Hints(
                question: "testShare is 0.3. Which part should be the smaller one?",
                concept: "Most patients are learnt from; the share that is kept back is the test.",
                step: "TrainingTestSplit(training: patches of all other patients, test: patches "
                    + "of the drawn ones).")
        ) { patches, testShare, draws in
            let right = try TissueExtractionSolution.split(
                patches: patches, testShare: testShare, draws: draws)
            return TrainingTestSplit(training: right.test, test: right.training)
        },
        call.misconception(
            "the number of test patients is cut off, not rounded", check: "share",
            hints: Hints(
                question: "A fifth of four patients: how many is that, and how many does your code "
                    + "take?",
                concept: "Int(0.8) is 0: it drops what is behind the point. An empty test "
                    + "examines nobody.",
                step: "max(1, Int((testShare * Double(count)).rounded())).")
        ) { patches, testShare, draws in
            // Of few patients none is left for the test.
            let patients = ordered(patches, draws)
            let test = Set(patients.prefix(Int(testShare * Double(patients.count))))
            return parts(patches) { test.contains($1.patient) }
        },
        call.misconception(
            "you fill the test until it has its share of the patches, not of the patients",
            check: "share",
            hints: Hints(
                question: "One patient has half of all patches. How many patients are in your "
                    + "test?",
                concept: "Patients are what is independent: an examination on one patient with "
                    + "many patches says little about the next patient.",
                step: "Take the first max(1, round(testShare * patients)) patients, however many "
                    + "patches they have.")
        ) { patches, testShare, draws in
            var test: Set<Int> = []
            var count = 0
            for patient in ordered(patches, draws)
            where Double(count) < testShare * Double(patches.count) {
                test.insert(patient)
                count += patches.count { $0.patient == patient }
            }
            return parts(patches) { test.contains($1.patient) }
        },
        call.misconception(
            "the draws play no part: the first patients form the test", check: "draws",
            hints: Hints(
                question: "Does your split change if the draws change?",
                concept: "In CAMELYON17 the patients are numbered by hospital: the first twenty "
                    + "come from one. Without chance the test would be one hospital.",
                step: "Sort the patients by draws[$0] < draws[$1] before you take the first.")
        ) { patches, testShare, draws in
            try TissueExtractionSolution.split(
                patches: patches, testShare: testShare,
                draws: draws.indices.map { Double($0) / Double(draws.count) })
        },
        call.misconception(
            "the patients with the largest numbers form the test", check: "draws",
            hints: Hints(
                question: "In which direction do you sort?",
                concept: "It is as fair, but it is not what was agreed: with one agreed rule two "
                    + "people get the same split from the same numbers.",
                step: "sorted { draws[$0] < draws[$1] }.prefix(count): the smallest first.")
        ) { patches, testShare, draws in
            try TissueExtractionSolution.split(
                patches: patches, testShare: testShare, draws: draws.map { 1 - $0 })
        },
        call.misconception(
            "you toss a coin for each patient, so that the number in the test is chance",
            check: "share",
            hints: Hints(
                question: "Four patients, each in the test with a chance of 0.2. How often is the "
                    + "test empty?",
                concept: "0.8 to the power of 4 is 0.41: in two of five splits. Fix the number, "
                    + "and let chance say who.",
                step: "Order the patients by their numbers and take a fixed count of them.")
        ) { patches, testShare, draws in
            parts(patches) { draws[$1.patient] < testShare }
        },
    ]

    static let splitAlternatives = [
        call.answer(
            "counts for each patient how many have a smaller number; the patches in another order"
        ) { patches, testShare, draws in
            let patients = Set(patches.map(\.patient))
            let count = max((testShare * Double(patients.count)).rounded(), 1)
            let right = parts(patches) { _, origin in
                let rank = patients.count { draws[$0] < draws[origin.patient] }
                return Double(rank) < count
            }
            return TrainingTestSplit(
                training: right.training.reversed(), test: right.test.reversed())
        }
    ]
}

/// A share as a whole number, at least 1.
private func share(_ share: Double, of count: Int) -> Int {
    max(1, Int((share * Double(count)).rounded()))
}

/// The patients in the order of their numbers.
private func ordered(_ patches: [PatchOrigin], _ draws: [Double]) -> [Int] {
    Set(patches.map(\.patient)).sorted { draws[$0] < draws[$1] }
}

private func parts(
    _ patches: [PatchOrigin], isTest: (Int, PatchOrigin) -> Bool
) -> TrainingTestSplit {
    TrainingTestSplit(
        training: patches.indices.filter { !isTest($0, patches[$0]) },
        test: patches.indices.filter { isTest($0, patches[$0]) })
}
