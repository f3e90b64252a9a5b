import Foundation

/// A whole CAMELYON17 folder, looked at before long work begins: everything that is wrong with it
/// is found at once, in seconds, and not one by one after hours.
///
/// ```swift
/// let inspection = try CamelyonInspection(
///     of: URL(fileURLWithPath: "CAMELYON17"),
///     settings: InspectionSettings(grid: PatchGrid(forSlidesOf: 0.25)))
/// for finding in inspection.findings { print(finding) }
/// if let folder = inspection.soundFolder { print(folder.patients.count, "patients are sound") }
/// ```
public struct CamelyonInspection: Sendable, Equatable {
    /// All that is wrong or odd: first the folder and its table, then slide by slide.
    public let findings: [InspectionFinding]

    /// The folder without what is faulty; nil if there is no table that tells what its slides are.
    public let soundFolder: CamelyonFolder?

    /// What keeps work from going on.
    public var faults: [InspectionFinding] { findings.filter(\.isFault) }

    /// What is only odd.
    public var warnings: [InspectionFinding] { findings.filter { !$0.isFault } }

    /// Looks at all files of a folder, on all cores.
    ///
    /// Patients of whom a slide file is missing are left out, as `CamelyonFolder` does when it is
    /// told to; slides that the table does not name are not looked at, unless there is no table.
    ///
    /// - Parameters:
    ///   - url: the folder that holds `training/` or `images/`.
    ///   - settings: what its slides must be good for; nil looks at folder and table alone.
    ///   - progress: is told the share that is done, from 0 to 1, from any thread.
    /// - Throws: `StagingError` if there is no folder, or no slide of CAMELYON17 in it.
    public init(
        of url: URL, settings: InspectionSettings?,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) throws {
        let files = try CamelyonFiles(in: url)
        var findings = files.unreadableFolders.map { folder in
            InspectionFinding(
                path: folder.path, problem: .folder(.unreadableFolder(path: folder.path)),
                remedy: .nothing)
        }
        let table = Self.table(of: url, files, findings: &findings)
        findings += files.twinFindings
        let folder = try table.map { table in
            try CamelyonFolder(
                url: url, files: files, table: table, skippingIncompletePatients: true)
        }
        if let settings {
            let slides = folder.map { $0.slides.map(SlideFiles.init) } ?? files.all
            findings += Self.inspect(slides, settings: settings, progress: progress)
        }
        self.findings = findings
        soundFolder = folder.map {
            $0.leavingOut(findings.filter(\.isFault)).assuming(settings?.micronsPerPixel)
        }
    }

    /// Looks at some slides, on all cores.
    ///
    /// - Returns: what is wrong or odd, slide by slide.
    public static func inspect(
        _ slides: [SlideFiles], settings: InspectionSettings,
        progress: @escaping @Sendable (Double) -> Void = { _ in }
    ) -> [InspectionFinding] {
        let counter = ProgressCounter(total: slides.count, report: progress)
        let inspections = parallelMap(slides.count) { index in
            defer { counter.countOne() }
            return SlideFilesInspection(of: slides[index], settings: settings)
        }
        return inspections.flatMap(\.findings) + copies(among: inspections)
    }

    /// The table of stages without its faulty rows; nil if there is none.
    private static func table(
        of url: URL, _ files: CamelyonFiles, findings: inout [InspectionFinding]
    ) -> StageTable? {
        let path = (try? files.stageTable(of: url))?.path ?? url.path
        do {
            let file = try files.stageTable(of: url)
            try SlideFilesInspection.checkFile(file)
            let table = try StageTable(collectingFaultsOf: file)
            findings += table.faults.map {
                InspectionFinding(path: path, problem: .folder($0), remedy: .nothing)
            }
            return table
        } catch {
            let problem =
                error as? InspectionProblem
                ?? .folder(
                    error as? StagingError ?? .unreadableTable(file: path, reason: "\(error)"))
            findings.append(
                InspectionFinding(path: path, problem: problem, remedy: .impossible))
            return nil
        }
    }

    /// Slides that are copies of one another, under several names.
    private static func copies(among inspections: [SlideFilesInspection]) -> [InspectionFinding] {
        let groups = Dictionary(grouping: inspections.filter { $0.likeness != nil }, by: \.likeness)
        return inspections.compactMap { inspection in
            let others = (groups[inspection.likeness] ?? []).map(\.files.name)
                .filter { $0 != inspection.files.name }
            guard inspection.likeness != nil, !others.isEmpty else { return nil }
            return InspectionFinding(
                path: inspection.files.file.path, problem: .samePicture(as: others),
                remedy: .leaveOutSlide(inspection.files.name))
        }
    }
}

extension CamelyonFolder {
    /// The folder without what faults speak of.
    public func leavingOut(_ faults: [InspectionFinding]) -> CamelyonFolder {
        var slides: Set<String> = []
        var annotations: Set<String> = []
        for fault in faults {
            switch fault.remedy {
            case .leaveOutSlide(let name): slides.insert(name)
            case .leaveOutAnnotation(let name): annotations.insert(name)
            case .nothing, .impossible: break
            }
        }
        return leavingOut(slides: slides, annotations: annotations)
    }
}

extension CamelyonFiles {
    /// Every slide with its files; what they hold is not known.
    fileprivate var all: [SlideFiles] {
        slides.sorted { $0.key < $1.key }.map { name, file in
            SlideFiles(
                name: name.description, file: file, annotation: annotations[name],
                mask: masks[name])
        }
    }

    /// Of two files with one name, nobody knows which is right.
    fileprivate var twinFindings: [InspectionFinding] {
        twins.map { first, second in
            let stem = second.deletingPathExtension().lastPathComponent
            let isMask = stem.lowercased().hasSuffix("_mask")
            let name = CamelyonSlideName(isMask ? String(stem.dropLast(5)) : stem)?.description
            return InspectionFinding(
                path: second.path, problem: .secondFile(path: first.path),
                remedy: isMask ? .nothing : .leaveOutSlide(name ?? stem))
        }
    }
}
