import Curriculum
import DeepTeaching
import GraderKit

private let call = AugmentationCalls.dihedral

extension AugmentationGraders {
    static let dihedral = ExerciseGrader(
        call,
        checks: [
            call.check(
                "turns", "k quarter turns counterclockwise, which exchange width and height",
                inputs: { generator in
                    let (square, wide) = (picture(5, 5, &generator), picture(7, 2, &generator))
                    return (0..<4).flatMap { [(image: square, k: $0), (image: wide, k: $0)] }
                        + [(image: picture(1, 1, &generator), k: 3)]
                        + [(image: picture(3, 12, &generator), k: 1)]
                }, compare: { Comparison.exact(places($0), places($1)) }),
            call.check(
                "mirror", "from 4 on, left and right exchanged, then k - 4 turns",
                inputs: { generator in
                    let (square, wide) = (picture(6, 6, &generator), picture(4, 3, &generator))
                    return (4..<8).flatMap { [(image: square, k: $0), (image: wide, k: $0)] }
                        + [(image: picture(2, 11, &generator), k: 5)]
                }, compare: { Comparison.exact(places($0), places($1)) }),
            call.check(
                "colours", "a pixel keeps its red, green and blue",
                inputs: { generator in
                    let stripes = picture(1, 3, &generator)
                    return [0, 2, 4, 6].map { (image: stripes, k: $0) }
                }, compare: Comparison.exact),
        ],
        misconceptions: dihedralMisconceptions,
        alternatives: [
            call.answer("each pixel of the result asks where it comes from") { image, k in
                let (width, height) = (image.size.width, image.size.height)
                let size = k % 2 == 0 ? image.size : PixelSize(width: height, height: width)
                return image.rearranged(to: size) { x, y in
                    let place = [
                        (x: x, y: y), (x: width - 1 - y, y: x),
                        (x: width - 1 - x, y: height - 1 - y), (x: y, y: height - 1 - x),
                    ][k % 4]
                    return k < 4 ? place : (x: width - 1 - place.x, y: place.y)
                }
            },
            call.answer("rows of colours, turned as arrays are") { image, k in
                var rows = (0..<image.size.height).map { y in
                    (0..<image.size.width).map { x in image[x: x, y: y] }
                }
                if k >= 4 { rows = rows.map { $0.reversed() } }
                for _ in 0..<k % 4 {
                    let before = rows
                    rows = before[0].indices.reversed().map { column in before.map { $0[column] } }
                }
                return Image(
                    size: PixelSize(width: rows[0].count, height: rows.count),
                    pixels: rows.joined().flatMap { [$0.red, $0.green, $0.blue] })
            },
        ],
        hints: Hints(
            question: "Write the letter F on a piece of paper and turn it by a quarter turn, "
                + "counterclockwise. Where is its top left corner now?",
            concept:
                "Go over the pixels of the result, not of the picture: each of them asks where "
                + "it comes from. For k above 3 mirror first, then turn what you have.",
            step:
                "A picture of 3 x 1 pixels a b c, one turn: the result is 1 x 3. Its pixel x 0, y "
                + "0 comes from x = 3 - 1 - 0 = 2, y = 0: c. Then b, then a, downwards."))

    /// Where each pixel went, told by its green, whatever became of red and blue.
    @Sendable
    private static func places(_ image: Image) -> Plane {
        let greens = stride(from: 1, to: image.pixels.count, by: 3).map { Float(image.pixels[$0]) }
        return Plane(size: image.size, values: greens)
    }

    private static let dihedralMisconceptions = [
        call.misconception(
            "you mirror always, also where k is below 4", check: "turns",
            hints: Hints(
                question: "What should k = 0 do?",
                concept:
                    "Nothing at all. The first four ways are turns without a mirror, the other "
                    + "four turns of the mirrored picture.",
                step: "if k >= 4 { exchange left and right }, and otherwise not.")
        ) { image, k in image.mirrored.turned(k) },
        call.misconception(
            "you turn clockwise", check: "turns",
            hints: Hints(
                question: "Which hand of a clock moves as your picture does?",
                concept:
                    "Counterclockwise, what was on the right comes to the top. Three turns one "
                    + "way are one turn the other way, so k = 1 and k = 3 are exchanged.",
                step: "turned[x: x, y: y] = image[x: width - 1 - y, y: x], with the width of the "
                    + "picture before the turn.")
        ) { image, k in
            (k >= 4 ? image.mirrored : image).turned(-k)
        },
        call.misconception(
            "you exchange rows and columns: that is a mirror, not a turn", check: "turns",
            hints: Hints(
                question: "Write an F, exchange rows and columns: can you turn the paper so that "
                    + "you can read it again?",
                concept:
                    "You cannot: exchanging x and y mirrors the picture at its diagonal. A turn "
                    + "also counts one of the two backwards.",
                step: "image[x: width - 1 - y, y: x] in place of image[x: y, y: x].")
        ) { image, k in
            var result = k >= 4 ? image.mirrored : image
            for _ in 0..<k % 4 {
                result = result.rearranged(
                    to: PixelSize(width: result.size.height, height: result.size.width)
                ) { (x: $1, y: $0) }
            }
            return result
        },
        call.misconception(
            "you turn first and mirror afterwards", check: "mirror",
            hints: Hints(
                question: "Does it matter whether you put on socks or shoes first?",
                concept: "Turning and mirroring do not commute: a mirror after a quarter turn is a "
                    + "quarter turn the other way after the mirror.",
                step: "if k >= 4 mirror; then k % 4 turns of the result.")
        ) { image, k in
            let turned = image.turned(k)
            return k >= 4 ? turned.mirrored : turned
        },
        call.misconception(
            "you exchange top and bottom, not left and right", check: "mirror",
            hints: Hints(
                question: "Stand in front of a mirror: are you upside down?",
                concept: "k = 4 is the mirror on the wall: x becomes width - 1 - x, and y stays.",
                step: "image[x: width - 1 - x, y: y].")
        ) { image, k in
            let height = image.size.height
            let first =
                k < 4 ? image : image.rearranged(to: image.size) { (x: $0, y: height - 1 - $1) }
            return first.turned(k)
        },
        call.misconception(
            "only four of your eight pictures differ: you exchange left and right, and top and "
                + "bottom as well", check: "mirror",
            hints: Hints(
                question:
                    "Mirror an F left to right, then top to bottom. Which of the four turns is "
                    + "that?",
                concept: "Half a turn: two mirrors make a turn, and the group has each way twice. "
                    + "One mirror alone leads to the other four.",
                step:
                    "For k of 4 and more exchange left and right, and nothing else, before the "
                    + "turns."
            )
        ) { image, k in
            (k < 4 ? image : image.turned(2)).turned(k)
        },
        call.misconception(
            "from 4 on you do not mirror", check: "mirror",
            hints: Hints(
                question: "How many different pictures do turns alone give?",
                concept: "Four. The other four are the turns of the mirrored picture.",
                step: "if k >= 4, exchange left and right first.")
        ) { image, k in image.turned(k) },
        call.misconception(
            "a picture that is not square is cut to its old size", check: "turns",
            hints: Hints(
                question:
                    "A sheet of paper lies across. Turn it by a quarter turn: which of its sides "
                    + "is longer now?",
                concept:
                    "Width and height change places at each quarter turn, and so the result needs "
                    + "a size of its own.",
                step:
                    "Image(size: PixelSize(width: before.size.height, height: before.size.width)).")
        ) { image, k in
            let turned = (k >= 4 ? image.mirrored : image).turned(k)
            return turned.rearranged(to: image.size) { x, y in
                (x: min(x, turned.size.width - 1), y: min(y, turned.size.height - 1))
            }
        },
        call.misconception(
            "you reverse the bytes, so red and blue change places", check: "colours",
            hints: Hints(
                question: "Of which three bytes does a pixel consist, and in which order?",
                concept:
                    "pixels holds red, green, blue, red, green, blue. Read backwards it begins "
                    + "with a blue that takes the place of a red.",
                step: "Move whole pixels: result[x: x, y: y] = image[x: ..., y: ...] moves an RGB.")
        ) { image, k in
            let result = (k >= 4 ? image.mirrored : image).turned(k)
            if k % 4 != 2 { return result }
            let base = k >= 4 ? image.mirrored : image
            return Image(size: base.size, pixels: base.pixels.reversed())
        },
    ]
}
