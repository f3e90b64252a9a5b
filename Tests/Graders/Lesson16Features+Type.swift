import Curriculum
import DeepTeaching
import GraderKit

private let call = FeaturesCalls.metastasisType

extension FeaturesGraders {
    static let metastasisType = ExerciseGrader(
        call,
        checks: [
            call.check(
                "sizes", "the length decides where nobody counted the cells",
                question: "In which unit is the length?",
                inputs: { generator in
                    [
                        (generator.uniform(0.01, 0.19), nil), (generator.uniform(0.21, 1.9), nil),
                        (generator.uniform(2.1, 9), nil), (0, nil), (0.001, nil), (14, nil),
                        (1.5, nil), (0.25, nil), (0.05, 1), (3, 100_000),
                    ]
                },
                compare: Comparison.equal),
            call.check(
                "bounds", "exactly 0.2 mm, 2 mm and 200 cells are not more than that",
                question: "Is 2 mm longer than 2 mm?",
                inputs: { _ in
                    [(0.2, nil), (2, nil), (0.1, 200), (0.1, 201), (2.000_001, nil), (0.2, 200)]
                },
                compare: Comparison.equal),
            call.check(
                "cells", "many cells make a short cluster a micro-metastasis, never a macro",
                question: "What do many cells say of a short cluster?",
                inputs: { generator in
                    [
                        (0.15, 201 + generator.index(below: 500)),
                        (generator.uniform(0.3, 1.9), generator.index(below: 190)),
                        (generator.uniform(0.3, 1.9), 5000 + generator.index(below: 90_000)),
                        (0, 1 + generator.index(below: 150)), (0, 0), (0, 1), (0.18, 0), (0, 300),
                        (2.5, 150), (0.19, nil),
                    ]
                },
                compare: Comparison.equal),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from nothing to the worst") { length, cells in
                let many = cells.map { $0 > 200 } ?? false
                let any = cells.map { $0 > 0 } ?? false
                if length == 0 && !any { return .negative }
                if length <= 0.2 && !many { return .itc }
                return length <= 2 ? .micro : .macro
            },
            call.answer("a switch over micrometres") { length, cells in
                switch (length * 1000, cells ?? 0) {
                case (2000.000_1..., _): .macro
                case (200.000_1..., _), (_, 201...): .micro
                case (0, 0): .negative
                default: .itc
                }
            },
        ],
        hints: Hints(
            question: "0.15 mm and 230 cells: which of the two rules makes it a micro-metastasis?",
            concept: "Length and cells are joined by or. Ask for a macro first: it goes by length "
                + "alone. Then either of the two makes a micro. What remains is ITC, or nothing.",
            step: "let cells = cells ?? 0; if longestDiameter > 2 { return .macro }; if "
                + "longestDiameter > 0.2 || cells > 200 { return .micro }; then .itc if either is "
                + "above 0, and .negative."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the length is taken for micrometres", check: "sizes",
            hints: Hints(
                question: "What is a metastasis of 3 millimetres in your function?",
                concept: "Here lengths are millimetres: 200 and 2000 are never reached.",
                step: "Compare with 0.2 and 2.")
        ) { type($0 / 1000, $1) },
        call.misconception(
            "the bounds themselves belong to the larger type", check: "bounds",
            hints: Hints(
                question: "Is 2 mm longer than 2 mm?",
                concept: "The rule says more than 0.2 mm and more than 2 mm.",
                step: "> in place of >=, three times.")
        ) { length, cells in
            let many = (cells ?? 0) >= 200
            return length >= 2
                ? .macro : length >= 0.2 || many ? .micro : type(length, cells)
        },
        call.misconception(
            "200 cells are many", check: "bounds",
            hints: Hints(
                question: "Is 200 more than 200?",
                concept: "The rule says more than 200 cells.",
                step: "cells > 200.")
        ) { length, cells in
            cells == 200 && length <= 0.2 ? .micro : type(length, cells)
        },
        call.misconception(
            "exactly 2 mm is a macro-metastasis", check: "bounds",
            hints: Hints(
                question: "Is 2 mm longer than 2 mm?",
                concept: "The rule says more than 2 mm.",
                step: "longestDiameter > 2.")
        ) { length, cells in length == 2 ? .macro : type(length, cells) },
        call.misconception(
            "exactly 0.2 mm is a micro-metastasis", check: "bounds",
            hints: Hints(
                question: "Is 0.2 mm longer than 0.2 mm?",
                concept: "The rule says more than 0.2 mm.",
                step: "longestDiameter > 0.2.")
        ) { length, cells in length == 0.2 ? .micro : type(length, cells) },
        call.misconception(
            "the number of cells is not looked at", check: "cells",
            hints: Hints(
                question: "Where is cells in your function?",
                concept: "A dense cluster may be short and hold very many cells: more than 200 "
                    + "make "
                    + "a micro-metastasis.",
                step: "longestDiameter > 0.2 || cells > 200.")
        ) { length, _ in type(length, nil) },
        call.misconception(
            "a micro-metastasis must be long and have many cells", check: "sizes",
            hints: Hints(
                question: "1.5 mm, and nobody counted the cells: what is it?",
                concept: "Either of the two is enough.",
                step: "|| in place of &&.")
        ) { length, cells in
            length > 2 ? .macro : length > 0.2 && (cells ?? 0) > 200 ? .micro : least(length, cells)
        },
        call.misconception(
            "few cells make a long metastasis an ITC", check: "cells",
            hints: Hints(
                question: "1 mm long with 150 cells: what does the rule say?",
                concept: "A known number of cells can make the type worse, never better.",
                step: "longestDiameter > 0.2 || cells > 200.")
        ) { length, cells in
            if let cells, cells > 0, length <= 2 { return cells > 200 ? .micro : .itc }
            return type(length, cells)
        },
        call.misconception(
            "very many cells make a macro-metastasis", check: "cells",
            hints: Hints(
                question: "Does the rule name a number of cells for macro-metastases?",
                concept: "Only the length makes one.",
                step: "longestDiameter > 2, and nothing else.")
        ) { length, cells in (cells ?? 0) > 2000 ? .macro : type(length, cells) },
        call.misconception(
            "cells without a length are nothing", check: "cells",
            hints: Hints(
                question: "Somebody counted 30 tumour cells and measured nothing. Is the node "
                    + "clean?",
                concept: "A single cell is enough for an ITC.",
                step: "longestDiameter > 0 || cells > 0 ? .itc : .negative.")
        ) { length, cells in length == 0 ? .negative : type(length, cells) },
        call.misconception(
            "a slide with nothing on it is called ITC", check: "sizes",
            hints: Hints(
                question: "0 mm and no cells: which type?",
                concept: "Below the smallest bound there is ITC only if there is something.",
                step: "longestDiameter > 0 || cells > 0 ? .itc : .negative.")
        ) { length, cells in
            let type = type(length, cells)
            return type == .negative ? .itc : type
        },
        call.misconception(
            "ITC are no metastases and called negative", check: "sizes",
            hints: Hints(
                question: "What is a cluster of 0.1 mm?",
                concept: "Isolated tumour cells have a type of their own: a patient with nothing "
                    + "else "
                    + "is pN0(i+), not pN0.",
                step: "longestDiameter > 0 || cells > 0 ? .itc : .negative.")
        ) { length, cells in
            let type = type(length, cells)
            return type == .itc ? .negative : type
        },
    ]

    private static func type(_ length: Double, _ cells: Int?) -> MetastasisType {
        let cells = cells ?? 0
        if length > 2 { return .macro }
        return length > 0.2 || cells > 200 ? .micro : least(length, cells)
    }

    private static func least(_ length: Double, _ cells: Int?) -> MetastasisType {
        length > 0 || (cells ?? 0) > 0 ? .itc : .negative
    }
}
