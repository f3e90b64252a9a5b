import Curriculum
import DeepTeaching
import GraderKit

private let call = FeaturesCalls.longestDiameter

extension FeaturesGraders {
    static let longestDiameter = ExerciseGrader(
        call,
        checks: [
            call.check(
                "diagonal", "the longest line of a metastasis that lies aslant",
                question: "Is a side of the bounding box a line inside the metastasis?",
                inputs: { generator in
                    (0..<4).map { _ in (band(&generator), generator.uniform(20, 40)) } + [
                        (mask(["#....", "#....", "#....", "#####"]), 50),
                        // A disk: its longest line is shorter than the diagonal of its box.
                        (
                            MorphologyGraders.mask(PixelSize(width: 12, height: 11)) { x, y in
                                (x - 5) * (x - 5) + (y - 5) * (y - 5) <= 20
                            }, 31
                        ),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "corners", "pixels are squares; few pixels, or none",
                question: "How long is a single pixel?",
                inputs: { generator in
                    let scale = generator.uniform(150, 400)
                    return [
                        (mask(["...", ".#."]), scale), (mask(["###"]), scale),
                        (mask(["....", "...."]), scale), (mask([]), scale),
                        (mask(["##", "##", "##"]), scale), (mask(["#..", "..."]), 1000),
                        (mask(["#", ".", "#"]), scale),
                    ]
                },
                compare: Comparison.within(1e-9)),
            call.check(
                "millimetres", "a length in millimetres, at any resolution",
                question: "How many millimetres are 8 pixels of 250 micrometres?",
                inputs: { generator in
                    [0.25, 0.5, 1, 8, 62.2, 1000].map { (band(&generator), $0 * 1.003) }
                },
                compare: { expected, got in
                    // At a fine resolution a length is small; its ratio tells more than its size.
                    Comparison.within(1e-9)(1, expected == 0 ? got + 1 : got / expected)
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("from pixel to pixel, each difference one larger") { mask, scale in
                let found = pixels(mask)
                let squares = found.flatMap { a in
                    found.map { b -> Int in
                        let (dx, dy) = (abs(a.x - b.x) + 1, abs(a.y - b.y) + 1)
                        return dx * dx + dy * dy
                    }
                }
                return Double(squares.max() ?? 0).squareRoot() * scale / 1000
            },
            call.answer("corners in millimetres, each pair once") { mask, scale in
                let side = scale / 1000
                let corners = pixels(mask).flatMap { p -> [(Double, Double)] in
                    let (x, y) = (Double(p.x) * side, Double(p.y) * side)
                    return [(x, y), (x + side, y), (x, y + side), (x + side, y + side)]
                }
                var longest = 0.0
                for (index, a) in corners.enumerated() {
                    for b in corners[index...] {
                        let (dx, dy) = (a.0 - b.0, a.1 - b.1)
                        longest = max(longest, (dx * dx + dy * dy).squareRoot())
                    }
                }
                return longest
            },
        ],
        hints: Hints(
            question: "A pathologist lays a ruler on the metastasis. In which direction?",
            concept: "In the one that gives the longest line between two of its points. These two "
                + "points are always corners of pixels.",
            step: "Collect (x, y), (x + 1, y), (x, y + 1), (x + 1, y + 1) of each foreground "
                + "pixel; "
                + "compare each corner with each; times micronsPerPixel / 1000 at the end."))

    private static let misconceptions: [Misconception] = [
        misconception(
            "you measure the longer side of the bounding box", check: "diagonal",
            hints: Hints(
                question: "Turn the metastasis by 45 degrees. Does your length change?",
                concept: "The box lies along the axes of the scanner; the metastasis does not. The "
                    + "longest diameter does not depend on how the glass was laid.",
                step: "Compare all pairs of corners, not only left with right and top with bottom.")
        ) { found in Double(max(extent(found.map(\.x)), extent(found.map(\.y)))) },
        misconception(
            "you measure the diagonal of the bounding box", check: "diagonal",
            hints: Hints(
                question: "Are the corners of the box part of a disk?",
                concept: "A diagonal of the box may begin and end where there is no metastasis: it "
                    + "is too long for all that is round.",
                step: "Only corners of foreground pixels count.")
        ) { found in
            let (width, height) = (extent(found.map(\.x)), extent(found.map(\.y)))
            return found.isEmpty ? 0 : Double(width * width + height * height).squareRoot()
        },
        misconception(
            "you measure from the middle of a pixel to the middle of another", check: "corners",
            hints: Hints(
                question: "What length has a single pixel in your function?",
                concept: "A pixel is a square with a size. A metastasis of one pixel has a length, "
                    + "and one of n pixels in a row is n long, not n - 1.",
                step: "Compare corners: x and x + 1, y and y + 1.")
        ) { found in longest(found) { Double($0 * $0 + $1 * $1).squareRoot() } },
        misconception(
            "you add the steps along x and along y", check: "diagonal",
            hints: Hints(
                question: "How long is the diagonal of a square of 3 by 4?",
                concept: "5, by Pythagoras; 7 is the way around the corner.",
                step: "(dx * dx + dy * dy).squareRoot().")
        ) { found in longest(found) { Double(abs($0) + 1 + abs($1) + 1) } },
        misconception(
            "you give the diameter of a disk of the same area", check: "diagonal",
            hints: Hints(
                question: "Is a long, thin metastasis as long as a round one of its area?",
                concept: "2 sqrt(area / pi) is one length for all shapes. Staging asks for the "
                    + "longest one.",
                step: "Compare all pairs of corners.")
        ) { found in 2 * (Double(found.count) / .pi).squareRoot() },
        misconception(
            "you give the distance squared", check: "diagonal",
            hints: Hints(
                question: "Which unit has dx * dx + dy * dy?",
                concept: "A square of a length. Compare squares if you like, but take the root at "
                    + "the "
                    + "end.",
                step: "Double(largest).squareRoot() * micronsPerPixel / 1000.")
        ) { found in right(found) * right(found) },
        call.misconception(
            "the length is in pixels", check: "millimetres",
            hints: Hints(
                question: "Where is micronsPerPixel in your function?",
                concept: "Scanners differ in their resolution. A length in pixels says nothing of "
                    + "a "
                    + "metastasis.",
                step: "Times micronsPerPixel / 1000.")
        ) { mask, _ in right(pixels(mask)) },
        call.misconception(
            "the length is in micrometres", check: "millimetres",
            hints: Hints(
                question: "How many micrometres is a millimetre?",
                concept: "The rule speaks of 0.2 mm and 2 mm. 200 in place of 0.2 makes "
                    + "everything a "
                    + "macro-metastasis.",
                step: "Divide by 1000.")
        ) { mask, scale in right(pixels(mask)) * scale },
        call.misconception(
            "you divide by the resolution", check: "millimetres",
            hints: Hints(
                question: "Is a pixel of a coarse map longer or shorter?",
                concept: "Pixels times micrometres a pixel are micrometres.",
                step: "Times micronsPerPixel, then by 1000.")
        ) { mask, scale in right(pixels(mask)) / scale / 1000 },
    ]

    private static func misconception(
        _ statement: String, check: String, hints: Hints,
        mutant: @escaping @Sendable ([(x: Int, y: Int)]) -> Double
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints) { mask, scale in
            mutant(pixels(mask)) * scale / 1000
        }
    }

    private static func right(_ found: [(x: Int, y: Int)]) -> Double {
        longest(found) { dx, dy in
            let (width, height) = (Double(abs(dx) + 1), Double(abs(dy) + 1))
            return (width * width + height * height).squareRoot()
        }
    }

    /// The largest of a distance over all pairs of pixels; 0 without any.
    private static func longest(
        _ found: [(x: Int, y: Int)], _ distance: (Int, Int) -> Double
    ) -> Double {
        var longest = 0.0
        for a in found {
            for b in found { longest = max(longest, distance(a.x - b.x, a.y - b.y)) }
        }
        return longest
    }

    private static func extent(_ values: [Int]) -> Int {
        values.isEmpty ? 0 : (values.max() ?? 0) - (values.min() ?? 0) + 1
    }
}
