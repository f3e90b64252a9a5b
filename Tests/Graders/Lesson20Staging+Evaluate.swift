import Curriculum
import DeepTeaching
import GraderKit

private let call = StagingCalls.evaluate

extension StagingGraders {
    static let evaluate = ExerciseGrader(
        call,
        checks: [
            call.check(
                "agreement",
                "the confusion of stages and quadratic kappa, patients in the same order",
                question: "Which of the two readers names the row, and what is counted?",
                inputs: { generator in
                    (0..<5).map { cohort(9 + 4 * $0, &generator) }
                },
                compare: compare),
            call.check(
                "names", "predictions in another order, missing, or of patients nobody knows",
                question: "How do you find the prediction of a patient?",
                inputs: { generator in
                    (0..<5).map { round in
                        let (truth, predicted) = cohort(12 + round, &generator)
                        let stranger = StagedPatient(
                            name: "patient_999", types: [.macro], stage: .pN1)
                        let turned = Array(predicted.reversed())
                        return (
                            truth, round == 0 ? turned : Array(turned.dropFirst(round)) + [stranger]
                        )
                    }
                },
                compare: compare),
            call.check(
                "edge", "nobody was answered, or chance would agree fully",
                question: "What is kappa of no patients?",
                inputs: { generator in
                    let (truth, predicted) = cohort(6, &generator)
                    let healthy = truth.map {
                        StagedPatient(name: $0.name, types: [.negative], stage: .pN0)
                    }
                    return [
                        (truth, []), ([], predicted), ([], []), (healthy, healthy),
                        (Array(truth.reversed()), []), (healthy, Array(healthy.dropLast())),
                    ]
                },
                compare: compare),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("by a dictionary, kappa by hand") { truth, predicted in
                let stages = Dictionary(
                    uniqueKeysWithValues: predicted.map { ($0.name, $0.stage.severity) })
                var counts = [[Int]](repeating: [0, 0, 0, 0, 0], count: 5)
                for patient in truth {
                    if let stage = stages[patient.name] {
                        counts[patient.stage.severity][stage] += 1
                    }
                }
                return StagingAgreement(
                    confusion: counts, kappa: kappa(of: counts),
                    unanswered: truth.map(\.name).filter { stages[$0] == nil }.sorted())
            }
        ],
        hints: Hints(
            question: "The third patient of truth is patient_012. Where in predicted do you look?",
            concept: "Wherever the name is the same: the lists come from different files. Kappa "
                + "and the matrix count patients, so each answered patient counts once.",
            step: "For each patient of truth: predicted.first { $0.name == patient.name }; without "
                + "one the name goes to unanswered. Collect both severities, count them in "
                + "confusion, and call cohensKappa with weights: .quadratic."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "patients are compared by their place in the lists", check: "names",
            hints: Hints(
                question: "What if one list is sorted and the other is not?",
                concept: "Then one patient's stage is compared with another's. The result looks "
                    + "like a bad model.",
                step: "predicted.first { $0.name == patient.name }.")
        ) { truth, predicted in
            let names = Set(predicted.map(\.name))
            return agreement(
                Array(zip(truth, predicted)),
                unanswered: truth.map(\.name).filter { !names.contains($0) })
        },
        call.misconception(
            "kappa counts slides, not patients", check: "agreement",
            hints: Hints(
                question: "How many items do you give to cohensKappa for ten patients?",
                concept:
                    "Ten. A patient with four negative nodes would otherwise agree four times, "
                    + "and the stage, which decides on treatment, would not matter.",
                step: "One label a patient: patient.stage.severity.")
        ) { truth, predicted in
            let pairs = pairs(truth, predicted)
            let types = pairs.flatMap { zip($0.0.types, $0.1.types).map { $0 } }
            var result = agreement(pairs, unanswered: missing(truth, predicted))
            result.kappa =
                try? types.isEmpty
                ? nil
                : DeepTeaching.cohensKappa(
                    labels: types.map(\.0.severity), predictions: types.map(\.1.severity),
                    classCount: 4, weights: .quadratic)
            return result
        },
        weighted("the weights are linear", .linear),
        weighted("all errors count the same", KappaWeights.none),
        call.misconception(
            "rows and columns of the matrix are exchanged", check: "agreement",
            hints: Hints(
                question: "Truly pN0, predicted pN2: which row?",
                concept:
                    "The row is the truth, the column the prediction. Kappa is the same either "
                    + "way and does not tell you.",
                step: "confusion[true stage][predicted stage] += 1.")
        ) { truth, predicted in
            agreement(
                pairs(truth, predicted).map { ($0.1, $0.0) },
                unanswered: missing(truth, predicted))
        },
        call.misconception(
            "a patient without a prediction is taken for pN0", check: "names",
            hints: Hints(
                question: "Nobody said anything about a patient. Is that a statement?",
                concept: "It is none, and must not count as one, be it right or wrong.",
                step: "Add the name to unanswered and continue with the next patient.")
        ) { truth, predicted in
            agreement(
                truth.map { patient in
                    let answer = predicted.first { $0.name == patient.name }
                    return (
                        patient,
                        answer ?? StagedPatient(name: patient.name, types: [], stage: .pN0)
                    )
                }, unanswered: missing(truth, predicted))
        },
        call.misconception(
            "patients without a prediction are dropped without a word", check: "names",
            hints: Hints(
                question: "Who leaves out the hard patients gets a better kappa. Who would notice?",
                concept: "Whoever reads the list of the unanswered.",
                step: "unanswered.append(patient.name).")
        ) { agreement(pairs($0, $1), unanswered: []) },
        call.misconception(
            "the unanswered are not sorted", check: "names",
            hints: Hints(
                question: "In which order do the unanswered stand?",
                concept: "In ascending order of their names.",
                step: "unanswered.sorted().")
        ) { agreement(pairs($0, $1), unanswered: missing($0, $1).reversed()) },
        call.misconception(
            "predictions of unknown patients are listed as unanswered", check: "names",
            hints: Hints(
                question: "Whose answers are you waiting for?",
                concept: "Those about the patients of truth. Others count nothing.",
                step: "Go over truth, not over predicted.")
        ) { truth, predicted in
            agreement(
                pairs(truth, predicted),
                unanswered: (missing(truth, predicted) + missing(predicted, truth)).sorted())
        },
        call.misconception(
            "kappa is 0 where it is not defined", check: "edge",
            hints: Hints(
                question: "All patients are healthy, and all are called so. Is that no agreement?",
                concept: "0 means as good as chance. Here chance agrees fully: 0 / 0 says nothing.",
                step: "Leave the nil of cohensKappa as it is.")
        ) { truth, predicted in
            var result = agreement(
                pairs(truth, predicted), unanswered: missing(truth, predicted))
            result.kappa = result.kappa ?? 0
            return result
        },
        call.misconception(
            "kappa is 1 where it is not defined", check: "edge",
            hints: Hints(
                question: "All patients are healthy, and all are called so. Was that difficult?",
                concept: "Chance agrees fully, too: 0 / 0 says nothing.",
                step: "Leave the nil of cohensKappa as it is.")
        ) { truth, predicted in
            var result = agreement(
                pairs(truth, predicted), unanswered: missing(truth, predicted))
            result.kappa = result.kappa ?? 1
            return result
        },
    ]

    private static func weighted(_ statement: String, _ weights: KappaWeights) -> Misconception {
        call.misconception(
            statement, check: "agreement",
            hints: Hints(
                question: "pN0 called pN2, or pN0 called pN0(i+): which is worse, and how much?",
                concept: "CAMELYON17 counts the square of the distance: 16 against 1.",
                step: "weights: .quadratic.")
        ) { truth, predicted in
            let pairs = pairs(truth, predicted)
            var result = agreement(pairs, unanswered: missing(truth, predicted))
            result.kappa =
                try? pairs.isEmpty
                ? nil
                : DeepTeaching.cohensKappa(
                    labels: pairs.map(\.0.stage.severity),
                    predictions: pairs.map(\.1.stage.severity), classCount: 5, weights: weights)
            return result
        }
    }

    private static func pairs(
        _ truth: [StagedPatient], _ predicted: [StagedPatient]
    ) -> [(StagedPatient, StagedPatient)] {
        truth.compactMap { patient in
            predicted.first { $0.name == patient.name }.map { (patient, $0) }
        }
    }

    /// The names that the second list lacks, in ascending order.
    private static func missing(
        _ truth: [StagedPatient], _ predicted: [StagedPatient]
    ) -> [String] {
        let names = Set(predicted.map(\.name))
        return truth.map(\.name).filter { !names.contains($0) }.sorted()
    }

    private static func agreement(
        _ pairs: [(StagedPatient, StagedPatient)], unanswered: [String]
    ) -> StagingAgreement {
        var counts = [[Int]](repeating: [0, 0, 0, 0, 0], count: 5)
        for (one, other) in pairs { counts[one.stage.severity][other.stage.severity] += 1 }
        return StagingAgreement(
            confusion: counts, kappa: kappa(of: counts), unanswered: unanswered)
    }

    /// 1 - observed / expected disagreement, with squares as weights.
    private static func kappa(of counts: [[Int]]) -> Double? {
        let rows = counts.map { $0.reduce(0, +) }
        let columns = (0..<5).map { column in counts.reduce(0) { $0 + $1[column] } }
        let total = Double(rows.reduce(0, +))
        var (observed, expected) = (0.0, 0.0)
        for i in 0..<5 {
            for j in 0..<5 {
                let weight = Double((i - j) * (i - j))
                observed += weight * Double(counts[i][j])
                expected += weight * Double(rows[i] * columns[j]) / max(1, total)
            }
        }
        return expected > 0 ? 1 - observed / expected : nil
    }

    @Sendable private static func compare(
        _ expected: StagingAgreement, _ got: StagingAgreement
    ) -> Verdict {
        let kappa: Verdict
        if let wanted = expected.kappa, let found = got.kappa {
            kappa = Comparison.within(1e-9)(wanted, found)
        } else {
            kappa = Comparison.equal(
                expected.kappa.map { "\($0)" } ?? "nil", got.kappa.map { "\($0)" } ?? "nil")
        }
        return .all(
            Comparison.labels(expected.confusion, got.confusion).about("the confusion"),
            Comparison.equal(expected.unanswered, got.unanswered).about("the unanswered"),
            kappa.about("kappa"))
    }

    /// True stages and predictions that are often, but not always, right; wrong ones lie on both sides, the
    /// worse more often.
    private static func cohort(
        _ count: Int, _ generator: inout SeededGenerator
    ) -> ([StagedPatient], [StagedPatient]) {
        let truth = (0..<count).map { index -> StagedPatient in
            let types = index == 0 ? [.macro, .micro, .micro, .macro, .itc] : types(&generator)
            return StagedPatient(
                name: "patient_\(101 + 7 * index)", types: types, stage: PNStage(nodes: types))
        }
        let predicted = truth.enumerated().map { index, patient -> StagedPatient in
            var types = patient.types
            if index % 3 == 0 { types[generator.index(below: 5)] = .negative }
            if index % 4 == 1 { types[generator.index(below: 5)] = .macro }
            if index == 0 { types = [.negative, .negative, .itc, .negative, .negative] }
            return StagedPatient(
                name: patient.name, types: types, stage: PNStage(nodes: types))
        }
        return (truth, predicted)
    }
}
