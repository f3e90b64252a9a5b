import Curriculum
import DeepTeaching
import GraderKit

private let call = FeaturesCalls.regionProperties

extension FeaturesGraders {
    static let regionProperties = ExerciseGrader(
        call,
        checks: [
            call.check(
                "axes", "area, axes and eccentricity of the ellipse of the second moments",
                question: "What is divided by what, and which root has which factor?",
                inputs: { generator in
                    (0..<4).map { _ in band(&generator) }
                        + [
                            MorphologyGraders.noise(
                                PixelSize(width: 17, height: 6), 0.4, &generator),
                            MorphologyGraders.noise(
                                PixelSize(width: 5, height: 12), 0.6, &generator),
                            mask(["#....", "#....", "#....", "#####"]),
                        ]
                },
                compare: { expected, got in
                    Comparison.within(1e-7)(axes(expected), axes(got))
                }),
            call.check(
                "box", "extent: the area by that of the bounding box",
                question: "How many columns lie between the first and the last, with both?",
                inputs: { generator in
                    (0..<4).map { _ in band(&generator) } + [
                        mask([".....", "..##.", "..#..", "....."]),
                        mask(["#...", "..#.", "...."]),
                    ]
                },
                compare: { Comparison.within(1e-9)($0.extent, $1.extent) }),
            call.check(
                "no shape", "single pixels, lines, disks and nothing at all",
                question: "What is 0 / 0, and what is the root of a number a little below 0?",
                inputs: { generator in
                    let length = 3 + generator.index(below: 6)
                    return [
                        mask(["....", "....", "...."]), mask([]), mask(["...", "..#"]),
                        mask(["###"]), mask(["##", "##"]), mask(["#", "#", "#", "#"]),
                        MorphologyGraders.mask(PixelSize(width: 11, height: 9)) { x, y in
                            x == y && x < length
                        },
                        mask(["#....", ".....", "....#"]),
                        // Rounding makes the short eigenvalue of this line fall below 0.
                        mask(["#..", "...", ".#.", "...", "..#"]),
                    ]
                },
                compare: { expected, got in
                    Comparison.within(1e-5)(
                        axes(expected) + [expected.extent], axes(got) + [got.extent])
                }),
        ],
        misconceptions: misconceptions,
        alternatives: [
            call.answer("means of squares, determinant and trace") { mask in
                var moments = Moments(pixels(mask))
                guard moments.n > 0 else { return moments.properties }
                let trace = moments.a + moments.b
                let determinant = moments.a * moments.b - moments.c * moments.c
                let root = max(0, trace * trace / 4 - determinant).squareRoot()
                moments.values = (trace / 2 + root, max(0, trace / 2 - root))
                return moments.properties
            },
            call.answer("in coordinates from the corner of the box") { mask in
                let found = pixels(mask)
                let left = found.map(\.x).min() ?? 0
                let top = found.map(\.y).min() ?? 0
                return Moments(found.map { (x: $0.x - left, y: $0.y - top) }).properties
            },
        ],
        hints: Hints(
            question: "Your ellipse for a full square of 2 x 2 pixels: how long are its axes?",
            concept: "Means first, then the mean squares around them. The eigenvalues of "
                + "[[a, c], [c, b]] are (a + b) / 2 plus and minus the root; an axis is four "
                + "times the "
                + "square root of one.",
            step: "For 2 x 2: a = b = 1/4 and c = 0, so both eigenvalues are 1/4 and both axes "
                + "4 * 0.5 = 2; eccentricity 0, extent 4 / (2 * 2) = 1."))

    /// A mistake in what is made of the moments.
    private static func misconception(
        _ statement: String, check: String, hints: Hints,
        change: @escaping @Sendable (inout RegionProperties, Moments) -> Void
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints) { mask in
            let moments = Moments(pixels(mask))
            var properties = moments.properties
            if moments.n > 0 { change(&properties, moments) }
            return properties
        }
    }

    private static let misconceptions: [Misconception] = [
        misconception(
            "the axes are half as long: 2 sqrt in place of 4 sqrt", check: "axes",
            hints: Hints(
                question: "A disk of radius 10 has a variance of 25 along x. How long is its axis?",
                concept: "For an ellipse the variance along an axis is its half length squared by "
                    + "4: "
                    + "2 sqrt gives the half axis, 4 sqrt the whole.",
                step: "4 * sqrt(25) = 20, the diameter.")
        ) { properties, _ in
            properties.majorAxis /= 2
            properties.minorAxis /= 2
        },
        misconception(
            "the axes are four times the eigenvalues, without a root", check: "axes",
            hints: Hints(
                question: "Which unit does a variance have?",
                concept: "Square pixels. An axis is a length: take the square root.",
                step: "4 * lambda.squareRoot().")
        ) { properties, moments in
            properties.majorAxis = 4 * moments.values.0
            properties.minorAxis = 4 * moments.values.1
        },
        misconception(
            "you divide by n - 1", check: "axes",
            hints: Hints(
                question: "Are the pixels a sample of something, or all there is?",
                concept: "n - 1 estimates the variance of what a sample was drawn from. Here the "
                    + "pixels are the region itself.",
                step: "Divide by n.")
        ) { properties, moments in
            let factor = (moments.n / max(1, moments.n - 1)).squareRoot()
            properties.majorAxis *= factor
            properties.minorAxis *= factor
        },
        misconception(
            "the ellipse is not turned: c is missing", check: "axes",
            hints: Hints(
                question: "Is your long axis longer than your short one for a diagonal line?",
                concept: "a and b are widths along x and y. A diagonal region is wide in both; "
                    + "only c "
                    + "says that it is narrow across.",
                step: "root = sqrt(((a - b) / 2)^2 + c^2).")
        ) { properties, moments in
            var flat = moments
            flat.values = (max(moments.a, moments.b), min(moments.a, moments.b))
            properties = flat.properties
        },
        misconception(
            "long and short axis are swapped", check: "axes",
            hints: Hints(
                question: "Which eigenvalue is the larger one?",
                concept: "The one with plus the root.",
                step: "majorAxis belongs to (a + b) / 2 + root.")
        ) { properties, _ in swap(&properties.majorAxis, &properties.minorAxis) },
        misconception(
            "the eccentricity is the ratio of the axes", check: "axes",
            hints: Hints(
                question: "What is your eccentricity for a disk?",
                concept: "A circle has 0 and a line has 1; the ratio of the axes runs the other "
                    + "way.",
                step: "sqrt(1 - lambda2 / lambda1).")
        ) { properties, moments in
            properties.eccentricity =
                moments.values.0 == 0
                ? 0 : (moments.values.1 / moments.values.0).squareRoot()
        },
        misconception(
            "the eccentricity takes the axes for their squares", check: "axes",
            hints: Hints(
                question: "lambda2 / lambda1 is 1/4. What is minorAxis / majorAxis?",
                concept: "It is 1/2: eigenvalues are squares of lengths.",
                step: "1 - (minorAxis / majorAxis)^2, or 1 - lambda2 / lambda1.")
        ) { properties, _ in
            if properties.majorAxis > 0 {
                properties.eccentricity =
                    (1 - properties.minorAxis / properties.majorAxis).squareRoot()
            }
        },
        misconception(
            "the eccentricity lacks its root", check: "axes",
            hints: Hints(
                question: "Which root stands in the equation of the eccentricity?",
                concept: "1 - lambda2 / lambda1 is its square.",
                step: "(1 - second / first).squareRoot().")
        ) { properties, _ in properties.eccentricity *= properties.eccentricity },
        misconception(
            "the bounding box lacks its last column and row", check: "box",
            hints: Hints(
                question: "How many columns are 3, 4 and 5?",
                concept: "Last minus first is one too few.",
                step: "(right - left + 1) * (bottom - top + 1).")
        ) { properties, moments in
            let (width, height) = moments.box
            properties.extent = moments.n / max(1, (width - 1) * (height - 1))
        },
        call.misconception(
            "the extent is a share of the whole picture", check: "box",
            hints: Hints(
                question: "Does your extent change if the picture gets a wider rim?",
                concept: "The bounding box is the smallest rectangle that holds the region.",
                step: "Find the first and the last column and row with foreground.")
        ) { mask in
            let moments = Moments(pixels(mask))
            var properties = moments.properties
            if moments.n > 0 { properties.extent = moments.n / Double(mask.size.area) }
            return properties
        },
        misconception(
            "the extent of a region is the box by the area", check: "box",
            hints: Hints(
                question: "Can the extent be larger than 1?",
                concept: "It says how much of the box is filled.",
                step: "Divide the area by the box, not the other way round.")
        ) { properties, _ in properties.extent = 1 / properties.extent },
        misconception(
            "a single pixel has an eccentricity that is no number", check: "no shape",
            hints: Hints(
                question: "What is lambda1 of a single pixel?",
                concept: "0, and 0 / 0 is not a number. A single pixel is not stretched.",
                step: "first == 0 ? 0 : (1 - second / first).squareRoot().")
        ) { properties, moments in
            properties.eccentricity = (1 - moments.values.1 / moments.values.0).squareRoot()
        },
        misconception(
            "a single pixel counts as a line", check: "no shape",
            hints: Hints(
                question: "In which direction is a single pixel stretched?",
                concept: "In none: where lambda1 is 0, the eccentricity is 0 by agreement.",
                step: "first == 0 ? 0 : (1 - second / first).squareRoot().")
        ) { properties, moments in
            if moments.values.0 == 0 { properties.eccentricity = 1 }
        },
        call.misconception(
            "an empty mask gives numbers that are none", check: "no shape",
            hints: Hints(
                question: "By what do you divide if there is no pixel?",
                concept: "Most slides have no metastasis at all. They get zeros.",
                step: "Return five zeros before you divide.")
        ) { mask in
            let moments = Moments(pixels(mask))
            if moments.n > 0 { return moments.properties }
            return RegionProperties(
                area: 0, majorAxis: .nan, minorAxis: .nan, eccentricity: .nan, extent: .nan)
        },
    ]

    private static func axes(_ properties: RegionProperties) -> [Double] {
        [
            properties.area, properties.majorAxis, properties.minorAxis, properties.eccentricity,
        ]
    }
}

/// Second moments of pixels, from whole numbers.
private struct Moments {
    let n: Double
    let a: Double
    let b: Double
    let c: Double

    /// Columns and rows of the bounding box.
    let box: (width: Double, height: Double)

    /// The eigenvalues, the larger one first.
    var values: (Double, Double)

    init(_ pixels: [(x: Int, y: Int)]) {
        let n = Double(pixels.count)
        let count = max(1, pixels.count)
        func mean(_ value: ((x: Int, y: Int)) -> Int) -> (sum: Int, count: Int) {
            (pixels.reduce(0) { $0 + value($1) }, count)
        }
        let (x, y) = (mean(\.x).sum, mean(\.y).sum)
        func moment(_ product: ((x: Int, y: Int)) -> Int, _ first: Int, _ second: Int) -> Double {
            Double(count * mean(product).sum - first * second) / Double(count * count)
        }
        a = moment({ $0.x * $0.x }, x, x)
        b = moment({ $0.y * $0.y }, y, y)
        c = moment({ $0.x * $0.y }, x, y)
        self.n = n
        func length(_ values: [Int]) -> Double {
            Double((values.max() ?? 0) - (values.min() ?? 0) + 1)
        }
        box = (length(pixels.map(\.x)), length(pixels.map(\.y)))
        let root = ((a - b) * (a - b) / 4 + c * c).squareRoot()
        values = ((a + b) / 2 + root, max(0, (a + b) / 2 - root))
    }

    var properties: RegionProperties {
        if n == 0 {
            return RegionProperties(
                area: 0, majorAxis: 0, minorAxis: 0, eccentricity: 0, extent: 0)
        }
        return RegionProperties(
            area: n, majorAxis: 4 * values.0.squareRoot(), minorAxis: 4 * values.1.squareRoot(),
            eccentricity: values.0 == 0 ? 0 : (1 - values.1 / values.0).squareRoot(),
            extent: n / (box.width * box.height))
    }
}
