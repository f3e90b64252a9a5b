import Foundation

/// Round numbers for an axis.
enum AxisScale {
    /// About `count` round values inside the range: steps of 1, 2 or 5 times a power of ten.
    static func ticks(_ range: ClosedRange<Double>, count: Int = 5) -> [Double] {
        guard let step = step(range, count: count) else { return [range.lowerBound] }
        let first = Int((range.lowerBound / step - 1e-9).rounded(.up))
        let last = Int((range.upperBound / step + 1e-9).rounded(.down))
        guard first <= last else { return [range.lowerBound] }
        return (first...last).map { Double($0) * step }
    }

    /// The range, extended to the next round values.
    static func rounded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        guard let step = step(range, count: 5) else { return range }
        let low = (range.lowerBound / step + 1e-9).rounded(.down) * step
        let high = (range.upperBound / step - 1e-9).rounded(.up) * step
        return low...max(low, high)
    }

    /// The distance of round values; nil for a range that has none.
    private static func step(_ range: ClosedRange<Double>, count: Int) -> Double? {
        let span = range.upperBound - range.lowerBound
        let magnitude = max(abs(range.lowerBound), abs(range.upperBound))
        guard span.isFinite, span > magnitude * 1e-12, span > 1e-300 else { return nil }
        let rough = span / Double(count)
        let power = pow(10, floor(log10(rough)))
        return [1, 2, 5, 10].map { $0 * power }.first { $0 >= rough * 0.999 } ?? 10 * power
    }

    /// A value with as many digits as the range needs.
    static func text(_ value: Double, in range: ClosedRange<Double>) -> String {
        let span = range.upperBound - range.lowerBound
        if value == 0 { return "0" }
        if abs(value) >= 1e6 || abs(value) < 1e-4 { return String(format: "%.1e", value) }
        let digits = min(6, max(0, 2 - Int(floor(log10(max(span, 1e-9))))))
        let text = String(format: "%.\(digits)f", value)
        guard text.contains(".") else { return text }
        let trimmed = text.reversed().drop { $0 == "0" }
        return String((trimmed.first == "." ? trimmed.dropFirst() : trimmed).reversed())
    }
}
