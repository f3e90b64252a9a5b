import DeepTeaching
import SyntheticCohort

/// How many cells are painted, against how many are planned, and how many can be counted in the
/// picture.
struct CellMeasures {
    let plans: [SlidePlan]
    let seed: UInt64

    /// Painted against planned for each kind of cell, and the count in the picture.
    func measures() throws -> [Measure] {
        planned() + tumor() + (try counted())
    }

    private func planned() -> [Measure] {
        let counts = parallelMap(plans.count) { count(on: plans[$0]) }
        let total = counts.reduce(into: CellCounts()) { $0.add($1) }
        return [CellKind.lymphocyte, .centroblast, .histiocyte, .plasmaCell].map { kind in
            let planned = total.planned[kind] ?? 0
            let painted = total.painted[kind] ?? 0
            return Measure(
                "cells-\(kind.rawValue)",
                "painted cells for each planned one: \(kind.rawValue), \(Int(painted)) painted, "
                    + "\(Int(painted / total.area)) a square millimetre",
                painted / planned, from: 0.95, to: 1.05)
        }
    }

    private func count(on plan: SlidePlan) -> CellCounts {
        let side = Int(500 / plan.profile.micronsPerPixel)
        let renderer = SlideRenderer(plan: plan)
        var counts = CellCounts()
        for corner in TissueFields(plan: plan, side: side).corners(2, seed: seed) {
            let size = PixelSize(side: side)
            counts.add(
                painted: renderer.cells(x: corner.x, y: corner.y, size: size),
                planned: renderer.plannedCells(x: corner.x, y: corner.y, size: size),
                area: Double(size.area) * renderer.micronsPerPixel * renderer.micronsPerPixel / 1e6)
        }
        return counts
    }

    /// Tumour cells on whole slides, against the sum of what the lesions are said to hold.
    private func tumor() -> [Measure] {
        let positive = Array(plans.filter { !$0.lesions.isEmpty }.prefix(40))
        let pairs = parallelMap(positive.count) { index in
            let plan = positive[index]
            let painted = SlideRenderer(plan: plan)
                .cells(x: 0, y: 0, size: plan.profile.slideSize)
                .count { $0.kind == .tumor }
            return (painted, plan.lesions.reduce(0) { $0 + $1.cellCount })
        }
        return [
            Measure(
                "cells-tumor",
                "painted tumour cells for each of the plan's, on \(pairs.count) slides",
                Double(pairs.reduce(0) { $0 + $1.0 }) / Double(pairs.reduce(0) { $0 + $1.1 }),
                from: 0.95, to: 1.05)
        ]
    }

    /// Nuclei that can be counted at 20x in fields of dense lymphocytes, beside those painted.
    private func counted() throws -> [Measure] {
        let results = try parallelMap(plans.count) {
            try CountedField.find(on: plans[$0], seed: seed)
        }
        .compactMap { $0 }
        return Set(results.map(\.center)).sorted().map { center in
            let here = results.filter { $0.center == center }
            let area = here.map(\.area).reduce(0, +)
            let painted = Int(Double(here.map(\.painted).reduce(0, +)) / area)
            return Measure(
                "counted\(center)",
                "    centre \(center): nuclei a square millimetre counted in \(here.count) pictures "
                    + "of lymphocytes, \(painted) painted",
                Double(here.map(\.counted).reduce(0, +)) / area, decimals: 0)
        }
    }
}

/// Cells of each kind over some area.
struct CellCounts: Sendable {
    var painted: [CellKind: Double] = [:]
    var planned: [CellKind: Double] = [:]

    /// In square millimetres.
    var area = 0.0

    /// Adds the cells of a field.
    mutating func add(painted cells: [PaintedCell], planned: [CellKind: Double], area: Double) {
        for cell in cells { painted[cell.kind, default: 0] += 1 }
        self.planned.merge(planned, uniquingKeysWith: +)
        self.area += area
    }

    /// Adds other counts.
    mutating func add(_ other: CellCounts) {
        painted.merge(other.painted, uniquingKeysWith: +)
        planned.merge(other.planned, uniquingKeysWith: +)
        area += other.area
    }
}
