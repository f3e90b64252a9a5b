import Foundation

/// `report.json`: the numbers of a lesson under their stable keys.
struct Report: Encodable {
    struct Number: Encodable, Equatable {
        /// Nil, written as null, if the number is not finite.
        let value: Double?
        let unit: String
        let text: String
    }

    let lesson: String
    let title: String
    let seed: UInt64
    let full: Bool
    let steps: [String]
    let numbers: [String: Number]

    init(lesson: Lesson) {
        self.lesson = lesson.name
        title = lesson.title
        seed = lesson.seed
        full = lesson.options.full
        steps = lesson.steps.map(\.title)
        let measured = lesson.steps.flatMap(\.numbers).map { number in
            let value = number.value.isFinite ? number.value : nil
            return (number.key, Number(value: value, unit: number.unit, text: number.text))
        }
        numbers = Dictionary(measured) { first, _ in first }
    }

    /// Pretty-printed with sorted keys: the same bytes for the same numbers.
    var data: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }
}

extension Report.Number {
    private enum CodingKeys: CodingKey {
        case value, unit, text
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)  // null, not left out
        try container.encode(unit, forKey: .unit)
        try container.encode(text, forKey: .text)
    }
}
