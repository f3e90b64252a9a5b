import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import LessonSlides

/// The whole path, step by step. Each step shows what it does and hands on what the next one needs.
struct StagingJob {
    let source: CohortSource
    let seed: UInt64

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    /// Patches of two folds and the map look at each slide: its tissue is found once.
    let tissue = TissueMasks()

    /// Whether what an unfinished run left is forgotten.
    var isFresh = false

    /// Whether the training is that of papers, which takes hours.
    var isFull = false

    var settings: StagingSettings { StagingSettings(for: source.grid, isFull: isFull) }

    /// How its networks learn.
    var detector: TumorDetector {
        var detector = source.detector
        detector.training.epochs = settings.epochs
        return detector
    }

    /// What the kept work and the model of these slides are called.
    var key: String { "\(source.key)-seed-\(seed)\(isFull ? "-full" : "")" }

    /// - Returns: what was kept on the way; the caller removes it when the results are safe.
    func teach(_ lesson: Lesson) throws -> KeptWork {
        let start = Date()
        let folder = try openCohort(lesson)
        try showSlide(lesson, folder)
        let split = try split(lesson, folder)
        let work = try work(for: split, lesson)
        let patches = try readPatches(lesson, split)
        let detectors = try train(lesson, patches, work)
        let maps = try map(lesson, split, detectors, work)
        let classifiers = try classify(lesson, maps)
        let findings = try answerForSlides(lesson, maps, classifiers)
        if folder.isStaged { try answerForPatients(lesson, split, findings) }
        try TrainedModel(
            detector: TumorDetector.Fitted(combining: detectors),
            classifier: classifiers.forest
        ).save(for: self)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.staging.exerciseRows)
            step.duration("seconds", seconds: Date().timeIntervalSince(start))
        }
        return work.kept
    }

    /// What an unfinished run of the same job left.
    private func work(for split: PatientFolds, _ lesson: Lesson) throws -> StagingWork {
        let isQuiet = lesson.options.quiet
        let kept = KeptWork(name: key) { sentence in
            Lesson.note(sentence, quiet: isQuiet)
        }
        if isFresh { kept.remove() }
        let work = StagingWork(
            kept: kept, split: split, identity: try StagingIdentity(of: self))
        work.announce(for: split)
        return work
    }
}
