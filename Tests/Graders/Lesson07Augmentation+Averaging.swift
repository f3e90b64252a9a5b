import Curriculum
import DeepTeaching
import GraderKit

private let call = AugmentationCalls.predictWithTestTimeAugmentation

extension AugmentationGraders {
    static let averaging = ExerciseGrader(
        call,
        checks: [
            call.check(
                "turned back", "each answer is turned back to where the picture was",
                inputs: { generator in
                    [
                        (plane(6, 6, &generator), evenNetwork(&generator)),
                        (plane(5, 3, &generator), evenNetwork(&generator)),
                        (plane(2, 11, &generator), evenNetwork(&generator)),
                        (plane(1, 1, &generator), evenNetwork(&generator)),
                    ]
                }, compare: Comparison.within(1e-4)),
            call.check(
                "all ways", "the mean of all eight answers, whatever their places",
                inputs: { generator in
                    [2, 3, 3, 4, 4, 5, 7, 12].map { side in
                        (plane(side, side, &generator), network(&generator, strength: 6))
                    }
                },
                compare: { expected, got in
                    Comparison.within(1e-4)(
                        Double(expected.values.reduce(0, +)), Double(got.values.reduce(0, +))
                    ).about("sum over all pixels")
                }),
        ],
        misconceptions: averagingMisconceptions,
        alternatives: [
            call.answer("all eight answers first, then pixel by pixel") { image, network in
                let answers = Dihedral.allCases.map {
                    network(image.transformed(by: $0)).transformed(by: $0.inverse)
                }
                return Plane(
                    size: image.size,
                    values: (0..<image.size.area).map { index in
                        answers.reduce(0) { $0 + $1.values[index] } / 8
                    })
            },
            call.answer("the inverses as the ways: they are the same eight") { image, network in
                var sum = Plane(size: image.size)
                for way in Dihedral.allCases.reversed() {
                    let answer = network(image.transformed(by: way.inverse)).transformed(by: way)
                    for y in 0..<image.size.height {
                        for x in 0..<image.size.width { sum[x: x, y: y] += answer[x: x, y: y] }
                    }
                }
                return Plane(size: image.size, values: sum.values.map { $0 * 0.125 })
            },
        ],
        hints: Hints(
            question:
                "Eight pathologists get the same slide, each turned in another way, and draw on "
                + "it. What must you do with their drawings before you lay them on each other?",
            concept: "For each way: turn the picture, ask the network, turn its answer back by the "
                + "inverse. Then all eight show the same places, and their mean makes sense.",
            step: "for g in Dihedral.allCases { network(image.transformed(by: g)).transformed(by: "
                + "g.inverse) }: add up the values, divide by 8."))

    private static let averagingMisconceptions = [
        call.misconception(
            "the answers are not turned back", check: "turned back",
            hints: Hints(
                question:
                    "The picture was turned by half a turn. Where does the network see what was in "
                    + "the top left corner?",
                concept:
                    "At the bottom right. Without turning back, the mean lays corners on corners "
                    + "that show other tissue: the map becomes blurred and symmetric.",
                step: "network(...).transformed(by: g.inverse).")
        ) { image, network in
            mean(of: Dihedral.allCases.map { network(image.transformed(by: $0)) }, size: image.size)
        },
        call.misconception(
            "you turn back by the same way, not by its inverse", check: "turned back",
            hints: Hints(
                question: "A quarter turn, and then the same once more: where are you?",
                concept:
                    "At half a turn. Six of the eight ways undo themselves, but the quarter turn "
                    + "needs the three quarter turns, and the reverse.",
                step: "transformed(by: g.inverse).")
        ) { image, network in
            mean(
                of: Dihedral.allCases.map {
                    network(image.transformed(by: $0)).transformed(by: $0)
                }, size: image.size)
        },
        call.misconception(
            "you ask once only", check: "all ways",
            hints: Hints(
                question: "How many answers does your mean have?",
                concept: "Eight: one for each way to lay the picture.",
                step: "Go over Dihedral.allCases.")
        ) { image, network in network(image) },
        call.misconception(
            "you turn, but never mirror", check: "all ways",
            hints: Hints(
                question: "How many ways are there to lay a square tile?",
                concept: "Eight, four of them mirrored.",
                step: "Dihedral.allCases has all of them; divide by 8.")
        ) { image, network in
            answers(image, network, Array(Dihedral.allCases.prefix(4)))
        },
        call.misconception(
            "two mirrors and both together give four ways, not eight", check: "all ways",
            hints: Hints(
                question:
                    "Can you reach a quarter turn by mirrors left to right and top to bottom?",
                concept:
                    "You cannot: these two and both together are four ways. The quarter turns are "
                    + "the other four.",
                step: "Dihedral.allCases.")
        ) { image, network in
            answers(image, network, [.identity, .mirrored, .rotated180, .mirroredRotated180])
        },
        call.misconception(
            "you take the largest answer", check: "all ways",
            hints: Hints(
                question:
                    "One of eight pathologists calls tumour, seven do not. What do you write?",
                concept:
                    "The largest of eight answers believes whoever is most afraid: it is above the "
                    + "mean everywhere, and more so the less the network knows.",
                step: "Add up, and divide by 8.")
        ) { image, network in
            let all = turnedBack(image, network, Dihedral.allCases)
            return Plane(
                size: image.size,
                values: (0..<image.size.area).map { i in all.map { $0.values[i] }.max() ?? 0 })
        },
        call.misconception(
            "you add up and do not divide", check: "all ways",
            hints: Hints(
                question: "Can a probability be 5?",
                concept: "The mean of eight numbers is their sum over 8.",
                step: "Divide each sum by 8.")
        ) { image, network in
            let result = answers(image, network, Dihedral.allCases)
            return Plane(size: result.size, values: result.values.map { $0 * 8 })
        },
        call.misconception(
            "you average the pictures, and ask once", check: "all ways",
            hints: Hints(
                question: "What does the mean of a picture and its mirror image look like?",
                concept:
                    "Like no tissue at all. Each way is asked for itself; only the answers are "
                    + "averaged.",
                step: "network(...) stands inside the loop over the ways.")
        ) { image, network in
            network(
                mean(of: Dihedral.allCases.map { image.transformed(by: $0) }, size: image.size))
        },
        call.misconception(
            "the answer to a picture that is not square is as high as it should be wide",
            check: "turned back",
            hints: Hints(
                question:
                    "Which size has a picture of 5 x 3 after a quarter turn, and which must the "
                    + "mean have?",
                concept:
                    "3 x 5 in between, 5 x 3 in the end: once the answers are turned back, all "
                    + "have the size of the picture.",
                step: "Plane(size: image.size) for the mean, and add what was turned back.")
        ) { image, network in
            let right = answers(image, network, Dihedral.allCases)
            let size = PixelSize(width: image.size.height, height: image.size.width)
            return Plane(size: size, values: right.values)
        },
    ]

    private static func turnedBack(
        _ image: Plane, _ network: PixelNetwork, _ ways: [Dihedral]
    ) -> [Plane] {
        ways.map { network(image.transformed(by: $0)).transformed(by: $0.inverse) }
    }

    private static func answers(
        _ image: Plane, _ network: PixelNetwork, _ ways: [Dihedral]
    ) -> Plane {
        mean(of: turnedBack(image, network, ways), size: image.size)
    }

    /// The mean of planes, number by number, whatever their shapes.
    private static func mean(of planes: [Plane], size: PixelSize) -> Plane {
        Plane(
            size: size,
            values: (0..<size.area).map { index in
                planes.reduce(0) { $0 + $1.values[index] } / Float(planes.count)
            })
    }

    private static func plane(
        _ width: Int, _ height: Int, _ generator: inout SeededGenerator
    ) -> Plane {
        let size = PixelSize(width: width, height: height)
        return Plane(size: size, values: (0..<size.area).map { _ in Float(generator.uniform()) })
    }

    /// A network that does not care about mirrors: four turns give the same mean as all eight ways.
    private static func evenNetwork(_ generator: inout SeededGenerator) -> PixelNetwork {
        var network = network(&generator)
        for row in 0..<3 { network.weights[3 * row + 2] = network.weights[3 * row] }
        return network
    }

    private static func network(
        _ generator: inout SeededGenerator, strength: Double = 3
    ) -> PixelNetwork {
        PixelNetwork(
            weights: (0..<9).map { _ in Float(generator.uniform(-strength, strength)) },
            bias: Float(generator.uniform(-1, 1)))
    }
}
