import DeepTeaching

/// Where a slide is read.
enum Reading: Sendable {
    /// At so many places, drawn by attention without replacement.
    case attention(Int)

    /// At so many places of the tissue, each as likely.
    case random(Int)

    /// At all places, each with its attention.
    case all

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
            return (output(whole(cohort, chosen, a, in: pass), in: pass), a)
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

    /// z from all places that have any attention.
    private func whole(
        _ cohort: SlideCohort, _ chosen: [Int], _ a: Variable<Float>, in pass: Pass
    ) -> Variable<Float> {
        let all = [[Int]](repeating: Array(0..<SlideReading.placeCount), count: chosen.count)
        let f = features(Variable(cohort.patches(of: chosen, at: all)), in: pass)
            .reshaped([chosen.count, SlideReading.placeCount, PatchNetwork.features])
        return (f * a.insertingAxis(at: 2)).sum(axes: [1])
    }
}

extension Reading {
    fileprivate var isAttentive: Bool {
        switch self {
        case .attention, .all: true
        case .random, .mean: false
        }
    }

    /// How many places are drawn; nil if all are read.
    fileprivate var draws: Int? {
        switch self {
        case .attention(let draws), .random(let draws): draws
        case .all, .mean: nil
        }
    }
}
