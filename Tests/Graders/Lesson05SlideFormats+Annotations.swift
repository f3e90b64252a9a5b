import Curriculum
import DeepTeaching
import GraderKit

private let call = SlideFormatsCalls.annotations

extension SlideFormatsGraders {
    static let annotations = ExerciseGrader(
        call,
        checks: [
            call.check(
                "groups", "the group says whether an outline holds tumour or is a hole",
                question: "What does the group _2 hold?",
                inputs: { generator in
                    let groups = [
                        "_0", "_1", "_2", "Tumor", "metastases", "Exclusion", "normal", "NORMAL",
                        "tumor", "None", "region of interest", "", "no tumor", "no metastases",
                    ]
                    return [
                        generator.shuffled(groups).enumerated().map { index, group in
                            // Two have the same name.
                            element("a\(index / 2)", group, corners: 4, &generator)
                        }, [],
                    ]
                }, compare: difference),
            call.check(
                "order",
                "the corners are connected as their order says; two corners enclose nothing",
                question: "In which order do you connect the corners?",
                inputs: { generator in
                    [[3, 12, 2, 5], [14, 1, 3], [0, 4]].map { counts in
                        counts.enumerated().map { index, count in
                            var drawn = element("a\(index)", "_0", corners: count, &generator)
                            drawn.coordinates = generator.shuffled(drawn.coordinates)
                            // Never in order by chance.
                            if drawn.coordinates.first?.order == firstOrder {
                                drawn.coordinates.reverse()
                            }
                            return drawn
                        }
                    }
                }, compare: difference),
        ],
        misconceptions: groupMistakes + orderMistakes,
        alternatives: [
            call.answer("with a loop and a switch") { elements in
                var outlines: [Annotation] = []
                for element in elements {
                    let kind: Annotation.Kind
                    switch element.group.lowercased() {
                    case "_0", "_1", "tumor", "metastases": kind = .tumor
                    case "_2", "exclusion", "normal": kind = .exclusion
                    default: continue
                    }
                    if element.coordinates.count < 3 { continue }
                    var corners = element.coordinates
                    corners.sort { $1.order > $0.order }
                    outlines.append(
                        Annotation(
                            name: element.name, kind: kind,
                            outline: corners.map { BaselinePoint(x: $0.x, y: $0.y) }))
                }
                return outlines
            }
        ],
        hints: Hints(
            question:
                "What decides whether an element is in the result, and what decides its kind?",
            concept: "The group decides both, beside the number of corners. The rest is sorting.",
            step:
                "elements.compactMap: nil for another group or fewer than three corners; otherwise "
                + "element.coordinates.sorted { $0.order < $1.order } becomes the outline."))

    private static let groupMistakes: [Misconception] = [
        mistake(
            "holes are taken for tumour", check: "groups",
            hints: Hints(
                question: "What did the pathologist mean with an outline inside of another?",
                concept: "That the tissue inside is not tumour. Read as tumour, its pixels become "
                    + "wrong labels, and no score on such labels shows it.",
                step: "_2, exclusion and normal are .exclusion.")
        ) { outlines(of: $0, kind: { kind($0) == nil ? nil : .tumor }) },
        mistake(
            "holes are left out", check: "groups",
            hints: Hints(
                question: "Who cuts the hole out of the tumour, if you do not tell where it is?",
                concept:
                    "A hole is part of what was drawn; without it the outline around it is filled.",
                step: "Keep it, with the kind .exclusion.")
        ) { outlines(of: $0, kind: { kind($0) == .tumor ? .tumor : nil }) },
        mistake(
            "the group is compared letter by letter, with its case", check: "groups",
            hints: Hints(
                question: "Is \"Tumor\" another group than \"tumor\"?",
                concept: "People write both. A slide whose outlines are lost looks free of tumour.",
                step: "element.group.lowercased().")
        ) { outlines(of: $0, kind: { $0 == $0.lowercased() ? kind($0) : nil }) },
        mistake(
            "every other group is taken for tumour", check: "groups",
            hints: Hints(
                question: "Somebody outlined a region of interest. Is all of it tumour?",
                concept: "Only known groups say what they hold.",
                step: "Return nil for a group that you do not know.")
        ) { outlines(of: $0, kind: { kind($0) ?? .tumor }) },
        mistake(
            "every other group is taken for a hole", check: "groups",
            hints: Hints(
                question: "Does a group named \"None\" say that there is no tumour?",
                concept: "It says nothing. As a hole it would cut tumour away.",
                step: "Return nil for a group that you do not know.")
        ) { outlines(of: $0, kind: { kind($0) ?? .exclusion }) },
        mistake(
            "_2 is taken for a third kind of tumour", check: "groups",
            hints: Hints(
                question: "What do the groups _0, _1 and _2 of CAMELYON16 hold?",
                concept: "_0 and _1 tumour, _2 the holes in it.",
                step: "\"_2\": .exclusion.")
        ) { outlines(of: $0, kind: { $0 == "_2" ? .tumor : kind($0) }) },
    ]

    private static let orderMistakes: [Misconception] = [
        mistake(
            "the corners keep the order of the file", check: "order",
            hints: Hints(
                question: "What is the attribute Order for?",
                concept:
                    "It numbers the corners along the outline. Connected in another order they "
                    + "make a star whose lines cross.",
                step: "element.coordinates.sorted { $0.order < $1.order }.")
        ) { outlines(of: $0, sorted: { $0 }) },
        mistake(
            "the corners are sorted as words: 10 before 2", check: "order",
            hints: Hints(
                question: "Which comes first in a dictionary, \"10\" or \"2\"?",
                concept: "Numbers in XML are words until you make numbers of them.",
                step: "Compare the Ints: $0.order < $1.order.")
        ) { outlines(of: $0, sorted: { $0.sorted { "\($0.order)" < "\($1.order)" } }) },
        mistake(
            "the corners run backwards", check: "order",
            hints: Hints(
                question: "Which corner comes first, the one with order 0 or with the highest?",
                concept: "Order 0 is the first.",
                step: "$0.order < $1.order.")
        ) { outlines(of: $0, sorted: { $0.sorted { $0.order > $1.order } }) },
        mistake(
            "x and y are swapped", check: "order",
            hints: Hints(
                question: "Which of the two runs to the right?",
                concept: "x. Swapped, the outline lies mirrored at the diagonal of the slide.",
                step: "BaselinePoint(x: corner.x, y: corner.y).")
        ) {
            outlines(
                of: $0,
                sorted: {
                    ordered($0).map { DrawnCorner(order: $0.order, x: $0.y, y: $0.x) }
                })
        },
        mistake(
            "outlines of one or two corners are kept", check: "order",
            hints: Hints(
                question: "Which area do two corners enclose?",
                concept: "None: somebody clicked by mistake, or measured a length.",
                step: "element.coordinates.count >= 3.")
        ) { outlines(of: $0, fewest: 0) },
        mistake(
            "triangles are left out", check: "order",
            hints: Hints(
                question: "Does a triangle enclose anything?",
                concept: "It does. Fewer than three means two at most.",
                step: "element.coordinates.count >= 3.")
        ) { outlines(of: $0, fewest: 4) },
    ]

    private static func mistake(
        _ statement: String, check: String, hints: Hints,
        mutant: @escaping @Sendable ([DrawnElement]) -> [Annotation]
    ) -> Misconception {
        call.misconception(statement, check: check, hints: hints, mutant: mutant)
    }

    private static func outlines(
        of elements: [DrawnElement], fewest: Int = 3,
        sorted: ([DrawnCorner]) -> [DrawnCorner] = ordered,
        kind: (String) -> Annotation.Kind? = kind
    ) -> [Annotation] {
        elements.compactMap { element in
            guard let kind = kind(element.group), element.coordinates.count >= fewest else {
                return nil
            }
            return Annotation(
                name: element.name, kind: kind,
                outline: sorted(element.coordinates).map { BaselinePoint(x: $0.x, y: $0.y) })
        }
    }

    private static func ordered(_ corners: [DrawnCorner]) -> [DrawnCorner] {
        corners.sorted { $0.order < $1.order }
    }

    private static func kind(_ group: String) -> Annotation.Kind? {
        let group = group.lowercased()
        if ["_0", "_1", "tumor", "metastases"].contains(group) { return .tumor }
        return ["_2", "exclusion", "normal"].contains(group) ? .exclusion : nil
    }

    /// An element with its corners in order, on a ring around a drawn place.
    /// Corners may have been deleted, so the numbers of an order do not begin with 0, and have gaps.
    private static let firstOrder = 3

    private static func element(
        _ name: String, _ group: String, corners: Int, _ generator: inout SeededGenerator
    ) -> DrawnElement {
        let (x, y) = (
            generator.uniform(100, 900).rounded(), generator.uniform(1000, 2000).rounded()
        )
        return DrawnElement(
            name: name, group: group,
            coordinates: (0..<corners).map { corner in
                DrawnCorner(
                    order: firstOrder + 2 * corner, x: x + generator.uniform(1, 50),
                    y: y + generator.uniform(1, 50))
            })
    }

    /// Says which outline differs, and in what.
    @Sendable private static func difference(
        _ expected: [Annotation], _ got: [Annotation]
    ) -> Verdict {
        let names = (expected.map(\.name), got.map(\.name))
        guard names.0 == names.1 else {
            return .wrong("the outlines are \(names.1), expected \(names.0)")
        }
        for (right, own) in zip(expected, got) {
            if own.kind != right.kind {
                return .wrong("\(own.name) is .\(own.kind), expected .\(right.kind)")
            }
            if own.outline != right.outline {
                return .wrong("\(own.name): \(words(own)), expected \(words(right))")
            }
        }
        return .right
    }

    private static func words(_ annotation: Annotation) -> String {
        annotation.outline.map { "(\($0.x), \($0.y))" }.joined(separator: ", ")
    }
}
