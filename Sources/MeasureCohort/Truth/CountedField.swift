import DeepTeaching
import SyntheticCohort

/// A field of lymphocytes, painted at a quarter of a micrometre a pixel, whose nuclei were counted
/// without the plan's help.
struct CountedField: Sendable {
    let center: Int
    let counted: Int
    let painted: Int

    /// In square millimetres.
    let area: Double

    /// Counts in a field of a slide where lymphocytes are dense and hardly anything else stands;
    /// nil if there is none.
    static func find(on plan: SlidePlan, seed: UInt64) throws -> CountedField? {
        let scale = plan.profile.micronsPerPixel
        let side = Int(100 / scale)
        let coarse = SlideRenderer(plan: plan)
        let corner = TissueFields(plan: plan, side: side).corners(12, seed: seed).first { corner in
            let size = PixelSize(side: side)
            let area = Double(size.area) * scale * scale / 1e6
            let planned = coarse.plannedCells(x: corner.x, y: corner.y, size: size)
            func density(_ kind: CellKind) -> Double { (planned[kind] ?? 0) / area }
            let others = density(.centroblast) + density(.histiocyte) + density(.plasmaCell)
            let tumor = coarse.cells(x: corner.x, y: corner.y, size: size)
                .contains { $0.kind == .tumor }
            return density(.lymphocyte) > 15_000 && others < 1_500 && !tumor
        }
        guard let corner else { return nil }
        let fine = SlideRenderer(plan: plan, micronsPerPixel: 0.25)
        let x = Int(Double(corner.x) * scale / 0.25)
        let y = Int(Double(corner.y) * scale / 0.25)
        let size = PixelSize(side: 400)
        let planes = try plan.appearance.scannedStains.unmix(
            fine.image(x: x, y: y, size: size), over: OpticalDensity())
        return CountedField(
            center: plan.slide.center,
            counted: NucleusCounter(micronsPerPixel: 0.25).count(in: planes.hematoxylin),
            painted: fine.cells(x: x, y: y, size: size).count, area: 0.01)
    }
}
