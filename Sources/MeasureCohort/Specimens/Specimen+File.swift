import DeepTeaching
import Foundation
import SyntheticCohort

extension Specimen {
    /// The slides in a folder of CAMELYON17's layout: all pixels and outlines come from the files.
    ///
    /// Where the folder holds a synthetic cohort, its plan says where tissue and germinal centres
    /// are; else tissue is detected, and germinal centres are not known.
    ///
    /// - Throws: `StagingError` if it is no such folder, `SlideError` if a file cannot be read or
    ///   does not state its resolution.
    static func read(from folder: URL) throws -> [Specimen] {
        let records = try CamelyonFolder(url: folder, skippingIncompletePatients: true).slides
        let cohort = CohortPlan(folder: folder)
        let planned = cohort?.slides ?? []
        return try parallelMap(records.count) { index in
            let record = records[index]
            let plan = planned.first { $0.name == record.name }.flatMap { cohort?.slidePlan($0) }
            return try Specimen(record, plan: plan, folder: folder.lastPathComponent)
        }
    }

    private init(_ record: SlideRecord, plan: SlidePlan?, folder: String) throws {
        let slide = try ReopenedSlide(record.file)
        name = "\(folder)/\(record.name)"
        center = record.center
        type = record.type
        self.plan = plan
        self.slide = slide
        let drawn = try record.outlines()
        annotations = drawn
        isCompletelyAnnotated = plan.map { $0.annotations.count == drawn.count } ?? false
        germinalCenters = plan?.germinalCenters ?? []
        guard let scale = slide.micronsPerPixel?.mean else {
            throw SlideError.unknownResolution(slide: slide.name)
        }
        isolatedCells = drawn.compactMap { Self.middleOfIsolatedCells($0, scale) }
        if let plan {
            isTissue = { plan.isTissue(at: $0) }
        } else {
            let tissue = try TissueMask(of: slide)
            isTissue = { tissue.contains($0) }
        }
    }

    /// The middle of an outline of at most 200 micrometres, or nil.
    private static func middleOfIsolatedCells(
        _ annotation: Annotation, _ micronsPerPixel: Double
    ) -> BaselinePoint? {
        let outline = annotation.outline
        guard annotation.kind == .tumor, !outline.isEmpty,
            RasterDiameter(of: outline).length * micronsPerPixel <= 200
        else { return nil }
        let count = Double(outline.count)
        return BaselinePoint(
            x: outline.reduce(0) { $0 + $1.x } / count, y: outline.reduce(0) { $0 + $1.y } / count)
    }
}
