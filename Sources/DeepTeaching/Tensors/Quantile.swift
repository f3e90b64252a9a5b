/// The value below which a share of the sorted values lies, linear between neighbours.
///
/// - Parameters:
///   - share: from 0, the smallest value, to 1, the largest.
///   - values: at least one, in rising order.
///
/// Source: Hyndman and Fan, Sample quantiles in statistical packages, 1996, definition 7.
func quantile(_ share: Double, ofSorted values: [Double]) -> Double {
    require(!values.isEmpty, "no values have no quantile")
    require(0 <= share && share <= 1, "a quantile of \(share) is none: give a share from 0 to 1")
    let position = share * Double(values.count - 1)
    let lower = min(max(0, Int(position)), values.count - 1)
    let upper = min(lower + 1, values.count - 1)
    return values[lower] + (values[upper] - values[lower]) * (position - Double(lower))
}
