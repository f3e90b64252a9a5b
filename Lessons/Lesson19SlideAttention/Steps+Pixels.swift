import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 5: how good is the answer if so many pixels are read?
extension SlideCourse {
    func showPixels(_ cohorts: Cohorts, _ trained: [TrainedSlides]) throws {
        try lesson.step("pixels") { step in
            let table = try PixelTable(trained, budgets: Self.budgets)
            step.number("tenPatches", Self.budgets[3])
            step.number("overviewShare", SlideReading.pixelShare(patches: 0), .percent(2))
            step.number("tenShare", table.shares[3], .percent(1))
            step.number(
                "wrongShare", Double(Self.budgets[3]) / Double(SlideReading.placeCount),
                .percent(1))
            let every = Double(SlideReading.placeCount)
            step.number("fullShare", SlideReading.pixelShare(patches: every), .percent(1))
            step.number("tissueShare", table.shares[4], .percent(1))
            step.table("areaRows", rows: try table.rows + rowsOfOtherNetworks(cohorts, table))
            let places = table.ticks.map(\.value)
            step.plot(
                "areas",
                [
                    Plot.Curve("attention", x: places, y: table.attention.map(\.mean)),
                    Plot.Curve("random", x: places, y: table.random.map(\.mean)),
                    Plot.Curve(
                        "line", x: places, y: places.map { _ in table.line }, style: .dashed),
                ], yRange: 0.4...1, xTicks: table.ticks)
            show(table, step)
            try compareFraction(step)
        }
    }

    /// With `--full`: networks that see the overview alone, and one that reads all tissue in training.
    private func rowsOfOtherNetworks(
        _ cohorts: Cohorts, _ table: PixelTable
    ) throws -> [[String]] {
        if !extent.isFull { return [] }
        var training = SlideTraining(steps: extent.steps / 2)
        training.reading = .tissue
        let network = try lesson.progress("Learning from all tissue") {
            try training.trained(on: cohorts.training, seed: lesson.seed, report: $0).network
        }
        let area = try SlideScores(network, cohorts.test, reading: .tissue, seed: lesson.seed).area
        let format = NumberFormat.decimals(3)
        let blind = Spread(
            values: try (0..<3 as Range<UInt64>).map { run in
                let seed = lesson.seed &+ run
                return try OverviewNetwork.area(
                    Cohorts(extent, seed: seed), steps: extent.steps, seed: seed)
            })
        return [
            [
                "overview alone",
                NumberFormat.percent(1).text(SlideReading.pixelShare(patches: 0)),
                format.text(blind.mean), blind.range(format), "–",
            ],
            [
                "all tissue, in training too", NumberFormat.percent(1).text(table.shares[4]),
                format.text(area), "one training, \(training.steps) steps", "–",
            ],
        ]
    }

    private func show(_ table: PixelTable, _ step: LessonStep) {
        step.number("areaFive", table.attention[2].mean)
        step.number("areaTen", table.attention[3].mean)
        step.number("areaAll", table.attention[4].mean)
        step.number("randomTen", table.random[3].mean)
        step.number("line", table.line)
        step.number("keptTen", table.kept(3), .percent(1))
        step.number("keptFive", table.kept(2), .percent(1))
        step.number("lowestKept", table.lowestKept(3), .percent(1))
        step.choose("claim", table.lowestKept(3) >= 0.95 ? "met" : "missed")
        step.choose("five", table.kept(2) >= 0.95 ? "enough" : "few")
        step.choose(
            "random", table.random[3].mean < table.attention[3].mean - 0.02 ? "worse" : "same")
        let work = Work.share(patches: table.patches[3], of: table.patches[4])
        step.number("workTen", work, .percent(1))
        step.choose("work", work <= 0.25 ? "quarter" : "more")
        step.duration("secondsTen", seconds: table.seconds[3])
        step.duration("secondsAll", seconds: table.seconds[4])
    }

    private func compareFraction(_ step: LessonStep) throws {
        let side = SlideReading.patchSide
        let corners = (0..<24).map { PatchCorner(x: $0 % 16 * side, y: $0 / 16 * side) }
        try step.compare(
            mine, SlideAttentionCalls.processedFraction, DrawnSlide.side, DrawnSlide.side,
            SlideReading.reduction, side, corners,
            with: SlideReading.pixelShare(patches: Double(corners.count)))
    }
}

/// Multiplications of a slide's answer.
enum Work {
    // Places times outputs times numbers that each looks at.
    private static let patch = 14 * 14 * 8 * 25 + 6 * 6 * 16 * 72 + 4 * 4 * 32 * 144
    private static let overview = 32 * 32 * 8 * 9 + 16 * 16 * 16 * 128 + 16 * 16 * 16

    /// The multiplications for some patches, of those for more.
    static func share(patches: Double, of all: Double) -> Double {
        let (overview, patch) = (Double(overview), Double(patch))
        return (overview + patches * patch) / (overview + all * patch)
    }
}
