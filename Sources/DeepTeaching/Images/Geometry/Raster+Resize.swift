import Foundation

extension Image {
    /// The picture in another size, each new pixel the exact mean of the area that it covers.
    ///
    /// The sums are whole numbers and only the last division rounds (half up). It shrinks without
    /// aliasing; enlarging by a whole factor repeats pixels.
    public func resized(to newSize: PixelSize) -> Image {
        if newSize == size { return self }
        requireResizable(from: size, to: newSize)
        let columns = AreaAveraging(from: size.width, to: newSize.width)
        let rows = AreaAveraging(from: size.height, to: newSize.height)
        let width = size.width
        let lines = parallelRows(newSize.height, elementsPerRow: 3 * newSize.width) { row, output in
            let sums = weightedRowSum(pixels, length: 3 * width, share: rows.shares[row])
            averageColumns(of: sums, columns, divisor: UInt64(columns.total * rows.total), output)
        }
        return Image(size: newSize, pixels: lines)
    }
}

extension Plane {
    /// The plane in another size, each new value the mean of the area that it covers.
    public func resized(to newSize: PixelSize) -> Plane {
        if newSize == size { return self }
        requireResizable(from: size, to: newSize)
        let columns = AreaAveraging(from: size.width, to: newSize.width)
        let rows = AreaAveraging(from: size.height, to: newSize.height)
        let scale = 1 / Double(columns.total * rows.total)
        let lines = parallelRows(newSize.height, elementsPerRow: newSize.width) {
            row, output in
            let share = rows.shares[row]
            for (column, horizontal) in columns.shares.enumerated() {
                var sum = 0.0
                for (j, weightY) in share.weights.enumerated() {
                    let start = (share.first + j) * size.width + horizontal.first
                    for (i, weightX) in horizontal.weights.enumerated() {
                        sum += Double(values[start + i]) * Double(weightX) * Double(weightY)
                    }
                }
                output[column] = Float(sum * scale)
            }
        }
        return Plane(size: newSize, values: lines)
    }
}

extension Mask {
    /// The share of foreground, from 0 to 1, in the area that each pixel of a new size covers.
    public func coverage(resizedTo newSize: PixelSize) -> Plane {
        Plane(size: size, values: pixels.map { $0 ? 1 : 0 }).resized(to: newSize)
    }
}

private func requireResizable(from size: PixelSize, to newSize: PixelSize) {
    require(
        size.width > 0 && size.height > 0 && newSize.width > 0 && newSize.height > 0,
        "a picture of \(size) cannot be resized to \(newSize): both need at least one pixel")
    _ = newSize.valueCount(3)
}

/// The sum of some rows of bytes, each times its weight.
private func weightedRowSum(
    _ bytes: [UInt8], length: Int, share: AreaAveraging.Share
) -> [UInt32] {
    [UInt32](unsafeUninitializedCapacity: length) { sums, count in
        bytes.withUnsafeBufferPointer { bytes in
            sums.initialize(repeating: 0)
            for (j, weight) in share.weights.enumerated() {
                let start = (share.first + j) * length
                for i in 0..<length {
                    sums[i] = sums[i] &+ UInt32(bytes[start &+ i]) &* weight
                }
            }
        }
        count = length
    }
}

/// Averages a row of summed red, green and blue over the columns, and rounds.
private func averageColumns(
    of sums: [UInt32], _ columns: AreaAveraging, divisor: UInt64,
    _ output: UnsafeMutableBufferPointer<UInt8>
) {
    sums.withUnsafeBufferPointer { sums in
        for (column, share) in columns.shares.enumerated() {
            var red: UInt64 = 0
            var green: UInt64 = 0
            var blue: UInt64 = 0
            var index = 3 * share.first
            for weight in share.weights {
                let weight = UInt64(weight)
                red &+= UInt64(sums[index]) &* weight
                green &+= UInt64(sums[index &+ 1]) &* weight
                blue &+= UInt64(sums[index &+ 2]) &* weight
                index &+= 3
            }
            output[3 * column] = UInt8((2 &* red &+ divisor) / (2 &* divisor))
            output[3 * column + 1] = UInt8((2 &* green &+ divisor) / (2 &* divisor))
            output[3 * column + 2] = UInt8((2 &* blue &+ divisor) / (2 &* divisor))
        }
    }
}
