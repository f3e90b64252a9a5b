extension Histogram {
    /// The bin t that separates two classes best: background up to t, foreground above.
    ///
    /// It maximises the variance between the classes, w0(t) w1(t) (mu0(t) - mu1(t))^2, where w and
    /// mu are the number and the mean of the values in bins 0...t and t+1...; the first of equals.
    /// Nil if all values fall into one bin, for then nothing is to be separated.
    ///
    /// Source: Otsu, A threshold selection method from gray-level histograms, IEEE Transactions on
    /// Systems, Man, and Cybernetics, 1979.
    public var otsuBin: Int? {
        let total = Double(self.total)
        let momentTotal = counts.enumerated().reduce(0.0) { $0 + Double($1.offset * $1.element) }
        var (weight, moment) = (0.0, 0.0)
        var best: (bin: Int, variance: Double)?
        for (bin, count) in counts.dropLast().enumerated() {
            weight += Double(count)
            moment += Double(bin * count)
            if weight == 0 || weight == total { continue }
            let difference = moment / weight - (momentTotal - moment) / (total - weight)
            let variance = weight * (total - weight) * difference * difference
            if variance > best?.variance ?? 0 { best = (bin, variance) }
        }
        return best?.bin
    }

    /// The middle of Otsu's bin: foreground is what is greater. Nil if all values are in one bin.
    public var otsuThreshold: Double? { otsuBin.map(center(of:)) }
}

extension Plane {
    /// The pixels whose value is greater than `threshold`.
    public func mask(above threshold: Float) -> Mask {
        require(!threshold.isNaN, "nothing is above what is not a number: give another threshold")
        return Mask(size: size, pixels: values.map { $0 > threshold })
    }

    /// The pixels whose value is `threshold` or less: with Otsu's threshold on a luma, the dark.
    public func mask(upTo threshold: Float) -> Mask {
        require(!threshold.isNaN, "nothing is below what is not a number: give another threshold")
        return Mask(size: size, pixels: values.map { $0 <= threshold })
    }
}
