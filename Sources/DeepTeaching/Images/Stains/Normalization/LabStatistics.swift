/// Means and standard deviations of lightness, a and b.
public struct LabStatistics: Sendable, Equatable, Codable {
    /// The mean colour.
    public let mean: SIMD3<Double>

    /// The standard deviation of each channel.
    public let deviation: SIMD3<Double>

    /// Statistics that are known: lightness, a, b.
    public init(mean: SIMD3<Double>, deviation: SIMD3<Double>) {
        require(
            (mean + deviation).sum().isFinite && deviation.min() >= 0,
            "colours of the mean \(mean) and the deviations \(deviation) there are not")
        self.mean = mean
        self.deviation = deviation
    }

    init(_ sums: LabSums) {
        let count = Double(sums.count)
        mean = sums.values / count
        let variance = sums.squares / count - mean * mean
        deviation = SIMD3(
            max(0, variance.x).squareRoot(), max(0, variance.y).squareRoot(),
            max(0, variance.z).squareRoot())
    }
}

/// Sums over the pixels of a picture.
struct LabSums: Sendable {
    var count = 0
    var values = SIMD3<Double>.zero
    var squares = SIMD3<Double>.zero

    init() {}

    /// Sums of 16 rows at a time, in parallel, so that they do not depend on the number of threads.
    init(of image: Image, without glass: GlassLimit?) {
        let width = image.size.width
        let parts = parallelMap(width == 0 ? 0 : (image.size.height + 15) / 16) { block in
            var sums = LabSums()
            for row in 16 * block..<min(16 * (block + 1), image.size.height) {
                sums.add(row, of: image, without: glass)
            }
            return sums
        }
        self = parts.reduce(into: LabSums()) { $0.add($1) }
    }

    private mutating func add(_ row: Int, of image: Image, without glass: GlassLimit?) {
        let width = image.size.width
        image.pixels.withUnsafeBufferPointer { pixels in
            withTemporaryColors(width) { colors in
                colors.fillLab(pixels, startingAt: 3 * row * width)
                for i in 0..<width {
                    if let glass, glass.isGlass(pixels, 3 * (row * width + i)) { continue }
                    let color = SIMD3(
                        Double(colors.first[i]), Double(colors.second[i]),
                        Double(colors.third[i]))
                    count += 1
                    values += color
                    squares += color * color
                }
            }
        }
    }

    mutating func add(_ other: LabSums) {
        count += other.count
        values += other.values
        squares += other.squares
    }
}
