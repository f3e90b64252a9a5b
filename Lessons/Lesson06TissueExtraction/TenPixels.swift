/// A cut through a handful of pixels, as one computes it by hand.
enum TenPixels {
    /// How far a cut between 0 and 4 separates two kinds of pixels.
    static func variance(zeros: Int, fours: Int) -> Double {
        // listing: TenPixels.variance
        let all = Double(zeros + fours)
        let (w0, w1) = (Double(zeros) / all, Double(fours) / all)
        let (mean0, mean1) = (0.0, 4.0)
        return w0 * w1 * (mean0 - mean1) * (mean0 - mean1)
        // end listing
    }
}
