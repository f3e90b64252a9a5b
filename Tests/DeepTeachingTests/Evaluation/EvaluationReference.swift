/// The values that Tests/Reference/evaluation.py writes.
struct EvaluationReference: Decodable {
    struct Matrix: Decodable {
        let truth: [Int]
        let predictions: [Int]
        let classes: Int
        let matrix: [[Int]]
        let kappa: [String: Double]
        let accuracy: Double
        let recall: [Double?]
        let precision: [Double?]
        let balanced: Double
    }

    struct Curve: Decodable {
        let labels: [Bool]
        let scores: [Double]
        let area: Double
        let false_positive_rates: [Double]
        let true_positive_rates: [Double]
    }

    struct Quantiles: Decodable {
        let values: [Double]
        let shares: [Double]
        let expected: [Double]
    }

    let matrices: [Matrix]
    let curves: [Curve]
    let quantiles: Quantiles

    static func load() throws -> EvaluationReference {
        try reference("evaluation", as: EvaluationReference.self)
    }
}
