import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Mutants

extension TissueExtractionGraders {
    static let rasterize = ExerciseGrader(
        "rasterize",
        checks: [
            Check(
                "inside",
                "a pixel is set if its centre lies inside, also of an outline that leaves the picture",
                inputs: { generator in
                    let size = randomSize(&generator)
                    return [
                        [star(x: 0.5, y: 0.5, radius: 7, size, &generator)],
                        [star(x: 0.9, y: 0.2, radius: 8, size, &generator)],
                        [wedge(size, &generator)],
                    ].map { RasterizeInputs(polygons: $0, holes: [], size: size) }
                },
                comparing: compareOutlines),
            Check(
                "corners", "a corner at the height of a centre is counted once",
                inputs: { generator in [diamond(&generator)] }, comparing: compareOutlines),
            Check(
                "crossing outline", "where an outline winds around twice, it is outside",
                inputs: { generator in [pentagram(&generator)] }, comparing: compareOutlines),
            Check(
                "holes", "what lies in a hole is not set, whichever outline the hole is in",
                inputs: { generator in
                    let size = randomSize(&generator)
                    return [
                        RasterizeInputs(
                            polygons: [
                                ring(x: 0.2, y: 0.6, radius: 5, size, &generator),
                                ring(x: 0.4, y: 0.3, radius: 4, size, &generator),
                                ring(x: 0.72, y: 0.5, radius: 6, size, &generator),
                            ],
                            holes: [
                                ring(x: 0.2, y: 0.6, radius: 2.5, size, &generator),
                                ring(x: 0.88, y: 0.5, radius: 3, size, &generator),
                            ],
                            size: size)
                    ]
                },
                comparing: compareOutlines),
            Check(
                "several outlines", "what lies in any outline is set, also where two overlap",
                inputs: { generator in
                    let size = randomSize(&generator)
                    return [
                        RasterizeInputs(
                            polygons: [
                                star(x: 0.3, y: 0.45, radius: 6.9, size, &generator),
                                star(x: 0.5, y: 0.55, radius: 6.9, size, &generator),
                                star(x: 0.84, y: 0.3, radius: 4, size, &generator),
                            ],
                            holes: [], size: size)
                    ]
                },
                comparing: compareOutlines),
        ],
        misconceptions: rasterizeMisconceptions,
        alternatives: [answer(TissueExtractionAlternatives.RowByRow.self)],
        hints: Hints(
            question: "Stand on a point and walk straight to the right, to the end of the world. "
                + "How often do you cross the fence if you started inside?",
            concept: "Each crossing changes the side; at the end you are outside. So an odd number "
                + "of crossings says that you started inside. Count over the edges from each "
                + "corner to the next, and from the last to the first.",
            step: "For a and b in turn: if (a.y <= y) != (b.y <= y), the edge crosses your height, "
                + "at a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x). If that is > x, toggle a Bool. "
                + "Do this for x + 0.5, y + 0.5 of each pixel, for each polygon and each hole."))

    private static let rasterizeMisconceptions = [
        Misconception(
            "holes are not subtracted",
            mutant: answer(TissueExtractionMutants.HolesIgnored.self), check: "holes",
            hints: Hints(
                question: "What is inside a hole of a metastasis?",
                concept: "A hole is drawn where the tissue inside a metastasis is normal. Taken "
                    + "for tumour, it teaches the network the wrong label.",
                step: "A pixel is set if some polygon contains it && !holes.contains { ... }.")),
        Misconception(
            "holes are filled like outlines",
            mutant: answer(TissueExtractionMutants.HolesFilled.self), check: "holes",
            hints: Hints(
                question: "Does your code treat a hole otherwise than a polygon?",
                concept: "Polygons add, holes take away, and holes win.",
                step: "Ask polygons and holes in two questions: inside any polygon, and inside no "
                    + "hole.")),
        Misconception(
            "a hole is cut only out of the outline with the same index",
            mutant: answer(TissueExtractionMutants.HoleOfOneOutlineOnly.self), check: "holes",
            hints: Hints(
                question: "There are two outlines and one hole. To which outline does it belong?",
                concept: "The lists are not pairs: a hole may lie in any outline, or in two that "
                    + "overlap.",
                step: "Look at all holes for each pixel: !holes.contains { isInside($0, center) }."
            )),
        Misconception(
            "you test the corner of the pixel, not its centre",
            mutant: answer(TissueExtractionMutants.CornerForCentre.self), check: "inside",
            hints: Hints(
                question: "Which square does the pixel in column 3 and row 2 cover, and where is "
                    + "its middle?",
                concept: "Pixel (x, y) covers the square from (x, y) to (x + 1, y + 1). Testing "
                    + "its corner moves every outline by half a pixel.",
                step: "Test the point (3.5, 2.5): Double(x) + 0.5, Double(y) + 0.5.")),
        Misconception(
            "x and y are swapped",
            mutant: answer(TissueExtractionMutants.RowForColumn.self), check: "inside",
            hints: Hints(
                question: "Which of x and y counts columns, from the left?",
                concept: "Points are written x first, pictures are stored row first: the place "
                    + "where both meet is where they are swapped.",
                step: "Give the centre as PixelPoint(x: column + 0.5, y: row + 0.5), and write "
                    + "mask[x: column, y: row].")),
        Misconception(
            "you fill the rectangle around the outline",
            mutant: answer(TissueExtractionMutants.RectangleAround.self), check: "inside",
            hints: Hints(
                question: "Is every point between the smallest and the largest x and y inside?",
                concept: "The rectangle around an outline holds it, and more: it is good to skip "
                    + "pixels quickly, not to decide.",
                step: "Count how many edges a line from the centre to the right crosses.")),
        Misconception(
            "corners beyond the picture are pulled to its border",
            mutant: answer(TissueExtractionMutants.CornersPulledInside.self), check: "inside",
            hints: Hints(
                question: "A corner lies outside the picture. What happens to the two edges that "
                    + "meet in it if you move it?",
                concept: "Moving a corner bends its edges, also where they run inside. Only pixels "
                    + "are limited by the picture, outlines are not.",
                step: "Leave the corners as they are: your loops over 0..<width and 0..<height "
                    + "never leave the picture.")),
        Misconception(
            "the last corner is not joined to the first",
            mutant: answer(TissueExtractionMutants.LeftOpen.self), check: "inside",
            hints: Hints(
                question: "How many edges has a triangle, and how many does your loop visit?",
                concept: "An outline is closed: n corners make n edges.",
                step: "Take b = outline[(index + 1) % outline.count]: after the last comes the "
                    + "first.")),
        Misconception(
            "a corner at exactly the height of the centre is counted for both of its edges",
            mutant: answer(TissueExtractionMutants.CornerCountedTwice.self), check: "corners",
            hints: Hints(
                question: "The line passes exactly through a corner where one edge ends and the "
                    + "next begins. How many crossings is that?",
                concept: "Where the outline passes through the line it is one crossing, but both "
                    + "edges have an end there. If an edge holds its upper end but not its lower "
                    + "one, the corner is counted once.",
                step: "(a.y <= y) != (b.y <= y): with <= for both ends. From y = 1 to 2.5 and from "
                    + "2.5 to 4, the height 2.5 is crossed by the second edge only.")),
        Misconception(
            "the crossings of all outlines are counted together, so overlaps become holes",
            mutant: answer(TissueExtractionMutants.OverlapIsAHole.self),
            check: "several outlines",
            hints: Hints(
                question: "Two pathologists outlined the same cells. Are they tumour twice, or not "
                    + "at all?",
                concept: "Odd and even decide within one outline. Between outlines it is \"or\": "
                    + "inside any of them.",
                step: "Start a new count for each polygon: polygons.contains { isInside($0, "
                    + "center) }.")),
        Misconception(
            "you round the corners to whole pixels",
            mutant: answer(TissueExtractionMutants.CornersRounded.self), check: "inside",
            hints: Hints(
                question: "An outline has corners at x 3.4 and 3.6. Where do they lie after "
                    + "rounding?",
                concept: "Pixels are whole, places are not: an outline drawn on the finest level "
                    + "falls between the pixels of a coarser one, and rounding moves it.",
                step: "Take a.x and a.y as they are; only the loops over pixels are whole.")),
        Misconception(
            "you count the crossings of outlines and holes together",
            mutant: answer(TissueExtractionMutants.AllCrossingsTogether.self),
            check: "several outlines",
            hints: Hints(
                question: "Two outlines overlap. How many crossings does your count give for a "
                    + "point in both?",
                concept: "Odd and even within one outline is right. But two overlapping outlines "
                    + "would make a hole, and a hole that reaches beyond its outline would be "
                    + "filled there.",
                step: "polygons.contains { isInside($0, center) } && !holes.contains { "
                    + "isInside($0, center) }, each with a count of its own.")),
        Misconception(
            "only the first outline is filled",
            mutant: answer(TissueExtractionMutants.FirstOutlineOnly.self),
            check: "several outlines",
            hints: Hints(
                question: "How many metastases can a slide have?",
                concept: "Each has an outline of its own; the mask holds them all.",
                step: "Loop over polygons, not over polygons[0].")),
        Misconception(
            "you fill whatever the outline winds around, also what it winds around twice",
            mutant: answer(TissueExtractionMutants.NonZeroWinding.self),
            check: "crossing outline",
            hints: Hints(
                question: "In a five-pointed star drawn in one line, how many edges does a line "
                    + "from the middle cross?",
                concept: "There are two rules. This contract asks for odd and even: two crossings "
                    + "are outside. Winding numbers add +1 and -1 and call all but 0 inside.",
                step: "Toggle a Bool at each crossing instead of adding a direction.")),
    ]

    private static func compareOutlines(
        _ inputs: RasterizeInputs, _ expected: Mask, _ got: Mask
    ) -> Verdict {
        compare(expected, got, foreground: "inside")
    }

    private static func randomSize(_ generator: inout SeededGenerator) -> PixelSize {
        PixelSize(width: 26 + generator.index(below: 5), height: 16 + generator.index(below: 4))
    }

    /// A nearly round outline.
    private static func ring(
        x: Double, y: Double, radius: Double, _ size: PixelSize, _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        star(x: x, y: y, radius: radius, dent: 0.1, size, &generator)
    }

    /// A star-shaped outline around a place that is given as a share of the width and height.
    private static func star(
        x: Double, y: Double, radius: Double, dent: Double = 0.4, _ size: PixelSize,
        _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        let count = 7 + generator.index(below: 5)
        let turn = generator.uniform(0, 1)
        return (0..<count).map { corner in
            let angle = 2 * Double.pi * (Double(corner) + turn) / Double(count)
            let distance = radius * generator.uniform(1 - dent, 1)
            return PixelPoint(
                x: x * Double(size.width) + distance * cos(angle),
                y: y * Double(size.height) + distance * sin(angle))
        }
    }

    /// A triangle whose third corner lies far beyond the right border.
    private static func wedge(
        _ size: PixelSize, _ generator: inout SeededGenerator
    ) -> [PixelPoint] {
        [
            PixelPoint(x: generator.uniform(2, 4), y: generator.uniform(1, 3)),
            PixelPoint(x: Double(size.width) + generator.uniform(15, 25), y: 6),
            PixelPoint(x: generator.uniform(2, 4), y: generator.uniform(13, 15)),
        ]
    }

    /// A square on its tip, whose left and right corners lie at the height of pixel centres.
    private static func diamond(_ generator: inout SeededGenerator) -> RasterizeInputs {
        let size = randomSize(&generator)
        let radius = generator.uniform(4.6, 6.8)
        let center = PixelPoint(
            x: generator.uniform(9, 17), y: 7.5 + Double(generator.index(below: 2)))
        let corners = [(0.0, -radius), (radius, 0), (0, radius), (-radius, 0)].map {
            PixelPoint(x: center.x + $0.0, y: center.y + $0.1)
        }
        return RasterizeInputs(polygons: [corners], holes: [], size: size)
    }

    /// A five-pointed star drawn in one line.
    private static func pentagram(_ generator: inout SeededGenerator) -> RasterizeInputs {
        let turn = generator.uniform(0, 1)
        let corners = (0..<5).map { corner in
            let angle = 2 * Double.pi * (Double(2 * corner) / 5 + turn)
            return PixelPoint(x: 12 + 7.5 * cos(angle), y: 8.3 + 7.5 * sin(angle))
        }
        return RasterizeInputs(polygons: [corners], holes: [], size: randomSize(&generator))
    }
}
