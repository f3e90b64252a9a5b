import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = RecurrentAttentionCalls.glimpseFeatures

extension RecurrentAttentionGraders {
    static let glimpseFeatures = ExerciseGrader(
        call,
        checks: [
            call.check(
                "features", "both lists through a layer and a ReLU each, then added",
                inputs: { generator in
                    (0..<4).map { _ in
                        (
                            glimpse: numbers(6, &generator), place: numbers(2, &generator),
                            what: layer(6, 5, &generator), where: layer(2, 5, &generator),
                            whatOutput: layer(5, 7, &generator),
                            whereOutput: layer(5, 7, &generator)
                        )
                    }
                }, compare: Comparison.within(1e-9))
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("one loop over the outputs") {
                glimpse, place, what, position, whatOutput, whereOutput in
                let seen = whatOutput(what(glimpse).map { $0 > 0 ? $0 : 0 })
                let place2 = whereOutput(position(place).map { $0 > 0 ? $0 : 0 })
                var result: [Double] = []
                for index in seen.indices {
                    result.append(Swift.max(0, place2[index] + seen[index]))
                }
                return result
            }
        ],
        hints: Hints(
            question:
                "Why is each of the two lists passed through a layer and a ReLU of its own before "
                + "they meet?",
            concept:
                "144 pixels and 2 coordinates would not weigh the same side by side. After a layer "
                + "each, what and where are lists of the same length, and can be added.",
            step: "relu(what(glimpse)), then whatOutput of that; the same for the place; add the "
                + "two lists number by number, and a last relu."))
}

private let misconceptions: [Misconception] = [
    call.misconception(
        "the last ReLU is forgotten", check: "features",
        hints: Hints(
            question: "Can your function give numbers below 0?",
            concept: "The sum passes through a ReLU, or it would be one more linear layer only.",
            step: "relu(seen + place).")
    ) { glimpse, place, what, position, whatOutput, whereOutput in
        sum(whatOutput(relu(what(glimpse))), whereOutput(relu(position(place))))
    },
    call.misconception(
        "the inner ReLUs are forgotten", check: "features",
        hints: Hints(
            question: "What are two linear layers, one after the other?",
            concept: "One linear layer. Without a ReLU between them the second one adds nothing.",
            step: "whatOutput(relu(what(glimpse))).")
    ) { glimpse, place, what, position, whatOutput, whereOutput in
        relu(sum(whatOutput(what(glimpse)), whereOutput(position(place))))
    },
    call.misconception(
        "the ReLU is taken before the sum", check: "features",
        hints: Hints(
            question: "What was seen says -3, the place says +2. What comes out?",
            concept: "0: they are weighed against each other first, and the ReLU comes last.",
            step: "Add, then relu.")
    ) { glimpse, place, what, position, whatOutput, whereOutput in
        sum(relu(whatOutput(relu(what(glimpse)))), relu(whereOutput(relu(position(place)))))
    },
    call.misconception(
        "the place is left out", check: "features",
        hints: Hints(
            question: "The same stroke, once at the top and once at the bottom: does it matter?",
            concept: "It does: a bar at the top may be a 7, one at the bottom a 2.",
            step: "Add whereOutput(relu(where(place))).")
    ) { glimpse, place, what, position, whatOutput, whereOutput in
        relu(whatOutput(relu(what(glimpse))))
    },
    call.misconception(
        "what and where are multiplied", check: "features",
        hints: Hints(
            question: "What is left of a glimpse if the place gives a 0?",
            concept: "Nothing, in a product. There are models that do so; the paper's adds.",
            step: "seen + place, not seen * place.")
    ) { glimpse, place, what, position, whatOutput, whereOutput in
        relu(
            zip(whatOutput(relu(what(glimpse))), whereOutput(relu(position(place)))).map {
                $0 * $1
            })
    },
]

private func relu(_ values: [Double]) -> [Double] { values.map { max($0, 0) } }

private func sum(_ a: [Double], _ b: [Double]) -> [Double] { zip(a, b).map { $0 + $1 } }
