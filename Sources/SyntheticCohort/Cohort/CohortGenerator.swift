import DeepTeaching
import Foundation

/// Writes a synthetic cohort in the layout of CAMELYON17 or CAMELYON16: slides, outlines, labels,
/// and the truth.
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

    /// The layout, and what is added or wrong on purpose.
    public let options: CohortOptions

    private let diskSpace: DiskSpace

    /// A generator of the cohort of a profile and a seed.
    public init(
        profile: CohortProfile, seed: UInt64, options: CohortOptions = CohortOptions()
    ) {
        self.init(profile: profile, seed: seed, options: options, diskSpace: .ofSystem)
    }

    init(
        profile: CohortProfile, seed: UInt64, options: CohortOptions = CohortOptions(),
        diskSpace: DiskSpace
    ) {
        plan = CohortPlan(profile: profile, seed: seed)
        self.options = options
        self.diskSpace = diskSpace
    }

    /// All slides as they lie in the folder.
    public var entries: [SlideEntry] { options.layout.entries(of: plan) }

    /// Writes the cohort, or the named slides of it with all labels, into a folder.
    ///
    /// Slides are painted on all cores; each file appears only when it is whole, and its bytes do
    /// not depend on the number of cores.
    ///
    /// - Parameters:
    ///   - folder: a new or empty folder, or one that holds the same cohort.
    ///   - slides: the names of the slides to write, such as "patient_020_node_1"; nil for all.
    ///   - progress: is told the share that is done, from 0 to 1, from any thread.
    ///   - isCancelled: is asked before each tile, from any thread, whether to stop.
    /// - Throws: `CohortError`; `PyramidWriterError` or `SlideError` if a file cannot be written;
    ///   `CancellationError` if it was to stop, which leaves whole files only.
    public func generate(
        into folder: URL, slides names: [String]? = nil,
        progress: @escaping @Sendable (Double) -> Void = { _ in },
        isCancelled: @escaping @Sendable () -> Bool = { false }
    ) throws {
        let wanted = try names.map { try $0.map(entry(named:)) } ?? entries
        let folder = CohortFolder(url: folder)
        let missing = wanted.filter { isMissing($0, in: folder) }
        try diskSpace.require(megabytes: megabytes(slides: missing.count), in: folder.url)
        try folder.claim(for: CohortIdentity(plan, options: options), entries: entries)
        try CohortLabels(plan: plan, options: options).write(to: folder)
        let progress = SharedProgress(parts: missing.count, report: progress)
        try forEach(missing.count) { part in
            try write(missing[part], to: folder, isCancelled: isCancelled) {
                progress.update(part, $0)
            }
        }
        progress.finish()
    }

    /// How many slides of the cohort are in a folder, each of them whole.
    public func countWritten(in folder: URL) -> Int {
        let folder = CohortFolder(url: folder)
        return entries.count { folder.has($0.slidePath) }
    }

    /// One tile of a slide, painted alone: just what the writer compresses.
    ///
    /// - Parameters:
    ///   - name: the slide, such as "patient_020_node_1".
    ///   - address: which tile.
    /// - Returns: the tile without what would hang over the border; nil if the file leaves it out,
    ///   because it shows nothing but bare glass.
    /// - Throws: `CohortError` if there is no such slide or no such tile.
    public func tile(of name: String, at address: TileAddress) throws -> Image? {
        let entry = try entry(named: name)
        let pyramid = SlidePainter(plan: plan.slidePlan(entry.slide)).pyramid
        guard pyramid.layout.contains(address) else {
            let levels = pyramid.layout.levelSizes.count
            throw CohortError.noSuchTile(
                slide: name, address: address, levels: levels,
                tiles: (0..<levels).contains(address.level)
                    ? pyramid.layout.tileCounts(ofLevel: address.level) : nil)
        }
        return try pyramid.tile(at: address)
    }

    /// About how much room slides need on the disk, in megabytes.
    public func megabytes(slides: Int) -> Int {
        // JPEG of tissue needs about a third of a byte a pixel, the coarser levels a third more.
        Int(Double(slides * plan.profile.slideSize.area) * 0.45 / 1e6) + 2
    }

    private func entry(named name: String) throws -> SlideEntry {
        let all = entries
        guard let entry = all.first(where: { $0.name == name }) else {
            throw CohortError.unknownSlide(name: name, example: all.first?.name ?? "none")
        }
        return entry
    }

    private func isMissing(_ entry: SlideEntry, in folder: CohortFolder) -> Bool {
        !folder.has(entry.slidePath) || options.hasMasks && !folder.has(entry.maskPath)
    }

    /// Small slides are painted side by side, large ones one after the other, their tiles side by
    /// side: so all cores have work to the end, and memory holds one large slide's tiles.
    private func forEach(_ count: Int, _ work: @Sendable (Int) throws -> Void) throws {
        let layout = PyramidLayout(
            size: plan.profile.slideSize, tileSide: plan.profile.tileSide)
        if layout.tileCounts(ofLevel: 0).area > 64 {
            for part in 0..<count { try work(part) }
        } else {
            _ = try parallelMap(count) { try work($0) }
        }
    }

    private func write(
        _ entry: SlideEntry, to folder: CohortFolder,
        isCancelled: @escaping @Sendable () -> Bool, progress: (Double) -> Void
    ) throws {
        let slidePlan = plan.slidePlan(entry.slide)
        let painter = SlidePainter(plan: slidePlan)
        if !folder.has(entry.slidePath) {
            try painter.writer.write(
                to: folder.url.appendingPathComponent(entry.slidePath), progress: progress
            ) { origin, size in
                if isCancelled() { throw CancellationError() }
                return painter.tile(origin: origin, size: size)
            }
        }
        guard options.hasMasks, !folder.has(entry.maskPath) else { return }
        let mask = MaskPainter(
            slidePlan.annotations, valueOfHoles: options.layout.maskValueOfHoles)
        try painter.maskWriter.writeMask(
            to: folder.url.appendingPathComponent(entry.maskPath)
        ) { origin, size in
            if isCancelled() { throw CancellationError() }
            return mask.tile(origin: origin, size: size)
        }
    }
}
