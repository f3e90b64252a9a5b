import Curriculum
import DeepTeaching
import GraderKit

private let call = StagingCalls.pNStage

extension StagingGraders {
    static let pNStage = ExerciseGrader(
        call,
        checks: [
            call.check(
                "all combinations",
                "each of the 56 ways in which five nodes can be, and fewer nodes",
                question: "Which nodes are positive, and what does their number decide?",
                inputs: { generator in
                    combinations(of: 5).map { shuffled($0, &generator) } + [
                        [], [.itc], [.micro], [.macro, .macro, .macro],
                        [.macro, .micro, .micro, .micro, .micro, .itc, .negative],
                        [.micro, .micro, .micro, .micro, .micro, .micro],
                    ]
                },
                compare: Comparison.equal),
            call.check(
                "missing", "a node that nobody read",
                question: "May the node that nobody read hold the metastasis that decides?",
                inputs: { generator in
                    (0..<8).map { _ in
                        var list: [MetastasisType?] = types(&generator)
                        list[generator.index(below: 5)] = nil
                        return list
                    } + [
                        [nil], [nil, nil, nil, nil, nil], [.macro, .macro, .macro, .macro, nil],
                        [.negative, .negative, .itc, .micro, .macro],
                    ]
                },
                compare: Comparison.equal),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the worst node first") { types in
                guard !types.contains(nil) else { return nil }
                let known = types.compactMap { $0 }
                switch known.max() ?? .negative {
                case .negative: return .pN0
                case .itc: return .pN0ITC
                case .micro: return .pN1mi
                case .macro: return known.filter { $0 >= .micro }.count < 4 ? .pN1 : .pN2
                }
            }
        ],
        hints: Hints(
            question: "Micro, micro, micro, micro, itc: which rule of the list fits first?",
            concept: "Go from the worst stage down. Both rules with a macro come first, and only "
                + "there the number of positive nodes, macro or micro, decides.",
            step: "Return nil if one is nil. macros > 0: macros + micros >= 4 ? .pN2 : .pN1. Else "
                + "micros > 0: .pN1mi. Else an ITC: .pN0ITC. Else .pN0."))

    private static let misconceptions: [Misconception] = [
        known(
            "ITC nodes count as positive",
            hints: Hints(
                question: "Macro, itc, itc, itc, negative: how many nodes are positive?",
                concept: "One. Isolated tumour cells do not make a node positive, and kappa hardly "
                    + "sees the mistake: of the training patients of CAMELYON17 it changes a few.",
                step: "Count .micro and .macro only.")
        ) { stage($0) { $0 != .negative } },
        known(
            "only macro-metastases count as positive",
            hints: Hints(
                question: "Macro, micro, micro, micro, negative: how many nodes are positive?",
                concept: "Four: one macro is needed, but micros count too.",
                step: "macros + micros >= 4.")
        ) { stage($0) { $0 == .macro } },
        known(
            "four micro-metastases without a macro make pN2",
            hints: Hints(
                question: "What do pN1 and pN2 have in common?",
                concept: "At least one macro. Micros alone are pN1mi, whatever their number.",
                step: "Ask for a macro before you count.")
        ) { types in
            types.filter { $0 >= .micro }.count >= 4 ? .pN2 : stage(types)
        },
        known(
            "the worst node decides alone",
            hints: Hints(
                question: "One macro or five: is that the same stage?",
                concept: "With four positive nodes or more it is pN2.",
                step: "macros + micros >= 4 ? .pN2 : .pN1.")
        ) { types in
            switch types.max() ?? .negative {
            case .negative: .pN0
            case .itc: .pN0ITC
            case .micro: .pN1mi
            case .macro: .pN1
            }
        },
        known(
            "ITC alone make pN1mi",
            hints: Hints(
                question: "Which stage is named after isolated tumour cells?",
                concept: "pN0(i+): the node is negative, and the cells are mentioned.",
                step: "known.contains(.itc) ? .pN0ITC : .pN0.")
        ) { types in
            types.contains(.itc) && !types.contains { $0 >= .micro } ? .pN1mi : stage(types)
        },
        known(
            "ITC alone make pN0",
            hints: Hints(
                question: "Negative and ITC only: is that the same as all negative?",
                concept: "It has a stage of its own, pN0(i+).",
                step: "known.contains(.itc) ? .pN0ITC : .pN0.")
        ) { types in
            let stage = stage(types)
            return stage == .pN0ITC ? .pN0 : stage
        },
        known(
            "pN2 begins above four positive nodes",
            hints: Hints(
                question: "Four positive nodes, one a macro: which stage?",
                concept: "4 or more make pN2.",
                step: ">= 4, not > 4.")
        ) { types in
            types.contains(.macro) && types.filter { $0 >= .micro }.count == 4
                ? .pN1 : stage(types)
        },
        known(
            "pN2 begins at three positive nodes",
            hints: Hints(
                question: "Three positive nodes, one a macro: which stage?",
                concept: "1 to 3 make pN1.",
                step: "macros + micros >= 4 ? .pN2 : .pN1.")
        ) { types in
            types.contains(.macro) && types.filter { $0 >= .micro }.count == 3
                ? .pN2 : stage(types)
        },
        missing(
            "a missing node is taken for negative",
            hints: Hints(
                question: "Four negative nodes and one that nobody read: is the patient free of "
                    + "tumour?",
                concept: "Nobody knows. A stage that is too low means too little treatment.",
                step: "If one of the types is nil, return nil.")
        ) { types in stage(types.compactMap { $0 }) },
        missing(
            "a missing node is overlooked where the stage seems certain",
            hints: Hints(
                question: "What does the exercise ask for if any node is missing?",
                concept: "Always nil: what was not read is not reported.",
                step: "If one of the types is nil, return nil, before anything else.")
        ) { types in
            let known = types.compactMap { $0 }
            return known.count == types.count || stage(known) == .pN2 ? stage(known) : nil
        },
        missing(
            "only a patient without any node is incomplete",
            hints: Hints(
                question: "Two of five nodes are missing. What do you return?",
                concept: "One missing node is enough.",
                step: "types.contains(nil), not allSatisfy.")
        ) { types in
            let known = types.compactMap { $0 }
            return known.isEmpty && !types.isEmpty ? nil : stage(known)
        },
        missing(
            "a missing node is taken for the worst",
            hints: Hints(
                question: "Is a patient whose slide was lost in the worst stage?",
                concept: "Neither in the best nor in the worst: in none.",
                step: "If one of the types is nil, return nil.")
        ) { types in stage(types.map { $0 ?? .macro }) },
    ]

    /// A mistake in the rule for nodes that were all read.
    private static func known(
        _ statement: String, hints: Hints,
        rule: @escaping @Sendable ([MetastasisType]) -> PNStage
    ) -> Misconception {
        call.misconception(statement, check: "all combinations", hints: hints) { types in
            types.contains(nil) ? nil : rule(types.compactMap { $0 })
        }
    }

    private static func missing(
        _ statement: String, hints: Hints,
        rule: @escaping @Sendable ([MetastasisType?]) -> PNStage?
    ) -> Misconception {
        call.misconception(statement, check: "missing", hints: hints, mutant: rule)
    }

    private static func shuffled(
        _ types: [MetastasisType], _ generator: inout SeededGenerator
    ) -> [MetastasisType?] {
        let keys = types.map { _ in generator.uniform() }
        return types.indices.sorted { keys[$0] < keys[$1] }.map { types[$0] }
    }
}
