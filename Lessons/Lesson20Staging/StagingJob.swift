import CourseKit
import DeepTeaching
import Foundation

/// The whole path, step by step. Each step shows what it does and hands on what the next one needs.
struct StagingJob {
    let source: SlideSource
    let seed: UInt64

    /// The share of patients that nobody sees before the end.
    let testShare = 0.4

    /// The number of patches that each network learns from.
    var patchCount: Int { source.detector.side == 64 ? 9_000 : 1_500 }

    func teach(_ lesson: Lesson) throws {
        let start = Date()
        let folder = try cohortStep(lesson)
        try slideStep(lesson, folder)
        let split = try splitStep(lesson, folder)
        let patches = try patchStep(lesson, split)
        let detectors = try networkStep(lesson, patches)
        let maps = try mapStep(lesson, split, detectors)
        let classifier = try featureStep(lesson, maps)
        let findings = try slideResults(lesson, maps, classifier)
        try patientResults(lesson, split, findings)
        try TrainedModel(
            detector: TumorDetector(combining: detectors), classifier: classifier
        ).save(for: source, seed: seed)
        try closingStep(lesson, seconds: Date().timeIntervalSince(start))
    }
}

/// Who is learnt from and who is examined.
struct CaseSplit {
    /// The training patients in two halves: each half is mapped by the network of the other.
    let folds: [[CamelyonPatient]]

    /// The patients of the final examination.
    let test: [CamelyonPatient]

    var training: [CamelyonPatient] {
        folds.flatMap { $0 }.sorted { $0.number < $1.number }
    }
}

/// A slide and what the detector found on it.
struct ExaminedCase: Sendable {
    let slideCase: Case
    let examination: SlideExamination
}

/// The examined slides.
struct ExaminedCases {
    let training: [ExaminedCase]
    let test: [ExaminedCase]
}

/// A test slide and what the forest says of it.
struct Finding {
    let examined: ExaminedCase
    let prediction: MetastasisPrediction

    var slideCase: Case { examined.slideCase }
}
