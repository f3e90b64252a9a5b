/// The number of the region that each pixel of a picture belongs to, axes [height, width].
public struct LabelImage: Sendable, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// One number a pixel, row by row: 0 is background, 1 to `count` are the regions.
    public let labels: [Int32]

    /// The number of regions.
    public let count: Int

    /// Regions from their numbers, which run from 1 to `count`.
    public init(size: PixelSize, labels: [Int32], count: Int) {
        require(
            labels.count == size.valueCount(),
            "\(labels.count) labels do not fill a picture of \(size)")
        require(
            0 <= count && count < Int32.max, "there cannot be \(count) labels in a picture")
        require(
            labels.allSatisfy { $0 >= 0 && $0 <= count },
            "labels must run from 0 to the count, \(count)")
        self.init(size: size, sound: labels, count: count)
    }

    /// Regions whose numbers are known to run from 1 to `count`.
    init(size: PixelSize, sound labels: [Int32], count: Int) {
        self.size = size
        self.labels = labels
        self.count = count
    }

    /// The number in column `x` and row `y`.
    public subscript(x x: Int, y y: Int) -> Int { Int(labels[size.index(x: x, y: y)]) }

    /// The pixels of one region.
    public func mask(of label: Int) -> Mask {
        require(
            0 <= label && label <= count,
            "there is no label \(label) among \(count), where 0 is the background")
        return Mask(size: size, pixels: labels.map { $0 == label })
    }

    /// The pixels of all regions.
    public var foreground: Mask { Mask(size: size, pixels: labels.map { $0 != 0 }) }

    /// The pixels of those regions for which `isKept` is true of the label.
    public func foreground(where isKept: (Int) throws -> Bool) rethrows -> Mask {
        var kept = [false]
        for label in 0..<count { kept.append(try isKept(label + 1)) }
        return Mask(size: size, pixels: labels.map { kept[Int($0)] })
    }

    /// The number of pixels of each region; element k belongs to label k + 1.
    public var areas: [Int] {
        var areas = [Int](repeating: 0, count: count + 1)
        labels.withUnsafeBufferPointer { labels in
            areas.withUnsafeMutableBufferPointer { areas in
                for label in labels { areas[Int(label)] &+= 1 }
            }
        }
        return Array(areas.dropFirst())
    }
}
