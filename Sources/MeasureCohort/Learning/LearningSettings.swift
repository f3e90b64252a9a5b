import DeepTeaching

/// How much is learnt and tested: the same for every model, so that their numbers compare.
struct LearningSettings: Sendable {
    /// The number of patches that a model learns from, half of them tumour.
    var trainingCount = 3000

    /// The number of patches of each centre that models are tested on, half of them tumour.
    var testCount = 2000

    /// How often a network sees each patch.
    var epochs = 8

    /// The length of a network's first steps: half of what the lessons take, and twice as many
    /// steps. With longer and fewer ones a network in ten never leaves its first guess, since it
    /// sees only a third of the lessons' patches.
    var learningRate = 0.001

    /// How many patches make one step.
    var batchSize = 16

    /// The seeds of the networks; figures are means over them.
    var networkSeeds: [UInt64] = [1]

    /// Pairs of centres that a network learns from alone.
    var pairs: [[Int]] = [[0, 1]]

    /// The side of a patch in pixels.
    let side = 64

    /// The micrometres that one pixel of a patch covers.
    let micronsPerPixel = 1.94

    /// The patches that may be drawn: a quarter of a patch apart.
    var grid: PatchGrid {
        PatchGrid(side: side, micronsPerPixel: micronsPerPixel, stride: side / 4)
    }

    /// How a network learns, with or without changes of the stain.
    func detector(stainJitter: Bool) -> TumorDetectorSettings {
        var settings = TumorDetectorSettings()
        settings.epochs = epochs
        settings.learningRate = learningRate
        settings.batchSize = batchSize
        if !stainJitter {
            settings.augmentation.stain = 0
            settings.augmentation.color = 0
            settings.augmentation.light = 0
        }
        return settings
    }
}
