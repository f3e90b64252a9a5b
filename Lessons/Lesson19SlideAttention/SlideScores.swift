import DeepTeaching

/// What a network says of slides that it has not learnt from.
struct SlideScores {
    /// The area under the ROC curve.
    let area: Double

    /// The share of the attention that lies on tumour, the mean of the slides that have any.
    let inside: Double

    /// Processor time for all slides.
    let seconds: Double

    /// - Throws: `EvaluationError` if all slides are of one class, `AttentionError`.
    init(
        _ network: SlideNetwork, _ cohort: SlideCohort, reading: Reading, seed: UInt64
    ) throws {
        var generator = SeededGenerator(seed: seed, stream: "test")
        let clock = ContinuousClock()
        let begin = clock.now
        var scores: [Double] = []
        var shares: [Double] = []
        for start in stride(from: 0, to: cohort.slides.count, by: 10) {
            let chosen = Array(start..<min(start + 10, cohort.slides.count))
            let (logits, attention) = try network.answer(
                cohort, chosen, reading: reading, using: &generator)
            scores += logits.value.elements.map { Double($0) }
            for (row, slide) in chosen.enumerated() where cohort.slides[slide].isTumor {
                let a = attention.value.slice(row..<row + 1).elements
                shares.append(
                    a.indices.reduce(0) { sum, place in
                        cohort.slides[slide].showsTumor(at: place) ? sum + Double(a[place]) : sum
                    })
            }
        }
        seconds = (clock.now - begin) / .seconds(1)
        area = try ROCCurve(scores: scores, labels: cohort.slides.map(\.isTumor)).area
        inside = shares.reduce(0, +) / Double(max(1, shares.count))
    }
}
