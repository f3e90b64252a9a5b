import ArgumentParser
import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import GraderKit
import Lesson20Exercises
import LessonSlides

/// The main job: from slides to the pN stage of patients that the network has never seen.
@main
struct Lesson20Staging: LessonCommand {
    static let text = LessonText.embedded
    static let worker = stagingContract.answer(StagingExercise.self)

    @OptionGroup var options: LessonOptions
    @OptionGroup var mine: MineOption

    @Option(help: "The slides: the seed of the synthetic cohort (default: 1).")
    var cohort: UInt64?

    @Option(
        help: "The size of the synthetic cohort: nano (for a look), small (default), medium, full.")
    var profile: String?

    @Option(help: "A folder with real slides in the layout of CAMELYON17.")
    var data: String?

    @Option(
        name: .customLong("slides"),
        help: "A table of your own slides: a CSV file with the columns file, patient, label.")
    var table: String?

    @Option(help: "One slide of your own: draws its tissue and its map, and says what it holds.")
    var slide: String?

    @OptionGroup var files: SlideFileOptions

    @Flag(help: "Start over: forget the networks and maps of a run that was stopped.")
    var fresh = false

    func validate() throws {
        if slide == "" { throw ValidationError("--slide needs a name, but it is empty") }
        try SlideOptions.check(data: data, table: table)
        try files.check(hasFolder: data != nil || table != nil, hasSlide: slide != nil)
        if data != nil || table != nil, cohort != nil || profile != nil {
            throw ValidationError(
                "\(data != nil ? "--data" : "--slides") takes real slides, --cohort and --profile name synthetic ones: "
                    + "give one or the other")
        }
    }

    func teach(_ lesson: Lesson) throws {
        let source = try CohortSource(
            data: data, table: table, profile: profile ?? "small", seed: cohort ?? 1,
            micronsPerPixel: files.micronsPerPixel, skippingFaulty: files.skipFaulty)
        if let classes = try source.classedSlides(in: lesson) {
            guard slide == nil, !mine.isAsked else {
                throw StagingJobError.onlyMetastases(
                    option: slide == nil ? "--mine" : "--slide", table: table ?? "")
            }
            return try ClassJob(
                source: source, slides: classes, seed: lesson.seed,
                settings: StagingSettings(for: source.grid, isFull: options.full)
            ).teach(lesson)
        }
        let job = StagingJob(
            source: source, seed: lesson.seed, mine: mine.functions(of: .staging), isFresh: fresh,
            isFull: options.full)
        if let slide {
            try SlideJob(
                file: URL(fileURLWithPath: slide), job: job,
                micronsPerPixel: files.micronsPerPixel
            ).teach(lesson)
        } else {
            let kept = try job.teach(lesson)
            lesson.whenWritten { kept.remove() }
        }
    }
}
