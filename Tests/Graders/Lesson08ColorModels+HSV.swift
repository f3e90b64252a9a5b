import Curriculum
import DeepTeaching
import GraderKit

private let call = ColorModelsCalls.hsv

extension ColorModelsGraders {
    static let hsv = ExerciseGrader(
        call,
        checks: [
            call.check(
                "sectors", "hues all around the circle, from 0 up to 360 degrees",
                inputs: { generator in
                    // Each order of the three colours is one sixth of the circle.
                    let orders = [
                        [0, 1, 2], [1, 0, 2], [2, 0, 1], [2, 1, 0], [1, 2, 0], [0, 2, 1],
                    ]
                    let sixths = orders.map { order in
                        let sorted = [
                            generator.uniform(0.7, 1), generator.uniform(0.35, 0.6),
                            generator.uniform(0.05, 0.3),
                        ]
                        return order.map { sorted[$0] }
                    }
                    // Two colours are equally large, or equally small.
                    let (high, low) = (generator.uniform(0.6, 1), generator.uniform(0.1, 0.4))
                    let ties = [
                        [high, high, low], [low, high, high], [high, low, high], [high, low, low],
                        [low, high, low], [low, low, high],
                    ]
                    // Less than a degree short of the full circle.
                    let last = [0.9, 0.3, 0.3 + generator.uniform(0.002, 0.006)]
                    return sixths + ties + [last]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "greys", "a grey has hue 0 and saturation 0, and so has black",
                question: "What is 0 / 0 in floating point?",
                inputs: { generator in
                    let grey = generator.uniform(0.1, 0.9)
                    return [[grey, grey, grey], [0, 0, 0], [1, 1, 1]]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "saturation", "dark and pale colours have their own saturation and value",
                inputs: { generator in
                    let dark = [0.004, 0.002, 0.003].map { $0 * generator.uniform(0.9, 1.1) }
                    let pale = [0.99, 0.985, 0.995].map { $0 - generator.uniform(0, 0.001) }
                    let deep = [generator.uniform(0.2, 0.5), 0, generator.uniform(0.05, 0.15)]
                    return [dark, pale, deep]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: hsvMisconceptions,
        alternatives: [
            call.answer("the hue from the place of the middle colour") { rgb in
                let order = [0, 1, 2].sorted { (rgb[$0], $1) > (rgb[$1], $0) }
                let (largest, smallest) = (rgb[order[0]], rgb[order[2]])
                guard largest > smallest else { return [0, 0, largest] }
                let next = (order[0] + 1) % 3
                let signed = (rgb[next] - rgb[(next + 1) % 3]) / (largest - smallest)
                let hue = 120 * Double(order[0]) + 60 * signed
                return [hue < 0 ? hue + 360 : hue, 1 - smallest / largest, largest]
            },
            call.answer("a turn more, then the remainder") { rgb in
                guard let value = rgb.max(), let low = rgb.min(), value > low else {
                    return [0, 0, rgb[0]]
                }
                let chroma = value - low
                var sixth = (rgb[1] - rgb[2]) / chroma + 6
                if rgb[1] == value, rgb[0] < value { sixth = (rgb[2] - rgb[0]) / chroma + 8 }
                if rgb[2] == value, rgb[0] < value, rgb[1] < value {
                    sixth = (rgb[0] - rgb[1]) / chroma + 10
                }
                let hue = (60 * sixth).truncatingRemainder(dividingBy: 360)
                return [hue, chroma / value, value]
            },
        ],
        hints: Hints(
            question:
                "Which of the three is the largest, and by how much does it exceed the smallest?",
            concept:
                "The largest says in which third of the circle the hue lies, the difference of "
                + "the other two where in it. How far the largest stands above the smallest is how "
                + "colourful it is.",
            step:
                "[0.8, 0.4, 0.6]: red is the largest, the range 0.4. 60 * (0.4 - 0.6) / 0.4 is "
                + "-30, "
                + "so the hue is 330. The saturation is 0.4 / 0.8."))
}

private let hsvMisconceptions = [
    call.misconception(
        "a hue below 0 stays below 0", check: "sectors",
        hints: Hints(
            question: "A pink between red and magenta: what does your hue say?",
            concept: "The hue is a place on a circle. 30 degrees before 0 is 330.",
            step: "if hue < 0 { hue += 360 }")
    ) { rgb in
        let right = answer(rgb)
        return [right[0] >= 300 ? right[0] - 360 : right[0], right[1], right[2]]
    },
    call.misconception(
        "the hue is in sixths of the circle, not in degrees", check: "sectors",
        hints: Hints(
            question: "Green is a third of the way around. What is a third of 360?",
            concept:
                "The differences count in sixths: green is at 2 of 6. In degrees each sixth is 60.",
            step: "Multiply by 60 at the end.")
    ) { rgb in [answer(rgb)[0] / 60] + answer(rgb).dropFirst() },
    call.misconception(
        "the hue is a share of the circle, not in degrees", check: "sectors",
        hints: Hints(
            question: "How many degrees has the circle, and how large is your largest hue?",
            concept: "Programs differ: 0 to 1, 0 to 180 in a byte, or degrees. Here it is degrees.",
            step: "Multiply by 360.")
    ) { rgb in [answer(rgb)[0] / 360] + answer(rgb).dropFirst() },
    call.misconception(
        "green and blue have changed their places on the circle", check: "sectors",
        hints: Hints(
            question: "Going up from red at 0 degrees, which comes first, green or blue?",
            concept: "Red 0, green 120, blue 240 degrees: 0, 2 and 4 sixths.",
            step: "If green is the largest, begin with 2; if blue is, with 4.")
    ) { rgb in
        let right = answer(rgb)
        let largest = max(rgb[0], rgb[1], rgb[2])
        let isRed = rgb[0] == largest
        let hue = isRed ? right[0] : rgb[1] == largest ? right[0] + 120 : right[0] - 120
        return [hue, right[1], right[2]]
    },
    call.misconception(
        "where green is the largest, red and blue are exchanged", check: "sectors",
        hints: Hints(
            question: "From green at 120 degrees towards blue at 240: does blue or red grow?",
            concept: "The hue grows from red over green to blue. So beside green it grows with "
                + "blue: "
                + "blue - red.",
            step: "60 * (2 + (blue - red) / range).")
    ) { rgb in
        let right = answer(rgb)
        let isGreen = rgb[1] > rgb[0] && rgb[1] >= rgb[2]
        return [isGreen ? 240 - right[0] : right[0], right[1], right[2]]
    },
    call.misconception(
        "you divide by 0 where nothing is colourful", check: "greys",
        hints: Hints(
            question: "What is the range of a grey, and what do you divide by it?",
            concept: "A grey has no hue, and 0 / 0 is not a number. By convention its hue is 0.",
            step: "if range == 0 { return [0, 0, largest] }, before any division.")
    ) { rgb in
        let right = answer(rgb)
        let range = max(rgb[0], rgb[1], rgb[2]) - min(rgb[0], rgb[1], rgb[2])
        return range == 0 ? [.nan, range / right[2], right[2]] : right
    },
    call.misconception(
        "the saturation is the range alone", check: "saturation",
        hints: Hints(
            question: "Dark violet and light violet: which has the larger range?",
            concept: "The range shrinks when there is less light. Divided by the largest it stays.",
            step: "(largest - smallest) / largest: 0.002 / 0.004 is 0.5.")
    ) { rgb in
        let right = answer(rgb)
        return [right[0], right[1] * right[2], right[2]]
    },
    call.misconception(
        "the value is the mean of the three", check: "saturation",
        hints: Hints(
            question: "Pure red, [1, 0, 0]: what is its value, and what would the mean be?",
            concept:
                "The value is the largest of the three. The mean, or luma, is another measure of "
                + "brightness.",
            step: "max(red, green, blue).")
    ) { rgb in [answer(rgb)[0], answer(rgb)[1], (rgb[0] + rgb[1] + rgb[2]) / 3] },
    call.misconception(
        "colours that are nearly grey count as grey", check: "saturation",
        hints: Hints(
            question: "[0.004, 0.002, 0.003] is nearly black. Is it grey?",
            concept:
                "Its range is half of its largest, so its saturation is 0.5: dark is not grey.",
            step: "Compare with 0 itself: range == 0.")
    ) { rgb in
        let right = answer(rgb)
        return right[1] * right[2] < 0.02 ? [0, 0, right[2]] : right
    },
]

private func answer(_ rgb: [Double]) -> [Double] {
    let (largest, smallest) = (max(rgb[0], rgb[1], rgb[2]), min(rgb[0], rgb[1], rgb[2]))
    let range = largest - smallest
    if range == 0 { return [0, 0, largest] }
    let sixth =
        largest == rgb[0]
        ? (rgb[1] - rgb[2]) / range
        : largest == rgb[1] ? 2 + (rgb[2] - rgb[0]) / range : 4 + (rgb[0] - rgb[1]) / range
    return [60 * (sixth < 0 ? sixth + 6 : sixth), range / largest, largest]
}
