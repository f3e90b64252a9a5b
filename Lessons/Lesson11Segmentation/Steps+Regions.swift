import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// The question, the measure, and the simplest answer.
extension SegmentationCourse {
    func showRegions() throws -> RegionData {
        try lesson.step("regions") { step in
            let side = source.grid.side
            step.number("side", side)
            step.number("pixels", side * side)
            step.number("regionWidth", Double(side) * micronsPerPixel, .decimals(0))
            step.number("pixelWidth", micronsPerPixel, .decimals(2))
            step.choose("slides", source.isSynthetic ? "painted" : "real")
            step.text("trainingCenters", centers(of: hospitals.training))
            step.text("unknownCenters", centers(of: hospitals.unknown))
            let data = try RegionData(
                hospitals, side: side, micronsPerPixel: micronsPerPixel, in: lesson)
            step.figure("regions", gallery(data))
            step.number("trainingRegions", data.training.count)
            step.number("knownRegions", data.known.count)
            step.number("unknownRegions", data.unknown.count)
            step.number("trainingShare", tumorShare(data.training), .percent(0))
            step.number("knownShare", tumorShare(data.known), .percent(0))
            step.number("unknownShare", tumorShare(data.unknown), .percent(0))
            return data
        }
    }

    private func centers(of slides: [SlideRecord]) -> String {
        Set(slides.map(\.center)).sorted().map(String.init).joined(separator: ", ")
    }

    /// The share of all pixels that is tumour.
    private func tumorShare(_ regions: [SegmentedRegion]) -> Double {
        regions.reduce(0) { $0 + $1.tumorShare } / Double(max(1, regions.count))
    }

    /// Regions through which a border runs, and their truth below.
    private func gallery(_ data: RegionData) -> Image {
        let chosen = Array(data.bordered(data.known).prefix(6))
        let factor = enlargement(to: 128)
        return .grid(
            chosen.map { $0.image.enlarged(by: factor) }
                + chosen.map {
                    $0.image.overlaying($0.truth, color: .vermilion, opacity: 0.5)
                        .enlarged(by: factor)
                }, columns: max(1, chosen.count))
    }

    func showOverlap(_ data: RegionData) throws {
        try lesson.step("overlap") { step in
            // listing: SegmentationCourse.overlap
            let prediction = [true, true, true, true, false, false, false, false]
            let truth = [false, false, true, true, true, true, false, false]
            let overlap = try Overlap(prediction: prediction, truth: truth)
            // end listing
            step.number("handIoU", overlap.intersectionOverUnion)
            step.number("handDice", overlap.dice)
            let half = Overlap(both: 2, onlyPrediction: 1, onlyTruth: 1)
            step.number("diceOfHalf", half.dice, .percent(0))
            let empty = Overlap(both: 0, onlyPrediction: 0, onlyTruth: 0)
            step.number("emptyIoU", empty.intersectionOverUnion, .decimals(0))
            let nothing = try MaskScores(
                data.unknown.map { Mask(size: $0.truth.size) }, data.unknown)
            step.number("wrongEmptyAccuracy", nothing.accuracy, .percent(0))
            step.number("emptyDice", nothing.total.dice, .decimals(2))
            try step.compare(
                mine, SegmentationCalls.intersectionOverUnion, prediction, truth,
                with: overlap.intersectionOverUnion)
        }
    }

    func showThreshold(_ data: RegionData) throws -> ColorThreshold {
        try lesson.step("threshold") { step in
            let threshold = lesson.progress("Trying thresholds") { _ in
                ColorThreshold(fitting: data.training)
            }
            step.choose("channel", ["red", "green", "blue"][threshold.channel])
            step.choose("direction", threshold.isBrighter ? "brighter" : "darker")
            step.number("thresholdValue", threshold.threshold)
            step.number("thresholdSide", threshold.smoothing)
            let known = try MaskScores(data.known.map(threshold.mask(of:)), data.known)
            let unknown = try MaskScores(data.unknown.map(threshold.mask(of:)), data.unknown)
            step.number("thresholdKnown", known.mean(\.dice))
            step.number("thresholdUnknown", unknown.mean(\.dice))
            let everything = try MaskScores(
                data.unknown.map { Mask(size: $0.truth.size, repeating: true) }, data.unknown)
            step.number("everythingUnknown", everything.mean(\.dice))
            let gain = unknown.mean(\.dice) - everything.mean(\.dice)
            step.choose("color", gain > 0.02 ? "helps" : gain < -0.02 ? "harms" : "nothing")
            return threshold
        }
    }
}
