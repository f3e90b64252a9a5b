import DeepTeaching
import SyntheticCohort

/// Whether a cohort's table agrees with itself, and its tiles with each other.
struct CohortMeasures {
    let cohorts: [CohortPlan]

    /// Patients whose stage does not follow from their slides, and tiles that differ.
    func measures() -> [Measure] {
        let patients = cohorts.flatMap(\.patients)
        let wrong = patients.count { patient in
            PNStage(nodes: patient.slides.map(\.type)) != patient.stage
        }
        let absent = cohorts.map { cohort in
            cohort.profile.guaranteedStages.count { stage in
                !cohort.patients.contains { $0.stage == stage }
            }
        }
        let plans = cohorts.flatMap { cohort in
            cohort.slides.prefix(2).map { cohort.slidePlan($0) }
        }
        let differing = plans.reduce(0) { $0 + TileComparison(plan: $1).differingBytes() }
        return [
            Measure(
                "stages",
                "of \(patients.count) patients those whose stage does not follow from their slides",
                Double(wrong), to: 0, decimals: 0),
            Measure(
                "absentStages", "promised stages that a cohort lacks", Double(absent.max() ?? 0),
                to: 0,
                decimals: 0),
            Measure(
                "differingBytes", "bytes that depend on the order and the size of the tiles",
                Double(differing), to: 0, decimals: 0),
        ]
    }
}

/// A part of a slide painted at once on one core, and again in small tiles, the last one first, on
/// all cores.
struct TileComparison {
    let plan: SlidePlan

    /// The number of bytes that differ.
    func differingBytes() -> Int {
        let renderer = SlideRenderer(plan: plan)
        let side = 512
        let slide = plan.profile.slideSize
        let (left, top) = (max(0, (slide.width - side) / 2), max(0, (slide.height - side) / 2))
        let whole = renderer.image(x: left, y: top, size: PixelSize(side: side))
        let tile = PixelSize(width: 128, height: 64)
        let columns = side / tile.width
        let count = columns * (side / tile.height)
        let tiles = parallelMap(count) { part in
            let (column, row) = Self.place(count - 1 - part, columns)
            return renderer.image(
                x: left + column * tile.width, y: top + row * tile.height, size: tile)
        }
        var joined = Image(size: PixelSize(side: side))
        for (part, image) in tiles.enumerated() {
            let (column, row) = Self.place(count - 1 - part, columns)
            joined.paste(image, x: column * tile.width, y: row * tile.height)
        }
        return zip(whole.pixels, joined.pixels).count { $0 != $1 }
    }

    private static func place(_ index: Int, _ columns: Int) -> (column: Int, row: Int) {
        (index % columns, index / columns)
    }
}
