import DeepTeaching
import Foundation

/// Writes a synthetic cohort in the layout of CAMELYON17: slides, outlines, labels, and the truth.
///
/// ```swift
/// let generator = CohortGenerator(profile: .small, seed: 7)
/// try generator.generate(into: folder)                    // all slides
/// try generator.generate(into: folder, slides: ["patient_020_node_1"])
/// ```
///
/// What is already there is kept, so an interrupted run continues where it stopped, and a second
/// run does nothing.
public struct CohortGenerator: Sendable {
    /// Who is in the cohort.
    public let plan: CohortPlan

    /// A generator of the cohort of a profile and a seed.
    public init(profile: CohortProfile, seed: UInt64) {
        plan = CohortPlan(profile: profile, seed: seed)
    }

    /// Writes the cohort, or the named slides of it with all labels, into a folder.
    ///
    /// Slides are painted on all cores; each file appears only when it is whole, and its bytes do
    /// not depend on the number of cores.
    ///
    /// - Parameters:
    ///   - folder: a new or empty folder, or one that holds the same cohort.
    ///   - slides: the names of the slides to write, such as "patient_020_node_1"; nil for all.
    ///   - progress: is told the share that is done, from 0 to 1, from any thread.
    /// - Throws: `CohortError`; `PyramidWriterError` or `SlideError` if a file cannot be written.
    public func generate(
        into folder: URL, slides names: [String]? = nil,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws {
        let wanted = try named(names)
        let folder = CohortFolder(url: folder)
        let missing = wanted.filter { !folder.has($0.slidePath) }
        try folder.requireSpace(megabytes: megabytes(slides: missing.count))
        try folder.claim(for: plan)
        try writeLabels(to: folder)
        let progress = SharedProgress(parts: missing.count, report: progress)
        let failures = FailureBox()
        parallel(missing.count) { part in
            guard !failures.hasAny else { return }
            do {
                try write(missing[part], to: folder) { progress.update(part, $0) }
            } catch {
                failures.add(error, part: part)
            }
        }
        try failures.throwFirst()
        progress.finish()
    }

    /// About how much room slides need on the disk, in megabytes.
    public func megabytes(slides: Int) -> Int {
        // JPEG of tissue needs about a third of a byte a pixel, the coarser levels a third more.
        Int(Double(slides * plan.profile.slideSize.area) * 0.45 / 1e6) + 2
    }

    private func named(_ names: [String]?) throws -> [SyntheticSlide] {
        let all = plan.slides
        guard let names else { return all }
        return try names.map { name in
            guard let slide = all.first(where: { $0.name == name }) else {
                throw CohortError.unknownSlide(name: name, example: all.first?.name ?? "none")
            }
            return slide
        }
    }

    private func writeLabels(to folder: CohortFolder) throws {
        try folder.write(Data(StageTable(plan: plan).text.utf8), to: "stage_labels.csv")
        guard !folder.has("truth.json") else { return }
        let slides = plan.slides
        let plans = FixedResults<SlidePlan>(count: slides.count)
        parallel(slides.count) { plans.set($0, plan.slidePlan(slides[$0])) }
        let truth = CohortTruth(plans.all)
        for slidePlan in plans.all where !slidePlan.annotations.isEmpty {
            try AnnotationFile(annotations: slidePlan.annotations).write(
                to: folder.url.appendingPathComponent(slidePlan.slide.annotationPath))
        }
        // Written last: where it is, all outlines are.
        try folder.write(try CohortFolder.encoder.encode(truth), to: "truth.json")
    }

    private func write(
        _ slide: SyntheticSlide, to folder: CohortFolder, progress: @escaping (Double) -> Void
    ) throws {
        let renderer = SlideRenderer(plan: plan.slidePlan(slide))
        let profile = plan.profile
        let writer = PyramidWriter(
            size: profile.slideSize, micronsPerPixel: MicronsPerPixel(profile.micronsPerPixel),
            tileSide: profile.tileSide, isBig: true)
        try writer.write(
            to: folder.url.appendingPathComponent(slide.slidePath), progress: progress
        ) { origin, size in
            renderer.image(x: Int(origin.x), y: Int(origin.y), size: size)
        }
    }
}
