import CourseKit
import DeepTeaching
import Foundation
import SyntheticCohort

/// Where the slides of a lesson come from: a synthetic cohort, painted as far as it is needed, a
/// folder of real ones, or a table of one's own.
///
/// ```swift
/// let source = try CohortSource(data: nil, profile: "small")
/// let slides = try source.slides(in: lesson) { all in
///     all.filter { $0.type == .macro && $0.center == 0 }
/// }
/// ```
public struct CohortSource: Sendable {
    /// The folder of the slides: `Data/cohort-PROFILE-SEED`, the one that was named, or that of the
    /// table.
    public let folder: URL

    /// The table that names the slides; nil where the folder says what they are.
    public let table: URL?

    /// What paints the cohort; nil for real slides.
    public let generator: CohortGenerator?

    /// The micrometres that a pixel of every real slide covers, whatever its file says; nil leaves it
    /// to the files.
    public let micronsPerPixel: Double?

    /// Whether real files that are faulty are left out, each named, instead of refused.
    public let skipsFaulty: Bool

    /// The patches that its slides are cut into, edge to edge.
    public let grid: PatchGrid

    /// Slides of a named folder, or else of a synthetic cohort.
    ///
    /// - Parameters:
    ///   - data: a folder in the layout of CAMELYON17; nil for other slides.
    ///   - table: a `SlideTable`; nil for other slides.
    ///   - name: the profile of the synthetic cohort: nano, small, medium or full.
    ///   - seed: decides the synthetic cohort.
    ///   - micronsPerPixel: the resolution of all real slides, whatever their files say.
    ///   - skippingFaulty: leaves out real files that are faulty.
    /// - Throws: `CohortError` if there is no profile of this name.
    public init(
        data: String?, table: String? = nil, profile name: String, seed: UInt64 = 1,
        micronsPerPixel: Double? = nil, skippingFaulty: Bool = false
    ) throws {
        let isReal = data != nil || table != nil
        let told = isReal ? micronsPerPixel : nil
        self.micronsPerPixel = told
        skipsFaulty = isReal && skippingFaulty
        self.table = table.map { URL(fileURLWithPath: $0) }
        if let file = self.table {
            folder = file.deletingLastPathComponent()
            generator = nil
            grid = PatchGrid(forSlidesOf: Self.resolution(ofSlidesOf: file) ?? told)
        } else if let data {
            folder = URL(fileURLWithPath: data, isDirectory: true)
            generator = nil
            grid = PatchGrid(forSlidesOf: told ?? Self.resolution(ofSlidesIn: folder))
        } else {
            guard let profile = CohortProfile.all.first(where: { $0.name == name }) else {
                throw CohortError.unknownProfile(
                    name: name, known: CohortProfile.all.map(\.name))
            }
            folder = URL(fileURLWithPath: "Data/cohort-\(profile.name)-\(seed)", isDirectory: true)
            generator = CohortGenerator(profile: profile, seed: seed)
            grid = PatchGrid(forSlidesOf: profile.micronsPerPixel)
        }
    }

    /// The micrometres per pixel of the first slide that says them; nil if none does. What is wrong
    /// with the files is said when they are opened.
    private static func resolution(ofSlidesIn folder: URL) -> Double? {
        let inspection = try? CamelyonInspection(of: folder, settings: nil)
        return inspection?.soundFolder?.slides.lazy
            .compactMap { try? openSlide($0.file).micronsPerPixel?.mean }.first
    }

    /// The same for a table.
    private static func resolution(ofSlidesOf table: URL) -> Double? {
        (try? SlideTable(collectingFaultsOf: table))?.rows.lazy.compactMap { row in
            (row.micronsPerPixel ?? (try? openSlide(row.file))?.micronsPerPixel)?.mean
        }.first
    }

    /// Whether the slides are painted.
    public var isSynthetic: Bool { generator != nil }

    /// What the slides are called in texts.
    public var name: String {
        isSynthetic ? "synthetic cohort" : (table ?? folder).lastPathComponent
    }

    /// What files that are made of these slides are named by.
    public var key: String {
        let stem = table.map { "-" + $0.deletingPathExtension().lastPathComponent } ?? ""
        return folder.lastPathComponent + stem
    }

    /// Opens the folder and looks at all its files; paints all that is missing of a synthetic cohort.
    ///
    /// Faulty files that are left out are named on standard error and in the report; so are files
    /// that are only odd, on standard error.
    ///
    /// - Throws: `FaultySlides` if files are faulty and not to be left out, `StagingError` if the
    ///   folder is not one of CAMELYON17, or the table is wrong, `CohortError` if a cohort cannot be
    ///   painted there.
    public func open(in lesson: Lesson) throws -> SlideCohort {
        if let generator {
            try lesson.progress("Painting the synthetic slides (once)") { report in
                try generator.generate(into: folder, progress: report)
            }
        }
        if let table { return try inspectedCohort(of: table, in: lesson) }
        return SlideCohort(try inspectedFolder(in: lesson))
    }

    /// The slides that a lesson needs, and no others: of a synthetic cohort only these are painted.
    /// They are checked before they are used.
    ///
    /// - Parameters:
    ///   - lesson: shows the progress.
    ///   - choose: picks from all slides; types and outlines are known, pictures are not yet there.
    /// - Throws: what `choose` throws, and as `open(in:)`.
    public func slides(
        in lesson: Lesson, choosing choose: ([SlideRecord]) throws -> [SlideRecord]
    ) throws -> [SlideRecord] {
        guard let generator else {
            let all =
                try table.map { try tabledSlides(of: $0, in: lesson).slides }
                ?? tabledFolder(in: lesson).slides
            return try soundSlides(of: all, in: lesson, choosing: choose)
        }
        // Labels and outlines first: they are small, and the choice may depend on them.
        try generator.generate(into: folder, slides: [])
        let chosen = try choose(
            generator.plan.patients.flatMap { patient in
                patient.slides.map { SlideRecord($0, of: patient, in: folder) }
            })
        try lesson.progress("Painting \(chosen.count) synthetic slides (once)") { report in
            try generator.generate(
                into: folder, slides: chosen.map(\.name), progress: report)
        }
        try judge(inspect(chosen, in: lesson), in: lesson)
        return chosen
    }
}
