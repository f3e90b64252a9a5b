import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private typealias Graders = MorphologyGraders

private let call = MorphologyCalls.erode

extension MorphologyGraders {
    static let erode = ExerciseGrader(
        call,
        checks: [
            call.check(
                "fits", "a pixel stays if all pixels of the element lie on foreground",
                inputs: { generator in
                    symmetric.map { (island(margin: 3, &generator), $0) }
                        + [(Mask(size: PixelSize(width: 4, height: 3)), symmetric[0])]
                },
                compare: compareMasks),
            call.check(
                "direction", "an element that lies to one side looks to that side",
                question: "An element reaches two pixels to the right. Does it look at x + 2 or at "
                    + "x - 2?",
                inputs: { generator in
                    lopsided.map { (island(margin: 4, &generator), $0) }
                },
                compare: compareMasks),
            call.check(
                "border", "pixels of the element outside the picture do not count",
                question: "Part of the element hangs over the border. What do you know of the "
                    + "pixels there?",
                inputs: { generator in
                    let size = PixelSize(
                        width: 7 + generator.index(below: 3), height: 4 + generator.index(below: 2))
                    let row = PixelSize(width: 9 + generator.index(below: 4), height: 1)
                    return [
                        (noise(size, 0.85, &generator), symmetric[0]),
                        (noise(size, 0.9, &generator), symmetric[1]),
                        (noise(row, 0.8, &generator), symmetric[0]),
                        (
                            noise(PixelSize(width: 1, height: row.width), 0.8, &generator),
                            symmetric[3]
                        ),
                        (Mask(size: size, repeating: true), symmetric[1]),
                        (Mask(size: PixelSize(side: 1), repeating: true), symmetric[0]),
                    ]
                },
                compare: compareMasks),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("what the turned element does not reach from the background") {
                mask, element in
                var eroded = Mask(size: mask.size, repeating: true)
                for y in 0..<mask.size.height {
                    for x in 0..<mask.size.width where !mask[x: x, y: y] {
                        for offset in element where holds(mask.size, x - offset.dx, y - offset.dy) {
                            eroded[x: x - offset.dx, y: y - offset.dy] = false
                        }
                    }
                }
                return eroded
            },
            call.answer("pixel by pixel in one list, with a flag") { mask, element in
                let (width, height) = (mask.size.width, mask.size.height)
                var pixels = mask.pixels
                for index in pixels.indices {
                    var fits = true
                    for offset in element {
                        let (u, v) = (index % width + offset.dx, index / width + offset.dy)
                        if u < 0 || u >= width || v < 0 || v >= height { continue }
                        if !mask.pixels[v * width + u] { fits = false }
                    }
                    pixels[index] = fits
                }
                return Mask(size: mask.size, pixels: pixels)
            },
        ],
        hints: Hints(
            question:
                "Lay a cross of five pixels on the corner pixel of a square. How many of the five "
                + "lie on the square, and how many must?",
            concept: "Erosion asks \"do all of them\": for each pixel go over all offsets, and "
                + "answer no as soon as one lies on background. An offset that leaves the picture "
                + "says nothing.",
            step:
                "element.allSatisfy { offset in ... } with u = x + offset.dx and v = y + offset.dy; "
                + "return true if (u, v) lies outside, else mask[x: u, y: v]. Write into a new "
                + "Mask(size: mask.size)."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "what lies outside the picture counts as background, so erosion eats in from the border",
            check: "border",
            hints: Hints(
                question:
                    "A mask without any background is eroded. Where should the first hole come "
                    + "from?",
                concept:
                    "The tissue goes on beyond the picture, as far as anyone knows. So a pixel of "
                    + "the element that hangs over the border must not vote against.",
                step:
                    "A full mask must stay full: if (u, v) lies outside, that offset is fulfilled: "
                    + "return true for it, not false.")
        ) { mask, element in
            Graders.mask(mask.size) { x, y in
                element.allSatisfy {
                    holds(mask.size, x + $0.dx, y + $0.dy) && mask[x: x + $0.dx, y: y + $0.dy]
                }
            }
        },
        call.misconception(
            "one pixel of the element on foreground is enough: that is dilation", check: "fits",
            hints: Hints(
                question: "Does your mask become smaller or larger?",
                concept:
                    "Erosion keeps a pixel if the whole element fits: all offsets. One of them is "
                    + "enough for a dilation.",
                step: "allSatisfy where you have contains(where:); && where you have ||.")
        ) { mask, element in
            Graders.mask(mask.size) { x, y in
                element.contains {
                    holds(mask.size, x + $0.dx, y + $0.dy) && mask[x: x + $0.dx, y: y + $0.dy]
                }
            }
        },
        call.misconception(
            "you look to the other side: x - dx instead of x + dx", check: "direction",
            hints: Hints(
                question:
                    "The element is the origin and its right neighbour. On \".###.\", which of the "
                    + "three pixels has no right neighbour?",
                concept:
                    "In an erosion the element is laid on the pixel as it is: offset dx looks at "
                    + "x + dx. Turned about, it belongs to the dilation of the background.",
                step:
                    "\".###.\" becomes \".##..\": the last of the three goes. Use x + offset.dx and "
                    + "y + offset.dy.")
        ) { mask, element in
            try MorphologySolution.erode(
                mask, by: element.map { Offset(dx: -$0.dx, dy: -$0.dy) })
        },
        call.misconception(
            "dx and dy are swapped", check: "direction",
            hints: Hints(
                question: "dx counts columns. Which of your two coordinates does it belong to?",
                concept: "x runs to the right, y downwards: dx is added to x, dy to y.",
                step: "let (u, v) = (x + offset.dx, y + offset.dy), and then mask[x: u, y: v].")
        ) { mask, element in
            try MorphologySolution.erode(
                mask, by: element.map { Offset(dx: $0.dy, dy: $0.dx) })
        },
        call.misconception(
            "the pixel itself must be foreground, even if the element does not hold its origin",
            check: "fits",
            hints: Hints(
                question:
                    "A cross without its middle lies on a ring around a hole of one pixel. Do all "
                    + "its pixels lie on foreground?",
                concept:
                    "Only the offsets of the element are asked. If (0, 0) is none of them, the pixel "
                    + "under the origin says nothing.",
                step:
                    "Drop the question whether mask[x: x, y: y] is foreground: where it counts, the "
                    + "offset (0, 0) asks it.")
        ) { mask, element in
            let eroded = try MorphologySolution.erode(mask, by: element)
            return eroded.intersection(mask)
        },
        call.misconception(
            "you change the mask while you still read it", check: "fits",
            hints: Hints(
                question:
                    "The left neighbour has just been eroded away. What does your next pixel see "
                    + "there?",
                concept:
                    "All pixels are judged by the mask as it came in. If the answer is written "
                    + "into the same mask, one gap eats up the whole row behind it.",
                step: "var eroded = Mask(size: mask.size): read from mask, write into eroded.")
        ) { mask, element in
            var eroded = mask
            for y in 0..<mask.size.height {
                for x in 0..<mask.size.width {
                    eroded[x: x, y: y] = element.allSatisfy {
                        !holds(mask.size, x + $0.dx, y + $0.dy)
                            || eroded[x: x + $0.dx, y: y + $0.dy]
                    }
                }
            }
            return eroded
        },
        call.misconception(
            "pixels on the border are left as they are", check: "border",
            hints: Hints(
                question: "Which pixels do your loops visit, and which not?",
                concept:
                    "Loops from 1 to width - 2 avoid the question what lies outside. The border "
                    + "pixels have neighbours inside, and these count.",
                step: "Loop over 0..<width and 0..<height, and leave out single offsets that fall "
                    + "outside, not whole pixels.")
        ) { mask, element in
            let eroded = try MorphologySolution.erode(mask, by: element)
            let reach = element.map { max(abs($0.dx), abs($0.dy)) }.max() ?? 0
            return Graders.mask(mask.size) { x, y in
                let isInside =
                    holds(mask.size, x - reach, y - reach) && holds(mask.size, x + reach, y + reach)
                return isInside ? eroded[x: x, y: y] : mask[x: x, y: y]
            }
        },
    ]
}
