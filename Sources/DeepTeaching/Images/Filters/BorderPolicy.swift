/// What lies beyond the border of a picture: filters and warps look there.
///
/// Shown for a row a b c d. SciPy's names are those of `scipy.ndimage`.
public enum BorderPolicy: Sendable, Equatable, Codable {
    /// d c b a | a b c d | d c b a: mirrored at the outer edge of the last pixel, which comes twice.
    /// SciPy's "reflect".
    case reflect

    /// d c b | a b c d | c b a: mirrored at the middle of the last pixel, which comes once. SciPy's
    /// "mirror".
    case mirror

    /// a a a | a b c d | d d d: the last pixel goes on. SciPy's "nearest".
    case nearest

    /// k k k | a b c d | k k k: one value, in each channel. SciPy's "constant" where it filters, and
    /// "grid-constant" where it interpolates.
    case constant(Float)

    /// b c d | a b c d | a b c: the picture comes again. SciPy's "wrap" where it filters, and
    /// "grid-wrap" where it interpolates.
    case wrap

    /// The index from 0 to `count - 1` that stands for any index; nil where it is the constant.
    @inline(__always)
    func index(_ index: Int, count: Int) -> Int? {
        if 0 <= index && index < count { return index }
        switch self {
        case .nearest: return index < 0 ? 0 : count - 1
        case .constant: return nil
        case .wrap: return index.modulo(count)
        case .reflect:
            let place = index.modulo(2 * count)
            return min(place, 2 * count - 1 - place)
        case .mirror:
            if count == 1 { return 0 }
            let place = index.modulo(2 * count - 2)
            return min(place, 2 * count - 2 - place)
        }
    }

    /// The value beyond the border, where the policy names one.
    var fill: Float {
        if case .constant(let value) = self { return value }
        return 0
    }
}

extension Int {
    /// The remainder from 0 to `divisor - 1`, also of numbers below 0.
    @inline(__always)
    fileprivate func modulo(_ divisor: Int) -> Int {
        let rest = self % divisor
        return rest < 0 ? rest + divisor : rest
    }
}
