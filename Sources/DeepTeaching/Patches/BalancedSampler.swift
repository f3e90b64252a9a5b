/// Draws patches so that neither a large tumour nor a large slide outweighs the others.
///
/// First the label is drawn, then a slide that has patches of this label, each slide equally
/// likely, then one of its patches. Drawn from one heap instead, most tumour patches would come
/// from the few slides with the largest metastases.
public struct BalancedSampler: Sendable {
    /// For each label the patches of the slides that have any.
    private let patches: [PatchLabel: [[LabeledPatch]]]

    /// A sampler of the patches of some slides; patches labelled unknown are not drawn.
    public init(slides: [[LabeledPatch]]) {
        var patches: [PatchLabel: [[LabeledPatch]]] = [:]
        for label in [PatchLabel.tumor, .normal] {
            let found = slides.map { $0.filter { $0.label == label } }.filter { !$0.isEmpty }
            if !found.isEmpty { patches[label] = found }
        }
        self.patches = patches
    }

    /// The number of slides that have patches of a label.
    public func slideCount(of label: PatchLabel) -> Int { patches[label]?.count ?? 0 }

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
        require(
            count >= 0 && tumorShare >= 0 && tumorShare <= 1,
            "cannot draw \(count) patches with a tumour share of \(tumorShare)")
        let tumors = Int((Double(count) * tumorShare).rounded())
        var patches: [LabeledPatch] = []
        for index in 0..<count {
            patches.append(try draw(index < tumors ? .tumor : .normal, using: &generator))
        }
        return generator.shuffled(patches)
    }

    /// Draws patches as `sample` does and keeps each once, for reading them in the order of a file.
    ///
    /// - Returns: the patches of each of `slideCount` slides, row by row.
    /// - Throws: as `sample`.
    public func distinctSample(
        _ count: Int, slideCount: Int, using generator: inout SeededGenerator
    ) throws -> [[LabeledPatch]] {
        let last = patches.values.joined().compactMap { $0.first?.slide }.max() ?? -1
        require(
            slideCount > last,
            "the patches of \(last + 1) slides cannot be sorted by \(slideCount) slides")
        let bySlide = Dictionary(
            grouping: Set(try sample(count, using: &generator)), by: \.slide)
        return (0..<slideCount).map { slide in
            (bySlide[slide] ?? []).sorted { $0.patch.index < $1.patch.index }
        }
    }

    private func draw(
        _ label: PatchLabel, using generator: inout SeededGenerator
    ) throws -> LabeledPatch {
        guard let slides = patches[label] else { throw PatchError.nothingToSample(label: label) }
        let slide = slides[generator.index(below: slides.count)]
        return slide[generator.index(below: slide.count)]
    }
}
