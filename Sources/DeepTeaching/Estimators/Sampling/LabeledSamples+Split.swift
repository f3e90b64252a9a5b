extension LabeledSamples {
    /// The samples in two parts with the same share of each class, to learn from and to be examined
    /// on.
    ///
    /// - Parameters:
    ///   - test: the share of the test, above 0 and below 1.
    ///   - seed: decides the draw.
    /// - Throws: `EstimatorError` as ``SampleSplit/init(of:test:seed:)`` does.
    public func stratifiedSplit(
        test: Double, seed: UInt64
    ) throws -> (training: LabeledSamples, test: LabeledSamples) {
        let names = labels.map { classNames[$0] }
        return try parts(of: try SampleSplit(of: names, test: test, seed: seed))
    }

    /// The two parts of a split, for instance of one of ``SampleSplit/folds(of:count:seed:)``.
    public func parts(
        of split: SampleSplit
    ) throws -> (training: LabeledSamples, test: LabeledSamples) {
        (try samples(at: split.training), try samples(at: split.test))
    }
}
