/// How many features a node looks at, drawn anew at each node, when it searches its split.
public enum FeaturesPerSplit: Sendable, Equatable, Codable {
    /// All features: the choice of a single tree.
    case all

    /// The square root of the number of features, rounded down: the usual choice of a forest,
    /// which makes its trees differ.
    case squareRoot

    /// This many features, at most as many as there are.
    case exactly(Int)

    /// The number of features to draw out of `featureCount`, at least one.
    ///
    /// - Throws: `EstimatorError.unusableSetting` if fewer than one feature is asked for.
    func count(of featureCount: Int) throws -> Int {
        switch self {
        case .all: return featureCount
        case .squareRoot: return max(1, Int(Double(featureCount).squareRoot()))
        case .exactly(let count):
            guard count >= 1 else {
                throw EstimatorError.unusableSetting(
                    name: "featuresPerSplit", value: "\(count)", allowed: "1 or more")
            }
            return min(count, featureCount)
        }
    }
}
