import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideAttentionCalls.processedFraction

extension SlideAttentionGraders {
    private typealias Reading = (
        width: Int, height: Int, reduction: Int, patchSide: Int, corners: [PatchCorner]
    )

    static let processedFraction = ExerciseGrader(
        call,
        checks: [
            call.check(
                "pixels", "those of the overview and of the patches, over those of the slide",
                inputs: { generator in
                    (0..<3).map { round in
                        reading(&generator, patches: round * 3, isEven: true)
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "border", "what lies beyond the border is not read, but the overview shows all",
                question:
                    "How wide is the last patch of a row, and the last square of the overview?",
                inputs: { generator in
                    (0..<3).map { round in
                        reading(
                            &generator, patches: 6, isEven: false, isWidest: round == 0)
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "read once", "a patch that was drawn again is not read again",
                inputs: { generator in
                    (0..<2).map { _ in
                        var reading = reading(&generator, patches: 4, isEven: true)
                        reading.corners += [reading.corners[0], reading.corners[2]]
                        return reading
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: [
            call.misconception(
                "you count patches, not pixels", check: "pixels",
                hints: Hints(
                    question: "Of which patches does the overview consist?",
                    concept:
                        "To know where to look, the overview was read: its pixels cost as much as "
                        + "those of patches. Patches over patches leave it out.",
                    step: "Add up pixels of both, and divide by width * height.")
            ) { width, height, _, side, corners in
                let all = ((width + side - 1) / side) * ((height + side - 1) / side)
                return Double(Set(corners).count) / Double(all)
            },
            misconception(
                "the overview costs you nothing", "pixels",
                Hints(
                    question: "No patch was read. Was nothing read at all?",
                    concept: "Attention comes from the overview, and that had to be read.",
                    step: "Add its rows times its columns.")
            ) { $0.corners.area($0) },
            misconception(
                "attention is computed from full resolution", "pixels",
                Hints(
                    question: "How many pixels does your overview have?",
                    concept:
                        "Whoever reads the whole slide to decide where to look has read the whole "
                        + "slide. An overview has one pixel for reduction * reduction.",
                    step: "(width / reduction) * (height / reduction), each rounded up.")
            ) { $0.width * $0.height + $0.corners.area($0) },
            misconception(
                "the overview is reduced in one direction only", "pixels",
                Hints(
                    question: "One pixel of the overview stands for a square of how many?",
                    concept: "Both the columns and the rows become fewer by the reduction.",
                    step: "Divide width by reduction, and height as well.")
            ) { ($0.width * $0.height) / $0.reduction + $0.corners.area($0) },
            misconception(
                "the overview loses its last column and row", "border",
                Hints(
                    question:
                        "A slide of 100 pixels, reduction 30: how many columns has the overview?",
                    concept: "Four: the last one shows the 10 pixels that are left.",
                    step: "(width + reduction - 1) / reduction.")
            ) {
                ($0.width / $0.reduction) * ($0.height / $0.reduction) + $0.corners.area($0)
            },
            misconception(
                "patches reach beyond the border", "border",
                Hints(
                    question:
                        "A patch of 30 begins 20 pixels before the border. How many of its columns "
                        + "can be read?",
                    concept: "There is nothing beyond the border: 20 columns.",
                    step: "min(patchSide, width - x), and the same for the height.")
            ) { reading in
                reading.overview
                    + Set(reading.corners).count * reading.patchSide * reading.patchSide
            },
            misconception(
                "patches at the border are left out", "border",
                Hints(
                    question: "Is tissue at the border not read?",
                    concept: "What is inside the slide is read, also of a patch that is cut off.",
                    step: "min(patchSide, width - x) * min(patchSide, height - y).")
            ) { reading in
                let side = reading.patchSide
                return reading.overview
                    + Set(reading.corners).count {
                        $0.x + side <= reading.width && $0.y + side <= reading.height
                    } * side * side
            },
            misconception(
                "a patch that was drawn twice is read twice", "read once",
                Hints(
                    question: "Must a patch that you have kept be read from the file again?",
                    concept:
                        "With replacement a place may be drawn again. Its pixels are there already.",
                    step: "Set(corners).")
            ) { reading in
                reading.overview + reading.corners.reduce(0) { $0 + [$1].area(reading) }
            },
        ],
        alternatives: [
            call.answer("marks each pixel") { width, height, reduction, side, corners in
                var read: Set<Int> = []
                for corner in corners {
                    for y in corner.y..<min(height, corner.y + side) {
                        for x in corner.x..<min(width, corner.x + side) {
                            read.insert(y * width + x)
                        }
                    }
                }
                let overview =
                    stride(from: 0, to: width, by: reduction).reduce(0) { sum, _ in sum + 1 }
                    * stride(from: 0, to: height, by: reduction).reduce(0) { sum, _ in sum + 1 }
                return (Double(overview) + Double(read.count)) / (Double(width) * Double(height))
            }
        ],
        hints: Hints(
            question: "How wide is a patch of 30 pixels that begins 20 pixels before the border?",
            concept:
                "Two sums of pixels, one of the overview and one of different patches, over one "
                + "product.",
            step:
                "100 x 60 pixels, reduction 20: 5 * 3 = 15. A patch of 30 at (80, 0): 20 * 30 = 600. "
                + "615 / 6000 = 0.1025."))

    /// A mistake in the number of pixels that were read.
    private static func misconception(
        _ name: String, _ check: String, _ hints: Hints,
        pixels: @escaping @Sendable (SlideReading) -> Int
    ) -> Misconception {
        call.misconception(name, check: check, hints: hints) {
            width, height, reduction, side, corners in
            let reading = SlideReading(
                width: width, height: height, reduction: reduction, patchSide: side,
                corners: corners)
            return Double(pixels(reading)) / Double(width * height)
        }
    }

    /// Different patches of a grid. If the slide is not even, its last patches are cut off, and one of them
    /// is read; and so are the last squares of the overview.
    private static func reading(
        _ generator: inout SeededGenerator, patches: Int, isEven: Bool, isWidest: Bool = false
    ) -> Reading {
        let reduction = 3 + generator.index(below: 3)
        let side = reduction * (2 + generator.index(below: 2))
        let (columns, rows) = (4 + generator.index(below: 3), 3 + generator.index(below: 2))
        // As much as can be cut off: one pixel is left for the last square of the overview.
        func cut() -> Int {
            isWidest ? reduction - 1 : 1 + generator.index(below: reduction - 1)
        }
        let (cutX, cutY) = isEven ? (0, 0) : (cut(), cut())
        let places = generator.shuffled(Array(0..<columns * rows - 1)).prefix(max(0, patches - 1))
        // The last place is at both borders.
        let drawn = patches > 0 ? places + [columns * rows - 1] : []
        let corners = drawn.map {
            PatchCorner(x: $0 % columns * side, y: $0 / columns * side)
        }
        return (
            columns * side - cutX, rows * side - cutY, reduction, side,
            generator.shuffled(corners)
        )
    }
}

/// What was read of a slide.
private struct SlideReading {
    let width, height, reduction, patchSide: Int
    let corners: [PatchCorner]

    /// The pixels of the overview.
    var overview: Int {
        ((width + reduction - 1) / reduction) * ((height + reduction - 1) / reduction)
    }
}

extension [PatchCorner] {
    /// The pixels of these patches, each patch once.
    fileprivate func area(_ reading: SlideReading) -> Int {
        Set(self).reduce(0) { sum, corner in
            let width = Swift.min(reading.patchSide, reading.width - corner.x)
            let height = Swift.min(reading.patchSide, reading.height - corner.y)
            return sum + width * height
        }
    }
}
