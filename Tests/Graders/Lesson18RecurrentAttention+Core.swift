import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = RecurrentAttentionCalls.coreStep

extension RecurrentAttentionGraders {
    static let coreStep = ExerciseGrader(
        call,
        checks: [
            call.check(
                "state", "the ReLU of what the state and the glimpse say together",
                inputs: { generator in
                    (0..<5).map { number in
                        // The last glimpse sees nothing, and the state goes on all the same.
                        (
                            glimpse: number == 4
                                ? [0, 0, 0, 0] : numbers(4, &generator),
                            state: numbers(6, &generator),
                            fromGlimpse: layer(4, 6, &generator),
                            fromState: layer(6, 6, &generator)
                        )
                    }
                }, compare: Comparison.within(1e-9))
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("index by index") { glimpse, state, fromGlimpse, fromState in
                let (a, b) = (fromGlimpse(glimpse), fromState(state))
                return a.indices.map { a[$0] + b[$0] < 0 ? 0 : a[$0] + b[$0] }
            }
        ],
        hints: Hints(
            question: "Where does the ReLU stand: around each layer, or around their sum?",
            concept:
                "Around the sum. Each number of the state hears both, what was known and what was "
                + "just seen, and one can outvote the other.",
            step: "fromState([1]) = [1], fromGlimpse([2]) = [-2]: the sum is -1, the new state 0."))
}

private let misconceptions: [Misconception] = [
    call.misconception(
        "the ReLU is taken of each layer by itself", check: "state",
        hints: Hints(
            question: "Can a glimpse lower a number of the state in your function?",
            concept: "It must be able to: what is seen may contradict what was remembered.",
            step: "max(a + b, 0), not max(a, 0) + max(b, 0).")
    ) { glimpse, state, fromGlimpse, fromState in
        zip(fromState(state), fromGlimpse(glimpse)).map { max($0, 0) + max($1, 0) }
    },
    call.misconception(
        "the ReLU is forgotten", check: "state",
        hints: Hints(
            question: "Can your state be below 0?",
            concept: "Without a ReLU, all steps together are one linear layer.",
            step: "max(sum, 0).")
    ) { glimpse, state, fromGlimpse, fromState in
        zip(fromState(state), fromGlimpse(glimpse)).map { $0 + $1 }
    },
    call.misconception(
        "a tanh stands for the ReLU", check: "state",
        hints: Hints(
            question: "Which core has a tanh: the paper's for still images, or Elman's network?",
            concept: "Elman's. The paper takes a ReLU for images that do not move.",
            step: "max(sum, 0) in place of tanh(sum).")
    ) { glimpse, state, fromGlimpse, fromState in
        zip(fromState(state), fromGlimpse(glimpse)).map { tanh($0 + $1) }
    },
    call.misconception(
        "the state before is forgotten", check: "state",
        hints: Hints(
            question: "What does your core know after the third glimpse of the first?",
            concept: "Nothing, if the state takes no part. Memory is all that a core is for.",
            step: "Add fromState(state).")
    ) { glimpse, state, fromGlimpse, fromState in fromGlimpse(glimpse).map { max($0, 0) } },
    call.misconception(
        "the state before is added as it is", check: "state",
        hints: Hints(
            question: "Which of the two layers has your function not called?",
            concept:
                "fromState: the state passes through weights of its own, so that the model can "
                + "learn what to keep.",
            step: "fromState(state), not state.")
    ) { glimpse, state, fromGlimpse, fromState in
        zip(state, fromGlimpse(glimpse)).map { max($0 + $1, 0) }
    },
]
