import CourseKit
import DeepTeaching
import LessonSlides

/// Step 7: a map of every slide.
extension StagingJob {
    func map(
        _ lesson: Lesson, _ split: CaseSplit, _ detectors: [TumorDetector.Fitted],
        _ work: StagingWork
    ) throws -> MappedCases {
        try lesson.step("maps") { step in
            let maps = try lesson.progress("Mapping slides") { report in
                let progress = Counter(
                    total: cases(of: split.training + split.test).count, report: report)
                return try map(split, detectors, work, progress: progress)
            }
            step.number("patchAUC", try patchArea(maps.test) ?? .nan)
            show(FalseAlarms(on: maps.test), in: step)
            try showMaps(of: maps.test, in: step)
            return maps
        }
    }

    private func map(
        _ split: CaseSplit, _ detectors: [TumorDetector.Fitted], _ work: StagingWork,
        progress: Counter
    ) throws -> MappedCases {
        func map(
            _ patients: [CamelyonPatient], with detector: TumorDetector.Fitted, fold: Int? = nil
        ) throws -> [MappedCase] {
            let all = cases(of: patients)
            let examiner = SlideExaminer(detector: detector)
            return try parallelMap(all.count) { index in
                defer { progress.countOne() }
                let words = work.map(of: all[index], fold: fold)
                let map = try work.kept.map(of: all[index].name, decidedBy: words) {
                    try examiner.examine(
                        try all[index].open(), tissue: try tissue.mask(of: all[index].slide)
                    ).map
                }
                return MappedCase(
                    slideCase: all[index], map: map, features: try examiner.features(of: map))
            }
        }
        // listing: StagingJob.maps
        let training = try split.folds.indices.flatMap { fold in
            try map(split.folds[fold], with: detectors[fold], fold: fold)
        }
        let test = try map(split.test, with: TumorDetector.Fitted(combining: detectors))
        // end listing
        return MappedCases(training: training, test: test)
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

    private func showMaps(of test: [MappedCase], in step: LessonStep) throws {
        let macro = shown(.macro, of: test)
        let micro = shown(.micro, of: test)
        let itc = shown(.itc, of: test)
        let negative = shown(.negative, of: test)
        step.text("macroSlide", macro?.slideCase.name ?? "")
        step.text("microSlide", micro?.slideCase.name ?? "")
        step.text("itcSlide", itc?.slideCase.name ?? "")
        step.text("negativeSlide", negative?.slideCase.name ?? "")
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
    private func shown(_ type: MetastasisType, of test: [MappedCase]) -> MappedCase? {
        let all = test.filter { $0.type == type }
        return all.first(where: \.slideCase.isLabeled) ?? all.first
    }

    private func truth(of shown: MappedCase?) -> String {
        shown?.slideCase.isLabeled == true ? "known" : "unknown"
    }

    private func picture(of shown: MappedCase) throws -> Image {
        let slideCase = shown.slideCase
        return try MapPicture(
            slide: try slideCase.open(), map: shown.map,
            annotations: slideCase.isLabeled ? try slideCase.annotations() : nil
        ).image
    }
}
