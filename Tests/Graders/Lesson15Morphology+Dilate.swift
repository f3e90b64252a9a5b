import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private typealias Graders = MorphologyGraders

private let call = MorphologyCalls.dilate

extension MorphologyGraders {
    static let dilate = ExerciseGrader(
        call,
        checks: [
            call.check(
                "reaches", "all pixels under the element become foreground, and no others",
                inputs: { generator in
                    symmetric.map { (island(margin: 3, &generator), $0) }
                        + [(Mask(size: PixelSize(width: 4, height: 3)), symmetric[0])]
                },
                compare: compareMasks),
            call.check(
                "direction", "an element that lies to one side grows to that side",
                question:
                    "An element reaches two pixels to the right. Does a pixel at x set x + 2 or "
                    + "x - 2?",
                inputs: { generator in
                    lopsided.map { (island(margin: 4, &generator), $0) }
                        + [
                            (
                                island(margin: 4, &generator),
                                [Offset(dx: 3, dy: -1), Offset(dx: 0, dy: 0)]
                            )
                        ]
                },
                compare: compareMasks),
            call.check(
                "border", "pixels of the element outside the picture are left out",
                question:
                    "Part of the element hangs over the right border. In which row would your "
                    + "index put it?",
                inputs: { generator in
                    let size = PixelSize(
                        width: 7 + generator.index(below: 3), height: 4 + generator.index(below: 2))
                    let row = PixelSize(width: 9 + generator.index(below: 4), height: 1)
                    return [
                        (noise(size, 0.2, &generator), symmetric[0]),
                        (edges(size, &generator), symmetric[1]),
                        (edges(size, &generator), symmetric[3]),
                        (noise(row, 0.2, &generator), symmetric[0]),
                        (
                            noise(PixelSize(width: 1, height: row.width), 0.2, &generator),
                            symmetric[0]
                        ),
                        (Mask(size: size), symmetric[1]),
                        (Mask(size: PixelSize(side: 1), repeating: true), symmetric[0]),
                        (
                            noise(size, 0.5, &generator),
                            [Offset(dx: -9, dy: 0), Offset(dx: 0, dy: 0)]
                        ),
                    ]
                },
                compare: compareMasks),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("each pixel asks whether it is reached") { mask, element in
                Graders.mask(mask.size) { x, y in
                    element.contains {
                        holds(mask.size, x - $0.dx, y - $0.dy) && mask[x: x - $0.dx, y: y - $0.dy]
                    }
                }
            },
            call.answer("the union of the mask moved by each offset") { mask, element in
                element.reduce(Mask(size: mask.size)) { union, offset in
                    union.union(
                        Graders.mask(mask.size) { x, y in
                            let (u, v) = (x - offset.dx, y - offset.dy)
                            return holds(mask.size, u, v) && mask[x: u, y: v]
                        })
                }
            },
        ],
        hints: Hints(
            question: "A single pixel is foreground. What does its dilation look like?",
            concept:
                "Like the element, laid on that pixel. With more pixels it is the union of such "
                + "elements: so go over all foreground pixels and over all offsets, and set what lies "
                + "on the picture.",
            step:
                "var dilated = Mask(size: mask.size); for each foreground (x, y) and each offset: "
                + "u = x + offset.dx, v = y + offset.dy; if 0 <= u < width and 0 <= v < height, then "
                + "dilated[x: u, y: v] = true."))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "what lies outside the picture counts as foreground, so dilation grows in from the border",
            check: "border",
            hints: Hints(
                question: "An empty mask is dilated. From where should the first pixel come?",
                concept:
                    "Nothing is known of what lies outside, so it must not put tumour into the "
                    + "picture: only foreground pixels of the mask grow.",
                step: "An empty mask stays empty: where a neighbour lies outside, answer false.")
        ) { mask, element in
            Graders.mask(mask.size) { x, y in
                element.contains {
                    !holds(mask.size, x - $0.dx, y - $0.dy) || mask[x: x - $0.dx, y: y - $0.dy]
                }
            }
        },
        call.misconception(
            "all pixels of the element must lie on foreground: that is erosion", check: "reaches",
            hints: Hints(
                question: "Does your mask become smaller or larger?",
                concept: "A dilation adds a pixel if any offset leads to it from foreground.",
                step: "contains(where:) where you have allSatisfy; || where you have &&.")
        ) { mask, element in
            try MorphologySolution.erode(mask, by: element)
        },
        call.misconception(
            "you grow to the other side: x - dx instead of x + dx", check: "direction",
            hints: Hints(
                question:
                    "A single pixel, and an element of the origin and its right neighbour: which "
                    + "second pixel is set?",
                concept:
                    "A foreground pixel at x sets x + dx. If instead each pixel asks whether it is "
                    + "reached, it must look back, at x - dx: that is not the question of erosion.",
                step: "\".#..\" becomes \".##.\". Set dilated[x: x + offset.dx, ...], or ask "
                    + "mask[x: x - offset.dx, ...].")
        ) { mask, element in
            try MorphologySolution.dilate(
                mask, by: element.map { Offset(dx: -$0.dx, dy: -$0.dy) })
        },
        call.misconception(
            "dx and dy are swapped", check: "direction",
            hints: Hints(
                question: "dx counts columns. Which of your two coordinates does it belong to?",
                concept: "x runs to the right, y downwards: dx is added to x, dy to y.",
                step: "let (u, v) = (x + offset.dx, y + offset.dy), and then dilated[x: u, y: v].")
        ) { mask, element in
            try MorphologySolution.dilate(
                mask, by: element.map { Offset(dx: $0.dy, dy: $0.dx) })
        },
        call.misconception(
            "foreground always stays, even if the element does not hold its origin",
            check: "reaches",
            hints: Hints(
                question:
                    "A cross without its middle is laid on a single pixel. Is that pixel under the "
                    + "element?",
                concept:
                    "Only the offsets set pixels. Without (0, 0) a lone pixel moves out of its own "
                    + "place.",
                step: "Begin with an empty Mask(size: mask.size), not with a copy of the mask.")
        ) { mask, element in
            try MorphologySolution.dilate(mask, by: element).union(mask)
        },
        call.misconception(
            "you set pixels in the mask that you are reading, so one pixel floods all behind it",
            check: "reaches",
            hints: Hints(
                question:
                    "The right neighbour was set a moment ago. What does your loop do when it "
                    + "comes to it?",
                concept:
                    "Only the foreground of the mask that came in grows. Pixels that were set on "
                    + "the way must not grow again.",
                step: "Read from mask, write into var dilated = Mask(size: mask.size).")
        ) { mask, element in
            var dilated = mask
            for y in 0..<mask.size.height {
                for x in 0..<mask.size.width where dilated[x: x, y: y] {
                    for offset in element where holds(mask.size, x + offset.dx, y + offset.dy) {
                        dilated[x: x + offset.dx, y: y + offset.dy] = true
                    }
                }
            }
            return dilated
        },
        call.misconception(
            "what leaves the picture on the right comes in again on the left, one row below",
            check: "border",
            hints: Hints(
                question: "Which pixel has the index y * width + x + 1, if x is the last column?",
                concept:
                    "In one list of pixels the next row follows at once. An index that still lies in "
                    + "the list may be a pixel of another row.",
                step:
                    "Check the column and the row by themselves: 0 <= u < width and 0 <= v < height."
            )
        ) { mask, element in
            var pixels = [Bool](repeating: false, count: mask.size.area)
            for index in mask.pixels.indices where mask.pixels[index] {
                for offset in element {
                    let place = index + offset.dy * mask.size.width + offset.dx
                    if pixels.indices.contains(place) { pixels[place] = true }
                }
            }
            return Mask(size: mask.size, pixels: pixels)
        },
    ]

    /// A few pixels, and some in the first and the last column.
    private static func edges(_ size: PixelSize, _ generator: inout SeededGenerator) -> Mask {
        var mask = noise(size, 0.05, &generator)
        mask[x: size.width - 1, y: generator.index(below: size.height - 1)] = true
        mask[x: 0, y: 1 + generator.index(below: size.height - 1)] = true
        return mask
    }
}
