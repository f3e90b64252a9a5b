import DeepTeaching
import LessonMarkdown

/// What a lesson has measured and drawn so far, by the names of its text's slots.
struct LessonValues {
    /// A value that stands in a line of the text.
    enum Inline {
        case number(Double, NumberFormat)
        case text(String)
        case duration(seconds: Double)
    }

    private(set) var inline: [String: Inline] = [:]
    private(set) var choices: [String: String] = [:]
    private(set) var rows: [String: [[String]]] = [:]
    private(set) var images: [String: Image] = [:]
    private(set) var curves: [String: Curves] = [:]
    private(set) var boxes: [String: [Diagram.Box]] = [:]

    /// What is said about the student's own functions; empty if nobody asked for them.
    private(set) var sentences: [String: [String]] = [:]

    /// Curves and the part of the plane in which they are drawn.
    struct Curves {
        let curves: [Plot.Curve]
        let x: ClosedRange<Double>?
        let y: ClosedRange<Double>?
        var xTicks: [Plot.Tick]?
    }

    mutating func set(_ name: String, _ value: Inline) { inline[name] = value }
    mutating func choose(_ group: String, _ name: String) { choices[group] = name }
    mutating func set(_ name: String, rows: [[String]]) { self.rows[name] = rows }
    mutating func set(_ name: String, image: Image) { images[name] = image }
    mutating func set(_ name: String, curves: Curves) { self.curves[name] = curves }
    mutating func set(_ name: String, boxes: [Diagram.Box]) { self.boxes[name] = boxes }
    mutating func say(_ name: String, _ sentences: [String]) { self.sentences[name] = sentences }

    /// A value in words, as it stands inside a sentence.
    func words(of key: String) -> String? {
        switch inline[key] {
        case .number(let value, let format): format.text(value)
        case .text(let text): text
        case .duration(let seconds): DurationText.words(seconds)
        case nil: nil
        }
    }

    /// The text of a template, or nil as long as something is missing.
    func text(_ template: TextTemplate) -> String? {
        template.text(value: words(of:), chosen: { choices[$0] })
    }
}

/// How a time is written.
enum DurationText {
    static func words(_ seconds: Double) -> String {
        seconds < 0.1
            ? "\(NumberFormat.decimals(2).text(1000 * seconds)) ms"
            : "\(NumberFormat.decimals(1).text(seconds)) s"
    }
}
