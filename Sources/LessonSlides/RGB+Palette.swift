import DeepTeaching

/// Colours that people with any colour vision tell apart, for what lessons draw into pictures.
///
/// Source: OKABE, Masataka and ITO, Kei. Color universal design. 2008.
/// <https://jfly.uni-koeln.de/color/>
extension RGB {
    /// Normal tissue, where two classes are drawn.
    public static let blue = RGB(0, 114, 178)

    /// Tumour, where two classes are drawn.
    public static let vermilion = RGB(213, 94, 0)

    /// A bluish green.
    public static let green = RGB(0, 158, 115)

    /// A reddish purple.
    public static let purple = RGB(204, 121, 167)

    /// Orange.
    public static let orange = RGB(230, 159, 0)

    /// Sky blue.
    public static let skyBlue = RGB(86, 180, 233)
}
