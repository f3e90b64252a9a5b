import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = ColorModelsCalls.opticalDensity

extension ColorModelsGraders {
    static let opticalDensity = ExerciseGrader(
        call,
        checks: [
            call.check(
                "densities",
                "minus the natural logarithm of the share of light, below 0 where it is more than "
                    + "glass",
                inputs: { generator in
                    let whites = [240.0, generator.uniform(215, 235), 255, 180]
                    return whites.map { white in
                        let count = 1 + generator.index(below: 14)
                        return (
                            (0..<count).map { _ in 1 + generator.index(below: 170) }
                                + [1, 119, 250], white
                        )
                    } + [([], 240)]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "black", "black is finite, and the densest of all",
                question: "What is the logarithm of 0?",
                inputs: { generator in
                    [2, 12].map { count in
                        let some = (0..<count).map { _ in 1 + generator.index(below: 250) }
                        return (generator.shuffled(some + [0, 255, 0]), 256)
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: densityMisconceptions,
        alternatives: [
            call.answer("a difference of logarithms") { bytes, white in
                bytes.map { log(white) - log(Double($0 + 1)) }
            },
            call.answer("by logarithms to the base of 2") { bytes, white in
                bytes.map { log2(white / Double($0 + 1)) * log(2) }
            },
        ],
        hints: Hints(
            question: "What is the logarithm of a share of one half?",
            concept:
                "log(1/2) is -0.693. Two halvings, one after the other, are a quarter of the light "
                + "and -1.386: densities add where light multiplies.",
            step:
                "For the byte 119 and white 240: (119 + 1) / 240 is 0.5, and -log(0.5) is 0.693. A "
                + "byte "
                + "is an Int: Double(byte) + 1."))
}

private let densityMisconceptions = [
    call.misconception(
        "you take the logarithm to the base of 10", check: "densities",
        hints: Hints(
            question: "Which logarithm does exp undo?",
            concept:
                "Chemists count densities in powers of 10. Both are right, but they must not be "
                + "mixed: they differ by a factor of 2.303, and the other functions use exp.",
            step: "log(...), not log10(...).")
    ) { bytes, white in bytes.map { -log10((Double($0) + 1) / white) } },
    call.misconception(
        "the 1 is missing, so that black is infinite", check: "black",
        hints: Hints(
            question: "What is the logarithm of 0?",
            concept:
                "Minus infinity. One black pixel would spoil each sum, so 1 is added to each byte.",
            step: "(Double(byte) + 1) / white.")
    ) { bytes, white in bytes.map { -log(Double($0) / white) } },
    call.misconception(
        "the minus is missing", check: "densities",
        hints: Hints(
            question: "Darker tissue has more stain. Does your density grow with darkness?",
            concept:
                "The share of light is below 1, so its logarithm is below 0; the density is its "
                + "opposite.",
            step: "-log((I + 1) / white).")
    ) { bytes, white in bytes.map { log((Double($0) + 1) / white) } },
    call.misconception(
        "you divide by 255, not by the glass", check: "densities",
        hints: Hints(
            question: "Which density has bare glass of 240 in your answer?",
            concept:
                "Light is compared with what the lamp sends, and that is the glass: its density is "
                + "0.",
            step: "Divide by white.")
    ) { bytes, _ in bytes.map { -log((Double($0) + 1) / 255) } },
    call.misconception(
        "you take the brightest pixel for glass", check: "densities",
        hints: Hints(
            question: "A patch full of nuclei: is its brightest pixel glass?",
            concept: "No: then each patch has another light, and the same dye another density. "
                + "White is "
                + "measured once, where there is glass.",
            step: "Divide by white, not by the largest of the bytes.")
    ) { bytes, _ in
        bytes.map { -log((Double($0) + 1) / (Double(bytes.max() ?? 0) + 1)) }
    },
    call.misconception(
        "densities below 0 become 0", check: "densities",
        hints: Hints(
            question: "The contract says what becomes of a byte above white. What is it?",
            concept:
                "Noise makes glass brighter and darker than its mean. Cut on one side only, its "
                + "mean "
                + "density is no longer 0.",
            step: "Return the logarithm as it is.")
    ) { bytes, white in bytes.map { max(0, -log((Double($0) + 1) / white)) } },
    call.misconception(
        "1 is added to the share, not to the byte", check: "densities",
        hints: Hints(
            question: "Which density has glass in your answer, if I is white?",
            concept:
                "1 grey level keeps black finite and changes hardly anything else; 1 added to the "
                + "share doubles the light of glass.",
            step: "First Double(byte) + 1, then divide.")
    ) { bytes, white in bytes.map { -log(Double($0) / white + 1) } },
    call.misconception(
        "a black byte has density 0", check: "black",
        hints: Hints(
            question: "Does black hold back little light, or all of it?",
            concept: "All of it: its density is the largest there is.",
            step: "With the 1 no special case is needed: -log(1 / white).")
    ) { bytes, white in bytes.map { $0 == 0 ? 0 : -log((Double($0) + 1) / white) } },
]
