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
        let micrometres = slide.assumedMicronsPerPixel.mean
        let tissue = try TissueMask(of: slide)
        lines.append("tissue: \(Self.percent(tissue.fraction)) of the slide")
        lines.append(
            "patches of the lessons: \(PatchGrid(forSlidesOf: micrometres).side) pixels a side")
    }

    /// A folder in the layout of CAMELYON17.
    init(folder path: String) throws {
        let inspection = try CamelyonInspection(
            of: URL(fileURLWithPath: path, isDirectory: true), settings: Self.settings)
        findings = inspection.findings
        guard let folder = inspection.soundFolder else { return }
        lines = ["\(folder.patients.count) patients whose slides are all there and sound"]
        lines += Self.counts(folder.slides.map(\.type.rawValue))
        lines.append("\(folder.slides.count { $0.annotation != nil }) slides with outlines")
    }

    /// A table of slides.
    init(table path: String) throws {
        let table = try SlideTable(collectingFaultsOf: URL(fileURLWithPath: path))
        findings = table.faults.map {
            InspectionFinding(path: path, problem: .folder($0), remedy: .nothing)
        }
        lines = ["\(table.patients.count) patients, \(table.rows.count) slides"]
        lines += Self.counts(table.rows.map(\.label))
        do {
            let classes = try table.classes()
            if case .positive(let name) = classes {
                lines.append("two classes: the lessons take \(name) for macro, and know no stages")
            }
            let slides = try table.slides()
            lines.append("\(slides.count { $0.annotation != nil }) slides with outlines")
            findings += Self.inspect(slides.map(SlideFiles.init))
        } catch let error as StagingError {
            findings.append(
                InspectionFinding(path: path, problem: .folder(error), remedy: .impossible))
        }
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

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}
