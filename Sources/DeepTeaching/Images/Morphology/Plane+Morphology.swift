extension Plane {
    /// The largest value under a structuring element: at x the maximum over all offsets b of the value
    /// at x - b.
    ///
    /// Pixels outside the picture do not count. Where the whole element lies outside, which needs one
    /// without its origin, the answer is minus infinity.
    ///
    /// Source: Serra, Image Analysis and Mathematical Morphology, 1982; Sternberg, Grayscale
    /// morphology, Computer Vision, Graphics, and Image Processing, 1986.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func dilated(by element: StructuringElement) throws(MorphologyError) -> Plane {
        try requireNumbers()
        return maximum(under: element)
    }

    /// The smallest value under a structuring element: at x the minimum over all offsets b of the value
    /// at x + b.
    ///
    /// Pixels outside the picture do not count. Where the whole element lies outside, the answer is
    /// infinity.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func eroded(by element: StructuringElement) throws(MorphologyError) -> Plane {
        try requireNumbers()
        return minimum(under: element)
    }

    /// Erosion, then dilation: takes down peaks that the element does not fit under. Never above the
    /// picture; a second opening changes nothing.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func opened(by element: StructuringElement) throws(MorphologyError) -> Plane {
        try requireNumbers()
        return minimum(under: element).maximum(under: element)
    }

    /// Dilation, then erosion: fills valleys that the element does not fit into. Never below the
    /// picture; a second closing changes nothing.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func closed(by element: StructuringElement) throws(MorphologyError) -> Plane {
        try requireNumbers()
        return maximum(under: element).minimum(under: element)
    }

    /// What an opening takes away: small bright spots, without the light that lies behind them.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func whiteTopHat(by element: StructuringElement) throws(MorphologyError) -> Plane {
        subtracted(try opened(by: element), from: self)
    }

    /// What a closing adds: small dark spots.
    ///
    /// - Throws: `MorphologyError.notANumber`.
    public func blackTopHat(by element: StructuringElement) throws(MorphologyError) -> Plane {
        subtracted(self, from: try closed(by: element))
    }

    private func subtracted(_ small: Plane, from large: Plane) -> Plane {
        Plane(size: size, values: zip(large.values, small.values).map { $0 - $1 })
    }

    /// The picture with the sign of each value turned.
    var negated: Plane { Plane(size: size, values: values.map { -$0 }) }

    /// Erosion is dilation upside down, by the reflected element.
    private func minimum(under element: StructuringElement) -> Plane {
        negated.maximum(under: element.reflected).negated
    }

    private func maximum(under element: StructuringElement) -> Plane {
        if size.area == 0 { return self }
        let plan = RowWindows(element, size: size)
        let (width, height) = (size.width, size.height)
        let stride = plan.windows.count * width
        let seen = seen(through: plan)
        let result: [Float] = parallelRows(height, elementsPerRow: width) { row, output in
            output.initialize(repeating: -.infinity)
            seen.withUnsafeBufferPointer { seen in
                for (dy, window) in plan.spans where 0..<height ~= row - dy {
                    let start = (row &- dy) &* stride &+ window &* width
                    for x in 0..<width { output[x] = larger(output[x], seen[start &+ x]) }
                }
            }
        }
        return Plane(size: size, values: result)
    }

    /// Each row through each window, in the windows' order.
    private func seen(through plan: RowWindows) -> [Float] {
        let (width, height, windows) = (size.width, size.height, plan.windows.count)
        if windows == 0 { return [] }
        return [Float](unsafeUninitializedCapacity: height * windows * width) { buffer, written in
            let output = SharedBuffer(buffer)
            parallelBlocks(height) { rows in
                var window = SlidingMaximum(length: width + plan.margin)
                values.withUnsafeBufferPointer { values in
                    for row in rows {
                        window.write(
                            UnsafeBufferPointer(rebasing: values[row * width..<(row + 1) * width]),
                            through: plan.windows,
                            to: output[row * windows * width, windows * width])
                    }
                }
            }
            written = height * windows * width
        }
    }
}

/// The larger of two numbers; neither is a NaN.
@inline(__always)
private func larger(_ a: Float, _ b: Float) -> Float { a > b ? a : b }

/// The largest values of one row in windows of rising length.
private struct SlidingMaximum {
    /// The largest of the `power` values up to x, and room for the next.
    private var doubled, next: [Float]

    init(length: Int) {
        doubled = [Float](repeating: -.infinity, count: length)
        next = doubled
    }

    mutating func write(
        _ row: UnsafeBufferPointer<Float>, through windows: [RowWindows.Window],
        to output: UnsafeMutableBufferPointer<Float>
    ) {
        let width = row.count
        for x in doubled.indices { doubled[x] = x < width ? row[x] : -.infinity }
        var power = 1
        for (number, window) in windows.enumerated() {
            while power < window.power {
                fill(of: 2 * power, from: power)
                swap(&doubled, &next)
                power *= 2
            }
            fill(of: window.length, from: power)
            next.withUnsafeBufferPointer { next in
                for x in 0..<width {
                    let from = x &- window.first
                    output[number &* width &+ x] = from >= 0 ? next[from] : -.infinity
                }
            }
        }
    }

    /// Windows of any length up to two powers, of two windows that overlap.
    private mutating func fill(of length: Int, from power: Int) {
        let shift = length - power
        let count = doubled.count
        doubled.withUnsafeBufferPointer { doubled in
            next.withUnsafeMutableBufferPointer { next in
                for x in 0..<min(shift, count) { next[x] = doubled[x] }
                for x in min(shift, count)..<count {
                    next[x] = larger(doubled[x], doubled[x &- shift])
                }
            }
        }
    }
}
