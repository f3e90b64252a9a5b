import Curriculum
import DeepTeaching
import GraderKit
import Mutants

extension TissueExtractionGraders {
    static let balancedSample = ExerciseGrader(
        "balancedSample",
        checks: [
            Check(
                "label", "the first number draws the label: tumour below one half",
                inputs: { generator in [lottery(&generator)] }, comparing: compareLabels),
            Check(
                "unknown tissue", "what is not outlined on a positive slide is never drawn",
                inputs: { generator in [lottery(hasUnknown: true, &generator)] },
                comparing: compareUnknown),
            Check(
                "slide", "the second number draws the slide, each as likely as the other",
                inputs: { generator in [tumors(slides: [26, 3, 9, 2], &generator)] },
                comparing: compareSlides),
            Check(
                "patch", "the third number draws a patch of this label on this slide",
                inputs: { generator in
                    [tumors(slides: [7 + generator.index(below: 9)], &generator)]
                },
                comparing: comparePatches),
        ],
        misconceptions: balancedSampleMisconceptions,
        alternatives: [answer(TissueExtractionAlternatives.GroupedBefore.self)],
        hints: Hints(
            question: "A slide has a thousand tumour patches, another ten. How often should each "
                + "slide be drawn?",
            concept: "Three small lotteries, one after the other: label, then slide among those "
                + "that have such patches, then patch among those of this slide.",
            step: "Filter the indices of tumour patches and of normal patches (not outlined, and "
                + "the slide negative). For each u: labelled = u[0] < 0.5 ? tumor : normal; slides "
                + "= Set(labelled.map { patches[$0].slide }).sorted(); slide = slides[Int(u[1] * "
                + "Double(slides.count))]; and so on for the patch."))

    private static let balancedSampleMisconceptions = [
        Misconception(
            "you draw the patch from one heap, so that slides with many patches win",
            mutant: answer(TissueExtractionMutants.PatchFromOneHeap.self), check: "slide",
            hints: Hints(
                question: "Of 1,010 tumour patches 1,000 come from one slide. Which stain will the "
                    + "network know?",
                concept: "Drawn from one heap, a slide counts as often as it is large. Slide "
                    + "first, then patch, gives each slide the same weight, so the small "
                    + "metastases are learnt too [LIU17].",
                step: "List the slides that have patches of the label, draw one with u[1], then "
                    + "draw among its patches with u[2].")),
        Misconception(
            "you take the rest of a positive slide for normal",
            mutant: answer(TissueExtractionMutants.RestOfAPositiveSlideIsNormal.self),
            check: "unknown tissue",
            hints: Hints(
                question: "A positive slide has one outline. Did the pathologist promise that "
                    + "there is no tumour cell elsewhere on it?",
                concept: "No: isolated tumour cells are not all outlined in CAMELYON17. Labelled "
                    + "normal they teach the network to overlook just what it should find, and "
                    + "the score on equally labelled test patches does not reveal it.",
                step: "Normal is !isOutlined && !isSlidePositive.")),
        Misconception(
            "you take every patch of a positive slide for tumour",
            mutant: answer(TissueExtractionMutants.PositiveSlideIsTumour.self),
            check: "unknown tissue",
            hints: Hints(
                question: "A node has a metastasis of half a millimetre. What is the rest of it?",
                concept: "The label of a slide says that there is tumour somewhere, the outline "
                    + "says where. Most patches of a positive slide are normal.",
                step: "Tumour is isOutlined, and nothing else.")),
        Misconception(
            "you draw slide and patch, but not the label",
            mutant: answer(TissueExtractionMutants.LabelNotDrawn.self), check: "label",
            hints: Hints(
                question: "How many of a hundred draws will be tumour, and who decides that?",
                concept: "Tumour is rare. Drawn by chance, nearly all patches are normal, and "
                    + "\"always normal\" becomes a good answer. Drawing the label first makes "
                    + "both equally frequent.",
                step: "Choose among the patches of one label: u[0] < 0.5 ? tumor : normal.")),
        Misconception(
            "you draw the slide among all slides, before the label",
            mutant: answer(TissueExtractionMutants.SlideBeforeLabel.self), check: "label",
            hints: Hints(
                question: "Your draw says \"tumour\", and the slide that you drew has none. What "
                    + "now?",
                concept: "The order of the lotteries matters: after the label only slides that "
                    + "have such patches take part, so that every draw succeeds.",
                step: "First the patches of the label, then the slides among these: "
                    + "Set(labelled.map { patches[$0].slide }).sorted().")),
        Misconception(
            "the slides stand in the order of the list, not in ascending order",
            mutant: answer(TissueExtractionMutants.SlidesAsListed.self), check: "slide",
            hints: Hints(
                question: "If somebody lists the same patches in another order, does the same "
                    + "number draw the same slide?",
                concept: "A draw should depend on the data, not on the order of a file. Sets and "
                    + "dictionaries have no order at all: they differ from run to run.",
                step: "Add .sorted() to the slides before you take one.")),
        Misconception(
            "tumour and normal are swapped",
            mutant: answer(TissueExtractionMutants.LabelsSwapped.self), check: "label",
            hints: Hints(
                question: "u[0] is 0.2. Which label was agreed for that?",
                concept: "Half of the draws are tumour either way; but with an agreed rule the "
                    + "same numbers give the same patches to everybody.",
                step: "u[0] < 0.5 is tumour.")),
        Misconception(
            "one number draws both slide and patch, so that they hang together",
            mutant: answer(TissueExtractionMutants.OneNumberForBoth.self), check: "patch",
            hints: Hints(
                question: "Which patches of the first slide can ever be drawn if u[1] must be "
                    + "small for this slide, and chooses the patch too?",
                concept: "Two draws need two independent numbers. With one, most patches can "
                    + "never be drawn.",
                step: "u[1] for the slide, u[2] for the patch.")),
        Misconception(
            "the last slide and the last patch are never drawn",
            mutant: answer(TissueExtractionMutants.LastNeverDrawn.self), check: "slide",
            hints: Hints(
                question: "Three slides, u = 0.99: which one is drawn?",
                concept: "u never reaches 1, so Int(u * count) never reaches count: it runs from 0 "
                    + "to count - 1, each as often.",
                step: "Int(0.99 * 3) = 2, the last. Multiply by count, not by count - 1.")),
        Misconception(
            "you round to the nearest place, so that the first has only half a chance",
            mutant: answer(TissueExtractionMutants.PlaceRounded.self), check: "slide",
            hints: Hints(
                question: "Two slides: for which u is the first one drawn?",
                concept: "Rounded, 0 to 0.25 gives place 0, and all the rest place 1. Cut off, "
                    + "each place has its own equal stretch.",
                step: "Int(u * Double(count)) cuts off; leave out .rounded().")),
    ]

    private static func compareLabels(
        _ inputs: BalancedSampleInputs, _ expected: [Int], _ got: [Int]
    ) -> Verdict {
        compareDraws(inputs, expected, got) { patch in
            patch.isOutlined ? "a tumour patch" : "a patch that is not outlined"
        }
    }

    private static func compareSlides(
        _ inputs: BalancedSampleInputs, _ expected: [Int], _ got: [Int]
    ) -> Verdict {
        compareDraws(inputs, expected, got) { "a patch of slide \($0.slide)" }
    }

    private static func compareUnknown(
        _ inputs: BalancedSampleInputs, _ expected: [Int], _ got: [Int]
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(inputs, expected, got) { return .wrong(fault) }
        let unknown = got.filter {
            inputs.patches[$0].isSlidePositive && !inputs.patches[$0].isOutlined
        }
        guard let first = unknown.first else { return .right }
        return .wrong(
            "\(unknown.count) of \(got.count) draws are tissue that nobody labelled: patch \(first) "
                + "lies on the positive slide \(inputs.patches[first].slide), outside the outline")
    }

    private static func comparePatches(
        _ inputs: BalancedSampleInputs, _ expected: [Int], _ got: [Int]
    ) -> Verdict {
        if let fault = fault(inputs, expected, got) { return .wrong(fault) }
        return Comparison.exact(expected, got)
    }

    /// Compares what is said of the drawn patches.
    private static func compareDraws(
        _ inputs: BalancedSampleInputs, _ expected: [Int], _ got: [Int],
        _ words: (AnnotatedPatch) -> String
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(inputs, expected, got) { return .wrong(fault) }
        let wrong = got.indices.filter {
            words(inputs.patches[got[$0]]) != words(inputs.patches[expected[$0]])
        }
        guard let first = wrong.first else { return .right }
        return .wrong(
            "\(wrong.count) of \(got.count) draws; draw \(first) with the numbers "
                + "\(inputs.draws[first]) should give \(words(inputs.patches[expected[first]])), "
                + "and gives \(words(inputs.patches[got[first]]))")
    }

    /// What is wrong with the indices themselves, or nil. What is expected is checked too: it may
    /// be a wrong answer that the student's is held against.
    private static func fault(
        _ inputs: BalancedSampleInputs, _ expected: [Int], _ got: [Int]
    ) -> String? {
        if got == expected { return nil }
        return fault(inputs, got) ?? fault(inputs, expected)
    }

    private static func fault(_ inputs: BalancedSampleInputs, _ got: [Int]) -> String? {
        guard got.count == inputs.draws.count else {
            return "there are \(got.count) patches for \(inputs.draws.count) draws"
        }
        return got.first { !inputs.patches.indices.contains($0) }.map {
            "there is no patch \($0): \(inputs.patches.count) patches are numbered from 0"
        }
    }

    /// Three positive and three negative slides with very different numbers of patches.
    private static func lottery(
        hasUnknown: Bool = false, _ generator: inout SeededGenerator
    ) -> BalancedSampleInputs {
        let rest = hasUnknown ? [9, 14, 5 + generator.index(below: 9)] : [0, 0, 0]
        let outlined = [25 + generator.index(below: 9), 3, 2, 0, 0, 0]
        return inputs(
            outlined: outlined, others: rest + [22 + generator.index(below: 9), 4, 3],
            highestLabel: 1, &generator)
    }

    /// Positive slides with so many patches each, all of them tumour.
    private static func tumors(
        slides: [Int], _ generator: inout SeededGenerator
    ) -> BalancedSampleInputs {
        inputs(
            outlined: generator.shuffled(slides), others: slides.map { _ in 0 }, highestLabel: 0.5,
            &generator)
    }

    /// Slides in random order, patches in random order, and draws of labels below a number.
    private static func inputs(
        outlined: [Int], others: [Int], highestLabel: Double,
        _ generator: inout SeededGenerator
    ) -> BalancedSampleInputs {
        let slides = generator.shuffled(Array(outlined.indices))
        let patches = slides.indices.flatMap { index in
            [(true, outlined[index]), (false, others[index])].flatMap { isOutlined, count in
                (0..<count).map { _ in
                    AnnotatedPatch(
                        slide: slides[index], isSlidePositive: outlined[index] > 0,
                        isOutlined: isOutlined)
                }
            }
        }
        func number(below bound: Double) -> Double {
            (10_000 * bound * generator.uniform()).rounded(.down) / 10_000
        }
        // Some numbers just below 1 reach the last slide and the last patch.
        let draws = (0..<36).map { draw in
            let isLast = draw < 4
            return [
                number(below: highestLabel), isLast ? 0.99 : number(below: 1),
                isLast ? 0.99 : number(below: 1),
            ]
        }
        return BalancedSampleInputs(
            patches: generator.shuffled(patches), draws: generator.shuffled(draws))
    }
}
