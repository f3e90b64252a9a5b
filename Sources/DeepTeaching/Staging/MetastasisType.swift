/// What the largest metastasis on a slide is, from nothing to worst.
///
/// A macro-metastasis is longer than 2.0 mm; a micro-metastasis longer than 0.2 mm or of more than
/// 200 cells; isolated tumour cells (ITC) are single cells or clusters below both.
///
/// Source: Bandi et al., From detection of individual metastases to classification of lymph node
/// status at the patient level: the CAMELYON17 challenge, IEEE TMI, 2019.
public enum MetastasisType: String, Sendable, Codable, CaseIterable {
    /// No metastasis.
    case negative

    /// Isolated tumour cells.
    case itc

    /// A micro-metastasis.
    case micro

    /// A macro-metastasis.
    case macro

    /// The type of a metastasis from its size.
    ///
    /// - Parameters:
    ///   - longestDiameter: the largest distance between two of its points, in micrometres; 0 or
    ///     more.
    ///   - cells: the number of its tumour cells, or nil if nobody counted them.
    public init(longestDiameter: Double, cells: Int? = nil) {
        require(
            longestDiameter >= 0 && cells ?? 0 >= 0,
            "no metastasis is \(longestDiameter) um long and has \(cells ?? 0) cells")
        if longestDiameter > 2000 {
            self = .macro
        } else if longestDiameter > 200 || cells ?? 0 > 200 {
            self = .micro
        } else {
            self = longestDiameter > 0 || cells ?? 0 > 0 ? .itc : .negative
        }
    }

    /// Whether the slide holds any tumour, be it isolated cells: the first question of the
    /// scenario. Staging asks another one, see `makesNodePositive`.
    public var isPositiveSlide: Bool { self != .negative }

    /// Whether pN staging counts the node as positive: micro- and macro-metastases only.
    public var makesNodePositive: Bool { self >= .micro }
}

extension MetastasisType: Comparable {
    /// Whether the first type is less severe: negative < itc < micro < macro.
    public static func < (first: MetastasisType, second: MetastasisType) -> Bool {
        first.severity < second.severity
    }

    /// 0 for negative to 3 for macro: the place among `allCases`.
    public var severity: Int {
        switch self {
        case .negative: 0
        case .itc: 1
        case .micro: 2
        case .macro: 3
        }
    }
}

extension MetastasisType {
    /// The type that a text names; case and spaces around it do not matter.
    ///
    /// - Throws: `StagingError.unknownType`, which says the allowed names.
    public init(parsing text: String) throws {
        let name = text.trimmed.lowercased()
        guard let type = Self.allCases.first(where: { $0.rawValue == name }) else {
            throw StagingError.unknownType(text.trimmed, location: nil)
        }
        self = type
    }
}
