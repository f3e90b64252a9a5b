import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// What the main job learnt, kept for single slides: the detector and the classifier of slides.
struct TrainedModel {
    let detector: TumorDetector.Fitted
    let classifier: SlideClassifier.Fitted

    init(detector: TumorDetector.Fitted, classifier: SlideClassifier.Fitted) {
        self.detector = detector
        self.classifier = classifier
    }

    /// Where the model of these slides and this seed lies.
    static func folder(for job: StagingJob) -> URL {
        URL(fileURLWithPath: "Data/models/\(job.key)", isDirectory: true)
    }

    /// Writes both parts. The classifier comes last: where it is, the detector is.
    func save(for job: StagingJob) throws {
        let folder = Self.folder(for: job)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try? FileManager.default.removeItem(at: folder.appending(path: "classifier.json"))
        try detector.save(
            to: folder.appending(path: "detector.safetensors"),
            metadata: ["settings": try Self.settings(of: job)])
        try classifier.save(to: folder.appending(path: "classifier.json"))
    }

    /// Reads a model, or nil if there is none, or one that learnt with other settings.
    static func saved(for job: StagingJob) throws -> TrainedModel? {
        let folder = folder(for: job)
        let detectorFile = folder.appending(path: "detector.safetensors")
        let classifierFile = folder.appending(path: "classifier.json")
        guard FileManager.default.fileExists(atPath: classifierFile.path) else { return nil }
        let settings = try naming(detectorFile) {
            try Checkpoint(contentsOf: detectorFile).metadata["settings"]
        }
        guard settings == (try Self.settings(of: job)) else { return nil }
        return TrainedModel(
            detector: try naming(detectorFile) {
                try TumorDetector.Fitted(contentsOf: detectorFile)
            },
            classifier: try SlideClassifier.Fitted(contentsOf: classifierFile))
    }

    /// The errors of a checkpoint do not all say which file they are about.
    private static func naming<Value>(_ file: URL, _ read: () throws -> Value) throws -> Value {
        do {
            return try read()
        } catch let error as CheckpointError {
            throw StagingJobError.damagedModel(path: file.path, reason: error.description)
        }
    }

    /// All that decides what is learnt, beside the seed: the slides and the settings.
    private static func settings(of job: StagingJob) throws -> String {
        let source = job.source
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys]
        let parts = [
            try encoder.encode(job.detector), try encoder.encode(SlideExaminerSettings()),
            try encoder.encode(job.settings),
            (try? Data(contentsOf: source.folder.appending(path: "cohort.json")))
                ?? Data((source.table ?? source.folder).path.utf8),
            (try? source.table.map { try Data(contentsOf: $0) }) ?? Data(),
        ]
        return parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")
    }
}
