import DeepTeaching
import LessonMarkdown

/// One step while it is computed: Swift gives what was measured and drawn, the text says the rest.
///
/// ```swift
/// try lesson.step("threshold") { step in
///     let best = histogram.otsuBin ?? 0
///     step.number("otsuThreshold", histogram.center(of: best))
///     step.plot("variance", [Plot.Curve("variance", x: centers, y: variances)])
///     step.choose("otsu", separates ? "separates" : "fails")
/// }
/// ```
/// A block of the text is shown as soon as all that it names is there, and all before it is shown: a
/// question stands on the screen before its answer is computed.
public final class LessonStep {
    private let lesson: Lesson
    private let text: LessonText
    private let writer: StepWriter

    /// What is still to be shown.
    private var waiting: [PlacedBlock]

    /// The first thing that was wrong; the lesson ends with it.
    private var problem: (any Error)?

    init(_ step: StepText, of text: LessonText, in lesson: Lesson, writer: StepWriter) {
        self.lesson = lesson
        self.text = text
        self.writer = writer
        waiting = step.blocks
        advance()
    }

    /// Gives a number, under a key that is used once in the lesson. `report.json` keeps all digits.
    public func number(
        _ key: String, _ value: some BinaryFloatingPoint, _ format: NumberFormat = .decimals(3),
        file: StaticString = #fileID, line: UInt = #line
    ) {
        let value = Double(value)
        writer.give(MeasuredNumber(key: key, value: value, format: format))
        set(key, file, line) { $0.set(key, .number(value, format)) }
    }

    /// Gives a count.
    public func number(
        _ key: String, _ count: Int, file: StaticString = #fileID, line: UInt = #line
    ) {
        number(key, Double(count), .integer, file: file, line: line)
    }

    /// Gives a time. It differs from run to run, so it is shown where a person looks, and never in a
    /// pipe.
    public func duration(
        _ key: String, seconds: Double, file: StaticString = #fileID, line: UInt = #line
    ) {
        set(key, file, line) { $0.set(key, .duration(seconds: seconds)) }
    }

    /// Gives a name or a shape: data, not prose.
    public func text(
        _ key: String, _ words: String, file: StaticString = #fileID, line: UInt = #line
    ) {
        set(key, file, line) { $0.set(key, .text(words)) }
    }

    /// Says which one of several texts holds: `{when group.name}`.
    public func choose(
        _ group: String, _ name: String, file: StaticString = #fileID, line: UInt = #line
    ) {
        set(group, file, line) { $0.choose(group, name) }
    }

    /// Gives the rows of a table: `{rows name}`.
    public func table(
        _ name: String, rows: [[String]], file: StaticString = #fileID, line: UInt = #line
    ) {
        set(name, file, line) { $0.set(name, rows: rows) }
    }

    /// Gives a picture.
    public func figure(
        _ name: String, _ image: Image, file: StaticString = #fileID, line: UInt = #line
    ) {
        set(name, file, line) { $0.set(name, image: image) }
    }

    /// Gives the curves of a plot; a horizontal range that is not given spans all points, a vertical
    /// one reaches to the next round values. `xTicks` are marks of the horizontal axis instead of round
    /// values.
    public func plot(
        _ name: String, _ curves: [Plot.Curve], xRange: ClosedRange<Double>? = nil,
        yRange: ClosedRange<Double>? = nil, xTicks: [Plot.Tick]? = nil,
        file: StaticString = #fileID, line: UInt = #line
    ) {
        set(name, file, line) {
            $0.set(
                name,
                curves: LessonValues.Curves(curves: curves, x: xRange, y: yRange, xTicks: xTicks))
        }
    }

    /// Gives the boxes of a diagram; each one's operands stand before it.
    public func diagram(
        _ name: String, _ boxes: [Diagram.Box], file: StaticString = #fileID, line: UInt = #line
    ) {
        set(name, file, line) { $0.set(name, boxes: boxes) }
    }

    /// How many blocks stand on the screen.
    var shownBlocks: Int { writer.step.blocks.count }

    /// What is said about the student's own function; nothing if nobody asked for it.
    func say(
        _ call: String, _ sentences: [String], isMine: Bool, file: StaticString, line: UInt
    ) {
        set(call, givenAs: "mine " + call, file, line) {
            $0.say(call, sentences)
            $0.choose(call, isMine ? "mine" : "none")
        }
    }

    /// Shows all that can be shown, and refuses what is left.
    func finish() throws {
        if let problem { throw problem }
        guard let block = waiting.first else { return }
        guard case .waiting(let what) = try renderer.result(block) else { return }
        throw TextProblem(
            file: text.document.file, line: block.line, "nothing has given \(what) a value")
    }

    private func set(
        _ name: String, givenAs unique: String? = nil, _ file: StaticString, _ line: UInt,
        _ change: (inout LessonValues) -> Void
    ) {
        let place = "Lessons/\(file)"
        if !text.slots.contains(name) {
            fail(
                TextProblem(
                    file: place, line: Int(line),
                    "\(text.document.file) has no slot \"\(name)\" that shows this value"))
        }
        if !lesson.given.insert(unique ?? name).inserted {
            fail(TextProblem(file: place, line: Int(line), "\"\(name)\" is given a second value"))
        }
        change(&lesson.values)
        advance()
    }

    private func fail(_ error: any Error) { problem = problem ?? error }

    private var renderer: TextRenderer { TextRenderer(text: text, values: lesson.values) }

    /// Shows the blocks whose values are there, up to the first one that waits.
    private func advance() {
        do {
            while let next = waiting.first {
                switch try renderer.result(next) {
                case .waiting: return
                case .replaced(let blocks): waiting.replaceSubrange(0...0, with: blocks)
                case .blocks(let blocks):
                    waiting.removeFirst()
                    blocks.forEach(writer.append)
                }
            }
        } catch {
            fail(error)
            waiting = []
        }
    }
}
