extension Parameterized {
    /// What the model consists of, one line a parameter: its name, its shape, and how many numbers it
    /// holds; then the statistics, if there are any, and the sums.
    ///
    ///     parameter   shape    numbers
    ///     0.weights   [4, 8]        32
    ///     0.bias      [8]            8
    ///     1.weights   [8, 3]        24
    ///     1.bias      [3]            3
    ///     parameters               67
    ///
    /// Layers without parameters, such as pooling, are not listed.
    public var summary: String {
        func line(_ name: String, _ value: Tensor<Scalar>) -> [String] {
            [name.isEmpty ? "-" : name, "\(value.shape)", grouped(value.count)]
        }
        var rows = [["parameter", "shape", "numbers"]]
        rows += parameters.map(line)
        let measured = statistics
        if !measured.isEmpty {
            rows.append(["statistic"])
            rows += measured.map(line)
        }
        rows.append(["parameters", "", grouped(parameterCount)])
        if !measured.isEmpty {
            rows.append(["statistics", "", grouped(measured.reduce(0) { $0 + $1.value.count })])
        }
        return alignedColumns(rows, leftColumns: 2)
    }
}

/// A count with a comma after every three digits, such as "1,234,567".
private func grouped(_ count: Int) -> String {
    var text = ""
    for (index, digit) in String(count).reversed().enumerated() {
        if index > 0, index % 3 == 0 { text.append(",") }
        text.append(digit)
    }
    return String(text.reversed())
}
