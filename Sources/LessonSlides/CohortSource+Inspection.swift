import CourseKit
import DeepTeaching
import Foundation

/// Slides are checked before a lesson uses them: it reports all faults at once, and not after an
/// hour.
extension CohortSource {
    private var settings: InspectionSettings {
        InspectionSettings(grid: grid, micronsPerPixel: told)
    }

    /// The resolution that the user gives.
    var told: MicronsPerPixel? { micronsPerPixel.map { MicronsPerPixel($0) } }

    /// The whole folder, without what is faulty if that is to be left out.
    ///
    /// - Throws: `FaultySlides` with every fault; `StagingError` if it is no such folder.
    func inspectedFolder(in lesson: Lesson) throws -> CamelyonFolder {
        try soundFolder(
            of: lesson.progress("Checking the slides") { report in
                try CamelyonInspection(of: folder, settings: settings, progress: report)
            }, in: lesson)
    }

    /// The whole folder with its table; its slides are not checked yet.
    ///
    /// - Throws: `FaultySlides`; `StagingError` if it is no such folder.
    func tabledFolder(in lesson: Lesson) throws -> CamelyonFolder {
        try soundFolder(of: CamelyonInspection(of: folder, settings: nil), in: lesson)
            .assuming(told)
    }

    /// The slides of a table, without lines that are wrong if these are to be left out; the slides are
    /// not checked yet.
    ///
    /// - Throws: `FaultySlides`; `StagingError` if it is no such table.
    func tabledSlides(
        of file: URL, in lesson: Lesson
    ) throws -> (table: SlideTable, slides: [SlideRecord]) {
        let table = try soundTable(file, in: lesson)
        let slides = try table.slides().map { slide in
            var slide = slide
            slide.micronsPerPixel = slide.micronsPerPixel ?? told
            return slide
        }
        return (table, slides)
    }

    /// A table, without lines that are wrong if these are to be left out.
    ///
    /// - Throws: `FaultySlides`; `StagingError` if it is no such table.
    func soundTable(_ file: URL, in lesson: Lesson) throws -> SlideTable {
        let table = try SlideTable(collectingFaultsOf: file)
        try judge(
            table.faults.map {
                InspectionFinding(path: file.path, problem: .folder($0), remedy: .nothing)
            }, in: lesson)
        return table
    }

    /// The patients of a table, without slides that are faulty if these are to be left out.
    ///
    /// - Throws: `FaultySlides` with every fault; `StagingError` if it is no such table.
    func inspectedCohort(of file: URL, in lesson: Lesson) throws -> SlideCohort {
        let (table, slides) = try tabledSlides(of: file, in: lesson)
        let findings = inspect(slides, in: lesson)
        try judge(findings, in: lesson)
        return try SlideCohort(table, slides: leavingOut(findings, of: slides))
    }

    private func soundFolder(
        of inspection: CamelyonInspection, in lesson: Lesson
    ) throws -> CamelyonFolder {
        try judge(inspection.findings, in: lesson)
        // Without a table there was a fault that cannot be left out.
        guard let sound = inspection.soundFolder else {
            throw StagingError.noStageTable(path: folder.path)
        }
        return sound
    }

    /// What a lesson chooses from slides, chosen again without those that turn out to be faulty if
    /// these are to be left out.
    ///
    /// - Throws: `FaultySlides` with every fault of the slides that were chosen; what `choose`
    ///   throws.
    func soundSlides(
        of all: [SlideRecord], in lesson: Lesson,
        choosing choose: ([SlideRecord]) throws -> [SlideRecord]
    ) throws -> [SlideRecord] {
        // The choice may depend on the outlines, so they are looked at first.
        let outlines = parallelMap(all.count) { index in
            SlideFilesInspection(ofAnnotationOf: SlideFiles(all[index])).findings
        }
        var candidates = try without(outlines.flatMap(\.self), all, in: lesson)
        while true {
            let chosen = try choose(candidates)
            let findings = inspect(chosen, in: lesson)
            if !findings.contains(where: \.isFault) {
                try judge(findings, in: lesson)
                return chosen
            }
            candidates = try without(findings, candidates, in: lesson)
        }
    }

    /// Checks some slides.
    ///
    /// - Returns: what is wrong or odd, slide by slide.
    func inspect(_ slides: [SlideRecord], in lesson: Lesson) -> [InspectionFinding] {
        lesson.progress("Checking the slides") { report in
            CamelyonInspection.inspect(
                slides.map(SlideFiles.init), settings: settings, progress: report)
        }
    }

    /// Reports what is odd, and leaves out or refuses what is faulty.
    ///
    /// - Throws: `FaultySlides`.
    func judge(_ findings: [InspectionFinding], in lesson: Lesson) throws {
        let faults = findings.filter(\.isFault)
        let canLeaveOut = !isSynthetic && !faults.contains { $0.remedy == .impossible }
        guard faults.isEmpty || skipsFaulty && canLeaveOut else {
            throw FaultySlides(
                folder: folder.path, faults: faults,
                otherWay: isSynthetic
                    ? "Slides that are removed are painted again."
                    : canLeaveOut ? "Or leave out what is faulty with --skip-faulty." : "")
        }
        for finding in findings where !finding.isFault { lesson.warn(finding.description) }
        for fault in faults {
            lesson.warn("left out: \(fault.description)")
            lesson.setAside(relative(fault.path), because: reason(of: fault))
        }
    }

    /// Why a file was left out, in words that need not name it again.
    private func reason(of fault: InspectionFinding) -> String {
        let (file, words) = (relative(fault.path), relative(fault.description))
        guard words.hasPrefix(file) else { return words }
        return String(words.dropFirst(file.count).drop { $0 == " " || $0 == "," || $0 == ":" })
    }

    private func without(
        _ findings: [InspectionFinding], _ slides: [SlideRecord], in lesson: Lesson
    ) throws -> [SlideRecord] {
        try judge(findings.filter(\.isFault), in: lesson)
        return leavingOut(findings, of: slides)
    }

    /// The slides without those that are faulty, and without outlines that are.
    func leavingOut(
        _ findings: [InspectionFinding], of slides: [SlideRecord]
    ) -> [SlideRecord] {
        let remedies = findings.filter(\.isFault).map(\.remedy)
        return slides.filter { !remedies.contains(.leaveOutSlide($0.name)) }.map { slide in
            var slide = slide
            if remedies.contains(.leaveOutAnnotation(slide.name)) { slide.annotation = nil }
            return slide
        }
    }

    /// A text in which paths begin at the folder of the slides: the same on every machine.
    private func relative(_ text: String) -> String {
        [folder.path, folder.resolvingSymlinksInPath().path].reduce(text) {
            $0.replacingOccurrences(of: $1 + "/", with: "")
        }
    }
}
