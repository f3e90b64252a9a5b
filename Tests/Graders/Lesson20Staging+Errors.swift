import Curriculum
import DeepTeaching
import GraderKit

private let call = StagingCalls.errorAnalysis

extension StagingGraders {
    static let errorAnalysis = ExerciseGrader(
        call,
        checks: [
            call.check(
                "wrong nodes", "tumour that was missed, and tumour that is none",
                question: "What is a node that truly holds ITC and is called negative?",
                inputs: { generator in
                    (0..<8).map { _ in (types(&generator), types(&generator)) } + [
                        ([.itc, .micro, .macro, .negative], [.negative, .macro, .micro, .itc]),
                        ([.negative, .negative], [.negative, .negative]), ([], []),
                    ]
                },
                compare: compare),
            call.check(
                "decisive", "wrong nodes of which one alone mends the stage",
                question: "Correct one node and leave the others wrong: which stage follows?",
                inputs: { generator in
                    (0..<10).map { _ in (types(&generator), types(&generator)) } + [
                        // Wrong nodes, but the right stage.
                        ([.macro, .itc, .negative], [.macro, .negative, .micro]),
                        // Only both together would mend it.
                        (
                            [.micro, .macro, .macro, .macro],
                            [.negative, .negative, .macro, .macro]
                        ),
                        ([.macro, .macro, .macro, .macro], [.macro, .macro, .negative, .itc]),
                        // Either of the two.
                        ([.macro, .macro, .itc], [.negative, .micro, .negative]),
                        // A kind that is wrong.
                        ([.micro, .micro, .itc], [.micro, .macro, .negative]),
                        // A false alarm decides.
                        ([.negative, .itc, .negative], [.micro, .negative, .itc]),
                        ([.micro, .negative], [.itc, .macro]),
                    ]
                },
                compare: compare),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("one loop over the nodes") { truth, predicted in
                var errors = NodeErrors(missed: [], falseAlarms: [], decisive: [])
                let isWrong = PNStage(nodes: truth) != PNStage(nodes: predicted)
                for (node, (true_, said)) in zip(truth, predicted).enumerated() where true_ != said
                {
                    if said == .negative { errors.missed.append(node) }
                    if true_ == .negative { errors.falseAlarms.append(node) }
                    let mended = predicted.enumerated().map {
                        $0.offset == node ? true_ : $0.element
                    }
                    if isWrong, PNStage(nodes: mended) == PNStage(nodes: truth) {
                        errors.decisive.append(node)
                    }
                }
                return errors
            }
        ],
        hints: Hints(
            question:
                "Take the prediction, and put the truth in for one node. What do you ask then?",
            concept: "Whether the stage is now the true one. If the stage was right before, "
                + "nothing had to be mended, and no node is decisive.",
            step:
                "For each node: var mended = predicted; mended[node] = truth[node]; it is decisive "
                + "if PNStage(nodes: mended) == PNStage(nodes: truth), and the list is empty if "
                + "PNStage(nodes: predicted) is that already."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "ITC do not count as tumour", check: "wrong nodes",
            hints: Hints(
                question: "Truly ITC, called negative: was there something to find?",
                concept: "There was: the first question of the scenario is about tumour of any "
                    + "kind.",
                step: "truth[node] != .negative.")
        ) { truth, predicted in
            var errors = errors(truth, predicted)
            errors.missed.removeAll { truth[$0] == .itc }
            errors.falseAlarms.removeAll { predicted[$0] == .itc }
            return errors
        },
        call.misconception(
            "a node that is called too small counts as missed", check: "wrong nodes",
            hints: Hints(
                question: "A macro is called micro. Was it overlooked?",
                concept: "It was found and measured wrongly: another error, with another remedy.",
                step: "Missed is what is called .negative.")
        ) { truth, predicted in
            var errors = errors(truth, predicted)
            errors.missed = truth.indices.filter { predicted[$0] < truth[$0] }
            return errors
        },
        call.misconception(
            "a node that is called too large counts as a false alarm", check: "wrong nodes",
            hints: Hints(
                question: "A micro is called macro. Is there nothing?",
                concept: "There is tumour. A false alarm is one where there is none.",
                step: "A false alarm is truly .negative.")
        ) { truth, predicted in
            var errors = errors(truth, predicted)
            errors.falseAlarms = truth.indices.filter { predicted[$0] > truth[$0] }
            return errors
        },
        call.misconception(
            "missed nodes and false alarms are exchanged", check: "wrong nodes",
            hints: Hints(
                question: "Tumour that nobody called: which list?",
                concept: "It was missed.",
                step: "missed: truth is not .negative, predicted is.")
        ) { truth, predicted in
            var errors = errors(truth, predicted)
            (errors.missed, errors.falseAlarms) = (errors.falseAlarms, errors.missed)
            return errors
        },
        decisive(
            "every wrong node is decisive",
            hints: Hints(
                question: "A micro is called macro beside two macros. Does it change the stage?",
                concept: "Many errors change nothing, since the worst nodes decide.",
                step: "Ask for the stage after the correction of this node alone.")
        ) { truth, predicted in
            PNStage(nodes: truth) == PNStage(nodes: predicted)
                ? [] : truth.indices.filter { truth[$0] != predicted[$0] }
        },
        decisive(
            "nodes are decisive although the stage is right",
            hints: Hints(
                question: "The stage is right. Which correction mends it?",
                concept: "None is needed: no node is decisive then.",
                step: "If PNStage(nodes: predicted) is the true stage, decisive is [].")
        ) { truth, predicted in
            truth.indices.filter { node in
                truth[node] != predicted[node]
                    && PNStage(nodes: swapped(predicted, node, truth)) == PNStage(nodes: truth)
            }
        },
        decisive(
            "nodes are decisive whose correction changes the stage to any other",
            hints: Hints(
                question: "After the correction the stage is another one. Is it the true one?",
                concept: "A correction may leave the stage wrong in a new way.",
                step: "Compare with PNStage(nodes: truth), not with the predicted stage.")
        ) { truth, predicted in
            let said = PNStage(nodes: predicted)
            return PNStage(nodes: truth) == said
                ? []
                : truth.indices.filter { PNStage(nodes: swapped(predicted, $0, truth)) != said }
        },
        decisive(
            "the error is put into the truth, not the truth into the prediction",
            hints: Hints(
                question: "Which list do you begin with, and what do you change in it?",
                concept: "Decisive is a node that would mend the prediction. A node that alone "
                    + "would spoil the truth is something else.",
                step: "var mended = predicted; mended[node] = truth[node].")
        ) { truth, predicted in
            let stage = PNStage(nodes: truth)
            return PNStage(nodes: predicted) == stage
                ? []
                : truth.indices.filter { PNStage(nodes: swapped(truth, $0, predicted)) != stage }
        },
        decisive(
            "the first decisive node ends the search",
            hints: Hints(
                question: "Can two nodes each mend the stage alone?",
                concept: "They can, and both are decisive.",
                step: "filter, not first(where:).")
        ) { Array(errors($0, $1).decisive.prefix(1)) },
        decisive(
            "corrections add up from node to node",
            hints: Hints(
                question: "How many nodes are corrected when you ask for node 3?",
                concept: "One: each question begins with the prediction as it was.",
                step: "var mended = predicted inside of the loop.")
        ) { truth, predicted in
            let stage = PNStage(nodes: truth)
            var mended = predicted
            return PNStage(nodes: predicted) == stage
                ? []
                : truth.indices.filter { node in
                    mended[node] = truth[node]
                    return truth[node] != predicted[node] && PNStage(nodes: mended) == stage
                }
        },
    ]

    private static func decisive(
        _ statement: String, hints: Hints,
        nodes: @escaping @Sendable ([MetastasisType], [MetastasisType]) -> [Int]
    ) -> Misconception {
        call.misconception(statement, check: "decisive", hints: hints) { truth, predicted in
            var errors = errors(truth, predicted)
            errors.decisive = nodes(truth, predicted)
            return errors
        }
    }

    private static func errors(
        _ truth: [MetastasisType], _ predicted: [MetastasisType]
    ) -> NodeErrors {
        let stage = PNStage(nodes: truth)
        let isRight = PNStage(nodes: predicted) == stage
        return NodeErrors(
            missed: truth.indices.filter { truth[$0] > .negative && predicted[$0] == .negative },
            falseAlarms: truth.indices.filter {
                truth[$0] == .negative && predicted[$0] > .negative
            },
            decisive: truth.indices.filter {
                !isRight && PNStage(nodes: swapped(predicted, $0, truth)) == stage
            })
    }

    /// One list, with the other's entry at an index.
    private static func swapped(
        _ types: [MetastasisType], _ index: Int, _ other: [MetastasisType]
    ) -> [MetastasisType] {
        var types = types
        types[index] = other[index]
        return types
    }

    @Sendable private static func compare(_ expected: NodeErrors, _ got: NodeErrors) -> Verdict {
        .all(
            Comparison.equal(expected.missed, got.missed).about("missed"),
            Comparison.equal(expected.falseAlarms, got.falseAlarms).about("false alarms"),
            Comparison.equal(expected.decisive, got.decisive).about("decisive"))
    }
}
