extension LabeledSamples {
    /// The samples in two parts with the same share of each class, to learn from and to be examined
    /// on.
    ///
    /// Samples that resemble each other, such as the patches of one patient, belong together:
    /// ``groupedSplit(test:seed:)`` keeps them so.
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

    /// The samples in two parts with whole groups, such as patients, and about the same share of each
    /// class.
    ///
    /// - Parameters:
    ///   - test: the share of the test, above 0 and below 1.
    ///   - seed: decides the draw.
    /// - Throws: `EstimatorError.noGroups` if the samples have none, or as
    ///   ``SampleSplit/init(of:groups:test:seed:)`` does.
    public func groupedSplit(
        test: Double, seed: UInt64
    ) throws -> (training: LabeledSamples, test: LabeledSamples) {
        guard let groups else { throw EstimatorError.noGroups }
        return try parts(
            of: try SampleSplit(of: labels, groups: groups, test: test, seed: seed))
    }

    /// The two parts of a split, for instance of one of ``SampleSplit/folds(of:count:seed:)``.
    public func parts(
        of split: SampleSplit
    ) throws -> (training: LabeledSamples, test: LabeledSamples) {
        (try samples(at: split.training), try samples(at: split.test))
    }
}
