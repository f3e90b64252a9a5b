/// How a detector of tumour is built and learns.
///
/// ```swift
/// let detector = try TumorDetector().fit(patches, seed: 1)
/// let map = try detector.map(of: slide, tissue: try TissueMask(of: slide))
/// ```
public struct TumorDetector: Sendable, Equatable, Codable {
    /// The patches that it learns from: their side and their resolution.
    public var grid: PatchGrid

    /// What brings every slide to one staining before its patches are read, of those that it learns
    /// from and those that it examines; nil leaves them as they are.
    public var normalization: SlideNormalization?

    /// The width of the network's hidden layer.
    public var hidden = 32

    /// The probability with which hidden numbers are dropped while learning.
    public var dropout = 0.2

    /// How the network learns.
    public var training = PatchTraining()

    /// The detector that the lessons use, for patches of a grid.
    public init(grid: PatchGrid = PatchGrid(forSlidesOf: nil)) { self.grid = grid }

    /// Trains a detector of one network.
    ///
    /// - Parameters:
    ///   - patches: what it learns from, each patch as wide as those of the grid, and of slides in the
    ///     staining of the normalization.
    ///   - seed: decides weights, order, augmentation and dropout.
    ///   - report: is told about each step and the number of all steps.
    /// - Throws: `TrainingError` if the loss is no longer a number; what reading patches throws.
    public func fit(
        _ patches: some PatchSource, seed: UInt64,
        report: (_ progress: TrainingProgress, _ stepCount: Int) -> Void = { _, _ in }
    ) throws -> Fitted {
        var generator = SeededGenerator(seed: seed, stream: "weights")
        var network = PatchClassifier<Float>(
            side: grid.side, hidden: hidden, dropout: dropout, using: &generator)
        try training.fit(&network, to: patches, seed: seed, report: report)
        return Fitted(
            networks: [network], micronsPerPixel: grid.micronsPerPixel,
            normalization: normalization)
    }
}
