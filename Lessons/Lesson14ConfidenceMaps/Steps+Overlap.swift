import CourseKit
import DeepTeaching
import LessonSlides

/// Step 2: what overlap costs, and what becomes of the cells that many patches cover.
extension MapCourse {
    func showOverlap() throws {
        try lesson.step("overlap") { step in
            let (slide, strides) = (study.main, study.strides)
            let cost = Multiplications(of: study.detectors[0].networks[0])
            let counts = strides.map { slide.patches(stride: $0).indices.count }
            step.number("fineStride", strides[2])
            step.number("coarsePatches", counts[0])
            step.number("finePatches", counts[2])
            step.number("patchCost", cost.patch / 1e6, .decimals(1))
            step.table(
                "costs",
                rows: zip(strides, counts).map { stride, count in
                    let reach = study.strides[0] / stride
                    return [
                        "\(stride)", NumberFormat.integer.text(Double(count)),
                        "\(reach * reach)",
                        NumberFormat.decimals(1).text(Double(count) * cost.patch / 1e9),
                    ]
                })
            try showOrder(step)
        }
    }

    /// The mean of all patches beside the last one.
    private func showOrder(_ step: LessonStep) throws {
        let stride = study.strides[2]
        let (mean, last) = (
            study.main.map(stride: stride, detector: 0),
            study.main.overwrittenMap(stride: stride, detector: 0)
        )
        let shift = (last.balance.x - mean.balance.x, last.balance.y - mean.balance.y)
        step.number("shiftX", shift.0, .integer)
        step.number("shiftY", shift.1, .integer)
        step.choose("shift", shift.0 < 0 && shift.1 < 0 ? "left" : "other")
        let micrometres = study.detectors[0].micronsPerPixel * Double(study.strides[0] - stride) / 2
        step.number("expectedShift", micrometres, .integer)
        let means = try study.each { detector in
            try study.cellArea { $0.map(stride: stride, detector: detector) }
        }
        let lasts = try study.each { detector in
            try study.cellArea { $0.overwrittenMap(stride: stride, detector: detector) }
        }
        step.text("meanArea", Spread(values: means).range(.decimals(3)))
        step.text("lastArea", Spread(values: lasts).range(.decimals(3)))
        step.number("meanAreaMean", Spread(values: means).mean)
        step.number("lastAreaMean", Spread(values: lasts).mean)
        step.choose("order", Self.relation(means, lasts))
    }
}

extension MapStudy {
    /// How well the cells of all maps are told apart: the area under the ROC curve of tumour cells
    /// beside all others with tissue.
    ///
    /// - Throws: `EvaluationError` if there is no tumour on any slide.
    func cellArea(of map: @Sendable (MappedSlide) -> ConfidenceMap) throws -> Double {
        let parts = try parallelMap(slides.count) { index in
            let map = map(slides[index])
            let truth = map.truth(from: try slides[index].record.outlines())
            return (map.coveredValues, zip(truth.pixels, map.covered.pixels).filter(\.1).map(\.0))
        }
        return try ROCCurve(scores: parts.flatMap(\.0), labels: parts.flatMap(\.1)).area
    }
}
