import CourseKit
import DeepTeaching
import Foundation
import LessonSlides

/// One slide of the user's own: its tissue, its map and its label.
struct SlideJob {
    let file: URL

    /// Makes the model if there is none.
    let job: StagingJob

    /// What the user says of the resolution; nil leaves it to the file.
    let micronsPerPixel: Double?

    private var source: CohortSource { job.source }

    private var told: MicronsPerPixel? { micronsPerPixel.map { MicronsPerPixel($0) } }

    func teach(_ lesson: Lesson) throws {
        // A slide that cannot be read should say so before a model is trained for minutes.
        try inspect(lesson)
        let file = try openSlide(file)
        let slide: any Slide = told.map { ResolvedSlide(file, micronsPerPixel: $0) } ?? file
        let tissue = try showFile(lesson, slide)
        let model = try model(lesson)
        try showMap(lesson, slide, tissue, model) {
            step in
            step.choose("reading", file is SlideFile ? "tiles" : "whole")
            guard let file = file as? SlideFile else { return }
            step.number("pixelsRead", file.statistics.pixelsRead)
            step.number("missingTiles", file.statistics.missingTiles)
        }
    }

    private func inspect(_ lesson: Lesson) throws {
        let inspection = SlideFilesInspection(
            of: SlideFiles(name: file.lastPathComponent, file: file),
            settings: InspectionSettings(grid: source.grid, micronsPerPixel: told))
        let faults = inspection.findings.filter(\.isFault)
        guard faults.isEmpty else {
            throw FaultySlides(folder: file.deletingLastPathComponent().path, faults: faults)
        }
        for finding in inspection.findings { lesson.warn(finding.description) }
    }

    /// - Returns: the tissue of the slide.
    private func showFile(_ lesson: Lesson, _ slide: any Slide) throws -> TissueMask {
        try lesson.step("file") { step in
            step.text("shownSlide", slide.name)
            step.table("pyramid", rows: slide.levelRows)
            step.figure("slide", try slide.thumbnail(maximumSide: 720).pixels)
            let tissue = try TissueMask(of: slide)
            step.number("tissueFraction", tissue.fraction, .percent(0))
            step.figure("tissue", try slide.picture(of: tissue))
            return tissue
        }
    }

    /// The model of the main job; if there is none, the main job makes it.
    private func model(_ lesson: Lesson) throws -> TrainedModel {
        if let model = try TrainedModel.saved(for: job) { return model }
        try lesson.step("training") { _ in }
        let training = Lesson(
            name: lesson.name, text: Lesson20Staging.text, options: lesson.options.silent)
        let kept = try job.teach(training)
        for (file, reason) in training.filesSetAside { lesson.setAside(file, because: reason) }
        guard let model = try TrainedModel.saved(for: job) else {
            throw CheckpointError.unreadable(
                path: TrainedModel.folder(for: job).path)
        }
        kept.remove()
        return model
    }

    private func showMap(
        _ lesson: Lesson, _ slide: any Slide, _ tissue: TissueMask, _ model: TrainedModel,
        reading: (LessonStep) -> Void
    ) throws {
        try lesson.step("seen") { step in
            step.text("sourceName", source.name)
            step.choose("source", source.isSynthetic ? "synthetic" : "real")
            let examination = try lesson.progress("Mapping the slide") { report in
                try SlideExaminer(detector: model.detector)
                    .examine(slide, tissue: tissue, progress: report)
            }
            step.figure(
                "map",
                try MapPicture(slide: slide, map: examination.map, annotations: nil).image)
            try showLabel(of: examination, model, in: step)
            step.number("levels", slide.levels.count)
            step.number("micronsPerPixel", slide.micronsPerPixel?.mean ?? .nan, .decimals(4))
            reading(step)
        }
    }

    private func showLabel(
        of examination: SlideExamination, _ model: TrainedModel, in step: LessonStep
    ) throws {
        guard examination.map.covered.foregroundCount > 0 else {
            return step.choose("label", "missing")
        }
        let prediction = try model.classifier.prediction(for: examination.features)
        step.choose("label", "given")
        step.text("kind", prediction.type.rawValue)
        step.table(
            "probabilities",
            rows: [prediction.probabilities.map { NumberFormat.decimals(3).text($0) }])
        step.number("positiveScore", prediction.positiveScore)
        step.number("detections", examination.detections.count)
    }
}

extension LessonOptions {
    /// The same options for a lesson that computes its steps without showing them.
    fileprivate var silent: LessonOptions {
        var options = self
        options.from = .max
        options.step = false
        options.list = false
        return options
    }
}
