import Curriculum
import DeepTeaching
import Foundation
import GraderKit

private let call = ColorModelsCalls.macenkoStains

extension ColorModelsGraders {
    static let macenkoStains = ExerciseGrader(
        call,
        checks: [
            call.check(
                "angles", "the outermost directions in the plane, the one with more red first",
                inputs: { generator in
                    [1, 2, 3, 14].flatMap { count in
                        // Turned round, the second axis makes the largest angle the smallest.
                        [false, true].map { slide(count, turned: $0, outliers: 0, &generator) }
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "outliers", "a share of the angles at each end does not count",
                question: "Which angles do you take for outliers of 1 and of 25 percent?",
                inputs: { generator in
                    [(30, 1), (5, 25), (12, 10), (101, 4), (4, 49.5), (1, 30)].map {
                        slide($0.0, turned: true, outliers: $0.1, &generator)
                    }
                }, compare: Comparison.within(1e-9)),
            call.check(
                "background", "pixels with too little stain in any colour do not count",
                question: "What does a pixel without any stain say about the stains?",
                inputs: { generator in
                    [12, 20].map {
                        withGlass(slide($0, turned: true, outliers: 0, &generator), &generator)
                    }
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: macenkoMisconceptions,
        alternatives: [
            call.answer("loops, and the colours by their lines") {
                densities, axes, least, outliers in
                var angles: [Double] = []
                for density in densities
                where !(density[0] < least || density[1] < least || density[2] < least) {
                    angles.append(atan2(dot(density, axes[1]), dot(density, axes[0])))
                }
                angles.sort()
                func angle(_ share: Double) -> Double {
                    let place = share * Double(angles.count - 1)
                    let (low, high) = (Int(place.rounded(.down)), Int(place.rounded(.up)))
                    let weight = place - place.rounded(.down)
                    return (1 - weight) * angles[low] + weight * angles[high]
                }
                var found = [angle(outliers / 100), angle((100 - outliers) / 100)].map { angle in
                    zip(axes[0], axes[1]).map { $0 * cos(angle) + $1 * sin(angle) }
                }
                if found[1][0] > found[0][0] { found.swapAt(0, 1) }
                return found
            },
            call.answer("the angles from the tangent, all of them to the right") {
                densities, axes, least, outliers in
                let stained = densities.filter { $0.min() ?? 0 >= least }
                let slopes = stained.map { dot($0, axes[1]) / dot($0, axes[0]) }
                let angles = slopes.map { atan($0) }.sorted()
                return rays(angles, axes, [outliers / 100, 1 - outliers / 100])
            },
        ],
        hints: Hints(
            question: "What does a pixel without any stain say about the stains?",
            concept:
                "Nothing: noise gives it any angle. So it goes first. Of the others, those at the "
                + "ends of the sorted angles are nearly pure stains, but for a few outliers.",
            step: "Of 30 angles and 1 percent, the place is 0.01 * 29 = 0.29: angles[0] + 0.29 * "
                + "(angles[1] - angles[0]). At the other end 0.99 * 29 = 28.71."))

    /// Densities of two stains, and the axes of their plane.
    private static func slide(
        _ count: Int, turned: Bool, outliers: Double, _ generator: inout SeededGenerator
    ) -> (densities: [[Double]], axes: [[Double]], leastDensity: Double, outliers: Double) {
        let stains = stains(&generator)
        let first = scaled((0..<3).map { stains[0][$0] + stains[1][$0] }, to: 1)
        let across = (0..<3).map { stains[0][$0] - stains[1][$0] }
        let along = dot(across, first)
        let second = scaled((0..<3).map { across[$0] - along * first[$0] }, to: turned ? -1 : 1)
        let densities = (0..<count).map { _ in
            let share = generator.uniform()
            let amount = generator.uniform(1, 2.5)
            return (0..<3).map {
                amount * (share * stains[0][$0] + (1 - share) * stains[1][$0])
                    + generator.uniform(0, 0.1)
            }
        }
        return (densities, [first, second], 0.15, outliers)
    }

    /// The same with glass among the pixels: noise in all directions, pixels that lack one colour,
    /// and one
    /// that has just enough.
    private static func withGlass(
        _ slide: (densities: [[Double]], axes: [[Double]], leastDensity: Double, outliers: Double),
        _ generator: inout SeededGenerator
    ) -> (densities: [[Double]], axes: [[Double]], leastDensity: Double, outliers: Double) {
        let glass = (0..<9).map { _ in (0..<3).map { _ in generator.uniform(-0.1, 0.1) } }
        // Much of one colour, and too little of the others: further out than all that counts.
        let lacking = (0..<4).map { number -> [Double] in
            let rest = [generator.uniform(0, 0.05), generator.uniform(0.05, 0.12)]
            let much = generator.uniform(2, 3)
            return number.isMultiple(of: 2) ? [much] + rest : [rest[0], much, rest[1]]
        }
        // Nothing but red, and too little in all: the outermost direction.
        let reddest = [generator.uniform(0.3, 0.42), 0, 0]
        // One has just enough green, the other just enough red.
        let edges = [
            [generator.uniform(2, 3), slide.leastDensity, 0.3],
            [slide.leastDensity, generator.uniform(2, 3), 0.3],
        ]
        return (
            generator.shuffled(slide.densities + glass + lacking + edges + [reddest]), slide.axes,
            slide.leastDensity, slide.outliers
        )
    }
}

private let macenkoMisconceptions = [
    call.misconception(
        "you take the smallest and the largest angle, outliers or not", check: "outliers",
        hints: Hints(
            question: "A speck of dust has any colour. Which stain does your answer give then?",
            concept:
                "One pixel of dust, ink or blood lies outside of all others and would be a stain. "
                + "A "
                + "percent of the angles at each end is left out.",
            step: "The shares are outliers / 100 and 1 - outliers / 100, not 0 and 1.")
    ) { densities, axes, least, _ in
        rays(angles(densities, axes) { $0.allSatisfy { $0 >= least } }, axes, [0, 1])
    },
    call.misconception(
        "the background is left in", check: "background",
        hints: Hints(
            question: "What is the angle of a pixel whose density is nearly 0?",
            concept: "Any: noise decides. Glass has such pixels by the thousand, on all sides.",
            step: "densities.filter { $0.allSatisfy { $0 >= leastDensity } }, before the angles.")
    ) { densities, axes, _, outliers in
        rays(angles(densities, axes) { _ in true }, axes, [outliers / 100, 1 - outliers / 100])
    },
    call.misconception(
        "a pixel counts if one colour has enough stain", check: "background",
        hints: Hints(
            question: "A pixel with much red density and none in blue: is it tissue?",
            concept:
                "Both stains hold back all three colours. What lacks one of them is ink or noise.",
            step: "allSatisfy, where you have contains or max.")
    ) { densities, axes, least, outliers in
        rays(
            angles(densities, axes) { $0.contains { $0 >= least } }, axes,
            [outliers / 100, 1 - outliers / 100])
    },
    call.misconception(
        "a pixel with just the least density does not count", check: "background",
        hints: Hints(
            question: "Which side does a pixel of exactly 0.15 belong to?",
            concept: "This density in each colour, or more: equal counts.",
            step: "Write >= where you write >.")
    ) { densities, axes, least, outliers in
        rays(
            angles(densities, axes) { $0.allSatisfy { $0 > least } }, axes,
            [outliers / 100, 1 - outliers / 100])
    },
    call.misconception(
        "the mean of the three colours decides what is background", check: "background",
        hints: Hints(
            question: "Densities 2, 2 and 0: what is their mean, and is every colour stained?",
            concept: "The mean is high although one colour is not stained at all.",
            step: "Compare each of the three with the least density.")
    ) { densities, axes, least, outliers in
        rays(
            angles(densities, axes) { $0.reduce(0, +) / 3 >= least }, axes,
            [outliers / 100, 1 - outliers / 100])
    },
    call.misconception(
        "the stains come in the order of their angles", check: "angles",
        hints: Hints(
            question: "Turn the second axis round. Which stain comes first then?",
            concept: "An axis has no sign of its own: turned round, the smallest angle becomes the "
                + "largest. The colours decide: haematoxylin holds back more red.",
            step: "Compare the first components: stains[0][0] >= stains[1][0], or exchange them.")
    ) { densities, axes, least, outliers in
        raysInOrder(
            angles(densities, axes) { $0.allSatisfy { $0 >= least } }, axes,
            [outliers / 100, 1 - outliers / 100])
    },
    call.misconception(
        "eosin comes first", check: "angles",
        hints: Hints(
            question: "Blue nuclei: which colour of the light do they hold back?",
            concept:
                "Red. So haematoxylin is the stain with more density in red, the first component.",
            step: "The stain with the larger first component comes first.")
    ) { densities, axes, least, outliers in
        rays(
            angles(densities, axes) { $0.allSatisfy { $0 >= least } }, axes,
            [outliers / 100, 1 - outliers / 100]
        ).reversed()
    },
    call.misconception(
        "the arguments of atan2 are exchanged", check: "angles",
        hints: Hints(
            question: "A pixel along the first axis: which angle has it?",
            concept: "0. atan2 takes the height first: atan2(y, x), and x is along the first axis.",
            step: "atan2(product with the second axis, product with the first axis).")
    ) { densities, axes, least, outliers in
        let angles = densities.filter { $0.allSatisfy { $0 >= least } }
            .map { atan2(dot($0, axes[0]), dot($0, axes[1])) }.sorted()
        return rays(angles, axes, [outliers / 100, 1 - outliers / 100])
    },
    call.misconception(
        "you take the nearest angle instead of what lies between two", check: "outliers",
        hints: Hints(
            question:
                "Place 0.29 lies between the first and the second angle. Which one do you take?",
            concept: "Neither: with few pixels the stains would jump when a pixel is added.",
            step: "angles[0] + 0.29 * (angles[1] - angles[0]).")
    ) { densities, axes, least, outliers in
        let all = angles(densities, axes) { $0.allSatisfy { $0 >= least } }
        let shares = [outliers / 100, 1 - outliers / 100].map {
            (($0 * Double(all.count - 1)).rounded()) / max(1, Double(all.count - 1))
        }
        return rays(all, axes, shares)
    },
    call.misconception(
        "the place is the share of n, not of n - 1", check: "outliers",
        hints: Hints(
            question: "Of four sorted angles, at which place is the share 1?",
            concept: "At place 3, the last: counted from 0, n numbers end at n - 1.",
            step: "share * Double(angles.count - 1).")
    ) { densities, axes, least, outliers in
        let all = angles(densities, axes) { $0.allSatisfy { $0 >= least } }
        let factor = Double(all.count) / max(1, Double(all.count - 1))
        return rays(
            all, axes,
            [min(1, outliers / 100 * factor), min(1, (1 - outliers / 100) * factor)])
    },
]

private func angles(
    _ densities: [[Double]], _ axes: [[Double]], where counts: ([Double]) -> Bool
) -> [Double] {
    densities.filter(counts).map { atan2(dot($0, axes[1]), dot($0, axes[0])) }.sorted()
}

/// The directions at two shares of sorted angles, that of the smaller angle first.
private func raysInOrder(
    _ angles: [Double], _ axes: [[Double]], _ shares: [Double]
) -> [[Double]] {
    shares.map { share in
        let place = share * Double(angles.count - 1)
        let lower = min(Int(place), angles.count - 1)
        let upper = min(lower + 1, angles.count - 1)
        let angle = angles[lower] + (place - Double(lower)) * (angles[upper] - angles[lower])
        return zip(axes[0], axes[1]).map { $0 * cos(angle) + $1 * sin(angle) }
    }
}

/// The same, the one with more red first.
private func rays(_ angles: [Double], _ axes: [[Double]], _ shares: [Double]) -> [[Double]] {
    let found = raysInOrder(angles, axes, shares)
    return found[0][0] >= found[1][0] ? found : found.reversed()
}
