import DeepTeaching

/// How much is learnt and tested: the same for every model, so that their numbers compare.
struct LearningSettings: Sendable {
    /// The number of patches that a model learns from, half of them tumour.
    var trainingCount = 3000

    /// The number of patches of each centre that models are tested on, half of them tumour.
    var testCount = 2000

    /// How networks learn: as the lessons' do, but from fewer patches, so in more and smaller steps.
    var detector = {
        var detector = TumorDetector()
        detector.training.learningRate = 0.001
        return detector
    }()

    /// The seeds of the networks; figures are means over them.
    var networkSeeds: [UInt64] = [1]

    /// Pairs of centres that a network learns from alone.
    var pairs: [[Int]] = [[0, 1]]

    /// The patches that may be drawn.
    var grid: PatchGrid { detector.grid.overlapping }
}
