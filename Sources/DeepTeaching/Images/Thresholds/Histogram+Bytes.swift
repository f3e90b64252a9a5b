extension Histogram {
    /// The 256 counts of bytes.
    public init(ofBytes bytes: [UInt8]) {
        // Four tables in turn: neighbours are often equal, and would wait for each other's count.
        var tables = [Int](repeating: 0, count: 4 * 256)
        bytes.withUnsafeBufferPointer { bytes in
            tables.withUnsafeMutableBufferPointer { tables in
                var index = 0
                while index &+ 4 <= bytes.count {
                    tables[Int(bytes[index])] &+= 1
                    tables[256 &+ Int(bytes[index &+ 1])] &+= 1
                    tables[512 &+ Int(bytes[index &+ 2])] &+= 1
                    tables[768 &+ Int(bytes[index &+ 3])] &+= 1
                    index &+= 4
                }
                for rest in index..<bytes.count { tables[Int(bytes[rest])] &+= 1 }
            }
        }
        self.init(
            counts: (0..<256).map { bin in
                tables[bin] + tables[256 + bin] + tables[512 + bin] + tables[768 + bin]
            })
    }
}

extension Mask {
    /// The pixels whose byte is greater than `threshold`: with Otsu's bin the bright ones.
    ///
    /// - Parameters:
    ///   - size: of the picture that the bytes fill, row by row.
    ///   - bytes: a grey value for each pixel.
    ///   - threshold: what equals it is background.
    public init(size: PixelSize, bytes: [UInt8], above threshold: UInt8) {
        require(
            bytes.count == size.valueCount(),
            "\(bytes.count) bytes do not fill a picture of \(size) pixels")
        self.init(
            size: size,
            pixels: parallelRows(size.height, elementsPerRow: size.width) { row, output in
                bytes.withUnsafeBufferPointer { bytes in
                    let start = row &* size.width
                    for x in 0..<size.width { output[x] = bytes[start &+ x] > threshold }
                }
            })
    }
}
