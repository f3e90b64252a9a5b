import CourseKit
import DeepTeaching
import LessonSlides

/// Step 1 to 3: the patients, a slide, its tissue.
extension StagingJob {
    func openCohort(_ lesson: Lesson) throws -> SlideCohort {
        try lesson.step("cohort") { step in
            step.text("sourceName", source.name)
            step.choose("source", source.isSynthetic ? "synthetic" : "real")
            let folder = try source.open(in: lesson)
            let faulty = lesson.filesSetAside.keys.sorted()
            step.text("skippedPatients", folder.skippedPatients.joined(separator: ", "))
            step.choose("skipped", folder.skippedPatients.isEmpty ? "none" : "some")
            step.text("faultyFiles", faulty.joined(separator: ", "))
            step.choose("faulty", faulty.isEmpty ? "none" : "some")
            step.number("patients", folder.patients.count)
            step.number("slides", folder.slides.count)
            let stages = PNStage.allCases.map { stage in
                folder.patients.count { $0.stage == stage }
            }
            let kinds = MetastasisType.allCases.map { type in
                folder.slides.count { $0.type == type }
            }
            step.choose("patientStages", folder.isStaged ? "known" : "unknown")
            step.choose("classes", classes(of: folder, in: step))
            step.table("stageCounts", rows: [stages.map(String.init)])
            step.table("kindCounts", rows: [kinds.map(String.init)])
            return folder
        }
    }

    /// What the labels of the slides are; names the class that is not one of the four kinds.
    private func classes(of cohort: SlideCohort, in step: LessonStep) -> String {
        guard case .positive(let name) = cohort.classes else { return "kinds" }
        step.text("positiveClass", name)
        return "two"
    }

    func showSlide(_ lesson: Lesson, _ folder: SlideCohort) throws {
        let all = folder.slides
        guard let shown = all.first(where: { $0.type == .macro && $0.isLabeled }) ?? all.first
        else { throw StagingJobError.noPatients(folder: folder.location.path) }
        let slide = try shown.open()
        try lesson.step("pyramid") { step in
            let annotations = try shown.outlines()
            step.text("shownSlide", shown.name)
            step.table("pyramid", rows: slide.levelRows)
            step.choose("outlines", annotations.isEmpty ? "none" : "drawn")
            step.figure("slide", try slide.picture(outlining: annotations))
        }
        try lesson.step("tissue") { step in
            let tissue = try tissue.mask(of: shown)
            step.number("tissueFraction", tissue.fraction, .percent(0))
            step.figure("tissue", try slide.picture(of: tissue))
        }
    }
}
