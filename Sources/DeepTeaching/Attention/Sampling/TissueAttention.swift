/// a_k = exp(s_k) / sum of exp(s_j) over the places j that show tissue; 0 on background.
///
/// - Parameters:
///   - scores: s, `[slide, place]`.
///   - tissue: 1 for tissue, 0 for background, of the same shape.
/// - Returns: a, `[slide, place]`.
/// - Throws: ``AttentionError/allBackground(slide:places:)`` if a slide shows no tissue at all.
public func tissueAttention<Scalar>(
    scores: Variable<Scalar>, tissue: Tensor<Scalar>
) throws -> Variable<Scalar> {
    require(
        scores.shape.count == 2 && scores.shape == tissue.shape,
        "scores of shape \(scores.shape) do not fit a tissue mask of shape \(tissue.shape): both "
            + "are [slide, place]")
    let places = scores.shape[1]
    let mask = tissue.elements
    for slide in 0..<scores.shape[0] {
        let row = mask[slide * places..<(slide + 1) * places]
        guard row.contains(where: { $0 != 0 }) else {
            throw AttentionError.allBackground(slide: slide, places: places)
        }
    }
    return scores.softmax(where: tissue)
}
