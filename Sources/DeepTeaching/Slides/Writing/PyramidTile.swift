/// The pixels of a tile, while a pyramid is built of them.
public protocol PyramidTile: Sendable {
    /// Width and height in pixels.
    var size: PixelSize { get }

    /// The channels of each pixel side by side, row by row from the top left.
    var bytes: [UInt8] { get }

    /// How many bytes a pixel has.
    static var channelCount: Int { get }

    /// What lies where nothing was scanned.
    init(unscanned size: PixelSize)

    /// Puts `finer`, at half its size, at column `x` and row `y`. What has no room is left out.
    mutating func placeHalf(of finer: Self, x: Int, y: Int)
}

extension Image: PyramidTile {
    /// Red, green and blue of each pixel.
    public var bytes: [UInt8] { pixels }

    /// Red, green and blue.
    public static var channelCount: Int { 3 }

    /// White, as scanners have it.
    public init(unscanned size: PixelSize) { self.init(size: size, color: .white) }

    /// Puts `finer`, at half its size, at column `x` and row `y`: each pixel is the rounded mean of
    /// 2 x 2. What has no room is left out.
    public mutating func placeHalf(of finer: Image, x: Int, y: Int) {
        let columns = min(finer.size.width / 2, size.width - x)
        let rows = min(finer.size.height / 2, size.height - y)
        guard columns > 0, rows > 0 else { return }
        let width = size.width
        pixels.withUnsafeMutableBufferPointer { output in
            finer.pixels.withUnsafeBufferPointer { input in
                for row in 0..<rows {
                    let upper = 6 * row * finer.size.width
                    let lower = upper + 3 * finer.size.width
                    let start = 3 * ((y + row) * width + x)
                    for column in 0..<columns {
                        for channel in 0..<3 {
                            let left = 6 &* column &+ channel
                            let sum =
                                Int(input[upper &+ left]) &+ Int(input[upper &+ left &+ 3])
                                &+ Int(input[lower &+ left]) &+ Int(input[lower &+ left &+ 3])
                            output[start &+ 3 &* column &+ channel] =
                                UInt8(truncatingIfNeeded: (sum &+ 2) &>> 2)
                        }
                    }
                }
            }
        }
    }
}

/// A tile of a mask: one number for each pixel, such as 0 for background and 1 for tumour.
public struct MaskTile: PyramidTile, Equatable {
    /// Width and height in pixels.
    public let size: PixelSize

    /// One number a pixel, row by row from the top left.
    public var bytes: [UInt8]

    /// One number.
    public static var channelCount: Int { 1 }

    /// A tile from its numbers in row-major order.
    public init(size: PixelSize, bytes: [UInt8]) {
        require(
            bytes.count == size.area,
            "\(bytes.count) numbers do not fill a tile of \(size) pixels")
        self.size = size
        self.bytes = bytes
    }

    /// Zeros: background.
    public init(unscanned size: PixelSize) {
        self.init(size: size, bytes: [UInt8](repeating: 0, count: size.area))
    }

    /// Puts every second pixel of every second row of `finer` at column `x` and row `y`: means of
    /// labels would be labels of something else. What has no room is left out.
    public mutating func placeHalf(of finer: MaskTile, x: Int, y: Int) {
        let columns = min(finer.size.width / 2, size.width - x)
        let rows = min(finer.size.height / 2, size.height - y)
        guard columns > 0, rows > 0 else { return }
        for row in 0..<rows {
            let from = 2 * row * finer.size.width
            let to = (y + row) * size.width + x
            for column in 0..<columns { bytes[to + column] = finer.bytes[from + 2 * column] }
        }
    }
}
