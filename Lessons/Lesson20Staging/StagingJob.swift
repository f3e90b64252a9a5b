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

    var settings: StagingSettings { StagingSettings(for: source.grid) }

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
        ).save(for: source, seed: seed)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.staging.exerciseRows)
            step.duration("seconds", seconds: Date().timeIntervalSince(start))
        }
        return work.kept
    }

    /// What an unfinished run of the same job left.
    private func work(for split: PatientFolds, _ lesson: Lesson) throws -> StagingWork {
        let isQuiet = lesson.options.quiet
        let kept = KeptWork(name: "\(source.key)-seed-\(seed)") { sentence in
            Lesson.note(sentence, quiet: isQuiet)
        }
        if isFresh { kept.remove() }
        let work = StagingWork(
            kept: kept, split: split, identity: try StagingIdentity(of: self))
        work.announce(for: split)
        return work
    }
}
