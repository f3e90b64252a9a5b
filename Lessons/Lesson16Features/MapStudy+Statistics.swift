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
    func correlations() throws -> [[Double]] {
        let table = try Tensor(samples: slides.map(\.values))
        let standardized = try Standardizer().fit(table).standardized(table)
        let columns = Measure.all.indices.map { index in
            slides.indices.map { standardized[$0, index] }
        }
        return columns.map { a in
            columns.map { b in
                // listing: MapStudy.correlation
                zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } / Double(a.count)
                // end listing
            }
        }
    }
}
