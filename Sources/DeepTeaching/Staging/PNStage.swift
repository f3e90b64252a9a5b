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
