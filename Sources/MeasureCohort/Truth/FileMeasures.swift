import DeepTeaching
import SyntheticCohort

/// How near the files of a cohort come to what was painted: JPEG loses a little.
struct FileMeasures {
    let specimens: [Specimen]
    let seed: UInt64

    /// The mean difference of grey levels, and outlines that are not the plan's.
    ///
    /// - Throws: `SlideError` if a file cannot be read.
    func measures() throws -> [Measure] {
        let planned = specimens.filter { $0.isFile && $0.plan != nil }
        guard !planned.isEmpty else { return [] }
        let differences = try parallelMap(planned.count) { try difference(planned[$0]) }
            .compactMap { $0 }
        let wrong = planned.count { specimen in
            !specimen.annotations.allSatisfy { annotation in
                specimen.plan?.annotations.contains { $0.outline == annotation.outline } ?? false
            }
        }
        return [
            Measure(
                "fileDifference",
                "grey levels between \(differences.count) files and what was painted, mean",
                differences.mean, to: 6, decimals: 2),
            Measure(
                "fileOutlines", "files with outlines that are not the plan's", Double(wrong), to: 0,
                decimals: 0),
        ]
    }

    /// The mean difference in a field; nil if the slide has none.
    private func difference(_ specimen: Specimen) throws -> Double? {
        guard let plan = specimen.plan else { return nil }
        let side = 128
        guard let corner = TissueFields(plan: plan, side: side).corners(1, seed: seed).first else {
            return nil
        }
        let origin = BaselinePoint(x: Double(corner.x), y: Double(corner.y))
        let size = PixelSize(side: side)
        let read = try specimen.slide.read(origin: origin, size: size, level: 0)
        let painted = try PaintedSlide(plan: plan).read(origin: origin, size: size, level: 0)
        return zip(read.pixels, painted.pixels).map { abs(Double($0) - Double($1)) }.mean
    }
}
