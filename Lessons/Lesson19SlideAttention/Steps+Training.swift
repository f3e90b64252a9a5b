import CourseKit
import DeepTeaching
import LessonSlides

/// A network, the slides that test it, and the losses of its training.
struct TrainedSlides {
    let network: SlideNetwork
    let test: SlideCohort
    let losses: [Double]
    let seed: UInt64
}

/// Step 4: learning where to look.
extension SlideCourse {
    func showTraining(_ cohorts: Cohorts) throws -> [TrainedSlides] {
        try lesson.step("training") { step in
            let trained = try trainedNetworks(cohorts)
            step.number("steps", extent.steps)
            step.number("draws", SlideTraining.draws)
            step.number("runs", trained.count)
            step.choose("cohorts", extent.isFull ? "fresh" : "same")
            let means = trained.map { Self.smoothed($0.losses) }
            step.plot(
                "losses",
                zip(["first", "second", "third"], means).map { name, losses in
                    Plot.Curve(
                        name, x: losses.indices.map { Double(($0 + 1) * Self.window) }, y: losses)
                }, yRange: 0...0.8)
            let scores = try trained.map {
                try SlideScores($0.network, $0.test, reading: .attention(24), seed: $0.seed)
            }
            let inside = Spread(values: scores.map(\.inside))
            step.number("inside", inside.mean, .percent(1))
            step.text("insideRange", inside.range(.percent(1)))
            let chance = try SlideScores(
                trained[0].network, trained[0].test, reading: .random(24), seed: lesson.seed
            ).inside
            step.number("insideChance", chance, .percent(1))
            step.number("insideTimes", inside.mean / chance, .decimals(1))
            step.choose("finds", inside.mean > 2 * chance ? "found" : "lost")
            try showMaps(trained[0], step)
            return trained
        }
    }

    /// Losses are shown as means of so many steps.
    private static let window = 20

    private static func smoothed(_ losses: [Double]) -> [Double] {
        (0..<losses.count / window).map { part in
            losses[part * window..<(part + 1) * window].reduce(0, +) / Double(window)
        }
    }

    private func trainedNetworks(_ cohorts: Cohorts) throws -> [TrainedSlides] {
        try lesson.progress("Learning where to look") { report in
            try (0..<extent.runs).map { run in
                let seed = lesson.seed &+ UInt64(run)
                let own = extent.isFull && run > 0 ? Cohorts(extent, seed: seed) : cohorts
                let (network, losses) = try SlideTraining(steps: extent.steps).trained(
                    on: own.training, seed: seed
                ) { report((Double(run) + $0) / Double(extent.runs)) }
                return TrainedSlides(
                    network: network, test: own.test, losses: losses, seed: seed)
            }
        }
    }

    /// Two slides with tumour and one without: slide, attention, and what was read.
    private func showMaps(_ trained: TrainedSlides, _ step: LessonStep) throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "maps")
        var pictures: [Image] = []
        var highest: [String] = []
        for number in [0, 2, 1] {
            let slide = trained.test.slides[number]
            let attention = try trained.network.answer(
                trained.test, [number], reading: .attention(11), using: &generator
            ).attention.value
            let places = try AttentionSampling(draws: 11, replacing: false)
                .places(from: attention, using: &generator).places[0]
            let peak = attention.elements.map { Double($0) }.max() ?? 0
            highest.append(NumberFormat.percent(1).text(peak))
            pictures += [
                slide.picture(), slide.attentionPicture(attention.elements),
                slide.readingPicture(places),
            ]
        }
        step.text("highest", highest.joined(separator: ", "))
        step.figure("maps", .grid(pictures, columns: 3, spacing: 8))
    }
}
