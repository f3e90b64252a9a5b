/// The covariances of the components of a mixture, in the form of their kind.
public enum MixtureCovariances: Sendable, Equatable, Codable {
    /// What covariances are free to be.
    public enum Kind: String, Sendable, Codable, CaseIterable {
        /// Each component has an ellipsoid of its own.
        case full

        /// All components have the same ellipsoid.
        case tied

        /// Each component has an ellipsoid of its own whose axes lie along the features.
        case diagonal

        /// Each component has a sphere of its own.
        case spherical
    }

    /// One matrix a component, axes [component, feature, feature].
    case full([[[Double]]])

    /// One matrix for all, axes [feature, feature].
    case tied([[Double]])

    /// One variance a feature, axes [component, feature].
    case diagonal([[Double]])

    /// One variance a component, that of each feature.
    case spherical([Double])

    /// Which of the four it is.
    public var kind: Kind {
        switch self {
        case .full: .full
        case .tied: .tied
        case .diagonal: .diagonal
        case .spherical: .spherical
        }
    }

    /// The covariance of one component as a matrix of `features` rows.
    public func matrix(of component: Int, features: Int) -> [[Double]] {
        switch self {
        case .full(let matrices): matrices[component]
        case .tied(let matrix): matrix
        case .diagonal(let variances): diagonalMatrix(variances[component])
        case .spherical(let variances):
            diagonalMatrix(Array(repeating: variances[component], count: features))
        }
    }

    /// Whether all numbers are there and finite for so many components and features.
    func fits(components: Int, features: Int) -> Bool {
        func isTable(_ rows: [[Double]], _ count: Int) -> Bool {
            rows.count == count
                && rows.allSatisfy { $0.count == features && $0.allSatisfy(\.isFinite) }
        }
        return switch self {
        case .full(let matrices):
            matrices.count == components && matrices.allSatisfy { isTable($0, features) }
        case .tied(let matrix): isTable(matrix, features)
        case .diagonal(let variances): isTable(variances, components)
        case .spherical(let variances):
            variances.count == components && variances.allSatisfy(\.isFinite)
        }
    }
}

private func diagonalMatrix(_ diagonal: [Double]) -> [[Double]] {
    diagonal.indices.map { row in
        diagonal.indices.map { $0 == row ? diagonal[row] : 0 }
    }
}
