/// Draws labelled things of several slides: first the label, then a slide that has any with it, then one
/// of these. ``BalancedSampler`` says why.
struct BalancedDraw<Element: Sendable>: Sendable {
    /// For each label the elements of the slides that have any.
    let elements: [PatchLabel: [[Element]]]

    /// - Parameters:
    ///   - slides: the elements of each slide.
    ///   - label: tells the label of one; unknown ones are not drawn.
    init(slides: [[Element]], label: (Element) -> PatchLabel) {
        var elements: [PatchLabel: [[Element]]] = [:]
        for wanted in [PatchLabel.tumor, .normal] {
            let found = slides.map { $0.filter { label($0) == wanted } }.filter { !$0.isEmpty }
            if !found.isEmpty { elements[wanted] = found }
        }
        self.elements = elements
    }

    /// Elements in random order, with replacement, so that a share of them is tumour.
    func sample(
        _ count: Int, tumorShare: Double, using generator: inout SeededGenerator
    ) throws -> [Element] {
        require(
            count >= 0 && tumorShare >= 0 && tumorShare <= 1,
            "cannot draw \(count) patches with a tumour share of \(tumorShare)")
        let tumors = Int((Double(count) * tumorShare).rounded())
        var sample: [Element] = []
        for index in 0..<count {
            let label = index < tumors ? PatchLabel.tumor : .normal
            guard let slides = elements[label] else {
                throw PatchError.nothingToSample(label: label)
            }
            let slide = slides[generator.index(below: slides.count)]
            sample.append(slide[generator.index(below: slide.count)])
        }
        return generator.shuffled(sample)
    }
}
