import Foundation

/// `report.json`: the numbers of a lesson under their stable keys, and beside them what they are.
///
///     { "about": { "lesson": ..., "seed": ..., "words": { "kappa": ... } }, "kappa": 0.81, ... }
struct Report: Encodable {
    private struct About: Encodable {
        let lesson: String
        let title: String
        let seed: UInt64
        let full: Bool
        let steps: [String]
        let words: [String: String]
        let units: [String: String]
        /// Files that were left out, and why; absent if there are none.
        let setAside: [String: String]?
    }

    private let about: About
    private let numbers: [MeasuredNumber]

    init(lesson: Lesson) {
        let numbers = lesson.steps.flatMap(\.numbers)
        func named(_ text: (MeasuredNumber) -> String) -> [String: String] {
            Dictionary(numbers.map { ($0.key, text($0)) }) { first, _ in first }
        }
        self.numbers = numbers
        about = About(
            lesson: lesson.name, title: lesson.title, seed: lesson.seed, full: lesson.options.full,
            steps: lesson.steps.map(\.title), words: named(\.words),
            units: named(\.unit).filter { !$0.value.isEmpty },
            setAside: lesson.filesSetAside.isEmpty ? nil : lesson.filesSetAside)
    }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(about, forKey: Key("about"))
        for number in numbers {
            // A number that is not defined, such as a recall of nothing, is null.
            let value = number.value.isFinite ? number.value : nil
            try container.encode(value, forKey: Key(number.key))
        }
    }

    /// Pretty-printed with sorted keys: the same bytes for the same numbers.
    var data: Data {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            return try encoder.encode(self) + Data("\n".utf8)
        }
    }

    private struct Key: CodingKey {
        let stringValue: String
        var intValue: Int? { nil }

        init(_ text: String) { stringValue = text }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
