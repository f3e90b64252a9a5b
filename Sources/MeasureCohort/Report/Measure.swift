/// One measured number, and what it should be.
struct Measure: Sendable, Equatable, Codable {
    /// A stable name for programs.
    let key: String

    /// What was measured, for people.
    let words: String

    /// The number; not a number where there was nothing to measure.
    let value: Double

    /// The least and the greatest value that are right; nil where there is no such limit.
    let least: Double?
    let greatest: Double?

    /// How many decimals are worth printing.
    let decimals: Int

    init(
        _ key: String, _ words: String, _ value: Double, from least: Double? = nil,
        to greatest: Double? = nil, decimals: Int = 3
    ) {
        self.key = key
        self.words = words
        self.value = value
        self.least = least
        self.greatest = greatest
        self.decimals = decimals
    }

    /// Whether the value lies in its limits; nil without limits.
    var isMet: Bool? {
        if least == nil && greatest == nil { return nil }
        guard value.isFinite else { return false }
        return value >= least ?? -.infinity && value <= greatest ?? .infinity
    }

    /// For example "0.70 to 0.85", "at most 0.92", or nothing.
    var target: String {
        switch (least, greatest) {
        case (let least?, let greatest?): "\(text(least)) to \(text(greatest))"
        case (let least?, nil): "at least \(text(least))"
        case (nil, let greatest?): "at most \(text(greatest))"
        case (nil, nil): ""
        }
    }

    /// The value with its decimals.
    var valueText: String { text(value) }

    private func text(_ number: Double) -> String {
        if !number.isFinite { return "none" }
        let scale = [1, 10, 100, 1000, 10000][min(decimals, 4)]
        let whole = Int((abs(number) * Double(scale)).rounded())
        let sign = number < 0 && whole > 0 ? "-" : ""
        if decimals == 0 { return "\(sign)\(whole)" }
        let digits = String(whole % scale)
        let padding = String(repeating: "0", count: decimals - digits.count)
        return "\(sign)\(whole / scale).\(padding)\(digits)"
    }
}
