import Foundation

extension Mask {
    /// The distance of each foreground pixel to the nearest background pixel, between centres in
    /// pixels; 0 in the background, infinite if there is no background at all.
    ///
    /// Exact and Euclidean: first the distance along each column, then for each row the lower
    /// envelope of the parabolas (x - i)^2 + g(i)^2.
    ///
    /// Source: Felzenszwalb and Huttenlocher, Distance transforms of sampled functions, Theory of
    /// Computing, 2012.
    public func distanceTransform() -> Plane {
        let squared = squaredDistances()
        return Plane(
            size: size,
            values: squared.map { $0 == .max ? .infinity : Float(Double($0).squareRoot()) })
    }

    /// The square of each distance; `Int32.max` if there is no background.
    func squaredDistances() -> [Int32] {
        require(
            size.width < 32_768 && size.height < 32_768,
            "a distance transform of \(size) pixels: each side must be below 32768")
        let columns = columnDistances()
        let width = size.width
        return parallelRows(size.height, elementsPerRow: width) { row, output in
            columns.withUnsafeBufferPointer { columns in
                let line = UnsafeBufferPointer(
                    rebasing: columns[row * width..<(row + 1) * width])
                lowerEnvelope(of: line, into: output)
            }
        }
    }

    /// For each pixel, the number of rows to the nearest background in its column, or -1.
    private func columnDistances() -> [Int32] {
        let (width, height) = (size.width, size.height)
        var distances = [Int32](repeating: -1, count: size.area)
        distances.withUnsafeMutableBufferPointer { distances in
            pixels.withUnsafeBufferPointer { pixels in
                for row in 0..<height {
                    for index in row &* width..<(row &+ 1) &* width {
                        if !pixels[index] {
                            distances[index] = 0
                        } else if row > 0 && distances[index &- width] >= 0 {
                            distances[index] = distances[index &- width] &+ 1
                        }
                    }
                }
                for row in stride(from: height - 2, through: 0, by: -1) {
                    for index in row &* width..<(row &+ 1) &* width {
                        let below = distances[index &+ width]
                        if below >= 0 && (distances[index] < 0 || below < distances[index]) {
                            distances[index] = below &+ 1
                        }
                    }
                }
            }
        }
        return distances
    }
}

/// Writes min over i of (x - i)^2 + g(i)^2 for each x, where g is -1 if its column is all
/// foreground.
private func lowerEnvelope(
    of g: UnsafeBufferPointer<Int32>, into output: UnsafeMutableBufferPointer<Int32>
) {
    // The parabolas of the envelope from left to right, and from which x on each is the lowest.
    var vertices: [Int] = []
    var starts: [Int] = []
    for i in 0..<g.count where g[i] >= 0 {
        var start = 0
        while let last = vertices.last {
            start = firstColumn(of: i, below: last, g)
            if start > starts[starts.count - 1] { break }
            vertices.removeLast()
            starts.removeLast()
            start = 0
        }
        if start < g.count {
            vertices.append(i)
            starts.append(start)
        }
    }
    if vertices.isEmpty {
        output.initialize(repeating: .max)
        return
    }
    var k = 0
    for x in 0..<g.count {
        while k &+ 1 < starts.count && starts[k &+ 1] <= x { k &+= 1 }
        let (dx, dy) = (x &- vertices[k], Int(g[vertices[k]]))
        output[x] = Int32(dx &* dx &+ dy &* dy)
    }
}

/// The first column where the parabola at `right` lies below the one at `left`, at least 0.
private func firstColumn(of right: Int, below left: Int, _ g: UnsafeBufferPointer<Int32>) -> Int {
    let (gRight, gLeft) = (Int(g[right]), Int(g[left]))
    let numerator = right * right - left * left + gRight * gRight - gLeft * gLeft
    // Below means x > numerator / (2 (right - left)).
    return numerator < 0 ? 0 : numerator / (2 * (right - left)) + 1
}
