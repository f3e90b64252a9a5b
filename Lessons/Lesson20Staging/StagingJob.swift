import CourseKit
import DeepTeaching
import Foundation

/// The whole path, step by step. Each step shows what it does and hands on what the next one needs.
struct StagingJob {
    let source: SlideSource
    let seed: UInt64

    /// Whether what an unfinished run left is forgotten.
    var isFresh = false

    var settings: StagingSettings { StagingSettings(for: source.detector) }

    /// - Returns: what was kept on the way; the caller removes it when the results are safe.
    func teach(_ lesson: Lesson) throws -> KeptWork {
        let start = Date()
        let folder = try cohortStep(lesson)
        try slideStep(lesson, folder)
        let split = try splitStep(lesson, folder)
        let work = try work(for: split, lesson)
        let patches = try patchStep(lesson, split)
        let detectors = try networkStep(lesson, patches, work)
        let maps = try mapStep(lesson, split, detectors, work)
        let classifier = try featureStep(lesson, maps)
        let findings = try slideResults(lesson, maps, classifier)
        try patientResults(lesson, split, findings)
        try TrainedModel(
            detector: TumorDetector(combining: detectors), classifier: classifier
        ).save(for: source, seed: seed)
        try closingStep(lesson, seconds: Date().timeIntervalSince(start))
        return work.kept
    }

    /// What an unfinished run of the same job left.
    private func work(for split: CaseSplit, _ lesson: Lesson) throws -> StagingWork {
        let isQuiet = lesson.options.quiet
        let kept = KeptWork(name: "\(source.folder.lastPathComponent)-seed-\(seed)") { sentence in
            Lesson.note(sentence, quiet: isQuiet)
        }
        if isFresh { kept.remove() }
        let work = StagingWork(
            kept: kept, split: split, identity: try StagingIdentity(of: self))
        work.announce(for: split)
        return work
    }
}

/// Who is learnt from and who is examined.
struct CaseSplit {
    /// The training patients in parts; each is mapped by a network that learnt from the others.
    let folds: [[CamelyonPatient]]

    /// The patients of the final examination.
    let test: [CamelyonPatient]

    /// The patients that a fold's network learns from: all of the other folds.
    func learners(for fold: Int) -> [CamelyonPatient] {
        let others = folds.indices.filter { $0 != fold }.flatMap { folds[$0] }
        return others.isEmpty ? folds[fold] : others
    }

    var training: [CamelyonPatient] {
        folds.flatMap { $0 }.sorted { $0.number < $1.number }
    }
}

/// A slide and what the detector found on it.
struct ExaminedCase: Sendable {
    let slideCase: Case
    let map: ConfidenceMap
    let features: SlideFeatures
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
