import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 9: which patches a network gets to see.
extension TissueCourse {
    func showLottery(_ collection: PatchCollection) throws {
        try lesson.step("A fair lottery") { step in
            step.words(
                """
                A network learns from patches drawn by chance. Drawn from one heap, a slide counts \
                as often as its metastasis is large, and its stain becomes the stain of all \
                tumours. So three small lotteries, one after the other [LIU17]: first the label, \
                then a slide that has such patches, then one of its patches.
                """)
            step.code(
                """
                let labelled = u[0] < 0.5 ? tumor : normal
                let slides = Set(labelled.map { patches[$0].slide }).sorted()
                let slide = slides[Int(u[1] * Double(slides.count))]
                let candidates = labelled.filter { patches[$0].slide == slide }
                return candidates[Int(u[2] * Double(candidates.count))]
                """, caption: "u holds three numbers from 0 up to but not including 1.")
            step.question(
                "1000 tumour patches from one heap: what share comes from the slide with the "
                    + "largest metastasis?", unit: "%")
            try compare(collection, step)
            step.words("Exercise: `balancedSample` in Exercises/Lesson06TissueExtraction.swift.")
        }
    }

    private func compare(_ collection: PatchCollection, _ step: StepWriter) throws {
        let counts = collection.places.map { $0.count { $0.label == .tumor } }
        let heap = counts.enumerated().flatMap { Array(repeating: $0.offset, count: $0.element) }
        var generator = SeededGenerator(seed: lesson.seed, stream: "lottery")
        let fromHeap = (0..<1000).map { _ in heap[generator.index(below: heap.count)] }
        let fair = try BalancedSampler(slides: collection.places)
            .sample(1000, tumorShare: 1, using: &generator).map(\.slide)
        func share(_ draws: [Int], _ slide: Int) -> Double {
            Double(draws.count { $0 == slide }) / Double(draws.count)
        }
        let positive = counts.indices.filter { counts[$0] > 0 }
        step.table(
            header: ["slide", "tumour patches", "from one heap", "slide first"],
            rows: positive.map { slide in
                [
                    slides[slide].name, "\(counts[slide])",
                    NumberFormat.percent(1).text(share(fromHeap, slide)),
                    NumberFormat.percent(1).text(share(fair, slide)),
                ]
            }, caption: "1000 draws of a tumour patch: where they come from.")
        let largest = positive.max { counts[$0] < counts[$1] } ?? 0
        step.number(
            "wrongHeapShare", share(fromHeap, largest), "Wrong way: largest slide, one heap",
            format: .percent(1))
        step.number(
            "fairShare", share(fair, largest), "The same slide, slide first", format: .percent(1))
        step.answer(
            "\(NumberFormat.percent(0).text(share(fromHeap, largest))): as much as it has of all "
                + "tumour patches. Slide first gives each slide the same.")
        try showOwnSample(collection, step)
    }

    private func showOwnSample(_ collection: PatchCollection, _ step: StepWriter) throws {
        guard let mine else { return }
        let patches = collection.places.enumerated().flatMap { slide, places in
            places.map {
                AnnotatedPatch(
                    slide: slide, isSlidePositive: slides[slide].isPositive,
                    isOutlined: $0.label == .tumor)
            }
        }
        var generator = SeededGenerator(seed: lesson.seed, stream: "your lottery")
        let draws = (0..<200).map { _ in (0..<3).map { _ in generator.uniform() } }
        guard
            let own = try mine.value(
                of: TissueExtractionCalls.balancedSample, patches, draws, say: step.words)
        else { return }
        let drawn = own.filter(patches.indices.contains).map { patches[$0] }
        let tumors = drawn.count { $0.isOutlined }
        let unknown = drawn.count { !$0.isOutlined && $0.isSlidePositive }
        step.words(
            "**Yours:** \(drawn.count) draws, \(tumors) of them tumour, \(unknown) unknown, from "
                + "\(Set(drawn.map(\.slide)).count) slides.")
    }
}
