import CourseKit
import DeepTeaching
import LessonSlides

/// What several trainings of each network say about regions that none has learnt from.
struct SegmenterAnswers {
    /// One method: the threshold, or a network with one training for each seed.
    struct Method {
        let parameters: Int
        let known, unknown: [MaskScores]

        /// The first training's network; nil for the threshold.
        let first: TrainedSegmenter?

        /// The Dice coefficient on hospitals that were never seen, one value a training.
        var dice: Spread { Spread(values: unknown.map { $0.mean(\.dice) }) }

        var intersectionOverUnion: Spread {
            Spread(values: unknown.map { $0.mean(\.intersectionOverUnion) })
        }

        var knownDice: Spread { Spread(values: known.map { $0.mean(\.dice) }) }

        var falseAlarms: Spread { Spread(values: unknown.map(\.falseAlarms)) }

        /// The Dice coefficient of the regions in which a share of the pixels is tumour.
        func dice(ofShares shares: Range<Double>) -> Spread {
            Spread(values: unknown.map { $0.sum { shares.contains($0.tumorShare) }.dice })
        }
    }

    let threshold: Method
    let networks: [Segmenter: Method]

    /// The threshold first, then the networks.
    var all: [Method] { [threshold] + Segmenter.allCases.compactMap { networks[$0] } }

    /// Trains each network with each seed.
    ///
    /// - Throws: `TrainingError` if a loss is no longer a number.
    init(
        _ data: RegionData, threshold: ColorThreshold, training: SegmentationTraining, runs: Int,
        lesson: Lesson
    ) throws {
        self.threshold = Method(
            parameters: 1,
            known: [try MaskScores(data.known.map(threshold.mask(of:)), data.known)],
            unknown: [try MaskScores(data.unknown.map(threshold.mask(of:)), data.unknown)],
            first: nil)
        let kinds = Segmenter.allCases
        networks = try lesson.progress("Training \(kinds.count * runs) networks") { report in
            var methods: [Segmenter: Method] = [:]
            for (number, kind) in kinds.enumerated() {
                let trained = try (0..<runs).map { run in
                    try training.trained(
                        kind, on: data.training, seed: lesson.seed &+ UInt64(run)
                    ) { report((Double(number * runs + run) + $0) / Double(kinds.count * runs)) }
                }
                methods[kind] = Method(
                    parameters: trained[0].network.parameterCount,
                    known: try trained.map { try MaskScores($0.masks(of: data.known), data.known) },
                    unknown: try trained.map {
                        try MaskScores($0.masks(of: data.unknown), data.unknown)
                    }, first: trained[0])
            }
            return methods
        }
    }
}
