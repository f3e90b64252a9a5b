import Curriculum
import DeepTeaching
import GraderKit

private let call = AugmentationCalls.augment

extension AugmentationGraders {
    static let augment = ExerciseGrader(
        call,
        checks: [
            call.check(
                "own draw", "each picture is laid by its own draw",
                inputs: { generator in
                    [
                        batch(ways: [3, 0, 5, 6], &generator), batch(ways: [1, 7], &generator),
                        batch(ways: (0..<12).map { ($0 * 5) % 8 }, &generator), ([], [], true),
                    ]
                }, compare: { Comparison.exact($0.map(\.image), $1.map(\.image)) }),
            call.check(
                "mask", "each mask is laid as its picture is, however that is",
                inputs: { generator in
                    [batch(ways: [1, 4, 7, 2, 5], &generator), batch(ways: [3, 6], &generator)]
                }, comparing: { _, got, pictures, _, _ in companions(got, of: pictures) }),
            call.check(
                "eight ways", "an eighth of the draws belongs to each way",
                inputs: { generator in
                    [0, 0.124, 0.125, 0.249, 0.374, 0.499, 0.5, 0.61, 0.874, 0.875, 0.999].map {
                        ([masked(3, 3, &generator)], [$0], true)
                    }
                }, compare: { Comparison.exact($0.map(\.image), $1.map(\.image)) }),
            call.check(
                "examination", "what is examined stays as it is",
                inputs: { generator in
                    let (pictures, draws, _) = batch(ways: [7, 1, 2, 4], &generator)
                    return [(pictures, draws, false)]
                },
                compare: {
                    .all(
                        Comparison.exact($0.map(\.image), $1.map(\.image)).about("images"),
                        Comparison.exact($0.map(\.mask), $1.map(\.mask)).about("masks"))
                }),
        ],
        misconceptions: augmentMisconceptions,
        alternatives: [
            call.answer("a loop over the batch, the ways from a list") {
                pictures, draws, isTraining in
                var result = pictures
                guard isTraining else { return result }
                for index in result.indices {
                    let way = Dihedral.allCases[Int((draws[index] * 8).rounded(.down))]
                    result[index].image = pictures[index].image.transformed(by: way)
                    result[index].mask = pictures[index].mask.transformed(by: way)
                }
                return result
            }
        ],
        hints: Hints(
            question:
                "What must picture and mask of one pair have in common, and what may two pairs "
                + "not have in common?",
            concept:
                "One draw decides one way, for one picture and its mask. Another picture has "
                + "another draw. An examination is left alone: guard isTraining else { return "
                + "pictures }.",
            step: "draw 0.7: 8 * 0.7 = 5.6, rounded down 5: Dihedral(rawValue: 5), mirrored and "
                + "turned once, for the picture and for its mask."))

    private static let augmentMisconceptions = [
        call.misconception(
            "one draw decides for the whole batch", check: "own draw",
            hints: Hints(
                question:
                    "If all 16 patches of a batch are turned alike, how many ways does one step "
                    + "of training see?",
                concept:
                    "One. The gradient of a batch is a mean; the more its pictures differ, the "
                    + "less it depends on the luck of a draw.",
                step: "zip(pictures, draws).map { picture, draw in ... }: the way is made inside.")
        ) { pictures, draws, isTraining in
            laid(pictures, isTraining) { index in way(draws[0], index) }
        },
        call.misconception(
            "the masks are left behind", check: "mask",
            hints: Hints(
                question: "The picture is turned. Where does its mask say that the tumour is?",
                concept:
                    "Where it was before. Nothing fails, the loss falls a little, and the network "
                    + "learns tumour at wrong places.",
                step: "mask: picture.mask.transformed(by: way), with the same way.")
        ) { pictures, draws, isTraining in
            zip(pictures, laid(pictures, isTraining) { way(draws[$0], 0) }).map {
                MaskedImage(image: $1.image, mask: $0.mask)
            }
        },
        call.misconception(
            "each mask gets the way of another picture", check: "mask",
            hints: Hints(
                question: "How many draws decide about one picture with its mask?",
                concept: "One. A second draw for the mask is another way in seven of eight cases.",
                step: "Make way once, and use it twice.")
        ) { pictures, draws, isTraining in
            let images = laid(pictures, isTraining) { way(draws[$0], 0) }
            let masks = laid(pictures, isTraining) { way(draws[($0 + 1) % draws.count], 0) }
            return zip(images, masks).map { MaskedImage(image: $0.image, mask: $1.mask) }
        },
        call.misconception(
            "what is examined is changed too", check: "examination",
            hints: Hints(
                question:
                    "Two people measure the same network on the same patches. Should they find the "
                    + "same number?",
                concept:
                    "An examination asks about the patches as they are. Changed by chance, its "
                    + "number depends on draws, and it asks about pictures that no scanner "
                    + "made.",
                step: "guard isTraining else { return pictures }.")
        ) { pictures, draws, _ in laid(pictures, true) { way(draws[$0], 0) } },
        call.misconception(
            "you change what is examined, and not what is learnt from", check: "own draw",
            hints: Hints(
                question: "Which of the two needs more pictures, the training or the examination?",
                concept: "The training. isTraining is true there: then pictures change.",
                step: "guard isTraining else { return pictures }, without a !.")
        ) { pictures, draws, isTraining in laid(pictures, !isTraining) { way(draws[$0], 0) } },
        call.misconception(
            "you round to the nearest way, not down", check: "eight ways",
            hints: Hints(
                question: "How long is the part of 0 to 1 that gives way 0?",
                concept:
                    "An eighth, as that of each other way. Rounded to the nearest, way 0 has half "
                    + "of that, and a ninth way appears, which is none.",
                step: "Int(8 * draw): Int cuts off what is behind the point.")
        ) { pictures, draws, isTraining in
            laid(pictures, isTraining) {
                Dihedral(rawValue: Int((8 * draws[$0]).rounded())) ?? .identity
            }
        },
        call.misconception(
            "you only turn, and never mirror", check: "eight ways",
            hints: Hints(
                question: "How many ways are there to lay a square tile?",
                concept: "Eight: four turns, each with and without a mirror.",
                step: "Dihedral(rawValue: Int(8 * draw)), not 4 * draw.")
        ) { pictures, draws, isTraining in
            laid(pictures, isTraining) { Dihedral.allCases[Int(4 * draws[$0])] }
        },
    ]

    private static func way(_ draw: Double, _ index: Int) -> Dihedral {
        Dihedral.allCases[Int(8 * draw)]
    }

    private static func laid(
        _ pictures: [MaskedImage], _ isChanged: Bool, _ way: (Int) -> Dihedral
    ) -> [MaskedImage] {
        guard isChanged else { return pictures }
        return pictures.enumerated().map { index, picture in
            let way = way(index)
            return MaskedImage(
                image: picture.image.transformed(by: way), mask: picture.mask.transformed(by: way))
        }
    }

    /// Pictures and the draws that lay them so.
    private static func batch(
        ways: [Int], _ generator: inout SeededGenerator
    ) -> (pictures: [MaskedImage], draws: [Double], isTraining: Bool) {
        let pictures = ways.enumerated().map { index, _ in
            masked(4, index % 3 == 2 ? 6 : 4, &generator)
        }
        let draws = ways.map { (Double($0) + generator.uniform(0.05, 0.45)) / 8 }
        return (pictures, draws, true)
    }

    /// Whether each mask was laid in the way in which its picture was laid.
    @Sendable
    private static func companions(_ got: [MaskedImage], of pictures: [MaskedImage]) -> Verdict {
        guard got.count == pictures.count else {
            return .wrong("\(got.count) pictures come back, expected \(pictures.count)")
        }
        for (index, pair) in zip(pictures, got).enumerated() {
            let way = Dihedral.allCases.first {
                pair.0.image.transformed(by: $0) == pair.1.image
            }
            guard let way else {
                return .wrong("picture \(index) is laid in none of the eight ways")
            }
            if pair.0.mask.transformed(by: way) != pair.1.mask {
                return .wrong("the mask of picture \(index) is not laid as its picture is")
            }
        }
        return .right
    }
}
