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
}
