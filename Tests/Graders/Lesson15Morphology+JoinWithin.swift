import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = MorphologyCalls.joinWithin

extension MorphologyGraders {
    static let joinWithin = ExerciseGrader(
        call,
        checks: [
            call.check(
                "distance", "regions are joined if their nearest pixels lie closer than the limit",
                question:
                    "Which two pixels of the regions decide, how is their distance measured, and "
                    + "what if it equals the limit?",
                inputs: { generator in
                    // Pixels of one micrometre. The way from the one region to the other, and the limit.
                    [
                        (3, 4, 5.0), (3, 4, 5.01), (4, 4, 5), (6, 0, 4), (3, 1, 4), (3, 0, 5),
                        (0, 5, 5), (0, 5, 5.5), (2, 6, 6.3), (7, 1, 6), (6, 0, 11),
                    ].map { dx, dy, limit in (limit, pair(dx, dy, &generator), 1.0) }
                },
                compare: { comparePartitions($0, $1) }),
            call.check(
                "chains", "what is joined to one of a chain is joined to all of it",
                question:
                    "A is joined to B, and B to C. Which number must A and C have, and what of the "
                    + "pixels that had got their number before?",
                inputs: { generator in
                    (0..<4).map { turn in (4.0, chain(turn, &generator), 1.0) }
                },
                compare: { comparePartitions($0, $1) }),
            call.check(
                "micrometres", "the limit is in micrometres, the labels in pixels",
                question:
                    "A pixel is 31 micrometres wide. How far apart are pixels three columns apart?",
                inputs: { generator in
                    [
                        (75, pair(2, 0, &generator), 31.1), (75, pair(2, 2, &generator), 31.1),
                        (75, pair(3, 0, &generator), 25), (75, pair(3, 0, &generator), 24.9),
                        (1, pair(3, 0, &generator), 0.25), (1, pair(3, 3, &generator), 0.25),
                        (5, pair(8, 0, &generator), 2),
                        (75, [[0, 0, 0]], 31.1), (75, [[1, 1], [1, 0]], 31.1),
                    ]
                },
                compare: { comparePartitions($0, $1) }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("pairs of regions first, then the smallest number spreads") {
                micrometres, labels, micronsPerPixel in
                var numbers = Array(0...(labels.flatMap { $0 }.max() ?? 0))
                let pairs = close(labels) {
                    micronsPerPixel * ($0 * $0 + $1 * $1).squareRoot() < micrometres
                }
                for _ in numbers {
                    for (a, b) in pairs {
                        let smallest = min(numbers[a], numbers[b])
                        (numbers[a], numbers[b]) = (smallest, smallest)
                    }
                }
                return renumbered(labels.map { $0.map { numbers[$0] } })
            },
            call.answer("squares of pixels, and a search from region to region") {
                micrometres, labels, micronsPerPixel in
                let limit = micrometres / micronsPerPixel
                let pairs = close(labels) { $0 * $0 + $1 * $1 < limit * limit }
                let count = labels.flatMap { $0 }.max() ?? 0
                var numbers = [Int](repeating: 0, count: count + 1)
                var found = 0
                for start in 0..<count where numbers[start + 1] == 0 {
                    found += 1
                    var open = [start + 1]
                    while let region = open.popLast() {
                        numbers[region] = found
                        open += pairs.flatMap { a, b in a == region ? [b] : b == region ? [a] : [] }
                            .filter { numbers[$0] == 0 }
                    }
                }
                return labels.map { $0.map { numbers[$0] } }
            },
        ],
        hints: Hints(
            question:
                "Two regions of many pixels each: which of the many distances is \"the\" distance?",
            concept:
                "The smallest. As soon as one pair of pixels of two regions is closer than the limit, "
                + "all pixels of both get one number, also those of regions that were joined before. At "
                + "the end the numbers that are left become 1, 2, 3, ...",
            step: "For each pair of foreground pixels with different numbers: if micronsPerPixel * "
                + "(dx * dx + dy * dy).squareRoot() < micrometres, replace the one number by the other "
                + "in the whole picture. Then number Set(labels).sorted() anew."))

    private static let misconceptions: [Misconception] = [
        misconception(
            "you take the radius for the diameter: both regions grow by the whole limit",
            check: "distance",
            hints: Hints(
                question:
                    "Two regions are dilated by 75 micrometres each. How far apart were they at "
                    + "most when they touch?",
                concept:
                    "Each grows towards the other, so they meet at twice the radius: lesions up to "
                    + "150 micrometres apart become one. To join what is closer than 75, each may grow "
                    + "by 37.5.",
                step:
                    "Compare the distance of the pixels itself with micrometres, not with twice of it."
            )
        ) { dx, dy, limit in (dx * dx + dy * dy).squareRoot() < 2 * limit },
        misconception(
            "you compare with half the limit", check: "distance",
            hints: Hints(
                question: "How far apart may the nearest pixels of two regions lie?",
                concept:
                    "Half the limit is how far each region grows if both grow. Their distance is "
                    + "compared with the whole.",
                step: "distance < micrometres, without a half."),
            isAmbiguous: true
        ) { dx, dy, limit in (dx * dx + dy * dy).squareRoot() < limit / 2 },
        misconception(
            "you take the larger of the two differences (chessboard distance)", check: "distance",
            hints: Hints(
                question: "Four columns and four rows apart: is that 4 pixels with a ruler?",
                concept: "A ruler says sqrt(16 + 16) = 5.66.",
                step: "(dx * dx + dy * dy).squareRoot() where you have max(abs(dx), abs(dy)).")
        ) { dx, dy, limit in max(abs(dx), abs(dy)) < limit },
        misconception(
            "you add the two differences (city-block distance)", check: "distance",
            hints: Hints(
                question: "Three columns and one row apart: is that 4 pixels with a ruler?",
                concept: "A ruler says sqrt(9 + 1) = 3.16.",
                step: "(dx * dx + dy * dy).squareRoot() where you have abs(dx) + abs(dy).")
        ) { dx, dy, limit in abs(dx) + abs(dy) < limit },
        misconception(
            "regions exactly as far apart as the limit are joined", check: "distance",
            hints: Hints(
                question: "The distance is 5, the limit is 5. Is 5 closer than 5?",
                concept: "\"Closer than\" leaves out the limit itself.",
                step: "< where you have <=.")
        ) { dx, dy, limit in (dx * dx + dy * dy).squareRoot() <= limit },
        call.misconception(
            "micrometres are taken for pixels", check: "micrometres",
            hints: Hints(
                question: "Where does micronsPerPixel come in?",
                concept:
                    "Columns and rows count pixels. Times micronsPerPixel they are micrometres.",
                step: "micronsPerPixel * (dx * dx + dy * dy).squareRoot() < micrometres.")
        ) { micrometres, labels, _ in
            try MorphologySolution.joinWithin(
                micrometres: micrometres, labels: labels, micronsPerPixel: 1)
        },
        call.misconception(
            "you divide by the micrometres per pixel where you must multiply", check: "micrometres",
            hints: Hints(
                question: "Three pixels of 25 micrometres each: is that 75 or 0.12 micrometres?",
                concept: "Pixels times micrometres per pixel are micrometres.",
                step: "micronsPerPixel * distance, or the limit divided by micronsPerPixel.")
        ) { micrometres, labels, micronsPerPixel in
            try MorphologySolution.joinWithin(
                micrometres: micrometres, labels: labels, micronsPerPixel: 1 / micronsPerPixel)
        },
        call.misconception(
            "the middles of the regions are compared, not their nearest pixels", check: "distance",
            hints: Hints(
                question: "Two long metastases lie end to end. How far apart are their middles?",
                concept:
                    "A pathologist measures the gap. Middles of large regions lie far apart even if "
                    + "they nearly touch.",
                step: "Compare every pixel of the one region with every pixel of the other."),
            isAmbiguous: true
        ) { micrometres, labels, micronsPerPixel in
            let middles = middles(labels)
            var pairs: [(Int, Int)] = []
            for (a, here) in middles {
                for (b, there) in middles where a < b {
                    let (dx, dy) = (here.x - there.x, here.y - there.y)
                    let distance = micronsPerPixel * (dx * dx + dy * dy).squareRoot()
                    if distance < micrometres { pairs.append((a, b)) }
                }
            }
            return joined(labels, pairs)
        },
        call.misconception(
            "a region is joined to one other, but not to what that is joined to", check: "chains",
            hints: Hints(
                question: "B became A. Then C, which is close to B, became B. Who is A and C?",
                concept:
                    "If a number is replaced, it must be replaced wherever it stands, and what comes "
                    + "later must find the new one.",
                step:
                    "Replace the old number in the whole picture each time two regions are joined, and "
                    + "compare the numbers as they stand then.")
        ) { micrometres, labels, micronsPerPixel in
            // Each region takes the smallest number that is close to it, as they were at first.
            let pairs = close(labels) {
                micronsPerPixel * ($0 * $0 + $1 * $1).squareRoot() < micrometres
            }
            var numbers = Array(0...(labels.flatMap { $0 }.max() ?? 0))
            for (a, b) in pairs { numbers[max(a, b)] = min(numbers[max(a, b)], min(a, b)) }
            return renumbered(labels.map { $0.map { numbers[$0] } })
        },
        call.misconception(
            "joining leaves gaps in the numbers", check: "distance",
            hints: Hints(
                question: "Number 1 became number 2. Who is number 1 now?",
                concept:
                    "Whoever counts metastases takes the largest number, so it must be their count.",
                step:
                    "At the end number the different labels anew: the sorted ones get 1, 2, 3, ..."),
            isAmbiguous: true
        ) { micrometres, labels, micronsPerPixel in
            let right = try MorphologySolution.joinWithin(
                micrometres: micrometres, labels: labels, micronsPerPixel: micronsPerPixel)
            // Each joined region keeps the largest of its old numbers.
            var largest: [Int: Int] = [:]
            for (row, old) in zip(right, labels) {
                for (new, label) in zip(row, old) { largest[new] = max(largest[new] ?? 0, label) }
            }
            return right.map { $0.map { $0 == 0 ? 0 : largest[$0] ?? 0 } }
        },
    ]

    /// A misconception about when two pixels are close, all lengths in pixels.
    private static func misconception(
        _ statement: String, check: String, hints: Hints, isAmbiguous: Bool = false,
        isClose: @escaping @Sendable (Double, Double, Double) -> Bool
    ) -> Misconception {
        call.misconception(
            statement, check: check, hints: hints, isAmbiguous: isAmbiguous
        ) {
            micrometres, labels, micronsPerPixel in
            joined(labels, close(labels) { isClose($0, $1, micrometres / micronsPerPixel) })
        }
    }

    private static func places(_ labels: [[Int]]) -> [(x: Int, y: Int, label: Int)] {
        labels.indices.flatMap { y in
            labels[y].indices.filter { labels[y][$0] != 0 }.map {
                (x: $0, y: y, label: labels[y][$0])
            }
        }
    }

    /// The mean column and row of each region.
    private static func middles(_ labels: [[Int]]) -> [Int: (x: Double, y: Double)] {
        Dictionary(grouping: places(labels), by: \.label).mapValues { pixels in
            let count = Double(pixels.count)
            let x = pixels.reduce(0) { $0 + $1.x }
            let y = pixels.reduce(0) { $0 + $1.y }
            return (Double(x) / count, Double(y) / count)
        }
    }

    /// The pairs of numbers of which two pixels are close.
    private static func close(
        _ labels: [[Int]], _ isClose: (Double, Double) -> Bool
    ) -> [(Int, Int)] {
        let pixels = places(labels)
        return pixels.flatMap { a in
            pixels.filter { b in
                a.label < b.label && isClose(Double(a.x - b.x), Double(a.y - b.y))
            }.map { (a.label, $0.label) }
        }
    }

    private static func joined(_ labels: [[Int]], _ pairs: [(Int, Int)]) -> [[Int]] {
        var numbers = Array(0...(labels.flatMap { $0 }.max() ?? 0))
        for (a, b) in pairs {
            let (old, new) = (numbers[b], numbers[a])
            numbers = numbers.map { $0 == old ? new : $0 }
        }
        return renumbered(labels.map { $0.map { numbers[$0] } })
    }

    private static func renumbered(_ labels: [[Int]]) -> [[Int]] {
        let found = Set(labels.flatMap { $0 }).subtracting([0]).sorted()
        return labels.map { $0.map { (found.firstIndex(of: $0) ?? -1) + 1 } }
    }
}
