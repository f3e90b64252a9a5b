/// How probable each class is, everywhere on a slide.
public struct ClassMaps: Sendable, Equatable {
    /// The names of the classes.
    public let names: [String]

    /// A map for each class. All cover the same cells, in each of which they sum to 1.
    public let maps: [ConfidenceMap]

    /// Maps of the same cells.
    public init(names: [String], maps: [ConfidenceMap]) {
        require(
            !maps.isEmpty && names.count == maps.count
                && maps.allSatisfy { $0.covered == maps[0].covered },
            "\(names.count) classes need as many maps of the same cells, not \(maps.count)")
        self.names = names
        self.maps = maps
    }

    /// The mean probability of each class over the cells with tissue; nil if no patch holds enough.
    ///
    ///     m[k] = 1/n sum over the n cells i of p[i](k)
    public var means: [Double]? {
        let count = maps[0].covered.foregroundCount
        if count == 0 { return nil }
        return maps.map { map in
            zip(map.probabilities.values, map.covered.pixels).reduce(0.0) { sum, cell in
                cell.1 ? sum + Double(cell.0) : sum
            } / Double(count)
        }
    }

    /// The class with the largest mean, of equal ones the first; nil if no patch holds enough tissue.
    public var label: Int? {
        means.map { mostProbableClasses($0, classCount: $0.count)[0] }
    }
}
