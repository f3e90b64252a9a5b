/// What the values of a picture are inside a region.
public struct RegionIntensity: Sendable, Equatable {
    /// Their mean.
    public let mean: Double

    /// The smallest.
    public let minimum: Float

    /// The largest.
    public let maximum: Float
}

extension LabelImage {
    /// Mean, smallest and largest value of a picture in each region; element k belongs to label k + 1,
    /// nil if that has no pixel.
    ///
    /// - Parameter plane: of the same size.
    /// - Throws: `MorphologyError.notANumber`, for the background too.
    public func intensities(
        of plane: Plane
    ) throws(MorphologyError) -> [RegionIntensity?] {
        require(
            plane.size == size,
            "values of \(plane.size) pixels do not belong to labels of \(size)")
        try plane.requireNumbers()
        var sums = [IntensitySums](repeating: IntensitySums(), count: count + 1)
        labels.withUnsafeBufferPointer { labels in
            plane.values.withUnsafeBufferPointer { values in
                sums.withUnsafeMutableBufferPointer { sums in
                    for index in labels.indices where labels[index] != 0 {
                        sums[Int(labels[index])].add(values[index])
                    }
                }
            }
        }
        return sums.dropFirst().map(\.intensity)
    }
}

private struct IntensitySums {
    private var count = 0
    private var sum = 0.0
    private var (minimum, maximum) = (Float.infinity, -Float.infinity)

    mutating func add(_ value: Float) {
        count &+= 1
        sum += Double(value)
        minimum = value < minimum ? value : minimum
        maximum = value > maximum ? value : maximum
    }

    var intensity: RegionIntensity? {
        count == 0
            ? nil
            : RegionIntensity(mean: sum / Double(count), minimum: minimum, maximum: maximum)
    }
}
