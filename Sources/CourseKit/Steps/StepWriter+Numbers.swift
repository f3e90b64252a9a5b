/// Measured numbers.
extension StepWriter {
    /// Adds a number measured in this run, under a key that is used once in the lesson.
    ///
    /// `step.number("tissueFraction", 0.412, unit: "of the slide", digits: 2)` reads
    /// "Tissue fraction: 0.41 of the slide"; `report.json` keeps all digits.
    public func number(
        _ key: String, _ value: some BinaryFloatingPoint, _ words: String? = nil,
        unit: String = "", digits: Int = 3
    ) {
        number(key, value, words, unit: unit, format: .decimals(digits))
    }

    /// Adds a number measured in this run, in another format.
    public func number(
        _ key: String, _ value: some BinaryFloatingPoint, _ words: String? = nil,
        unit: String = "", format: NumberFormat
    ) {
        append(
            .number(
                MeasuredNumber(
                    key: key, value: Double(value), words: words, unit: unit, format: format)))
    }

    /// Adds a count.
    public func number(_ key: String, _ count: Int, _ words: String? = nil, unit: String = "") {
        number(key, Double(count), words, unit: unit, format: .integer)
    }

    /// Adds a time. It differs from run to run, so it is shown on a terminal only, and never
    /// written to a file.
    public func duration(_ words: String, seconds: Double) {
        append(.duration(words: words, seconds: seconds))
    }
}
