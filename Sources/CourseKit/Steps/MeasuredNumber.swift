import Foundation

/// A number measured in this run.
public struct MeasuredNumber: Sendable, Equatable {
    /// The stable name in `report.json`, once in a lesson: "tissueFraction".
    public let key: String

    /// What was measured, in full precision.
    public let value: Double

    /// What the number means: "Tissue".
    public let words: String

    /// What stands behind the number: "of the slide", "mm", "" for a bare number.
    public let unit: String

    /// How the number is written.
    public let format: NumberFormat

    /// A measured number; without words, the key is spelt out: "tissueFraction" reads
    /// "Tissue fraction".
    public init(
        key: String, value: Double, words: String? = nil, unit: String = "",
        format: NumberFormat = .decimals(3)
    ) {
        self.key = key
        self.value = value
        self.words = words ?? MeasuredNumber.spelled(key)
        self.unit = unit
        self.format = format
    }

    /// The number and its unit as a reader sees them: "0.41 of the slide", "41 %".
    public var text: String {
        unit.isEmpty ? format.text(value) : format.text(value) + " " + unit
    }

    private static func spelled(_ key: String) -> String {
        var words = ""
        for character in key {
            if character.isUppercase {
                words += " " + character.lowercased()
            } else {
                words.append(character)
            }
        }
        return words.prefix(1).uppercased() + words.dropFirst()
    }
}

/// How a number is written.
public enum NumberFormat: Sendable, Equatable {
    /// A fixed number of digits after the point: 0.410.
    case decimals(Int)

    /// A fraction as a percentage with digits after the point: 41.0 %.
    case percent(Int)

    /// A whole number with groups of three digits: 12 345.
    case integer

    /// One digit before the point, `digits` behind it, and a power of ten: 1.5e-04.
    case scientific(Int)

    /// The number in this format; the same on every machine, whatever its language.
    public func text(_ value: Double) -> String {
        guard value.isFinite else { return value.isNaN ? "not a number" : value < 0 ? "-∞" : "∞" }
        switch self {
        case .decimals(let digits): return Self.fixed(value, digits)
        case .percent(let digits): return Self.fixed(100 * value, digits) + " %"
        case .integer: return Self.grouped(value)
        case .scientific(let digits): return String(format: "%.\(digits)e", value)
        }
    }

    private static func fixed(_ value: Double, _ digits: Int) -> String {
        let text = String(format: "%.\(digits)f", value)
        let isZero = text.allSatisfy { "-0.".contains($0) }
        return isZero && text.hasPrefix("-") ? String(text.dropFirst()) : text  // no "-0.00"
    }

    private static func grouped(_ value: Double) -> String {
        let text = fixed(value, 0)
        let digits = Array(text.drop { $0 == "-" })
        guard digits.count > 4 else { return text }
        var groups = text.hasPrefix("-") ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0 && (digits.count - index).isMultiple(of: 3) { groups += "\u{202F}" }
            groups.append(digit)
        }
        return groups
    }
}
