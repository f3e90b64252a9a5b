import DeepTeaching
import Foundation
import LessonSlides

/// What decides the results of a run, in words: two results of the same words are the same, bit by
/// bit, so one may stand for the other.
struct StagingIdentity {
    private let common: String

    /// What decides all results: the settings, the seed, the program and the processor's
    /// instructions.
    init(of job: StagingJob) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let settings = [
            try encoder.encode(job.detector), try encoder.encode(SlideExaminerSettings()),
            try encoder.encode(job.settings),
        ].map { String(decoding: $0, as: UTF8.self) }
        let program = Bundle.main.executableURL.map(Self.stamp) ?? "unknown"
        common =
            (settings + ["seed \(job.seed)", "program \(program)", "\(InstructionSet.current)"])
            .joined(separator: "\n")
    }

    /// What decides the network of a fold: the slides that it learns from.
    func network(_ fold: Int, learners: [SlidePatient]) -> String {
        ([common, "network \(fold)"] + learners.flatMap(\.slides).map(Self.facts)).joined(
            separator: "\n")
    }

    /// What decides a map: the slide, and what decided the networks that look at it.
    func map(of slide: SlideRecord, networks: [Fingerprint]) -> String {
        let networks = networks.map(\.description).joined(separator: " ")
        return [common, "networks \(networks)", Self.facts(of: slide)].joined(separator: "\n")
    }

    /// The slide, its label and its outlines.
    private static func facts(of slide: SlideRecord) -> String {
        let resolution =
            slide.micronsPerPixel.map { "\($0.x) x \($0.y) µm" } ?? "its own resolution"
        let outlines = slide.annotation.map(stamp) ?? "no outlines"
        let part = slide.region.map {
            ", part \($0.origin.x) \($0.origin.y) \($0.width) \($0.height)"
        }
        return "\(slide.name), \(slide.type.rawValue), \(stamp(of: slide.file)), \(resolution), "
            + outlines + (part ?? "")
    }

    /// What changes with a file: its size, and when it was written. Its folder may move.
    private static func stamp(of file: URL) -> String {
        let path = file.resolvingSymlinksInPath().path
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        let size = attributes?[.size] as? Int ?? -1
        let time = (attributes?[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        return "\(file.lastPathComponent) of \(size) bytes at \(time)"
    }
}
