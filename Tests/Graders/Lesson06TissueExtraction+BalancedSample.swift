import Curriculum
import DeepTeaching
import GraderKit

private let call = TissueExtractionCalls.balancedSample

extension TissueExtractionGraders {
    static let balancedSample = ExerciseGrader(
        call,
        checks: [
            call.check(
                "label", "the first number draws the label: tumour below one half",
                inputs: { generator in [lottery(&generator)] }, comparing: compareLabels),
            call.check(
                "unknown tissue", "what is not outlined on a positive slide is never drawn",
                inputs: { generator in [lottery(hasUnknown: true, &generator)] },
                comparing: compareUnknown),
            call.check(
                "slide", "the second number draws the slide, each as likely as the other",
                inputs: { generator in
                    // From 10 on numbers and words are ordered differently.
                    [[26, 3, 9, 2], (0..<12).map { _ in 1 + generator.index(below: 4) }].map {
                        tumors(slides: $0, &generator)
                    }
                },
                comparing: compareSlides),
            call.check(
                "patch", "the third number draws a patch of this label on this slide",
                inputs: { generator in
                    [tumors(slides: [7 + generator.index(below: 9)], &generator)]
                },
                comparing: comparePatches),
        ],
        misconceptions: balancedSampleMisconceptions,
        alternatives: balancedSampleAlternatives,
        hints: Hints(
            question: "A slide has a thousand tumour patches, another ten. How often should each "
                + "slide be drawn?",
            concept: "Three small lotteries, one after the other: label, then slide among those "
                + "that have such patches, then patch among those of this slide.",
            step: "Filter the indices of tumour patches and of normal patches (not outlined, and "
                + "the slide negative). For each u: labeled = u[0] < 0.5 ? tumor : normal; slides "
                + "= Set(labeled.map { patches[$0].slide }).sorted(); slide = slides[Int(u[1] * "
                + "Double(slides.count))]; and so on for the patch."))

    private static func compareLabels(
        _ expected: [Int], _ got: [Int], patches: [AnnotatedPatch], draws: [[Double]]
    ) -> Verdict {
        compareDraws(expected, got, patches, draws) { patch in
            patch.isOutlined ? "a tumour patch" : "a patch that is not outlined"
        }
    }

    private static func compareSlides(
        _ expected: [Int], _ got: [Int], patches: [AnnotatedPatch], draws: [[Double]]
    ) -> Verdict {
        compareDraws(expected, got, patches, draws) { "a patch of slide \($0.slide)" }
    }

    private static func compareUnknown(
        _ expected: [Int], _ got: [Int], patches: [AnnotatedPatch], draws: [[Double]]
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(expected, got, patches, draws) { return .wrong(fault) }
        let unknown = got.filter {
            patches[$0].isSlidePositive && !patches[$0].isOutlined
        }
        guard let first = unknown.first else { return .right }
        return .wrong(
            "\(unknown.count) of \(got.count) draws are tissue that nobody labelled: patch \(first) "
                + "lies on the positive slide \(patches[first].slide), outside the outline")
    }

    private static func comparePatches(
        _ expected: [Int], _ got: [Int], patches: [AnnotatedPatch], draws: [[Double]]
    ) -> Verdict {
        if let fault = fault(expected, got, patches, draws) { return .wrong(fault) }
        return Comparison.labels(expected, got)
    }

    /// Compares what is said of the drawn patches.
    private static func compareDraws(
        _ expected: [Int], _ got: [Int], _ patches: [AnnotatedPatch], _ draws: [[Double]],
        _ words: (AnnotatedPatch) -> String
    ) -> Verdict {
        if got == expected { return .right }
        if let fault = fault(expected, got, patches, draws) { return .wrong(fault) }
        let wrong = got.indices.filter {
            words(patches[got[$0]]) != words(patches[expected[$0]])
        }
        guard let first = wrong.first else { return .right }
        return .wrong(
            "\(wrong.count) of \(got.count) draws; draw \(first) with the numbers "
                + "\(draws[first]) should give \(words(patches[expected[first]])), "
                + "and gives \(words(patches[got[first]]))")
    }

    /// What is wrong with the indices themselves, or nil. What is expected is checked too: it may
    /// be a wrong answer that the student's is held against.
    private static func fault(
        _ expected: [Int], _ got: [Int], _ patches: [AnnotatedPatch], _ draws: [[Double]]
    ) -> String? {
        if got == expected { return nil }
        return fault(got, patches, draws) ?? fault(expected, patches, draws)
    }

    private static func fault(
        _ got: [Int], _ patches: [AnnotatedPatch], _ draws: [[Double]]
    ) -> String? {
        guard got.count == draws.count else {
            return "there are \(got.count) patches for \(draws.count) draws"
        }
        return got.first { !patches.indices.contains($0) }.map {
            "there is no patch \($0): \(patches.count) patches are numbered from 0"
        }
    }

    /// Three positive and three negative slides with very different numbers of patches.
    private static func lottery(
        hasUnknown: Bool = false, _ generator: inout SeededGenerator
    ) -> (patches: [AnnotatedPatch], draws: [[Double]]) {
        let rest = hasUnknown ? [9, 14, 5 + generator.index(below: 9)] : [0, 0, 0]
        let outlined = [25 + generator.index(below: 9), 3, 2, 0, 0, 0]
        return inputs(
            outlined: outlined, others: rest + [22 + generator.index(below: 9), 4, 3],
            highestLabel: 1, &generator)
    }

    /// Positive slides with so many patches each, all of them tumour.
    private static func tumors(
        slides: [Int], _ generator: inout SeededGenerator
    ) -> (patches: [AnnotatedPatch], draws: [[Double]]) {
        inputs(
            outlined: generator.shuffled(slides), others: slides.map { _ in 0 }, highestLabel: 0.5,
            &generator)
    }

    /// Slides in random order, patches in random order, and draws of labels below a number.
    private static func inputs(
        outlined: [Int], others: [Int], highestLabel: Double,
        _ generator: inout SeededGenerator
    ) -> (patches: [AnnotatedPatch], draws: [[Double]]) {
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
        var draws = (0..<36).map { draw in
            let isLast = draw < 4
            return [
                number(below: highestLabel), isLast ? 0.99 : number(below: 1),
                isLast ? 0.99 : number(below: 1),
            ]
        }
        // One half itself is no tumour any more.
        if highestLabel > 0.5 { draws.append([0.5, number(below: 1), number(below: 1)]) }
        // A patch of the last slide is listed first: the slides never come in ascending order.
        var listed = generator.shuffled(patches)
        if let last = listed.indices.max(by: { listed[$0].slide < listed[$1].slide }) {
            listed.swapAt(0, last)
        }
        return (listed, generator.shuffled(draws))
    }
}
