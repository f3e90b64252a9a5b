import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideFormatsCalls.micronsPerPixel

extension SlideFormatsGraders {
    static let micronsPerPixel = ExerciseGrader(
        call,
        checks: [
            call.check(
                "units", "centimetres, inches and millimetres become micrometres",
                question: "How many micrometres has the unit, and how many pixels lie along it?",
                inputs: { generator in
                    let drawn = (0..<4).map { _ in generator.uniform(0.2, 4) }
                    return [
                        (10_000 / drawn[0], 3, nil), (25_400 / drawn[1], 2, nil),
                        (nil, 1, drawn[2] / 1000), (nil, 3, drawn[3] / 1000),
                        // Both say something, and not the same: the spacing counts.
                        (10_000 / drawn[0], 3, drawn[1] / 1000),
                        (25_400 / drawn[2], 2, drawn[3] / 1000),
                    ]
                }, compare: Comparison.within(1e-9)),
            call.check(
                "unknown", "what no microscope has counts as not said",
                question: "How large would a pixel be in a file that says 72 pixels an inch?",
                inputs: { generator in
                    let drawn = generator.uniform(0.2, 4)
                    return [
                        (nil, 2, nil), (72, 2, nil), (generator.uniform(20, 90), 3, nil),
                        (10_000 / drawn, 1, nil), (10_000 / drawn, 0, nil), (0, 3, nil),
                        (generator.uniform(2e6, 9e6), 3, nil), (72, 2, 0), (nil, 1, 0.9),
                        (10_000 / 100.5, 3, nil), (nil, 1, 50),
                        // What the spacing does not say, the resolution may.
                        (10_000 / drawn, 3, 0), (10_000 / drawn, 3, 0.353),
                        // The bounds themselves are not beyond them.
                        (100, 3, nil), (1_000_000, 3, nil),
                    ]
                }, compare: Comparison.within(1e-9)),
        ],
        misconceptions: unitMistakes + unknownMistakes,
        alternatives: [
            call.answer("one question after the other") { xResolution, unit, spacing in
                func known(_ value: Double) -> Double? {
                    value.isFinite && !(value < 0.01) && !(value > 100) ? value : nil
                }
                if let spacing, let value = known(spacing * 1e3) { return value }
                guard let xResolution, xResolution > 0 else { return nil }
                switch unit {
                case 2: return known(25.4 / xResolution * 1000)
                case 3: return known(1 / xResolution * 10_000)
                default: return nil
                }
            }
        ],
        hints: Hints(
            question:
                "40 000 pixels lie along a centimetre. Is a pixel larger or smaller than 1 um?",
            concept:
                "The file tells pixels a unit; you want micrometres a pixel. Divide the unit, in "
                + "micrometres, by the pixels. A centimetre has 10 000, an inch 25 400.",
            step:
                "Collect what is said, in micrometres: 1000 * spacing, then unit / xResolution; the "
                + "first from 0.01 to 100 is the answer, or nil."))

    private static let unitMistakes: [Misconception] = [
        mistake(
            "an inch is taken for a centimetre", check: "units",
            hints: Hints(
                question: "How many centimetres has an inch?",
                concept: "2.54. Who mistakes one for the other measures everything 2.54 times too "
                    + "small, and a macro-metastasis becomes a micro-metastasis.",
                step: "Unit 2: 25 400 micrometres; unit 3: 10 000.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit == 2 ? 3 : unit, spacing)
        },
        mistake(
            "a centimetre is taken for an inch", check: "units",
            hints: Hints(
                question: "Which unit has the number 3?",
                concept: "2 is an inch, 3 a centimetre.",
                step: "Unit 2: 25 400 micrometres; unit 3: 10 000.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit == 3 ? 2 : unit, spacing)
        },
        mistake(
            "pixels a unit are not turned over", check: "units",
            hints: Hints(
                question: "More pixels along a centimetre: does each become larger or smaller?",
                concept: "Smaller. Pixels a micrometre are not micrometres a pixel.",
                step: "unit / xResolution, not xResolution / unit.")
        ) { xResolution, unit, spacing in
            said(nil, unit, spacing)
                + said(xResolution, unit, nil).map { 1 / $0 }
        },
        mistake(
            "the spacing is taken for micrometres", check: "units",
            hints: Hints(
                question: "What is 0.000243 mm in micrometres?",
                concept: "0.243: a millimetre has 1000.",
                step: "1000 * spacing.")
        ) { xResolution, unit, spacing in
            [spacing].compactMap { $0 } + said(xResolution, unit, nil)
        },
        mistake(
            "the spacing is not looked at", check: "units",
            hints: Hints(
                question: "A file of Philips has no resolution. Is nothing known?",
                concept: "Its XML says the spacing of the pixels in millimetres.",
                step: "Ask the spacing first.")
        ) { xResolution, unit, _ in said(xResolution, unit, nil) },
        mistake(
            "the resolution counts more than the spacing", check: "units",
            hints: Hints(
                question: "Both are given, and differ: which of them did the scanner write?",
                concept:
                    "The spacing belongs to the scanner's own text; a resolution may be what the "
                    + "program wrote that saved the file.",
                step: "The spacing first.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit, nil) + said(nil, unit, spacing)
        },
    ]

    private static let unknownMistakes: [Misconception] = [
        mistake(
            "no unit is taken for a centimetre", check: "unknown",
            hints: Hints(
                question: "What does the number 1 say about the unit?",
                concept:
                    "That there is none: the resolution is only a ratio. Then nobody knows how "
                    + "large a pixel is.",
                step: "Only 2 and 3 are units.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit == 2 ? 2 : 3, spacing)
        },
        call.misconception(
            "72 pixels an inch are believed", check: "unknown",
            hints: Hints(
                question: "25 400 / 72 is 353. Does a microscope have such pixels?",
                concept: "Programs write 72 where they know nothing. A default is no measurement.",
                step: "Take only what lies from 0.01 to 100.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit, spacing).first { $0.isFinite && $0 > 0 }
        },
        call.misconception(
            "what is unknown becomes 0", check: "unknown",
            hints: Hints(
                question: "How long is a metastasis with pixels of 0 micrometres?",
                concept: "0 mm, so it is none. A number that means 'unknown' is taken for a number "
                    + "sooner or later; nil is not.",
                step: "return nil.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit, spacing).first(where: isPossible) ?? 0
        },
        call.misconception(
            "what is unknown becomes 0.25, as most slides have it", check: "unknown",
            hints: Hints(
                question: "What if this slide was scanned at 0.5 micrometres?",
                concept:
                    "Then every length is wrong by a factor of two, and nobody is told. Let the "
                    + "caller decide.",
                step: "return nil.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit, spacing).first(where: isPossible) ?? 0.25
        },
        call.misconception(
            "a spacing that says nothing ends the search", check: "unknown",
            hints: Hints(
                question:
                    "The spacing is 0, and the resolution is good. Is the pixel size unknown?",
                concept: "Each of the two may say it.",
                step: "Look for the first *possible* value, not at the first value.")
        ) { xResolution, unit, spacing in
            said(xResolution, unit, spacing).first.flatMap { isPossible($0) ? $0 : nil }
        },
    ]

    /// A mistake in what is said, of which the first possible value is taken.
    private static func mistake(
        _ statement: String, check: String, hints: Hints,
        said: @escaping @Sendable (Double?, Int, Double?) -> [Double]
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints) { xResolution, unit, spacing in
            said(xResolution, unit, spacing).first(where: isPossible)
        }
    }

    @Sendable private static func isPossible(_ value: Double) -> Bool {
        value >= 0.01 && value <= 100
    }

    /// What the file says, in micrometres.
    private static func said(_ xResolution: Double?, _ unit: Int, _ spacing: Double?) -> [Double] {
        let micrometres = [2: 25_400.0, 3: 10_000][unit]
        let resolution = micrometres.flatMap { unit in xResolution.map { unit / $0 } }
        return [spacing.map { 1000 * $0 }, resolution].compactMap { $0 }
    }
}
