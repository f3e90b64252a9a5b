import DeepTeaching

extension MapStudy {
    /// For each number the area under the ROC curve: how well it alone ranks slides with tumour of any kind
    /// before those without.
    func areas() throws -> [Double] {
        let truth = slides.map(\.type.isPositiveSlide)
        return try Measure.all.indices.map { index in
            try ROCCurve(scores: slides.map { $0.values[index] }, labels: truth).area
        }
    }

    /// The share of slides with tumour.
    var positiveShare: Double {
        Double(slides.count(where: \.type.isPositiveSlide)) / Double(slides.count)
    }

    /// Pearson's correlation of each two of the twenty numbers.
    func correlations() -> [[Double]] {
        let columns = Measure.all.indices.map { index in
            standardized(slides.map { $0.values[index] })
        }
        return columns.map { a in
            columns.map { b in
                // listing: MapStudy.correlation
                zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.count)
                // end listing
            }
        }
    }

    /// With mean 0 and variance 1; all 0 if the values do not differ.
    private func standardized(_ values: [Double]) -> [Double] {
        let n = Double(values.count)
        let mean = values.reduce(0, +) / n
        let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / n
        return values.map { variance > 0 ? ($0 - mean) / variance.squareRoot() : 0 }
    }
}
