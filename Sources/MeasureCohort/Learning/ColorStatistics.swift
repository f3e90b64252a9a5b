import DeepTeaching

/// What a patch's colours are, without where they lie: all that a logistic regression is told.
struct ColorStatistics {
    /// The names of the numbers.
    static let names = [
        "mean red", "mean green", "mean blue", "deviation of red", "deviation of green",
        "deviation of blue", "deviation of grey",
    ]

    /// The six statistics that the harder regression is told: grey is only looked at alone.
    static let six = 0..<6

    /// The three means.
    static let means = 0..<3

    /// The numbers, from 0 to 1, in the order of the names.
    let values: [Double]

    init(_ image: Image) {
        var sums = [Double](repeating: 0, count: 4)
        var squares = sums
        for pixel in 0..<image.size.area {
            let color = (0..<3).map { Double(image.pixels[3 * pixel + $0]) / 255 }
            let gray = 0.299 * color[0] + 0.587 * color[1] + 0.114 * color[2]
            for (channel, value) in (color + [gray]).enumerated() {
                sums[channel] += value
                squares[channel] += value * value
            }
        }
        let count = Double(image.size.area)
        let means = sums.map { $0 / count }
        let deviations = zip(squares, means).map { square, mean in
            max(square / count - mean * mean, 0).squareRoot()
        }
        values = means.prefix(3) + deviations
    }
}

/// The statistics of the patches of a set.
struct ColorTable {
    /// One row a patch.
    let rows: [[Double]]

    /// 1 for tumour, 0 for normal tissue.
    let labels: [Int]

    init(_ patches: PatchSet) {
        rows = parallelMap(patches.count) { ColorStatistics(patches.images[$0]).values }
        labels = patches.isTumor.map { $0 ? 1 : 0 }
    }

    /// Some columns, axes [patches, columns].
    func features(_ columns: Range<Int>) throws -> Tensor<Double> {
        try Tensor(samples: rows.map { Array($0[columns]) })
    }

    /// How well a column alone parts the classes, whichever way: from 0.5 to 1.
    func separation(byColumn column: Int) throws -> Double {
        let area = try ROCCurve(scores: rows.map { $0[column] }, labels: labels.map { $0 == 1 })
            .area
        return max(area, 1 - area)
    }
}

/// The area under the ROC curve of a logistic regression on patches that it has not seen.
func logisticArea(
    training: ColorTable, test: ColorTable, columns: Range<Int>
) throws -> Double {
    let fitted = try LogisticRegression(penalty: 0.01).fit(
        training.features(columns), labels: training.labels)
    return try ROCCurve(
        scores: fitted.scores(for: test.features(columns)), labels: test.labels.map { $0 == 1 }
    ).area
}
