import CourseKit
import DeepTeaching

/// The measured nuclei as a table of numbers, and what is known of them.
struct NucleusTable {
    let fields: NucleusFields

    /// Size and darkness on one scale: the mean is 0 and the standard deviation 1. Axes
    /// [nucleus, feature].
    let table: Tensor<Double>

    /// The same as rows.
    let points: [[Double]]

    /// The kind of each nucleus, an index into `NucleusFields.kinds`; the computer is not told.
    let kinds: [Int]

    let means: [Double]
    let deviations: [Double]

    init(ofEach count: Int, using generator: inout SeededGenerator) throws {
        fields = try NucleusFields(ofEach: count, using: &generator)
        // listing: Lesson12.standardised
        let rows = fields.nuclei.map { [$0.diameter, $0.darkness] }
        let measured = Tensor(rows: rows)
        let scale = try Standardizer().fit(measured)
        table = try scale.standardized(measured)
        // end listing
        means = scale.means
        deviations = scale.standardDeviations
        points = table.rowArrays
        kinds = fields.nuclei.map(\.kind)
    }

    /// Whole numbers between which all values of an axis lie.
    func range(axis: Int) -> ClosedRange<Double> {
        let values = points.map { $0[axis] }
        return (values.min() ?? 0).rounded(.down)...(values.max() ?? 1).rounded(.up)
    }

    /// The nuclei of the places that a condition holds for, as dots.
    func cloud(_ name: String, where holds: (Int) -> Bool = { _ in true }) -> Plot.Curve {
        let chosen = points.indices.filter(holds)
        return Plot.Curve(
            name, x: chosen.map { points[$0][0] }, y: chosen.map { points[$0][1] }, style: .points)
    }
}

/// The share of samples whose cluster is the one that stands for their kind; each cluster stands for one
/// kind, in the way that fits best.
func agreement(_ clusters: [Int], _ kinds: [Int]) -> Double {
    let count = max((clusters.max() ?? 0), (kinds.max() ?? 0)) + 1
    var table = [[Int]](repeating: [Int](repeating: 0, count: count), count: count)
    for (cluster, kind) in zip(clusters, kinds) { table[cluster][kind] += 1 }
    func best(_ cluster: Int, _ free: Set<Int>) -> Int {
        guard cluster < count else { return 0 }
        return free.map { table[cluster][$0] + best(cluster + 1, free.subtracting([$0])) }.max()
            ?? 0
    }
    return Double(best(0, Set(0..<count))) / Double(kinds.count)
}

extension Tensor<Double> {
    /// The rows of a matrix.
    var rowArrays: [[Double]] {
        let values = elements
        return (0..<shape[0]).map { Array(values[$0 * shape[1]..<($0 + 1) * shape[1]]) }
    }
}

extension [Double] {
    /// The mean; not a number if there are none.
    var mean: Double { reduce(0, +) / Double(count) }

    /// How far the smallest and the largest lie apart.
    var spread: Double { (self.max() ?? .nan) - (self.min() ?? .nan) }

    /// Mean, least and largest as percentages, for a table.
    var percentages: String {
        let format = NumberFormat.percent(1)
        return "\(format.text(mean)) (\(format.text(self.min() ?? .nan)) to "
            + "\(format.text(self.max() ?? .nan)))"
    }
}
