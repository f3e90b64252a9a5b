/// The values that Tests/Reference/evaluation_intervals.py writes.
struct IntervalReference: Decodable {
    struct Area: Decodable {
        let labels: [Bool]
        let scores: [Double]
        let other: [Double]
        let areas: [Double]
        let variances: [Double]
        let covariance: Double
        let linear: [Double]
        let logit: [Double]
        let z: Double
        let p: Double
    }

    struct Proportion: Decodable {
        let successes: Int
        let trials: Int
        let confidence: Double
        let wilson: [Double]
        let clopperPearson: [Double]
    }

    struct McNemar: Decodable {
        let b: Int
        let c: Int
        let exact: Double
        let chi: Double
        let p: Double
    }

    struct Normal: Decodable {
        let shares: [Double]
        let quantiles: [Double]
    }

    struct Beta: Decodable {
        let x: Double
        let a: Double
        let b: Double
        let share: Double
    }

    struct Bootstrap: Decodable {
        let values: [Double]
        let percentile: [Double]
        let BCa: [Double]
    }

    let areas: [Area]
    let proportions: [Proportion]
    let mcnemar: [McNemar]
    let normal: Normal
    let beta: [Beta]
    let bootstrap: Bootstrap

    static func load() throws -> IntervalReference {
        try reference("evaluation_intervals", as: IntervalReference.self)
    }
}
