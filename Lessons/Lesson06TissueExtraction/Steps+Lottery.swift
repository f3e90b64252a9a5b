import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 14: which patches a network gets to see.
extension TissueCourse {
    func showLottery(_ collection: PatchCollection) throws {
        try lesson.step("lottery") { step in
            let counts = collection.patches.map { $0.count { $0.label == .tumor } }
            let positive = counts.indices.filter { counts[$0] > 0 }
            let largest = positive.max { counts[$0] < counts[$1] } ?? 0
            step.number("positiveSlides", positive.count)
            step.number(
                "heapExpected", Double(counts[largest]) / Double(counts.reduce(0, +)), .percent(1))
            let fromHeap = drawnFromOneHeap(counts)
            var generator = SeededGenerator(seed: lesson.seed, stream: "fair lottery")
            let fair = try BalancedSampler(slides: collection.patches)
                .sample(1000, tumorShare: 1, using: &generator).map(\.slide)
            step.table(
                "draws",
                rows: positive.map { slide in
                    [
                        slides[slide].name, "\(counts[slide])",
                        NumberFormat.percent(1).text(fromHeap.share(of: slide)),
                        NumberFormat.percent(1).text(fair.share(of: slide)),
                    ]
                })
            step.number("wrongHeapShare", fromHeap.share(of: largest), .percent(1))
            step.number("fairShare", fair.share(of: largest), .percent(1))
            try showOwnSample(collection, step)
        }
    }

    private func drawnFromOneHeap(_ counts: [Int]) -> [Int] {
        var generator = SeededGenerator(seed: lesson.seed, stream: "one heap")
        // listing: TissueCourse.oneHeap
        let heap = counts.enumerated().flatMap { slide, patches in
            Array(repeating: slide, count: patches)
        }
        return (0..<1000).map { _ in heap[generator.index(below: heap.count)] }
        // end listing
    }

    private func showOwnSample(_ collection: PatchCollection, _ step: LessonStep) throws {
        let patches = collection.patches.joined().map {
            AnnotatedPatch(
                slide: $0.slide, isSlidePositive: slides[$0.slide].isPositive,
                isOutlined: $0.label == .tumor)
        }
        var generator = SeededGenerator(seed: lesson.seed, stream: "your lottery")
        let draws = (0..<200).map { _ in (0..<3).map { _ in generator.uniform() } }
        guard
            let own = try step.value(of: mine, TissueExtractionCalls.balancedSample, patches, draws)
        else { return }
        let drawn = own.filter(patches.indices.contains).map { patches[$0] }
        step.number("mineDraws", drawn.count)
        step.number("mineTumors", drawn.count { $0.isOutlined })
        step.number("mineUnknown", drawn.count { !$0.isOutlined && $0.isSlidePositive })
        step.number("mineSlides", Set(drawn.map(\.slide)).count)
    }
}

extension [Int] {
    /// Which share of the draws is this one.
    fileprivate func share(of slide: Int) -> Double {
        Double(count { $0 == slide }) / Double(Swift.max(1, count))
    }
}
