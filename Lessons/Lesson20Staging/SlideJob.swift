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

    private var source: SlideSource { job.source }

    private var told: MicronsPerPixel? { micronsPerPixel.map { MicronsPerPixel($0) } }

    func teach(_ lesson: Lesson) throws {
        // A slide that cannot be read should say so before a model is trained for minutes.
        try inspect(lesson)
        let file = try SlideFile(file)
        let slide: any Slide = told.map { ResolvedSlide(file, micronsPerPixel: $0) } ?? file
        try slideStep(lesson, slide)
        let model = try model(lesson)
        try mapStep(lesson, slide, file, model)
    }

    private func inspect(_ lesson: Lesson) throws {
        let inspection = SlideFilesInspection(
            of: SlideFiles(name: file.lastPathComponent, slide: file),
            settings: InspectionSettings(grid: source.detector.grid, micronsPerPixel: told))
        let faults = inspection.findings.filter(\.isFault)
        guard faults.isEmpty else {
            throw FaultySlides(folder: file.deletingLastPathComponent().path, faults: faults)
        }
        for finding in inspection.findings { lesson.warn(finding.description) }
    }

    private func slideStep(_ lesson: Lesson, _ slide: any Slide) throws {
        try lesson.step("What the file holds") { step in
            try SlideDescription(slide: slide).write(to: step)
            step.figure(
                try slide.thumbnail(maximumSide: 720), name: "slide",
                caption: "\(slide.name): the whole slide.",
                alternative: "What the scanner saw, made small.")
            let tissue = try TissueMask(of: slide)
            step.number(
                "tissueFraction", tissue.fraction, "tissue on this slide", format: .percent(0))
            step.figure(
                try TissuePicture(slide: slide, tissue: tissue).image, name: "tissue",
                caption: "The border of the tissue mask in yellow.",
                alternative: "The slide with a yellow line around each piece of tissue.")
        }
    }

    /// The model of the main job; if there is none, the main job makes it.
    private func model(_ lesson: Lesson) throws -> TrainedModel {
        if let model = try TrainedModel.saved(for: source, seed: lesson.seed) { return model }
        try lesson.step("A model has to be trained first") { step in
            step.words(
                """
                No model of these slides and this seed is there yet: the main job runs first and \
                leaves one in Data/models.
                """)
        }
        let training = Lesson(
            name: lesson.name, title: lesson.title, question: lesson.question,
            options: lesson.options.silent)
        let kept = try job.teach(training)
        for (file, reason) in training.filesSetAside { lesson.setAside(file, because: reason) }
        guard let model = try TrainedModel.saved(for: source, seed: lesson.seed) else {
            throw CheckpointError.unreadable(
                path: TrainedModel.folder(for: source, seed: lesson.seed).path)
        }
        kept.remove()
        return model
    }

    private func mapStep(
        _ lesson: Lesson, _ slide: any Slide, _ file: SlideFile, _ model: TrainedModel
    ) throws {
        try lesson.step("What the network sees") { step in
            step.words(
                """
                The network learnt from the \(source.name)\
                \(source.isSynthetic ? ": of a real slide its map says how it works, not what is "
                    + "true. This is no diagnosis." : ". This is no diagnosis.")
                """)
            let examination = try lesson.progress("Mapping the slide") { report in
                try SlideExaminer(detector: model.detector).examine(slide, progress: report)
            }
            step.figure(
                try MapPicture(slide: slide, map: examination.map, annotations: nil).image,
                name: "map",
                caption: "The slide, and the map from dark (normal) to bright (tumour).",
                alternative: "Two pictures side by side: slide and confidence map.")
            try showLabel(of: examination, model, in: step)
            showStatistics(of: file, in: step, micronsPerPixel: slide.micronsPerPixel)
        }
    }

    private func showLabel(
        of examination: SlideExamination, _ model: TrainedModel, in step: StepWriter
    ) throws {
        guard examination.map.covered.foregroundCount > 0 else {
            step.words("**No patch holds enough tissue**, so there is nothing to label.")
            return
        }
        let prediction = try model.classifier.prediction(for: examination.features)
        step.table(
            header: MetastasisType.allCases.map(\.rawValue),
            rows: [prediction.probabilities.map { fixed($0, 3) }],
            caption: "Label: \(prediction.type.rawValue)")
        step.number(
            "positiveScore", prediction.positiveScore, "probability that the slide is positive")
        step.number("detections", examination.detections.count)
    }

    private func showStatistics(
        of slide: SlideFile, in step: StepWriter, micronsPerPixel: MicronsPerPixel?
    ) {
        let statistics = slide.statistics
        step.words("**What was read of \(slide.name)**")
        step.number("levels", slide.levels.count)
        step.number("micronsPerPixel", micronsPerPixel?.mean ?? .nan, unit: "µm", digits: 4)
        step.number("pixelsRead", statistics.pixelsRead)
        step.number("missingTiles", statistics.missingTiles)
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
