import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TissueExtractionCalls.rasterize

extension TissueExtractionGraders {
    static let rasterizeMisconceptions = [
        call.misconception(
            "holes are not subtracted", check: "holes",
            hints: Hints(
                question: "What is inside a hole of a metastasis?",
                concept: "A hole is drawn where the tissue inside a metastasis is normal. Taken "
                    + "for tumour, it teaches the network the wrong label.",
                step: "A pixel is set if some polygon contains it && !holes.contains { ... }.")
        ) { polygons, _, size in
            mask(size) { point in polygons.contains { contains($0, point) } }
        },
        call.misconception(
            "holes are filled like outlines", check: "holes",
            hints: Hints(
                question: "Does your code treat a hole otherwise than a polygon?",
                concept: "Polygons add, holes take away, and holes win.",
                step: "Ask polygons and holes in two questions: inside any polygon, and inside no "
                    + "hole.")
        ) { polygons, holes, size in
            mask(size) { point in (polygons + holes).contains { contains($0, point) } }
        },
        call.misconception(
            "a hole is cut only out of the outline with the same index", check: "holes",
            hints: Hints(
                question: "There are two outlines and one hole. To which outline does it belong?",
                concept: "The lists are not pairs: a hole may lie in any outline, or in two that "
                    + "overlap.",
                step: "Look at all holes for each pixel: !holes.contains { isInside($0, center) }."
            )
        ) { polygons, holes, size in
            mask(size) { point in
                polygons.indices.contains(where: { index in
                    let isHole = index < holes.count && contains(holes[index], point)
                    return contains(polygons[index], point) && !isHole
                })
            }
        },
        call.misconception(
            "you test the corner of the pixel, not its centre", check: "inside",
            hints: Hints(
                question: "Which square does the pixel in column 3 and row 2 cover, and where is "
                    + "its middle?",
                concept: "Pixel (x, y) covers the square from (x, y) to (x + 1, y + 1). Testing "
                    + "its corner moves every outline by half a pixel.",
                step: "Test the point (3.5, 2.5): Double(x) + 0.5, Double(y) + 0.5.")
        ) { polygons, holes, size in
            mask(polygons, holes, size) { outline, center in
                contains(outline, PixelPoint(x: center.x - 0.5, y: center.y - 0.5))
            }
        },
        call.misconception(
            "x and y are swapped", check: "inside",
            hints: Hints(
                question: "Which of x and y counts columns, from the left?",
                concept: "Points are written x first, pictures are stored row first: the place "
                    + "where both meet is where they are swapped.",
                step: "Give the centre as PixelPoint(x: column + 0.5, y: row + 0.5), and write "
                    + "mask[x: column, y: row].")
        ) { polygons, holes, size in
            mask(polygons, holes, size) { outline, center in
                contains(outline, PixelPoint(x: center.y, y: center.x))
            }
        },
        call.misconception(
            "you fill the rectangle around the outline", check: "inside",
            hints: Hints(
                question: "Is every point between the smallest and the largest x and y inside?",
                concept: "The rectangle around an outline holds it, and more: it is good to skip "
                    + "pixels quickly, not to decide.",
                step: "Count how many edges a line from the centre to the right crosses.")
        ) { polygons, holes, size in
            mask(polygons, holes, size, where: isInBounds)
        },
        call.misconception(
            "corners beyond the picture are pulled to its border", check: "inside",
            hints: Hints(
                question: "A corner lies outside the picture. What happens to the two edges that "
                    + "meet in it if you move it?",
                concept: "Moving a corner bends its edges, also where they run inside. Only pixels "
                    + "are limited by the picture, outlines are not.",
                step: "Leave the corners as they are: your loops over 0..<width and 0..<height "
                    + "never leave the picture.")
        ) { polygons, holes, size in
            func pulled(_ outline: [PixelPoint]) -> [PixelPoint] {
                outline.map { corner in
                    PixelPoint(
                        x: min(Double(size.width), max(0, corner.x)),
                        y: min(Double(size.height), max(0, corner.y)))
                }
            }
            return try TissueExtractionSolution.rasterize(
                polygons: polygons.map(pulled), holes: holes.map(pulled), size: size)
        },
        call.misconception(
            "the last corner is not joined to the first", check: "inside",
            hints: Hints(
                question: "How many edges has a triangle, and how many does your loop visit?",
                concept: "An outline is closed: n corners make n edges.",
                step: "Take b = outline[(index + 1) % outline.count]: after the last comes the "
                    + "first.")
        ) { polygons, holes, size in
            mask(polygons, holes, size) { isOdd(crossings($0, $1, closes: false)) }
        },
        call.misconception(
            "a corner at exactly the height of the centre is counted for both of its edges",
            check: "corners",
            hints: Hints(
                question: "The line passes exactly through a corner where one edge ends and the "
                    + "next begins. How many crossings is that?",
                concept: "Where the outline passes through the line it is one crossing, but both "
                    + "edges have an end there. If an edge holds its upper end but not its lower "
                    + "one, the corner is counted once.",
                step: "(a.y <= y) != (b.y <= y): with <= for both ends. From y = 1 to 2.5 and from "
                    + "2.5 to 4, the height 2.5 is crossed by the second edge only.")
        ) { polygons, holes, size in
            mask(polygons, holes, size) { isOdd(crossings($0, $1, countsBothEnds: true)) }
        },
        call.misconception(
            "the crossings of all outlines are counted together, so overlaps become holes",
            check: "several outlines",
            hints: Hints(
                question: "Two pathologists outlined the same cells. Are they tumour twice, or not "
                    + "at all?",
                concept: "Odd and even decide within one outline. Between outlines it is \"or\": "
                    + "inside any of them.",
                step: "Start a new count for each polygon: polygons.contains { isInside($0, "
                    + "center) }.")
        ) { polygons, holes, size in
            mask(size) { point in
                isOdd(polygons.reduce(0) { $0 + crossings($1, point) })
                    && !holes.contains { contains($0, point) }
            }
        },
        call.misconception(
            "you round the corners to whole pixels", check: "inside",
            hints: Hints(
                question: "An outline has corners at x 3.4 and 3.6. Where do they lie after "
                    + "rounding?",
                concept: "Pixels are whole, places are not: an outline drawn on the finest level "
                    + "falls between the pixels of a coarser one, and rounding moves it.",
                step: "Take a.x and a.y as they are; only the loops over pixels are whole.")
        ) { polygons, holes, size in
            func rounded(_ outline: [PixelPoint]) -> [PixelPoint] {
                outline.map { PixelPoint(x: $0.x.rounded(), y: $0.y.rounded()) }
            }
            return try TissueExtractionSolution.rasterize(
                polygons: polygons.map(rounded), holes: holes.map(rounded), size: size)
        },
        call.misconception(
            "you count the crossings of outlines and holes together", check: "several outlines",
            hints: Hints(
                question: "Two outlines overlap. How many crossings does your count give for a "
                    + "point in both?",
                concept: "Odd and even within one outline is right. But two overlapping outlines "
                    + "would make a hole, and a hole that reaches beyond its outline would be "
                    + "filled there.",
                step: "polygons.contains { isInside($0, center) } && !holes.contains { "
                    + "isInside($0, center) }, each with a count of its own.")
        ) { polygons, holes, size in
            mask(size) { point in
                isOdd((polygons + holes).reduce(0) { $0 + crossings($1, point) })
            }
        },
        call.misconception(
            "only the first outline is filled", check: "several outlines",
            hints: Hints(
                question: "How many metastases can a slide have?",
                concept: "Each has an outline of its own; the mask holds them all.",
                step: "Loop over polygons, not over polygons[0].")
        ) { polygons, holes, size in
            try TissueExtractionSolution.rasterize(
                polygons: Array(polygons.prefix(1)), holes: holes, size: size)
        },
        call.misconception(
            "you fill whatever the outline winds around, also what it winds around twice",
            check: "crossing outline",
            hints: Hints(
                question: "In a five-pointed star drawn in one line, how many edges does a line "
                    + "from the middle cross?",
                concept: "There are two rules. This contract asks for odd and even: two crossings "
                    + "are outside. Winding numbers add +1 and -1 and call all but 0 inside.",
                step: "Toggle a Bool at each crossing instead of adding a direction.")
        ) { polygons, holes, size in
            // The non-zero rule.
            mask(polygons, holes, size) { winding($0, $1) != 0 }
        },
    ]

    static let rasterizeAlternatives = [
        call.answer("fills row by row between pairs of crossings") { polygons, holes, size in
            // A centre on an edge falls on the other side.
            var mask = Mask(size: size)
            for y in 0..<size.height {
                for (outlines, value) in [(polygons, true), (holes, false)] {
                    for outline in outlines {
                        let places = edgeCrossings(outline, y: Double(y) + 0.5).sorted()
                        for pair in stride(from: 0, to: places.count - 1, by: 2) {
                            for x in 0..<size.width
                            where places[pair] < Double(x) + 0.5
                                && Double(x) + 0.5 <= places[pair + 1]
                            {
                                mask[x: x, y: y] = value
                            }
                        }
                    }
                }
            }
            return mask
        }
    ]
}

/// The pixels whose centre lies inside a polygon and inside no hole, by any rule of "inside".
private func mask(
    _ polygons: [[PixelPoint]], _ holes: [[PixelPoint]], _ size: PixelSize,
    where isInside: (_ outline: [PixelPoint], _ center: PixelPoint) -> Bool
) -> Mask {
    mask(size) { center in
        polygons.contains { isInside($0, center) } && !holes.contains { isInside($0, center) }
    }
}

private func mask(_ size: PixelSize, where isInside: (PixelPoint) -> Bool) -> Mask {
    var mask = Mask(size: size)
    for y in 0..<size.height {
        for x in 0..<size.width {
            mask[x: x, y: y] = isInside(PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5))
        }
    }
    return mask
}

private func isOdd(_ count: Int) -> Bool { !count.isMultiple(of: 2) }

private func contains(_ outline: [PixelPoint], _ point: PixelPoint) -> Bool {
    isOdd(crossings(outline, point))
}

/// How many edges cross the line from a point to the right.
private func crossings(
    _ outline: [PixelPoint], _ point: PixelPoint, closes: Bool = true, countsBothEnds: Bool = false
) -> Int {
    edges(outline, closes: closes).count { a, b in
        let isCrossed =
            countsBothEnds
            ? a.y != b.y && min(a.y, b.y) <= point.y && point.y <= max(a.y, b.y)
            : (a.y <= point.y) != (b.y <= point.y)
        return isCrossed && place(a, b, y: point.y) > point.x
    }
}

/// How often an outline winds around a point.
private func winding(_ outline: [PixelPoint], _ point: PixelPoint) -> Int {
    edges(outline).reduce(0) { sum, edge in
        let (a, b) = edge
        guard (a.y <= point.y) != (b.y <= point.y), place(a, b, y: point.y) > point.x else {
            return sum
        }
        return sum + (a.y <= point.y ? 1 : -1)
    }
}

private func edgeCrossings(_ outline: [PixelPoint], y: Double) -> [Double] {
    edges(outline).filter { ($0.0.y < y) != ($0.1.y < y) }.map { place($0.0, $0.1, y: y) }
}

private func edges(
    _ outline: [PixelPoint], closes: Bool = true
) -> [(PixelPoint, PixelPoint)] {
    let next = closes ? Array(outline.dropFirst() + outline.prefix(1)) : Array(outline.dropFirst())
    return Array(zip(outline, next))
}

private func place(_ a: PixelPoint, _ b: PixelPoint, y: Double) -> Double {
    a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
}

private func isInBounds(_ outline: [PixelPoint], _ point: PixelPoint) -> Bool {
    outline.contains { $0.x <= point.x } && outline.contains { $0.x > point.x }
        && outline.contains { $0.y <= point.y } && outline.contains { $0.y > point.y }
}
