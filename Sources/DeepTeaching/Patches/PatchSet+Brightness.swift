extension PatchSet {
    /// The mean and the standard deviation of all numbers of all patches, from 0 to 1; nil without patches.
    public var brightness: (mean: Double, standardDeviation: Double)? {
        let sums = parallelMap(count) { index in
            images[index].pixels.reduce(into: (value: 0, square: 0)) { sum, value in
                sum.value += Int(value)
                sum.square += Int(value) * Int(value)
            }
        }
        let numbers = Double(images.reduce(0) { $0 + $1.pixels.count })
        guard numbers > 0 else { return nil }
        let mean = Double(sums.reduce(0) { $0 + $1.value }) / numbers / 255
        let square = Double(sums.reduce(0) { $0 + $1.square }) / numbers / (255 * 255)
        return (mean, max(square - mean * mean, 0).squareRoot())
    }
}
