import Foundation

extension SeededGenerator {
    /// A draw from the normal distribution of mean 0 and deviation 1 (Box and Muller).
    public mutating func normal() -> Double {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        return radius * cos(2 * .pi * uniform())
    }

    /// Two draws that have nothing to do with each other, for the time of one: the sine of the same
    /// angle is as good as the cosine.
    mutating func normalPair() -> (Double, Double) {
        let radius = (-2 * log(1 - uniform())).squareRoot()
        let angle = 2 * .pi * uniform()
        return (radius * cos(angle), radius * sin(angle))
    }
}
