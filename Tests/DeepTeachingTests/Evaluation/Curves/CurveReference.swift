/// The values that Tests/Reference/evaluation_curves.py writes.
struct CurveReference: Decodable {
    struct Curve: Decodable {
        let labels: [Bool]
        let scores: [Double]
        let precision: [Double]
        let recall: [Double]
        let thresholds: [Double]
        let average_precision: Double
        let chosen: [String: Double?]
    }

    struct Calibration: Decodable {
        let probabilities: [Double]
        let labels: [Bool]
        let bins: Int
        let binning: String
        let shares: [Double]
        let means: [Double]
        let counts: [Int]
        let expected_error: Double
        let largest_error: Double
        let brier: Double
    }

    struct Classes: Decodable {
        let logits: [[Double]]
        let labels: [Int]
        let temperature: Double
        let scaled: [Double]
        let expected_error: Double
        let brier: Double
    }

    let curves: [Curve]
    let calibrations: [Calibration]
    let classes: [Classes]

    static func load() throws -> CurveReference {
        try reference("evaluation_curves", as: CurveReference.self)
    }
}
