import CourseKit
import DeepTeaching
import Foundation

/// The natural logarithm, which Foundation calls log.
func logarithm(_ number: Double) -> Double { log(number) }

/// Thousands of estimates of the same sum, each from two places.
struct Simulation {
    /// Many estimates.
    struct Estimates {
        let mean, deviation, error: Double

        init(_ values: [Double]) {
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            self.mean = mean
            deviation = (squares / (count - 1)).squareRoot()
            error = deviation / count.squareRoot()
        }
    }

    let repeats: Int
    let truth: Double

    /// With the right factors, drawn with replacement and without.
    let replaced, kept: Estimates

    /// Wrong: the plain mean times the number of places, and without replacement the factors of draws
    /// with replacement.
    let plain, wrongFactor: Estimates

    /// - Throws: `AttentionError` if attention is no distribution.
    init(_ values: [Double], _ attention: [Double], repeats: Int, seed: UInt64) throws {
        var generator = SeededGenerator(seed: seed, stream: "estimates")
        let rows = Tensor<Double>(
            [[Double]](repeating: attention, count: repeats).flatMap(\.self),
            shape: [repeats, attention.count])
        // listing: Simulation.draws
        let replaced = try AttentionSampling(draws: 2, replacing: true)
            .places(from: rows, using: &generator)
        let kept = try AttentionSampling(draws: 2, replacing: false)
            .places(from: rows, using: &generator)
        // end listing
        self.repeats = repeats
        truth = values.reduce(0, +)
        let places = Double(values.count)
        func means(_ drawn: SampledPlaces, _ value: (Int) -> Double) -> Estimates {
            Estimates(drawn.places.map { $0.reduce(0) { $0 + value($1) } / 2 })
        }
        self.replaced = means(replaced) { values[$0] / attention[$0] }
        plain = means(replaced) { values[$0] * places }
        wrongFactor = means(kept) { values[$0] / attention[$0] }
        self.kept = Estimates(
            kept.places.map { Self.estimate($0, values, attention) })
    }

    /// The estimate from places that were drawn without replacement, in their order.
    static func estimate(_ order: [Int], _ values: [Double], _ attention: [Double]) -> Double {
        var (known, seen, sum) = (0.0, 0.0, 0.0)
        for place in order {
            sum += known + values[place] / attention[place] * (1 - seen)
            known += values[place]
            seen += attention[place]
        }
        return sum / Double(order.count)
    }

    /// Whether both right means lie within four standard errors of the truth.
    var isUnbiased: Bool {
        [replaced, kept].allSatisfy { abs($0.mean - truth) < 4 * $0.error }
    }

    /// Whether both wrong means lie farther from the truth than that.
    var areWrongWaysFar: Bool {
        [plain, wrongFactor].allSatisfy { abs($0.mean - truth) > 4 * $0.error }
    }

    var rows: [[String]] {
        [
            ("with replacement, g / a", replaced), ("without, corrected", kept),
            ("wrong way: plain mean times 6", plain),
            ("wrong way: without, but g / a", wrongFactor),
        ].map { name, estimates in
            [
                name, NumberFormat.decimals(2).text(estimates.mean),
                NumberFormat.decimals(2).text(estimates.error),
                NumberFormat.decimals(1).text(estimates.deviation),
            ]
        }
    }
}
