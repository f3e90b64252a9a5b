import DeepTeaching

/// Where a slide is read.
enum Reading: Sendable {
    /// At so many places, drawn by attention without replacement.
    case attention(Int)

    /// At so many places of the tissue, each as likely.
    case random(Int)

    /// At all places of the tissue, each with its attention.
    case tissue

    /// At all places of the tissue, each counting the same.
    case mean
}

extension SlideNetwork {
    /// The logits of slides `[slide, 1]`, and the attention from which they come `[slide, place]`.
    ///
    /// - Throws: `AttentionError` if a slide shows no tissue.
    func answer(
        _ cohort: SlideCohort, _ chosen: [Int], reading: Reading,
        using generator: inout SeededGenerator, in pass: Pass = .inference
    ) throws -> (logits: Variable<Float>, attention: Variable<Float>) {
        // listing: SlideNetwork.answer
        let overviews = Variable(cohort.overviews(of: chosen))
        let scores =
            reading.isAttentive
            ? attention(overviews, in: pass)  // [slide, place]
            : Variable(.zeros([chosen.count, SlideReading.placeCount]))
        let a = try tissueAttention(
            scores: scores, tissue: cohort.tissue(of: chosen))
        guard let draws = reading.draws else {
            return (output(ofTissue(cohort, chosen, a, in: pass), in: pass), a)
        }
        let sampled = try AttentionSampling(draws: draws, replacing: false)
            .places(from: a.value, using: &generator)
        let patches = Variable(cohort.patches(of: chosen, at: sampled.places))
        let f = features(patches, in: pass)  // [slide * draw, feature]
            .reshaped([chosen.count, draws, PatchNetwork.features])
        let z = sampled.estimate(features: f, attention: a)  // [slide, feature]
        return (output(z, in: pass), a)
        // end listing
    }

    /// z from all places that have any attention: glass has none. Slide after slide, since one has more
    /// tissue than another.
    private func ofTissue(
        _ cohort: SlideCohort, _ chosen: [Int], _ a: Variable<Float>, in pass: Pass
    ) -> Variable<Float> {
        let places = cohort.tissuePlaces(of: chosen)
        let rows = chosen.indices.map { row in
            let patches = cohort.patches(of: [chosen[row]], at: [places[row]])
            let f = features(Variable(patches), in: pass)  // [place, feature]
            let weights = a.slice(row..<row + 1).reshaped([-1]).gathered(places[row])  // [place]
            return (f * weights.insertingAxis(at: 1)).sum(axes: [0])
        }
        return .stacked(rows)  // [slide, feature]
    }
}

extension Reading {
    fileprivate var isAttentive: Bool {
        switch self {
        case .attention, .tissue: true
        case .random, .mean: false
        }
    }

    /// How many places are drawn; nil if all are read.
    fileprivate var draws: Int? {
        switch self {
        case .attention(let draws), .random(let draws): draws
        case .tissue, .mean: nil
        }
    }
}
