import DeepTeaching

/// How much is learnt from, and how much is kept for the examination.
struct StagingSettings: Codable {
    /// The share of patients that nobody sees before the end.
    var testShare = 0.4

    /// Into how many parts the training patients are split: so many networks learn.
    var foldCount = 3

    /// The number of patches that each network learns from.
    var patchCount: Int

    /// How often a network sees each of them.
    var epochs: Int

    /// Coarse slides, such as those of the nano profile, hold fewer patches.
    ///
    /// - Parameter isFull: for hours, as in papers, not for minutes.
    init(for grid: PatchGrid, isFull: Bool) {
        patchCount = grid.side == 64 ? 9_000 : 1_500
        epochs = PatchTraining().epochs
        if isFull {
            patchCount *= 11
            epochs = 40
        }
    }
}
