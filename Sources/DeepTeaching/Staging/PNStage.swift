/// The pathologic stage of a patient's lymph nodes, in rising order, as CAMELYON17 simplifies it.
public enum PNStage: String, Sendable, Codable, CaseIterable {
    /// No metastases.
    case pN0

    /// Isolated tumour cells only.
    case pN0ITC = "pN0(i+)"

    /// Micro-metastases only.
    case pN1mi

    /// One to three positive nodes, at least one with a macro-metastasis.
    case pN1

    /// Four to nine positive nodes, at least one with a macro-metastasis.
    case pN2

    /// The stage of a patient from the types of all examined nodes.
    ///
    /// Only micro- and macro-metastases make a node positive; isolated tumour cells do not.
    public init(nodes: [MetastasisType]) {
        let macros = nodes.count { $0 == .macro }
        let micros = nodes.count { $0 == .micro }
        if macros > 0 {
            self = macros + micros >= 4 ? .pN2 : .pN1
        } else if micros > 0 {
            self = .pN1mi
        } else {
            self = nodes.contains(.itc) ? .pN0ITC : .pN0
        }
    }
}

extension PNStage: Comparable {
    /// Whether the first stage is less severe: pN0 < pN0(i+) < pN1mi < pN1 < pN2.
    public static func < (first: PNStage, second: PNStage) -> Bool {
        first.severity < second.severity
    }

    /// 0 for pN0 to 4 for pN2: the place among `allCases`.
    public var severity: Int {
        switch self {
        case .pN0: 0
        case .pN0ITC: 1
        case .pN1mi: 2
        case .pN1: 3
        case .pN2: 4
        }
    }
}

extension PNStage {
    /// The stage that a text names; case and spaces around it do not matter.
    ///
    /// - Throws: `StagingError.unknownStage`, which says the allowed names.
    public init(parsing text: String) throws {
        let name = text.trimmed.lowercased()
        guard let stage = Self.allCases.first(where: { $0.rawValue.lowercased() == name }) else {
            throw StagingError.unknownStage(text.trimmed, location: nil)
        }
        self = stage
    }
}
