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
        if size.area == 0 { return [] }
        let (width, height) = (size.width, size.height)
        let columns = columnDistances()
        return [Int32](unsafeUninitializedCapacity: size.area) { buffer, count in
            let output = SharedBuffer(buffer)
            parallelBlocks(height) { rows in
                var envelope = LowerEnvelope(width: width)
                columns.withUnsafeBufferPointer { columns in
                    for row in rows {
                        envelope.write(
                            UnsafeBufferPointer(
                                rebasing: columns[row * width..<(row + 1) * width]),
                            to: output[row * width, width])
                    }
                }
            }
            count = width * height
        }
    }

    /// For each pixel, the number of rows to the nearest background in its column; `noBackground` or
    /// more if there is none.
    private func columnDistances() -> [Int32] {
        let (width, height) = (size.width, size.height)
        return [Int32](unsafeUninitializedCapacity: size.area) { distances, count in
            pixels.withUnsafeBufferPointer { pixels in
                for row in 0..<height {
                    for index in row &* width..<(row &+ 1) &* width {
                        let above = row > 0 ? distances[index &- width] : noBackground
                        distances[index] = pixels[index] ? above &+ 1 : 0
                    }
                }
            }
            for row in stride(from: height - 2, through: 0, by: -1) {
                for index in row &* width..<(row &+ 1) &* width {
                    distances[index] = min(distances[index], distances[index &+ width] &+ 1)
                }
            }
            count = size.area
        }
    }
}

/// More rows than any picture has.
private let noBackground: Int32 = 1 << 20

/// The lower envelope of the parabolas (x - i)^2 + g(i)^2 of one row.
private struct LowerEnvelope {
    /// The middles of the parabolas from left to right, and from which x on each is the lowest.
    private var vertices, starts: [Int32]

    init(width: Int) {
        vertices = [Int32](repeating: 0, count: width)
        starts = vertices
    }

    /// Writes min over i of (x - i)^2 + g(i)^2 for each x; columns without background have no parabola.
    mutating func write(
        _ g: UnsafeBufferPointer<Int32>, to output: UnsafeMutableBufferPointer<Int32>
    ) {
        vertices.withUnsafeMutableBufferPointer { vertices in
            starts.withUnsafeMutableBufferPointer { starts in
                var count = 0
                for i in 0..<g.count where g[i] < noBackground {
                    var start = 0
                    while count > 0 {
                        start = firstColumn(of: i, below: Int(vertices[count &- 1]), g)
                        if start > starts[count &- 1] { break }
                        count &-= 1
                        start = 0
                    }
                    if start < g.count {
                        vertices[count] = Int32(truncatingIfNeeded: i)
                        starts[count] = Int32(truncatingIfNeeded: start)
                        count &+= 1
                    }
                }
                if count == 0 {
                    output.initialize(repeating: .max)
                    return
                }
                for k in 0..<count {
                    let (vertex, height) = (vertices[k], g[Int(vertices[k])])
                    let end = k &+ 1 < count ? Int(starts[k &+ 1]) : g.count
                    for x in Int(starts[k])..<end {
                        let dx = Int32(truncatingIfNeeded: x) &- vertex
                        output[x] = dx &* dx &+ height &* height
                    }
                }
            }
        }
    }
}

/// The first column where the parabola at `right` lies below the one at `left`, at least 0.
@inline(__always)
private func firstColumn(of right: Int, below left: Int, _ g: UnsafeBufferPointer<Int32>) -> Int {
    let (gRight, gLeft) = (Int(g[right]), Int(g[left]))
    let numerator = right &* right &- left &* left &+ gRight &* gRight &- gLeft &* gLeft
    // Below means x > numerator / (2 (right - left)).
    return numerator < 0 ? 0 : numerator / (2 &* (right &- left)) &+ 1
}
