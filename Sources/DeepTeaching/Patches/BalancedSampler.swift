/// Draws patches so that neither a large tumour nor a large slide outweighs the others.
///
/// First the label is drawn, then a slide that has patches of this label, each slide equally
/// likely, then one of its patches. Drawn from one heap instead, most tumour patches would come
/// from the few slides with the largest metastases.
public struct BalancedSampler: Sendable {
    private let draw: BalancedDraw<LabeledPatch>

    /// A sampler of the patches of some slides; patches labelled unknown are not drawn.
    public init(slides: [[LabeledPatch]]) {
        draw = BalancedDraw(slides: slides, label: \.label)
    }

    /// The number of slides that have patches of a label.
    public func slideCount(of label: PatchLabel) -> Int { draw.elements[label]?.count ?? 0 }

    /// Draws patches, with replacement.
    ///
    /// - Parameters:
    ///   - count: how many.
    ///   - tumorShare: the share of them that are tumour, from 0 to 1, rounded to whole patches.
    ///   - generator: makes the draws.
    /// - Returns: the patches in random order.
    /// - Throws: `PatchError` if no slide has a patch of a label that is needed.
    public func sample(
        _ count: Int, tumorShare: Double = 0.5, using generator: inout SeededGenerator
    ) throws -> [LabeledPatch] {
        try draw.sample(count, tumorShare: tumorShare, using: &generator)
    }

    /// Draws patches as `sample` does and keeps each once, for reading them in the order of a file.
    ///
    /// - Returns: the patches of each of `slideCount` slides, row by row.
    /// - Throws: as `sample`.
    public func distinctSample(
        _ count: Int, slideCount: Int, using generator: inout SeededGenerator
    ) throws -> [[LabeledPatch]] {
        let last = draw.elements.values.joined().compactMap { $0.first?.slide }.max() ?? -1
        require(
            slideCount > last,
            "the patches of \(last + 1) slides cannot be sorted by \(slideCount) slides")
        let bySlide = Dictionary(
            grouping: Set(try sample(count, using: &generator)), by: \.slide)
        return (0..<slideCount).map { slide in
            (bySlide[slide] ?? []).sorted { $0.patch.index < $1.patch.index }
        }
    }
}
