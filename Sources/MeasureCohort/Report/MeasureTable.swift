/// Measures as lines of text: a mark, the number, its target, and what it is.
struct MeasureTable {
    let measures: [Measure]

    /// "ok" or "NO" where there is a target, the value, the words, and the target.
    var lines: [String] {
        measures.map { measure in
            let mark = measure.isMet.map { $0 ? "ok" : "NO" } ?? "  "
            let target = measure.target.isEmpty ? "" : "  (target \(measure.target))"
            return "\(mark) \(padded(measure.valueText, to: 8))  \(measure.words)\(target)"
        }
    }

    private func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
