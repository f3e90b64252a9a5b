import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = MorphologyCalls.openAndClose

extension MorphologyGraders {
    static let openAndClose = ExerciseGrader(
        call,
        checks: [
            call.check(
                "opened", "opening erodes first: what the disk does not fit into is gone",
                question: "Which goes first where specks are to vanish, and how large is the disk?",
                inputs: pictures,
                compare: { compareMasks($0.opened, $1.opened) }),
            call.check(
                "closed",
                "closing dilates first: the gaps that the disk does not fit into are closed",
                question:
                    "Which goes first where gaps are to close, and with which mask do you begin?",
                inputs: pictures,
                compare: { compareMasks($0.closed, $1.closed) }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("the disk's radius step by step, closing as opening of the background") {
                mask, diameter, micronsPerPixel in
                let pixels = diameter / micronsPerPixel
                let disk = StructuringElement.disk(radius: pixels * 0.5)
                let eroded = mask.eroded(by: disk)
                let background = mask.inverted.eroded(by: disk)
                return OpenedAndClosed(
                    opened: eroded.dilated(by: disk), closed: background.dilated(by: disk).inverted)
            }
        ],
        hints: Hints(
            question:
                "A speck of one pixel, and a disk of a radius of one pixel. What is left of the "
                + "speck after erosion, and what after dilation?",
            concept:
                "Erosion kills what the disk does not fit into; the dilation afterwards gives the "
                + "rest its size back: opening. The other order fills gaps first and takes the growth "
                + "back: closing. The disk's radius is half its diameter, in pixels.",
            step:
                "let disk = StructuringElement.disk(radius: micrometres / 2 / micronsPerPixel); opened "
                + "is mask.eroded(by: disk).dilated(by: disk), closed is "
                + "mask.dilated(by: disk).eroded(by: disk)."))

    private static let misconceptions: [Misconception] = [
        misconception(
            "opening and closing are swapped", check: "opened",
            hints: Hints(
                question: "Your opened mask: is it inside the mask, or the mask inside it?",
                concept:
                    "An opening opens gaps: it only takes away, so erosion comes first. A closing "
                    + "only adds.",
                step: "opened: mask.eroded(by: disk).dilated(by: disk). Swap the two results.")
        ) { mask, radius in
            OpenedAndClosed(opened: closed(mask, radius), closed: opened(mask, radius))
        },
        call.misconception(
            "you take the diameter for the radius", check: "opened",
            hints: Hints(
                question: "How wide is a disk with a radius of 50 micrometres?",
                concept:
                    "A disk reaches its radius to each side: it is twice as wide. A disk of 50 "
                    + "micrometres in diameter has a radius of 25.",
                step: "radius: micrometres / 2 / micronsPerPixel.")
        ) { mask, diameter, micronsPerPixel in
            let radius = diameter / micronsPerPixel
            return OpenedAndClosed(opened: opened(mask, radius), closed: closed(mask, radius))
        },
        call.misconception(
            "micrometres are taken for pixels", check: "opened",
            hints: Hints(
                question: "A pixel is 31 micrometres wide. How many pixels are 62 micrometres?",
                concept:
                    "Elements are measured in pixels. The resolution says how many micrometres one "
                    + "pixel is.",
                step: "62 / 2 / 31 = 1: divide by micronsPerPixel.")
        ) { mask, diameter, _ in
            OpenedAndClosed(opened: opened(mask, diameter / 2), closed: closed(mask, diameter / 2))
        },
        call.misconception(
            "you multiply by the micrometres per pixel", check: "opened",
            hints: Hints(
                question:
                    "Are there more or fewer pixels in a millimetre if each of them is larger?",
                concept:
                    "Micrometres divided by micrometres per pixel are pixels; multiplied, the unit "
                    + "would be micrometres squared per pixel.",
                step: "radius: micrometres / 2 / micronsPerPixel.")
        ) { mask, diameter, micronsPerPixel in
            let radius = min(1000, diameter / 2 * micronsPerPixel)
            return OpenedAndClosed(opened: opened(mask, radius), closed: closed(mask, radius))
        },
        misconception(
            "the closing begins with the opened mask", check: "closed",
            hints: Hints(
                question: "A speck fell victim to the opening. Can it be in your closed mask?",
                concept:
                    "Both results are asked of the mask that came in. One after the other is a "
                    + "third operation, an opening followed by a closing.",
                step: "mask.dilated(by: disk).eroded(by: disk): begin with mask, not with opened.")
        ) { mask, radius in
            let open = opened(mask, radius)
            return OpenedAndClosed(opened: open, closed: closed(open, radius))
        },
        misconception(
            "the opening begins with the closed mask", check: "opened",
            hints: Hints(
                question: "A gap was closed. Can it be foreground in your opened mask?",
                concept:
                    "Both results are asked of the mask that came in. One after the other is a "
                    + "third operation, a closing followed by an opening.",
                step: "mask.eroded(by: disk).dilated(by: disk): begin with mask, not with closed.")
        ) { mask, radius in
            let close = closed(mask, radius)
            return OpenedAndClosed(opened: opened(close, radius), closed: close)
        },
        misconception(
            "the second step is missing: what is left has lost its rim", check: "opened",
            hints: Hints(
                question: "A large region was eroded. How large is it now?",
                concept:
                    "Erosion alone takes a rim from everything. The dilation afterwards gives it "
                    + "back to what has survived; for the closing the other way round.",
                step: "Two calls for each result: .eroded(by: disk).dilated(by: disk) and "
                    + ".dilated(by: disk).eroded(by: disk).")
        ) { mask, radius in
            let disk = StructuringElement.disk(radius: radius)
            return OpenedAndClosed(opened: mask.eroded(by: disk), closed: mask.dilated(by: disk))
        },
        misconception(
            "the radius is rounded to a whole number of pixels", check: "opened",
            hints: Hints(
                question:
                    "A disk with a radius of 1.5 pixels: does it hold the pixel one to the right "
                    + "and one below?",
                concept: "A disk holds all pixels whose centre is at most the radius away: "
                    + "sqrt(1 + 1) = 1.41 is, though not for a radius of 1. The radius need not be whole.",
                step:
                    "Hand micrometres / 2 / micronsPerPixel to disk(radius:) as it is, without Int or "
                    + "rounded().")
        ) { mask, radius in
            OpenedAndClosed(
                opened: opened(mask, radius.rounded()), closed: closed(mask, radius.rounded()))
        },
        misconception(
            "the radius is rounded down to a whole number of pixels", check: "opened",
            hints: Hints(
                question:
                    "A disk with a radius of 1.5 pixels: does it hold the pixel one to the right "
                    + "and one below?",
                concept: "A disk holds all pixels whose centre is at most the radius away: "
                    + "sqrt(1 + 1) = 1.41 is, though not for a radius of 1. The radius need not be whole.",
                step:
                    "Hand micrometres / 2 / micronsPerPixel to disk(radius:) as it is: Int(1.5) is 1."
            )
        ) { mask, radius in
            OpenedAndClosed(
                opened: opened(mask, radius.rounded(.down)),
                closed: closed(mask, radius.rounded(.down)))
        },
    ]

    /// A misconception that knows the right radius in pixels.
    private static func misconception(
        _ statement: String, check: String, hints: Hints,
        mutant: @escaping @Sendable (Mask, Double) -> OpenedAndClosed
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints) {
            mask, diameter, micronsPerPixel in
            mutant(mask, diameter / 2 / micronsPerPixel)
        }
    }

    private static func opened(_ mask: Mask, _ radius: Double) -> Mask {
        mask.opened(by: .disk(radius: radius))
    }

    private static func closed(_ mask: Mask, _ radius: Double) -> Mask {
        mask.closed(by: .disk(radius: radius))
    }

    /// Blocks, specks and gaps of all sizes, at resolutions below and above one micrometre a pixel.
    private static func pictures(
        _ generator: inout SeededGenerator
    ) -> [(mask: Mask, micrometres: Double, micronsPerPixel: Double)] {
        let scales = [(1.5, 31.104), (2.3, 0.25), (1.0, 8.0), (2.9, 0.972), (1.5, 0.5), (4.2, 0.5)]
        return scales.map { radius, micronsPerPixel in
            (island(margin: 2, &generator), 2 * radius * micronsPerPixel, micronsPerPixel)
        } + [
            (noise(PixelSize(width: 23, height: 11), 0.7, &generator), 75, 25),
            (noise(PixelSize(width: 30, height: 1), 0.7, &generator), 50, 25),
            (noise(PixelSize(width: 9, height: 7), 0.5, &generator), 0, 4),
        ]
    }
}
