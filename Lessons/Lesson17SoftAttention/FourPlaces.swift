import DeepTeaching

/// Attention over four places, small enough to be computed by hand.
///
/// A place has two features: how many small dark cells it holds, and how many large pale ones. The state
/// is one number: 0 while nothing was seen, 1 after pale cells were.
struct FourPlaces {
    static let names = ["stroma", "lymphocytes", "crowd", "tumour"]
    static let annotations: [[Double]] = [[0, 0], [1, 0], [3, 0], [0, 2]]

    // listing: FourPlaces
    // Number 1 inside tanh looks at pale cells, number 2 at dark ones.
    static let annotationWeights: [[Double]] = [[0, 1], [1, 0]]
    static let stateWeights: [[Double]] = [[-4, 1]]
    static let bias: [Double] = [0, -1]
    static let scoreWeights: [Double] = [2, 1]
    // end listing

    /// The model of the library with these weights.
    static let attention = SoftAttention<Double>(
        annotations: Dense(
            weights: Tensor(annotationWeights.flatMap { $0 }, shape: [2, 2]),
            bias: Tensor(bias, shape: [2])),
        state: Tensor(stateWeights.flatMap { $0 }, shape: [1, 2]),
        scores: Tensor(scoreWeights, shape: [2]))

    /// What stands inside tanh, and the score, with tanh or without.
    static func scored(
        state: Double, withTangent: Bool = true
    ) -> (inside: [[Double]], scores: [Double]) {
        let rows = Tensor(annotations.flatMap { $0 }, shape: [4, 2])
        let inside =
            rows.matrixProduct(attention.annotations.weights.value)
            + attention.annotations.bias.value + attention.state.value * state
        let numbers = withTangent ? inside.hyperbolicTangent() : inside
        let scores = (numbers * attention.scores.value).sum(axes: [1])
        return ((0..<4).map { Array(inside.elements[2 * $0..<2 * $0 + 2]) }, Array(scores.elements))
    }

    /// share_i g . (a_i - z) for each place.
    static func gradient(
        _ shares: [Double], context: [Double], _ gradient: [Double]
    ) -> [Double] {
        shares.indices.map { place in
            let above: [Double] = zip(annotations[place], context).map { $0 - $1 }
            let slope = zip(gradient, above).reduce(0.0) { $0 + $1.0 * $1.1 }
            return shares[place] * slope
        }
    }

    /// The shares of attention.
    static func shares(_ scores: [Double]) -> [Double] {
        Array(Tensor(scores, shape: [4]).softmax().elements)
    }
}
