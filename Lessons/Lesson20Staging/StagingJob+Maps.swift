import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: a map of every slide.
extension StagingJob {
    func map(
        _ lesson: Lesson, _ split: PatientFolds, _ detectors: [TumorDetector.Fitted],
        _ work: StagingWork
    ) throws -> MappedSlides {
        try lesson.step("maps") { step in
            let maps = try lesson.progress("Mapping slides") { report in
                let progress = ProgressCounter(
                    total: (split.training + split.test).flatMap(\.slides).count, report: report)
                return try map(split, detectors, work, progress: progress)
            }
            step.number("patchAUC", try patchArea(maps.test) ?? .nan)
            show(FalseAlarms(on: maps.test), in: step)
            try showMaps(of: maps.test, in: step)
            return maps
        }
    }

    private func map(
        _ split: PatientFolds, _ detectors: [TumorDetector.Fitted], _ work: StagingWork,
        progress: ProgressCounter
    ) throws -> MappedSlides {
        func map(
            _ patients: [SlidePatient], with detector: TumorDetector.Fitted, fold: Int? = nil
        ) throws -> [MappedSlide] {
            let all = patients.flatMap(\.slides)
            let examiner = SlideExaminer(detector: detector)
            let tissue = tissue
            return try parallelMap(all.count) { index in
                defer { progress.countOne() }
                let words = work.map(of: all[index], fold: fold)
                let map = try work.kept.map(of: all[index].name, decidedBy: words) {
                    try examiner.examine(
                        try all[index].open(), tissue: try tissue.mask(of: all[index])
                    ).map
                }
                return MappedSlide(
                    slide: all[index], map: map, features: try examiner.features(of: map))
            }
        }
        // listing: StagingJob.maps
        let training = try split.folds.indices.flatMap { fold in
            try map(split.folds[fold], with: detectors[fold], fold: fold)
        }
        let ensemble = TumorDetector.Fitted(combining: detectors)
        let test = try map(split.test, with: ensemble)
        // end listing
        return MappedSlides(training: training, test: test)
    }

    private func show(_ alarms: FalseAlarms, in step: LessonStep) {
        step.choose("negatives", alarms.slideCount == 0 ? "none" : "some")
        step.number("falsePatches", alarms.rate, .percent(2))
        step.number("negativePatches", alarms.patchesPerSlide, .decimals(0))
        step.number("negativeSlides", alarms.slideCount)
        step.number("alarmedSlides", alarms.alarmedSlides)
        step.number("expectedClean", alarms.expectedClean, .decimals(1))
        step.number("cleanSlides", alarms.cleanSlides)
        step.choose(
            "alarms",
            alarms.cleanSlides == 0 ? "everywhere" : alarms.areClustered ? "clustered" : "spread")
    }

    private func showMaps(of test: [MappedSlide], in step: LessonStep) throws {
        let macro = shown(.macro, of: test)
        let micro = shown(.micro, of: test)
        let itc = shown(.itc, of: test)
        let negative = shown(.negative, of: test)
        step.text("macroSlide", macro?.slide.name ?? "")
        step.text("microSlide", micro?.slide.name ?? "")
        step.text("itcSlide", itc?.slide.name ?? "")
        step.text("negativeSlide", negative?.slide.name ?? "")
        step.choose("macroTruth", truth(of: macro))
        step.choose("microTruth", truth(of: micro))
        step.choose("itcTruth", truth(of: itc))
        if let macro { step.figure("mapMacro", try picture(of: macro)) }
        if let micro { step.figure("mapMicro", try picture(of: micro)) }
        if let itc { step.figure("mapITC", try picture(of: itc)) }
        if let negative { step.figure("mapNegative", try picture(of: negative)) }
        step.choose("macro", macro == nil ? "none" : "mapped")
        step.choose("micro", micro == nil ? "none" : "mapped")
        step.choose("itc", itc == nil ? "none" : "mapped")
        step.choose("negative", negative == nil ? "none" : "mapped")
    }

    /// The first slide of a kind, if possible one whose truth is known.
    private func shown(_ type: MetastasisType, of test: [MappedSlide]) -> MappedSlide? {
        let all = test.filter { $0.type == type }
        return all.first(where: \.slide.isLabeled) ?? all.first
    }

    private func truth(of shown: MappedSlide?) -> String {
        shown?.slide.isLabeled == true ? "known" : "unknown"
    }

    private func picture(of shown: MappedSlide) throws -> Image {
        let slide = shown.slide
        return try MapPicture(
            slide: try slide.open(), map: shown.map,
            annotations: slide.isLabeled ? try slide.outlines() : nil
        ).image
    }
}
