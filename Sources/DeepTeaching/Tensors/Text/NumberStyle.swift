import Foundation

/// How the numbers of one tensor are written, so that they line up: all with the same number of
/// decimals, and all with or all without a power of ten.
struct NumberStyle {
    /// The most decimals that are shown.
    private static let mostDecimals = 4

    private let isScientific: Bool
    private let decimals: Int

    /// The style in which these numbers fit together.
    ///
    /// Powers of ten are written where the largest number is 1e8 or more, or the smallest besides 0
    /// is below 1e-3: with four decimals it would lose its digits.
    init(for numbers: [Double]) {
        let sizes = numbers.filter { $0.isFinite && $0 != 0 }.map(abs)
        let scientific = (sizes.max() ?? 1) >= 1e8 || (sizes.min() ?? 1) < 1e-3
        isScientific = scientific
        decimals = (sizes.map { Self.neededDecimals($0, scientific) }.max() ?? 1)
    }

    /// A number in this style; "nan", "inf" or "-inf" where it is none.
    func text(_ number: Double) -> String {
        if number.isNaN { return "nan" }
        if number.isInfinite { return number < 0 ? "-inf" : "inf" }
        return Self.text(number, decimals, isScientific)
    }

    /// The decimals after which nothing but zeros would follow; at least one, at most four.
    private static func neededDecimals(_ number: Double, _ isScientific: Bool) -> Int {
        let full = text(number, mostDecimals, isScientific)
        let mantissa = full.prefix { $0 != "e" }
        let zeros = mantissa.reversed().prefix { $0 == "0" }.count
        return max(1, mostDecimals - zeros)
    }

    private static func text(_ number: Double, _ decimals: Int, _ isScientific: Bool) -> String {
        String(format: isScientific ? "%.\(decimals)e" : "%.\(decimals)f", number)
    }
}
