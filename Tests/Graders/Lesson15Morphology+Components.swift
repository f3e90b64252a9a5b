import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = MorphologyCalls.connectedComponents

extension MorphologyGraders {
    static let connectedComponents = ExerciseGrader(
        call,
        checks: [
            call.check(
                "neighbours", "edges connect, and corners only with eight neighbours",
                question:
                    "Which steps lead from a pixel to its neighbours, for .four and for .eight?",
                inputs: { generator in
                    Connectivity.allCases.flatMap { connectivity in
                        [
                            (diagonals(&generator), connectivity),
                            (rowEnds(&generator), connectivity),
                            (valley(isMirrored: false), connectivity),
                            (valley(isMirrored: true), connectivity),
                        ]
                    }
                },
                compare: { comparePartitions($0, $1, isNumbered: false) }),
            call.check(
                "merging", "what meets only later is one region all the same",
                question:
                    "The arms of a U have different numbers until you reach its bottom. What must "
                    + "change then?",
                inputs: { generator in
                    let size = PixelSize(
                        width: 14 + generator.index(below: 5),
                        height: 10 + generator.index(below: 3))
                    return Connectivity.allCases.flatMap { connectivity in
                        [
                            (comb(&generator), connectivity), (spiral(&generator), connectivity),
                            (withoutLastColumn(noise(size, 0.55, &generator)), connectivity),
                        ]
                    }
                },
                compare: { comparePartitions($0, $1, isNumbered: false) }),
            call.check(
                "numbers", "regions are numbered 1, 2, 3, ... without gaps, background is 0",
                question:
                    "How many different numbers are there in your picture, and which is the largest?",
                inputs: { generator in
                    let row = PixelSize(width: 11 + generator.index(below: 9), height: 1)
                    return [
                        (forks(&generator), .four), (forks(&generator), .eight),
                        (noise(row, 0.5, &generator), .eight),
                        (noise(PixelSize(width: 1, height: row.width), 0.6, &generator), .four),
                        (Mask(size: row), .four), (Mask(size: row, repeating: true), .eight),
                        (Mask(size: PixelSize(side: 1), repeating: true), .four),
                    ]
                },
                compare: { comparePartitions($0, $1) }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("two passes and a table of equal numbers") { mask, connectivity in
                let labels = mask.connectedComponents(connectivity: connectivity)
                return rows(of: labels.labels.map(Int.init), mask.size)
            },
            call.answer("the largest number spreads until nothing changes") { mask, connectivity in
                try spread(mask, connectivity)
            },
        ],
        hints: Hints(
            question:
                "You find a pixel of a region that has no number yet. How do you find all the "
                + "others of the same region before you go on?",
            concept:
                "Give it a new number and put it on a list. As long as the list is not empty, take "
                + "one pixel from it, and give the number to all its foreground neighbours that have "
                + "none; they go on the list. Then look for the next pixel without a number.",
            step:
                "var open = [(x, y)]; while let (x, y) = open.popLast() { for each step: u, v; if it "
                + "lies on the picture, mask[x: u, y: v] and labels[v][u] == 0, then labels[v][u] = "
                + "count and open.append((u, v)) }"))

    private static let misconceptions: [Misconception] = [
        call.misconception(
            "four and eight neighbours are confused", check: "neighbours",
            hints: Hints(
                question: "Two pixels share a corner. Are they one region with .four?",
                concept:
                    ".four are the neighbours across an edge; .eight adds those across a corner.",
                step:
                    "var steps = [(-1, 0), (1, 0), (0, -1), (0, 1)]; only if connectivity == .eight "
                    + "add the four diagonal ones.")
        ) { mask, connectivity in
            try MorphologySolution.connectedComponents(
                of: mask, connectivity: connectivity == .four ? .eight : .four)
        },
        call.misconception(
            "all eight neighbours connect, whatever is asked", check: "neighbours",
            hints: Hints(
                question: "Where in your code does connectivity make a difference?",
                concept: "With .four a step across a corner is no step.",
                step: "if connectivity == .eight { steps += [(-1, -1), (1, -1), (-1, 1), (1, 1)] }")
        ) { mask, _ in
            try MorphologySolution.connectedComponents(of: mask, connectivity: .eight)
        },
        call.misconception(
            "corners connect only along one of the two diagonals", check: "neighbours",
            hints: Hints(
                question: "Lines that run \"\\\" and lines that run \"/\": are both one region?",
                concept:
                    "A pixel has four neighbours across corners: upper left, upper right, lower left "
                    + "and lower right.",
                step: "(-1, -1), (1, -1), (-1, 1) and (1, 1): count them in your list.")
        ) { mask, connectivity in
            labels(
                mask,
                connectivity == .eight
                    ? straight + [(-1, -1), (1, 1)] : straight)
        },
        call.misconception(
            "the arms of a U keep different numbers", check: "merging",
            hints: Hints(
                question:
                    "At the bottom of the U a pixel has a left neighbour with number 1 and an "
                    + "upper neighbour with number 2. What follows?",
                concept:
                    "Both numbers mean the same region from then on, also for all pixels that have "
                    + "got them before. Either remember which numbers are equal and replace them at the "
                    + "end, or follow one region to its end before the next.",
                step:
                    "With a list of open pixels there is nothing to merge: all pixels that can be "
                    + "reached get the number at once.")
        ) { mask, connectivity in
            scan(mask, connectivity) { _, _, _ in }
        },
        call.misconception(
            "numbers are merged for the pixel at hand, but not for all that had them before",
            check: "merging",
            hints: Hints(
                question: "Number 2 turned out to be number 1. Which pixels still say 2?",
                concept: "All pixels of a region must be renumbered, also those many rows above.",
                step:
                    "Keep a table of equal numbers and replace every label at the end, or replace the "
                    + "larger number by the smaller one in the whole picture.")
        ) { mask, connectivity in
            scan(mask, connectivity) { labels, old, new in
                // Only the row above learns of it.
                guard let last = labels.indices.last(where: { labels[$0].contains(old) }) else {
                    return
                }
                labels[last] = labels[last].map { $0 == old ? new : $0 }
            }
        },
        call.misconception(
            "merging leaves gaps in the numbers", check: "numbers",
            hints: Hints(
                question: "Number 2 became number 1. Who is number 2 now?",
                concept:
                    "Whoever counts regions takes the largest number. So numbers that vanished in a "
                    + "merger must not be left out.",
                step:
                    "At the end number the different labels anew: the sorted ones get 1, 2, 3, ..."),
            isAmbiguous: true
        ) { mask, connectivity in
            scan(mask, connectivity) { labels, old, new in
                labels = labels.map { $0.map { $0 == old ? new : $0 } }
            }
        },
        call.misconception(
            "the last pixel of a row and the first of the next are neighbours", check: "neighbours",
            hints: Hints(
                question:
                    "Which pixel has the index of this one plus 1, if this is the last column?",
                concept:
                    "In one long list of pixels the rows follow each other without a border. A step "
                    + "must change the column and be checked as a column.",
                step:
                    "Check 0 <= u < width and 0 <= v < height before you look at mask[x: u, y: v].")
        ) { mask, connectivity in
            wrapped(mask, connectivity)
        },
        call.misconception(
            "the background gets numbers, too", check: "numbers",
            hints: Hints(
                question: "Which number does the picture ask for where the mask is false?",
                concept: "Only foreground forms regions. Background is 0, wherever it lies.",
                step: "where mask[x: x, y: y]: begin a region only on foreground.")
        ) { mask, connectivity in
            let all = try MorphologySolution.connectedComponents(
                of: mask, connectivity: connectivity)
            return all.map { $0.map { $0 + 1 } }
        },
    ]

    private static let straight = [(-1, 0), (1, 0), (0, -1), (0, 1)]

    private static func rows(of labels: [Int], _ size: PixelSize) -> [[Int]] {
        (0..<size.height).map { Array(labels[$0 * size.width..<($0 + 1) * size.width]) }
    }

    /// Labels of the regions that these steps connect.
    private static func labels(_ mask: Mask, _ steps: [(Int, Int)]) -> [[Int]] {
        var labels = rows(of: mask.pixels.map { _ in 0 }, mask.size)
        var count = 0
        for y in 0..<mask.size.height {
            for x in 0..<mask.size.width where mask[x: x, y: y] && labels[y][x] == 0 {
                count += 1
                labels[y][x] = count
                var open = [(x, y)]
                while let (x, y) = open.popLast() {
                    for (dx, dy) in steps where holds(mask.size, x + dx, y + dy) {
                        if mask[x: x + dx, y: y + dy] && labels[y + dy][x + dx] == 0 {
                            labels[y + dy][x + dx] = count
                            open.append((x + dx, y + dy))
                        }
                    }
                }
            }
        }
        return labels
    }

    /// One scan: each pixel takes the number of a neighbour before it, or a new one.
    ///
    /// - Parameter merge: is told which number turned out to be which other one.
    private static func scan(
        _ mask: Mask, _ connectivity: Connectivity, merge: (inout [[Int]], Int, Int) -> Void
    ) -> [[Int]] {
        var labels = rows(of: mask.pixels.map { _ in 0 }, mask.size)
        let steps = [(-1, 0), (0, -1)] + (connectivity == .eight ? [(-1, -1), (1, -1)] : [])
        var count = 0
        for y in 0..<mask.size.height {
            for x in 0..<mask.size.width where mask[x: x, y: y] {
                let before = steps.filter { holds(mask.size, x + $0.0, y + $0.1) }
                    .map { labels[y + $0.1][x + $0.0] }.filter { $0 > 0 }
                if let smallest = before.min() {
                    labels[y][x] = smallest
                    for other in Set(before) where other != smallest {
                        merge(&labels, other, smallest)
                    }
                } else {
                    count += 1
                    labels[y][x] = count
                }
            }
        }
        return labels
    }

    /// Numbers from the largest on, spread to neighbours until nothing changes; then renumbered.
    private static func spread(_ mask: Mask, _ connectivity: Connectivity) throws -> [[Int]] {
        let steps =
            straight
            + (connectivity == .eight ? [(-1, -1), (1, -1), (-1, 1), (1, 1)] : [])
        var labels = rows(
            of: mask.pixels.indices.map { mask.pixels[$0] ? $0 + 1 : 0 }, mask.size)
        var isChanging = true
        while isChanging {
            isChanging = false
            for y in 0..<mask.size.height {
                for x in 0..<mask.size.width where mask[x: x, y: y] {
                    for (dx, dy) in steps where holds(mask.size, x + dx, y + dy) {
                        if labels[y + dy][x + dx] > labels[y][x] {
                            labels[y][x] = labels[y + dy][x + dx]
                            isChanging = true
                        }
                    }
                }
            }
        }
        let found = Set(labels.flatMap { $0 }).subtracting([0]).sorted()
        return labels.map { $0.map { (found.firstIndex(of: $0) ?? -1) + 1 } }
    }

    /// Neighbours by their place in one long list.
    private static func wrapped(_ mask: Mask, _ connectivity: Connectivity) -> [[Int]] {
        let width = mask.size.width
        let corners = connectivity == .eight ? [-width - 1, -width + 1, width - 1, width + 1] : []
        var labels = mask.pixels.map { _ in 0 }
        var count = 0
        for start in labels.indices where mask.pixels[start] && labels[start] == 0 {
            count += 1
            labels[start] = count
            var open = [start]
            while let index = open.popLast() {
                for step in [-1, 1, -width, width] + corners {
                    let next = index + step
                    if labels.indices.contains(next) && mask.pixels[next] && labels[next] == 0 {
                        labels[next] = count
                        open.append(next)
                    }
                }
            }
        }
        return rows(of: labels, mask.size)
    }
}
