import Foundation
import TestSupport

/// Makes the lessons' runs ahead, on a thread of its own, from before the first test of all: most of these
/// programs use one core, and so do most tests.
///
/// The tests come in the order of the alphabet and make the runs that they meet; this thread comes from
/// the other end. A run is a `static let` of the class that looks at it, so whoever comes second waits
/// for the one who came first, and nothing is run twice.
enum RunsAhead {
    /// Begins, if all tests run: of chosen ones nobody knows which runs they need.
    fileprivate static func begin() {
        guard CommandLine.arguments.count == 1 else { return }
        Thread.detachNewThread {
            for run in isProving ? runs + longRuns : runs { run() }
        }
    }

    private static let runs: [@Sendable () -> Void] = [
        { _ = TreesAndForestsLessonTests.run },
        { _ = TreesAndForestsLessonTests.mine },
        { _ = TissueExtractionLessonTests.run },
        { _ = TensorsLessonTests.run },
        { _ = TensorsLessonTests.generic },
        { _ = TensorsLessonTests.mine },
        { _ = StagingRuns.firstResult },
        { _ = StagingRuns.secondResult },
        { _ = StagingRuns.otherSeedResult },
        { _ = StagingContinuationTests.killedRun },
        { _ = SoftAttentionLessonTests.run },
        { _ = SlideFormatsLessonTests.run },
        { _ = SlideAttentionLessonTests.run },
        { _ = SegmentationLessonTests.run },
        { _ = RegressionLessonTests.run },
        { _ = RegressionLessonTests.mine },
        { _ = RecurrentAttentionLessonTests.run },
        { _ = NeuralNetworkLessonTests.run },
        { _ = NeuralNetworkLessonTests.generic },
        { _ = MorphologyLessonTests.run },
        { _ = ConfidenceMapsLessonTests.run },
        { _ = BackpropagationLessonTests.mine },
        { _ = BackpropagationLessonTests.generic },
        { _ = BackpropagationLessonTests.run },
    ]

    /// Of lessons that are run where all is to be proved.
    private static let longRuns: [@Sendable () -> Void] = [
        { _ = FeaturesLessonTests.run },
        { _ = EvaluationLessonTests.run },
        { _ = EvaluationLessonTests.mine },
        { _ = ConvolutionalNetworkLessonTests.run },
        { _ = ColorModelsLessonTests.run },
        { _ = ColorModelsLessonTests.generic },
        { _ = ClusteringLessonTests.run },
        { _ = ClusteringLessonTests.mine },
        { _ = AugmentationLessonTests.run },
    ]
}

/// What TestStart calls when the program of the tests is loaded.
@_cdecl("begin_runs_ahead")
func beginRunsAhead() { RunsAhead.begin() }
