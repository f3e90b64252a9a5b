import DeepTeaching
import Foundation

/// What there is of somebody's slides, and what is wrong with them.
struct SlideDoctor {
    /// What was found, in lines.
    private(set) var lines: [String] = []

    /// What is wrong or odd.
    private(set) var findings: [InspectionFinding] = []

    /// Whether work could begin.
    var isFine: Bool { !findings.contains(where: \.isFault) }

    /// One slide.
    init(slide path: String) throws {
        let file = URL(fileURLWithPath: path)
        findings = Self.inspect([SlideFiles(name: file.lastPathComponent, file: file)])
        // Why it does not open is among the findings.
        guard let slide = try? openSlide(file) else { return }
        lines = [SlideSummary(of: slide).text]
        let missing = (slide as? SlideFile)?.missingTileCounts.reduce(0, +) ?? 0
        if missing > 0 {
            lines.append("\(Self.count(missing, "tile")) without bytes, shown as background")
        }
        do {
            let tissue = try TissueMask(of: slide)
            lines.append("tissue: \(Self.percent(tissue.fraction)) of the slide")
        } catch let error as SlideError {
            // A little of the slide was read before, and may have said the same.
            if isFine {
                findings.append(
                    InspectionFinding(
                        path: file.path, problem: .unreadableSlide(error), remedy: .nothing))
            }
            return
        }
        let micrometres = slide.assumedMicronsPerPixel.mean
        lines.append(
            "patches of the lessons: \(PatchGrid(forSlidesOf: micrometres).side) pixels a side")
    }

    /// A folder in the layout of CAMELYON17.
    init(folder path: String) throws {
        let inspection = try CamelyonInspection(
            of: URL(fileURLWithPath: path, isDirectory: true), settings: Self.settings)
        findings = inspection.findings
        guard let folder = inspection.soundFolder else { return }
        lines = [
            "\(Self.count(folder.patients.count, "patient")) whose slides are all there and sound"
        ]
        lines += Self.counts(folder.slides.map(\.type.rawValue))
        lines.append(
            Self.count(folder.slides.count { $0.annotation != nil }, "slide") + " with outlines")
    }

    /// A table of slides.
    init(table path: String) throws {
        let table = try SlideTable(collectingFaultsOf: URL(fileURLWithPath: path))
        findings = table.faults.map {
            InspectionFinding(path: path, problem: .folder($0), remedy: .nothing)
        }
        lines = [
            Self.count(table.patients.count, "patient") + ", "
                + Self.count(table.rows.count, "slide")
        ]
        lines += Self.counts(table.rows.map(\.label))
        do {
            findings += Self.inspect(try inspectClasses(of: table))
        } catch let error as StagingError {
            findings.append(
                InspectionFinding(path: path, problem: .folder(error), remedy: .impossible))
        }
    }

    /// Says what the labels mean.
    ///
    /// - Returns: the files to look at.
    private mutating func inspectClasses(of table: SlideTable) throws -> [SlideFiles] {
        switch try table.classes() {
        case .named(let names):
            lines.append(
                "\(names.count) classes: Lesson 20 tells them apart by their tissue, the other lessons "
                    + "do not take them")
            let slides = try table.classedSlides()
            try slides.requireTwoPatientsOfEachClass()
            return slides.slides.map(SlideFiles.init)
        case .positive(let name):
            lines.append("two classes: the lessons take \(name) for macro, and know no stages")
        case .types: break
        }
        let slides = try table.slides()
        lines.append(
            Self.count(slides.count { $0.annotation != nil }, "slide") + " with outlines")
        return slides.map(SlideFiles.init)
    }

    /// All of it, the faults last.
    var text: String {
        let odd = findings.filter { !$0.isFault }.map { "odd  \($0)" }
        let faults = findings.filter(\.isFault).map { "FAIL \($0)" }
        let end = faults.isEmpty ? ["ok   nothing keeps the lessons from using it"] : []
        return (lines + odd + faults + end).joined(separator: "\n")
    }

    private static func inspect(_ slides: [SlideFiles]) -> [InspectionFinding] {
        CamelyonInspection.inspect(slides, settings: settings)
    }

    /// The smallest patches of the lessons must fit.
    private static let settings = InspectionSettings(grid: PatchGrid(forSlidesOf: nil))

    /// How often each label is there.
    private static func counts(_ labels: [String]) -> [String] {
        Dictionary(grouping: labels) { $0 }.sorted { $0.key < $1.key }.map {
            "  \($0.value.count) x \($0.key)"
        }
    }

    /// "1 slide" or "2 slides".
    private static func count(_ number: Int, _ noun: String) -> String {
        "\(number) \(noun)\(number == 1 ? "" : "s")"
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
