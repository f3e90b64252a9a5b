import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = AugmentationCalls.stainJitter

extension AugmentationGraders {
    static let stainJitter = ExerciseGrader(
        call,
        checks: [
            call.check(
                "amounts", "each stain's amount is multiplied by its own factor",
                inputs: { generator in
                    [
                        mixture(6, 4, factors: [1.4, 0.7], &generator),
                        mixture(3, 5, factors: [0, 1], &generator),
                        mixture(
                            2, 2, factors: [1, generator.uniform(0.2, 0.6)],
                            &generator),
                    ]
                }, compare: Comparison.within(bytes)),
            call.check(
                "rest", "what neither stain explains stays; so do white and the rounding of a byte",
                inputs: { generator in
                    // Green and yellow are the colours of neither; with factors of 1 nothing changes.
                    let factor = generator.uniform(0.8, 0.95)
                    let gray = UInt8(1 + generator.index(below: 4))
                    let odd = Image(
                        size: PixelSize(width: 3, height: 1),
                        pixels: [255, 255, 255, 0, 0, 0, gray, 0, gray])
                    // So dark that more stain leaves no light.
                    let dark = Image(
                        size: PixelSize(width: 2, height: 1),
                        pixels: [3, 2, 4 + gray, 2, 1, 2 + gray])
                    return [
                        (dark, basis(&generator), [4, 4]),
                        (picture(4, 3, &generator), basis(&generator), [1, 1]),
                        (pen(&generator), basis(&generator), [factor, factor]),
                        (odd, basis(&generator), [factor - 0.4, factor - 0.4]),
                        (Image(size: PixelSize(width: 0, height: 0)), basis(&generator), [2, 2]),
                    ]
                }, compare: Comparison.exact),
            call.check(
                "range", "what would be brighter than white is white",
                inputs: { generator in
                    // Nothing but green is held back: the stains explain that by less than no red.
                    let factor = generator.uniform(6, 9)
                    return [
                        (magenta(4, 3, &generator), basis(&generator), [factor, factor]),
                        (magenta(1, 6, &generator), basis(&generator), [7, 7]),
                    ]
                }, compare: white),
        ],
        misconceptions: stainMisconceptions,
        alternatives: [
            call.answer("the new light as the old one times a power for each stain") {
                image, stains, factors in
                let pixels = (0..<image.size.area).flatMap { pixel -> [UInt8] in
                    let light = (0..<3).map { (Double(image.pixels[3 * pixel + $0]) + 1) / 256 }
                    let more = (0..<2).map { stain in
                        (factors[stain] - 1)
                            * zip(stains.weights[stain], light).reduce(0) { $0 - $1.0 * log($1.1) }
                    }
                    return (0..<3).map { channel in
                        let added =
                            more[0] * stains.vectors[0][channel]
                            + more[1] * stains.vectors[1][channel]
                        let value = 256 * light[channel] * exp(-added) - 1
                        return UInt8(max(0, min(255, value)).rounded())
                    }
                }
                return Image(size: image.size, pixels: pixels)
            },
            call.answer("amounts and a rest, put together again") { image, stains, factors in
                changed(image, stains) { densities, amounts in
                    let rest = (0..<3).map { c in
                        densities[c] - amounts[0] * stains.vectors[0][c]
                            - amounts[1] * stains.vectors[1][c]
                    }
                    return (0..<3).map { c in
                        factors[0] * amounts[0] * stains.vectors[0][c]
                            + factors[1] * amounts[1] * stains.vectors[1][c] + rest[c]
                    }
                }
            },
        ],
        hints: Hints(
            question: "Two sheets of blue glass lie on each other. Is the light that comes through "
                + "half, or a square?",
            concept:
                "Light is multiplied, densities are added: so take logarithms first. The weights "
                + "read the amounts off the densities; (factor - 1) amount vector is what "
                + "comes on top; exp leads back to light.",
            step:
                "A pixel with red 127: D = -log(128 / 256) = 0.693. One stain alone, amount 1, "
                + "whose vector has 0.693 in red: twice as much is D' = 1.386, light 256 "
                + "exp(-1.386) - 1 = 63."
        ))

    private static let stainMisconceptions = [
        call.misconception(
            "you multiply the bytes, not the amounts of stain", check: "amounts",
            hints: Hints(
                question: "Which byte has twice as much stain, a larger or a smaller one?",
                concept: "Stain takes light away, by a share for each unit. Bytes are light.",
                step:
                    "First the densities, -log((I + 1) / 256); change these; then 256 exp(-D') - 1."
            )
        ) { image, _, factors in
            Image(
                size: image.size,
                pixels: image.pixels.map {
                    byte(Double($0) * (factors[0] + factors[1]) / 2)
                })
        },
        call.misconception(
            "the factors of the two stains are exchanged", check: "amounts",
            hints: Hints(
                question:
                    "factors[0] = 0 takes a stain away. Are the nuclei gone, or the cytoplasm?",
                concept: "Stain 0 is haematoxylin, the blue of the nuclei, in vectors, weights and "
                    + "factors alike.",
                step: "Use the same index everywhere: factors[s], amounts[s], vectors[s].")
        ) { image, stains, factors in
            changed(image, stains) { densities, amounts in
                added(densities, amounts, stains, [factors[1], factors[0]])
            }
        },
        call.misconception(
            "you read off the amounts with the stains' vectors, not with the weights",
            check: "amounts",
            hints: Hints(
                question:
                    "A pixel with eosin alone: is its product with the vector of haematoxylin 0?",
                concept:
                    "The two vectors are not at right angles, so each sees a part of the other. "
                    + "The weights are made so that each sees its own stain alone.",
                step: "amount = sum over c of weights[s][c] D[c].")
        ) { image, stains, factors in
            changed(image, stains) { densities, _ in
                let amounts = stains.vectors.map { vector in
                    zip(vector, densities).reduce(0) { $0 + $1.0 * $1.1 }
                }
                return added(densities, amounts, stains, factors)
            }
        },
        call.misconception(
            "you add the whole amount once more: factors, not factors less 1", check: "amounts",
            hints: Hints(
                question: "What must a factor of 1 change?",
                concept:
                    "Nothing. D holds the amount once already, so factor - 1 times it comes on "
                    + "top.",
                step: "D[c] + (factors[s] - 1) a[s] vectors[s][c].")
        ) { image, stains, factors in
            changed(image, stains) { densities, amounts in
                added(densities, amounts, stains, factors.map { $0 + 1 })
            }
        },
        call.misconception(
            "the logarithm has base 10, the way back base e", check: "amounts",
            hints: Hints(
                question: "What does the way back give if you change nothing on the way?",
                concept:
                    "It must give the picture. exp undoes the natural logarithm, log, not log10.",
                step: "-log((Double(byte) + 1) / 256).")
        ) { image, stains, factors in
            changed(image, stains, density: { -log10((Double($0) + 1) / 256) }) {
                densities, amounts in added(densities, amounts, stains, factors)
            }
        },
        call.misconception(
            "the part that neither stain explains is lost", check: "rest",
            hints: Hints(
                question:
                    "A green stroke of a pen holds little of both stains. What should remain of "
                    + "it?",
                concept:
                    "The stroke. Two stains span a plane among all densities, and what lies beside "
                    + "it must be kept.",
                step: "Begin with D and add to it, in place of adding up the two stains from 0.")
        ) { image, stains, factors in
            changed(image, stains) { _, amounts in
                added([0, 0, 0], amounts, stains, factors.map { $0 + 1 })
            }
        },
        call.misconception(
            "you divide by 255 and forget the 1, so black has no finite density",
            check: "rest",
            hints: Hints(
                question: "What is the logarithm of 0?",
                concept:
                    "Minus infinity, and infinity less infinity is not a number. The 1 keeps black "
                    + "finite.",
                step: "-log((I + 1) / 256), and 256 exp(-D') - 1 on the way back.")
        ) { image, stains, factors in
            changed(
                image, stains, density: { -log(max(Double($0), 1e-3) / 255) },
                light: { 255 * exp(-$0) }
            ) { densities, amounts in added(densities, amounts, stains, factors) }
        },
        call.misconception(
            "your glass is 240, so white changes its colour", check: "rest",
            hints: Hints(
                question: "Which density has a white pixel, 255, in your formula?",
                concept:
                    "It must be 0: glass holds no stain, and nothing that is multiplied may change "
                    + "it. With 240 it is below 0.",
                step: "(255 + 1) / 256 = 1, whose logarithm is 0.")
        ) { image, stains, factors in
            changed(
                image, stains, density: { -log((Double($0) + 1) / 240) },
                light: { 240 * exp(-$0) - 1 }
            ) { densities, amounts in added(densities, amounts, stains, factors) }
        },
        call.misconception(
            "you cut off what is behind the point in place of rounding", check: "rest",
            hints: Hints(
                question: "Which byte is nearest to 199.9?",
                concept:
                    "200. UInt8(199.9) is 199: on average pictures would become darker by half a "
                    + "byte.",
                step: "UInt8(value.rounded()), after it was kept from 0 to 255.")
        ) { image, stains, factors in
            changed(image, stains, byte: { UInt8(min(255, max(0, $0))) }) { densities, amounts in
                added(densities, amounts, stains, factors)
            }
        },
        call.misconception(
            "numbers beyond 255 begin again at 0", check: "range",
            hints: Hints(
                question: "How bright is a pixel with 270 of 255?",
                concept: "White. A byte that overflows would turn the brightest pixels black.",
                step: "min(255, max(0, value)) before it becomes a UInt8.")
        ) { image, stains, factors in
            changed(
                image, stains,
                byte: {
                    UInt8(truncatingIfNeeded: Int(min(1e9, max(-1e9, $0.rounded()))))
                }
            ) { densities, amounts in added(densities, amounts, stains, factors) }
        },
        call.misconception(
            "amounts below 0 are set to 0", check: "rest",
            hints: Hints(
                question: "What does a small amount below 0 mean?",
                concept:
                    "Noise, or a colour that the two stains cannot make. The formula keeps it; set "
                    + "to 0, half of the noise would be lost, and pixels would change more "
                    + "than others.",
                step: "Use a[s] as the sum gives it.")
        ) { image, stains, factors in
            changed(image, stains) { densities, amounts in
                added(densities, amounts.map { max(0, $0) }, stains, factors)
            }
        },
    ]

    private static func added(
        _ densities: [Double], _ amounts: [Double], _ stains: StainBasis, _ factors: [Double]
    ) -> [Double] {
        (0..<3).map { c in
            densities[c] + (factors[0] - 1) * amounts[0] * stains.vectors[0][c]
                + (factors[1] - 1) * amounts[1] * stains.vectors[1][c]
        }
    }

    /// A picture whose densities have become others.
    private static func changed(
        _ image: Image, _ stains: StainBasis,
        density: (UInt8) -> Double = { -log((Double($0) + 1) / 256) },
        light: (Double) -> Double = { 256 * exp(-$0) - 1 }, byte: (Double) -> UInt8 = byte,
        _ change: (_ densities: [Double], _ amounts: [Double]) -> [Double]
    ) -> Image {
        let pixels = (0..<image.size.area).flatMap { pixel -> [UInt8] in
            let densities = (0..<3).map { density(image.pixels[3 * pixel + $0]) }
            let amounts = stains.weights.map { weights in
                zip(weights, densities).reduce(0) { $0 + $1.0 * $1.1 }
            }
            return change(densities, amounts).map { byte(light($0)) }
        }
        return Image(size: image.size, pixels: pixels)
    }

    @Sendable
    static func byte(_ value: Double) -> UInt8 {
        UInt8(min(255, max(0, value.isNaN ? 0 : value)).rounded())
    }

    /// Three bytes of a hundred: a picture of two stains alone has a rest too, that of its rounding.
    private static let bytes = 0.03

    /// Compares the bytes that must be white, and no others.
    @Sendable
    private static func white(_ expected: Image, _ got: Image) -> Verdict {
        guard got.size == expected.size else { return Comparison.exact(expected, got) }
        let places = expected.pixels.indices.filter { expected.pixels[$0] == 255 }
        return Comparison.exact(
            places.map { Double(expected.pixels[$0]) }, places.map { Double(got.pixels[$0]) }
        ).about("bytes that must be white")
    }
}
