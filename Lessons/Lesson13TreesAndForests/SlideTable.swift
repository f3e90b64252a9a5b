import DeepTeaching

/// What is known of each slide of a cohort: a row of numbers, the type that is to be found, and where the
/// slide comes from.
struct SlideTable {
    /// What is measured of each slide, in the order of the columns.
    enum Feature: Int, CaseIterable {
        case diameter, area, share, regions, probability, tissue, haematoxylin, eosin

        /// As in the tables of the lesson.
        var name: String {
            switch self {
            case .diameter: "diameter"
            case .area: "area"
            case .share: "tumour share"
            case .regions: "regions"
            case .probability: "probability"
            case .tissue: "tissue"
            case .haematoxylin: "haematoxylin"
            case .eosin: "eosin"
            }
        }

        /// Whether it says how large the largest region is, in one way or another.
        var isSize: Bool { [.diameter, .area, .share].contains(self) }
    }

    /// What the columns are.
    var features = Feature.allCases

    /// Axes [slide, feature].
    var rows: [[Double]] = []

    /// The type of each slide: 0 negative, 1 ITC, 2 micro, 3 macro.
    var labels: [Int] = []

    /// The patient of each slide.
    var patients: [String] = []

    /// The hospital of each slide.
    var centers: [Int] = []

    static let typeNames = MetastasisType.allCases.map(\.rawValue)

    var count: Int { labels.count }
    var names: [String] { features.map(\.name) }

    /// The rows, axes [slides, features].
    var tensor: Tensor<Double> {
        Tensor(Array(rows.joined()), shape: [rows.count, features.count])
    }

    /// The values of one feature.
    subscript(feature: Feature) -> [Double] {
        let column = features.firstIndex(of: feature) ?? 0
        return rows.map { $0[column] }
    }

    /// Some of the slides.
    func slides(at indices: [Int]) -> SlideTable {
        SlideTable(
            features: features, rows: indices.map { rows[$0] }, labels: indices.map { labels[$0] },
            patients: indices.map { patients[$0] }, centers: indices.map { centers[$0] })
    }

    /// Some of the columns.
    func columns(where isKept: (Feature) -> Bool) -> SlideTable {
        let kept = features.indices.filter { isKept(features[$0]) }
        var result = self
        result.features = kept.map { features[$0] }
        result.rows = rows.map { row in kept.map { row[$0] } }
        return result
    }

    /// Sizes as logarithms to the base 10; 0.01 is added, for without any region they are 0.
    var withLogarithms: SlideTable {
        var result = self
        for (column, feature) in features.enumerated() where feature.isSize {
            for row in rows.indices {
                result.rows[row][column] = logarithm(rows[row][column])
            }
        }
        return result
    }
}
