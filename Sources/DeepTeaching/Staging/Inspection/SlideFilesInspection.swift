import Foundation

/// A slide and the files that belong to it, looked at before long work begins.
///
/// The slide is opened; a little of its coarsest level and the last pixel of every level are read,
/// so a file that is cut off is found; its resolution must be known and a patch must fit onto it.
/// The outlines are read, must lie on the slide and agree with its label. No more is read than that:
/// a damaged tile in the middle of a level is not found.
public struct SlideFilesInspection: Sendable, Equatable {
    /// The files that were looked at.
    public let files: SlideFiles

    /// What is wrong or odd: first the slide, then its annotation and its mask.
    public private(set) var findings: [InspectionFinding] = []

    /// What copies of one slide have in common; nil if the slide cannot be read.
    private(set) var likeness: SlideLikeness?

    /// Looks at the files of a slide.
    public init(of files: SlideFiles, settings: InspectionSettings) {
        self.files = files
        let slide: any Slide
        do {
            try Self.checkFile(files.file)
            let whole = try openSlide(files.file)
            slide = try files.region.map { try SlidePart(whole, region: $0) } ?? whole
            try Self.readLastPixels(of: slide)
            likeness = try SlideLikeness(of: slide, in: files.file)
        } catch {
            add(error, to: files.file, remedy: .leaveOutSlide(files.name)) { .unreadableSlide($0) }
            inspectAnnotation(on: nil)
            return
        }
        inspectResolution(of: slide, settings)
        inspectAnnotation(on: slide.levels[0].size)
        inspectMask(on: slide.levels[0].size)
    }

    /// Whether the slide can be used, perhaps without its outlines.
    public var isUsable: Bool {
        !findings.contains { $0.isFault && $0.remedy == .leaveOutSlide(files.name) }
    }

    /// The last pixel of each level lies in its last tile, which a file that is cut off lacks.
    private static func readLastPixels(of slide: any Slide) throws {
        for (index, level) in slide.levels.enumerated() {
            let last = PixelIndex(x: level.size.width - 1, y: level.size.height - 1)
            _ = try slide.read(
                origin: level.frame.region(of: last).origin, size: PixelSize(side: 1), level: index)
        }
    }

    private mutating func inspectResolution(of slide: any Slide, _ settings: InspectionSettings) {
        let remedy = InspectionFinding.Remedy.leaveOutSlide(files.name)
        guard let counting = files.micronsPerPixel ?? settings.micronsPerPixel ?? slide.micronsPerPixel else {
            return add(.unknownResolution, to: files.file, remedy: remedy)
        }
        if let own = slide.micronsPerPixel,
            abs(own.mean / counting.mean - 1) > resolutionTolerance
        {
            add(
                .otherResolution(file: own.mean, told: counting.mean), to: files.file,
                remedy: .nothing)
        }
        let counted = ResolvedSlide(slide, micronsPerPixel: counting)
        for warning in counted.warnings {
            add(.unusualSlide(warning), to: files.file, remedy: .nothing)
        }
        do {
            _ = try settings.grid.layout(on: counted)
        } catch PatchError.slideTooSmall(_, let size, let side) {
            add(.tooSmall(size: size, patchSide: side), to: files.file, remedy: remedy)
        } catch {
            add(error, to: files.file, remedy: remedy) { .unreadableSlide($0) }
        }
    }

    private mutating func inspectMask(on slide: PixelSize) {
        guard let url = files.mask else { return }
        do {
            let mask = try openSlide(url).levels[0].size
            if mask != slide {
                add(.otherMaskSize(mask: mask, slide: slide), to: url, remedy: .nothing)
            }
        } catch {
            add(error, to: url, remedy: .nothing) { .unreadableMask($0) }
        }
    }
}

extension SlideFilesInspection {
    /// A finding more.
    mutating func add(
        _ problem: InspectionProblem, to file: URL, remedy: InspectionFinding.Remedy
    ) {
        findings.append(InspectionFinding(path: file.path, problem: problem, remedy: remedy))
    }

    /// A finding more, from an error that was thrown while a file was read.
    mutating func add(
        _ error: any Error, to file: URL, remedy: InspectionFinding.Remedy,
        _ problem: (SlideError) -> InspectionProblem
    ) {
        let found =
            error as? InspectionProblem
            ?? problem(
                error as? SlideError ?? .unreadable(path: file.path, reason: "\(error)"))
        add(found, to: file, remedy: remedy)
    }

    /// Refuses a file that no reader needs to be asked about.
    ///
    /// - Throws: `InspectionProblem`, or `SlideError.missing`.
    static func checkFile(_ file: URL) throws {
        let manager = FileManager.default
        if !manager.fileExists(atPath: file.path),
            let target = try? manager.destinationOfSymbolicLink(atPath: file.path)
        {
            throw InspectionProblem.brokenLink(target: target)
        }
        if manager.fileExists(atPath: file.path), !manager.isReadableFile(atPath: file.path) {
            throw InspectionProblem.forbidden
        }
        let path = file.resolvingSymlinksInPath().path
        let attributes = try? manager.attributesOfItem(atPath: path)
        let kind = attributes?[.type] as? FileAttributeType
        // Reading a pipe would wait for ever.
        if let kind, ![.typeRegular, .typeDirectory].contains(kind) {
            throw InspectionProblem.pipeOrDevice
        }
        if kind == .typeRegular, attributes?[.size] as? Int == 0 { throw InspectionProblem.empty }
    }
}
