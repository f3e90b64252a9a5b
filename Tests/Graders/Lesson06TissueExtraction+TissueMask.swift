import Curriculum
import DeepTeaching
import GraderKit
import Solutions

private let call = TissueExtractionCalls.tissueMask

extension TissueExtractionGraders {
    static let tissueMask = ExerciseGrader(
        call,
        checks: [
            call.check(
                "colour", "stained is tissue; glass and grey dust are not, however dark",
                inputs: { generator in [picture([.glass, .stained, .nuclei, .dust], &generator)] },
                comparing: compareTissue),
            call.check(
                "threshold", "tissue is what is greater than the threshold, not what equals it",
                inputs: { generator in
                    [picture([.glass, .vivid, .atThreshold], threshold: 0.25, &generator)]
                },
                comparing: compareTissue),
            call.check(
                "pen", "the hues of pens are no tissue, however colourful",
                inputs: { generator in
                    [
                        picture([.glass, .stained, .pen], &generator),
                        picture([.glass, .stained, .penAtBound], penHues: 120...240, &generator),
                        picture([.glass, .stained, .redPen], penHues: 305...355, &generator),
                    ]
                },
                comparing: compareTissue),
            call.check(
                "black", "what is darker than the limit is no tissue, whatever its hue",
                inputs: { generator in
                    [
                        picture([.glass, .stained, .black, .atLimit], &generator),
                        // 63 / 255 is below a quarter, 64 / 255 above it.
                        picture([.glass, .stained, .aroundQuarter], darkest: 0.25, &generator),
                    ]
                },
                comparing: compareTissue),
        ],
        misconceptions: tissueMaskMisconceptions,
        alternatives: [
            call.answer("whole planes at once: the saturation's mask without the ink") {
                image, threshold, darkest, penHues in
                let ink = mask(image) { $0.value < darkest || penHues.contains($0.hue) }
                let colorful = image.saturation().values.map { $0 > threshold }
                return Mask(
                    size: image.size, pixels: zip(colorful, ink.pixels).map { $0 && !$1 })
            }
        ],
        hints: Hints(
            question: "A pixel must fulfil three conditions to be tissue. Which one does glass "
                + "fail, which one a pen stroke, which one a black block?",
            concept: "Go over all pixels, x over the width and y over the height. "
                + "image[x: x, y: y].hsv gives the three numbers that the conditions speak of: "
                + "hue in degrees, saturation and value from 0 to 1.",
            step: "RGB(30, 90, 190) is a blue pen: saturation 0.84 is above 0.1, value 0.75 is not "
                + "dark, but the hue is 217.5: look whether penHues.contains(hue). All three "
                + "conditions are joined by &&."))

    private static let tissueMaskMisconceptions = [
        call.misconception(
            "you take what is dark for tissue", check: "colour",
            hints: Hints(
                question: "What else on a slide is dark, besides tissue?",
                concept: "Dust, folds of the cover glass, pen and blocks that the scanner left out "
                    + "are dark. Stain is what is colourful: its saturation is high.",
                step: "Compare color.saturation with the threshold; color.value only says whether "
                    + "a pixel is black.")
        ) { image, threshold, _, _ in
            mask(image) { 1 - $0.value > threshold }
        },
        call.misconception(
            "pen strokes are still tissue", check: "pen",
            hints: Hints(
                question: "A green stroke has a high saturation. What tells it from "
                    + "haematoxylin and eosin?",
                concept: "Hue is the place on the colour circle: eosin is pink, haematoxylin blue "
                    + "violet. Green and pure blue come from pens.",
                step: "Add && !penHues.contains(color.hue) to your condition.")
        ) { image, threshold, darkest, _ in
            mask(image) { $0.saturation > threshold && $0.value >= darkest }
        },
        call.misconception(
            "your hue of a red that leans to blue is negative", check: "pen",
            hints: Hints(
                question: "The circle of hues ends where it begins: what is 20 degrees before 0?",
                concept: "Hues run from 0 to 360. Where red is the largest and blue is larger than "
                    + "green, 60 (green - blue) / range is negative, and one turn must be added.",
                step: "RGB(200, 30, 90): 60 * (30 - 90) / 170 = -21, so the hue is 339. "
                    + "image[x: x, y: y].hsv.hue is right already.")
        ) { image, threshold, darkest, penHues in
            mask(image) {
                let hue = $0.hue > 300 ? $0.hue - 360 : $0.hue
                return $0.saturation > threshold && $0.value >= darkest && !penHues.contains(hue)
            }
        },
        call.misconception(
            "nearly black pixels are still tissue", check: "black",
            hints: Hints(
                question: "RGB(12, 4, 10) is black to the eye. What is its saturation?",
                concept: "Saturation is (largest - smallest) / largest: of dark colours it is "
                    + "mostly noise. (12 - 4) / 12 = 0.67, as much as the strongest stain.",
                step: "Add && color.value >= darkest to your condition.")
        ) { image, threshold, _, penHues in
            mask(image) { $0.saturation > threshold && !penHues.contains($0.hue) }
        },
        call.misconception(
            "a pixel is left out only if it is black and has the hue of a pen", check: "pen",
            hints: Hints(
                question: "A bright green stroke: is it black? Does your condition leave it out?",
                concept: "Not (A and B) is not the same as (not A) and (not B): ink is what is "
                    + "black or has the hue of a pen.",
                step: "let isInk = color.value < darkest || penHues.contains(color.hue): with || "
                    + "each one alone is enough.")
        ) { image, threshold, darkest, penHues in
            mask(image) {
                $0.saturation > threshold && !($0.value < darkest && penHues.contains($0.hue))
            }
        },
        call.misconception(
            "what equals the threshold counts as tissue", check: "threshold",
            hints: Hints(
                question: "Otsu's bin itself: does it belong to the background or to the "
                    + "foreground?",
                concept: "Background up to the threshold, foreground above it. Threshold and mask "
                    + "must agree on this, or the whole bin changes sides.",
                step: "RGB(200, 150, 200) has saturation 50 / 200 = 0.25. With the threshold 0.25 "
                    + "it is glass: write > where you write >=.")
        ) { image, threshold, darkest, penHues in
            mask(image) {
                $0.saturation >= threshold && $0.value >= darkest && !penHues.contains($0.hue)
            }
        },
        call.misconception(
            "you compare the difference of the colours, not divided by the largest",
            check: "colour",
            hints: Hints(
                question: "Dark violet and light violet: which has the larger difference between "
                    + "its largest and smallest colour?",
                concept: "The difference shrinks when the light does. Divided by the largest "
                    + "colour it stays the same: that is the saturation.",
                step: "RGB(100, 80, 100): (100 - 80) / 100 = 0.2, not 20 / 255 = 0.08. "
                    + "color.saturation is already divided.")
        ) { image, threshold, darkest, penHues in
            mask(image) {
                $0.saturation * $0.value > threshold && $0.value >= darkest
                    && !penHues.contains($0.hue)
            }
        },
        call.misconception(
            "tissue and glass are swapped", check: "colour",
            hints: Hints(
                question: "Is true tissue or glass in the mask that is asked for?",
                concept: "Foreground (true) is what one looks for: tissue.",
                step: "White glass has saturation 0, which is not above the threshold: false.")
        ) { image, threshold, darkest, penHues in
            let right = try TissueExtractionSolution.tissueMask(
                of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
            return Mask(size: right.size, pixels: right.pixels.map { !$0 })
        },
        call.misconception(
            "you write the mask column by column", check: "colour",
            hints: Hints(
                question: "Which pixel follows the first one in mask.pixels: its right neighbour "
                    + "or the one below?",
                concept: "Pixels stand row by row: the index is y * width + x. So y runs in the "
                    + "outer loop and x in the inner one.",
                step: "Swap your two loops, or write mask[x: x, y: y] = ..., which knows the "
                    + "order.")
        ) { image, threshold, darkest, penHues in
            let right = try TissueExtractionSolution.tissueMask(
                of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
            let pixels = (0..<right.size.width).flatMap { x in
                (0..<right.size.height).map { y in right[x: x, y: y] }
            }
            return Mask(size: right.size, pixels: pixels)
        },
    ]

    private static func compareTissue(
        _ expected: Mask, _ got: Mask, image: Image, threshold _: Float, darkest _: Float,
        penHues _: ClosedRange<Float>
    ) -> Verdict {
        compare(expected, got, foreground: "tissue") { x, y in
            let color = image[x: x, y: y]
            return " with the colour (\(color.red), \(color.green), \(color.blue))"
        }
    }

    /// What a pixel of a slide can show.
    private enum Ground {
        case glass, stained, nuclei, vivid, dust, atThreshold, pen, penAtBound, redPen, black,
            atLimit, aroundQuarter
    }

    /// A picture with pixels of all these grounds, and the limits that tell them apart.
    private static func picture(
        _ grounds: [Ground], threshold: Float = 0.1, darkest: Float = 0.2,
        penHues: ClosedRange<Float> = 70...228,
        _ generator: inout SeededGenerator
    ) -> (image: Image, threshold: Float, darkest: Float, penHues: ClosedRange<Float>) {
        let size = PixelSize(
            width: 9 + generator.index(below: 4), height: 5 + generator.index(below: 3))
        var image = Image(size: size)
        let places = generator.shuffled(Array(0..<size.area))
        for (turn, place) in places.enumerated() {
            image[x: place % size.width, y: place / size.width] = color(
                grounds[turn % grounds.count], &generator)
        }
        return (image, threshold, darkest, penHues)
    }

    private static func color(_ ground: Ground, _ generator: inout SeededGenerator) -> RGB {
        func grey(_ from: Int, _ to: Int) -> RGB {
            let level = UInt8(from + generator.index(below: to - from))
            return RGB(level, level - 1, level)
        }
        switch ground {
        case .glass: return grey(230, 250)
        case .dust: return grey(70, 150)
        case .stained:
            return violet(
                Int(generator.uniform(85, 235)), saturation: generator.uniform(0.3, 0.6),
                middle: generator.uniform(0.6, 1), &generator)
        case .nuclei:
            return violet(
                Int(generator.uniform(85, 110)), saturation: 0.2, middle: 0.6, &generator)
        case .vivid:
            return violet(
                Int(generator.uniform(160, 235)), saturation: 0.6, middle: 0.8, &generator)
        case .atThreshold:
            let largest = 4 * (20 + generator.index(below: 40))
            return violet(largest, saturation: 0.25, middle: 1, &generator)
        case .pen:
            let (strong, weak) = (UInt8(120 + generator.index(below: 90)), UInt8(30))
            let middle = UInt8(70 + generator.index(below: 40))
            return generator.index(below: 2) == 0
                ? RGB(weak, strong, middle) : RGB(weak, middle, strong)
        case .penAtBound:
            // The hues 120 and 240 are exact.
            let strong = UInt8(120 + generator.index(below: 90))
            return generator.index(below: 2) == 0 ? RGB(30, strong, 30) : RGB(30, 30, strong)
        case .redPen:
            // Hues from 308 to 352: largest is red, and blue is larger than green.
            let strong = 150 + generator.index(below: 80)
            let middle = 30 + Double(strong - 30) * generator.uniform(0.15, 0.85)
            return RGB(UInt8(strong), 30, UInt8(middle))
        case .atLimit:
            // 51 / 255 is the darkest that is not black.
            return violet(51, saturation: 0.6, middle: 0.8, &generator)
        case .aroundQuarter:
            return violet(
                63 + generator.index(below: 2), saturation: 0.6, middle: 0.8, &generator)
        case .black:
            return violet(
                8 + generator.index(below: 30), saturation: 0.6, middle: 0.8, &generator)
        }
    }

    /// A colour between pink and blue violet: green is the smallest.
    private static func violet(
        _ largest: Int, saturation: Double, middle: Double, _ generator: inout SeededGenerator
    ) -> RGB {
        let smallest = Double(largest) * (1 - saturation)
        let between = UInt8(smallest + middle * (Double(largest) - smallest))
        let (high, low) = (UInt8(largest), UInt8(smallest.rounded()))
        return generator.index(below: 2) == 0
            ? RGB(high, low, between) : RGB(between, low, high)
    }
}

private func mask(_ image: Image, where isTissue: (HSV) -> Bool) -> Mask {
    var mask = Mask(size: image.size)
    for y in 0..<image.size.height {
        for x in 0..<image.size.width {
            mask[x: x, y: y] = isTissue(image[x: x, y: y].hsv)
        }
    }
    return mask
}
