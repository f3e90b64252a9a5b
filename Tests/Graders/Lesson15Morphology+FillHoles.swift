import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private typealias Graders = MorphologyGraders

private let call = MorphologyCalls.fillHoles

extension MorphologyGraders {
    static let fillHoles = ExerciseGrader(
        call,
        checks: [
            call.check(
                "holes", "holes of any size are filled, bays stay open",
                inputs: { generator in
                    [
                        rings(&generator), rings(&generator), island(margin: 1, &generator),
                        Mask(size: PixelSize(width: 5, height: 3)),
                    ]
                },
                compare: compareMasks),
            call.check(
                "corners", "no way leads out over a corner",
                question: "A ring is closed only over corners. Can the outside slip in between two "
                    + "pixels that touch at a corner?",
                inputs: { generator in (0..<3).map { _ in diamonds(&generator) } },
                compare: compareMasks),
            call.check(
                "open sides", "background that reaches any side of the picture is no hole",
                question:
                    "From which pixels do you start? Is there background that none of them reaches "
                    + "and that lies on the border all the same?",
                inputs: { generator in
                    (0..<4).map { side in bays(side, &generator) } + [
                        notches(&generator),
                        noise(PixelSize(width: 17, height: 1), 0.5, &generator),
                        noise(PixelSize(width: 1, height: 12), 0.5, &generator),
                        Mask(size: PixelSize(side: 1), repeating: true),
                    ]
                },
                compare: compareMasks),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the background's regions that touch no side") { mask in
                let background = mask.inverted.connectedComponents(connectivity: .four)
                var open: Set<Int> = [0]
                for x in 0..<mask.size.width {
                    open.formUnion([
                        background[x: x, y: 0], background[x: x, y: mask.size.height - 1],
                    ])
                }
                for y in 0..<mask.size.height {
                    open.formUnion([
                        background[x: 0, y: y], background[x: mask.size.width - 1, y: y],
                    ])
                }
                return mask.union(background.foreground { !open.contains($0) })
            },
            call.answer("a frame around the picture, flooded from its corner") { mask in
                let flooded = flood(framed(mask), from: [(0, 0)], steps: straight)
                return Graders.mask(mask.size) { x, y in !flooded[x: x + 1, y: y + 1] }
            },
        ],
        hints: Hints(
            question: "Which background pixels are surely no holes, even before you look at any "
                + "neighbour?",
            concept:
                "Those on the border. From them the outside floods in, over edges, as long as it "
                + "finds background. What stays dry and is background is a hole.",
            step:
                "Put all background pixels of the first and last row and column on a list, mark them "
                + "as outside, and spread to their four neighbours. At the end a pixel is foreground "
                + "unless it is outside."))

    private static let straight = [(-1, 0), (1, 0), (0, -1), (0, 1)]

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "the outside slips in over corners", check: "corners",
            hints: Hints(
                question:
                    "The ring is one region with eight neighbours. Can its inside be joined to the "
                    + "outside with eight neighbours as well?",
                concept:
                    "If foreground connects over corners, background must not, or a line would be "
                    + "crossed without a gap. So flood over edges only.",
                step: "Four steps, not eight: (-1, 0), (1, 0), (0, -1), (0, 1).")
        ) { mask in
            flood(
                mask, from: border(mask.size),
                steps: straight + [(-1, -1), (1, -1), (-1, 1), (1, 1)]
            ).inverted
        },
        call.misconception(
            "the flood starts in the upper left corner alone", check: "open sides",
            hints: Hints(
                question:
                    "The metastasis cuts the picture in two. Which half does your flood reach?",
                concept:
                    "Foreground may part the background that touches the border into several pieces. "
                    + "Each of them is outside.",
                step: "Start from every background pixel of the first and last row and column.")
        ) { mask in flood(mask, from: [(0, 0)], steps: straight).inverted },
        call.misconception(
            "the flood starts in the first and last row, but not at the sides", check: "open sides",
            hints: Hints(
                question: "A bay opens only to the left side. Is it a hole?",
                concept: "The border has four sides.",
                step:
                    "Besides for x in 0..<width with y = 0 and y = height - 1: for y in 0..<height with "
                    + "x = 0 and x = width - 1.")
        ) { mask in
            flood(
                mask, from: border(mask.size).filter { $0.1 == 0 || $0.1 == mask.size.height - 1 },
                steps: straight
            ).inverted
        },
        call.misconception(
            "the flood starts in the first row and column, but not in the last",
            check: "open sides",
            hints: Hints(
                question: "A bay opens only to the bottom. Is it a hole?",
                concept: "The border has four sides.",
                step: "The last row is y = height - 1, the last column x = width - 1.")
        ) { mask in
            flood(mask, from: border(mask.size).filter { $0.0 == 0 || $0.1 == 0 }, steps: straight)
                .inverted
        },
        call.misconception(
            "each row is filled between its first and its last foreground pixel", check: "holes",
            hints: Hints(
                question:
                    "A U stands upside down on the picture. Is what lies between its legs a hole?",
                concept:
                    "Whether background is enclosed cannot be seen in one row: the way out may lead "
                    + "up or down.",
                step: "Flood the background from the border, in all four directions.")
        ) { mask in
            Graders.mask(mask.size) { x, y in
                let row = (0..<mask.size.width).filter { mask[x: $0, y: y] }
                return !row.isEmpty && row[0] <= x && x <= row[row.count - 1]
            }
        },
        call.misconception(
            "background with foreground somewhere on all four sides counts as a hole",
            check: "holes",
            hints: Hints(
                question:
                    "Stand in a bay that winds once: there is land to all four sides. Can you row "
                    + "out?",
                concept:
                    "Seeing foreground in all four directions does not mean being enclosed: ways may "
                    + "have bends.",
                step: "Flood the background from the border, neighbour by neighbour.")
        ) { mask in
            Graders.mask(mask.size) { x, y in
                mask[x: x, y: y]
                    || (0..<x).contains { mask[x: $0, y: y] }
                        && (x..<mask.size.width).contains { mask[x: $0, y: y] }
                        && (0..<y).contains { mask[x: x, y: $0] }
                        && (y..<mask.size.height).contains { mask[x: x, y: $0] }
            }
        },
        call.misconception(
            "only holes of one pixel are filled", check: "holes",
            hints: Hints(
                question: "A hole of two pixels: is each of them surrounded by foreground?",
                concept: "A pixel of a larger hole has background beside it, which is a hole, too.",
                step: "Do not ask the four neighbours, but whether a way leads out.")
        ) { mask in
            Graders.mask(mask.size) { x, y in
                mask[x: x, y: y]
                    || straight.allSatisfy {
                        holds(mask.size, x + $0.0, y + $0.1) && mask[x: x + $0.0, y: y + $0.1]
                    }
            }
        },
        call.misconception(
            "you return the holes alone", check: "holes",
            hints: Hints(
                question: "Is the metastasis itself still in your mask?",
                concept: "The filled mask is the mask and its holes.",
                step: "foreground unless outside: the pixels of the mask are not outside either.")
        ) { mask in
            flood(mask, from: border(mask.size), steps: straight).inverted.subtracting(mask)
        },
    ]

    /// The background that can be reached.
    private static func flood(
        _ mask: Mask, from start: [(Int, Int)], steps: [(Int, Int)]
    ) -> Mask {
        var flooded = Mask(size: mask.size)
        var open: [(Int, Int)] = []
        func reach(_ x: Int, _ y: Int) {
            guard holds(mask.size, x, y), !mask[x: x, y: y], !flooded[x: x, y: y] else { return }
            flooded[x: x, y: y] = true
            open.append((x, y))
        }
        for (x, y) in start { reach(x, y) }
        while let (x, y) = open.popLast() {
            for (dx, dy) in steps { reach(x + dx, y + dy) }
        }
        return flooded
    }

    private static func border(_ size: PixelSize) -> [(Int, Int)] {
        (0..<size.area).map { ($0 % size.width, $0 / size.width) }.filter {
            $0.0 == 0 || $0.1 == 0 || $0.0 == size.width - 1 || $0.1 == size.height - 1
        }
    }

    private static func framed(_ mask: Mask) -> Mask {
        Graders.mask(PixelSize(width: mask.size.width + 2, height: mask.size.height + 2)) { x, y in
            holds(mask.size, x - 1, y - 1) && mask[x: x - 1, y: y - 1]
        }
    }

    /// A thick ring with an island in its hole, a hole of one pixel, a horseshoe, and a bay with a bend;
    /// background all around.
    private static func rings(_ generator: inout SeededGenerator) -> Mask {
        let (wide, high) = (3 + generator.index(below: 4), 3 + generator.index(below: 3))
        let size = PixelSize(width: wide + 20, height: high + 14)
        var mask = Mask(size: size)
        func draw(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ value: Bool = true) {
            for v in y..<y + height { for u in x..<x + width { mask[x: u, y: v] = value } }
        }
        draw(1, 1, wide + 4, high + 4)
        draw(3, 3, wide, high, false)
        draw(4, 4, 1, 1)
        draw(1, 1, 1, 1, false)
        draw(3, high + 3, 1, 1)
        let top = high + 7
        // A horseshoe that is open at the bottom, and a block with a hole of one pixel.
        draw(1, top, 6, 5)
        draw(3, top + 2, 2, 3, false)
        draw(8, top, 3, 3)
        draw(9, top + 1, 1, 1, false)
        // A room whose way out leads down, left and down again.
        let left = wide + 7
        draw(left, 1, 9, 9)
        draw(left + 4, 3, 3, 2, false)
        draw(left + 4, 4, 1, 3, false)
        draw(left + 2, 6, 3, 1, false)
        draw(left + 2, 6, 1, 4, false)
        return mask
    }

    /// Rings of one pixel that are closed only over corners, of several sizes.
    private static func diamonds(_ generator: inout SeededGenerator) -> Mask {
        var mask = Mask(size: PixelSize(width: 21, height: 13))
        let radius = 2 + generator.index(below: 3)
        let (x, y) = (
            1 + radius + generator.index(below: 2), 1 + radius + generator.index(below: 2)
        )
        for k in 0..<radius {
            mask[x: x + k, y: y - radius + k] = true
            mask[x: x + radius - k, y: y + k] = true
            mask[x: x - k, y: y + radius - k] = true
            mask[x: x - radius + k, y: y - k] = true
        }
        // A block of which one corner pixel of the wall is missing.
        for v in 2..<8 { for u in 13..<19 { mask[x: u, y: v] = true } }
        for v in 3..<7 { for u in 14..<18 { mask[x: u, y: v] = false } }
        mask[x: 18, y: 2] = false
        return mask
    }

    /// Land all over with one pixel of water at each side.
    private static func notches(_ generator: inout SeededGenerator) -> Mask {
        var mask = Mask(size: PixelSize(width: 9, height: 7), repeating: true)
        for x in [0, 8] { mask[x: x, y: 2 + generator.index(below: 3)] = false }
        for y in [0, 6] { mask[x: 2 + generator.index(below: 5), y: y] = false }
        return mask
    }

    /// Land all over with a bay that opens to one side, and a hole.
    private static func bays(_ side: Int, _ generator: inout SeededGenerator) -> Mask {
        let size = PixelSize(
            width: 10 + generator.index(below: 4), height: 8 + generator.index(below: 3))
        var mask = Mask(size: size, repeating: true)
        let (x, y) = (
            2 + generator.index(below: size.width - 5), 2 + generator.index(below: size.height - 5)
        )
        let ways = [(1, 0), (-1, 0), (0, 1), (0, -1)]
        var (u, v) = (x, y)
        while holds(size, u, v) {
            mask[x: u, y: v] = false
            (u, v) = (u + ways[side].0, v + ways[side].1)
        }
        let hole = (x: (x + size.width / 2) % size.width, y: (y + size.height / 2) % size.height)
        if 1..<size.width - 1 ~= hole.x && 1..<size.height - 1 ~= hole.y {
            mask[x: hole.x, y: hole.y] = false
        }
        return mask
    }
}
