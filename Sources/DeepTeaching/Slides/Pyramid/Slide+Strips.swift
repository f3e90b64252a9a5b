extension Slide {
    /// A whole level, each pixel the mean of a square of `factor` x `factor` pixels.
    ///
    /// Squares that reach over the right or lower border are filled up with the white that lies
    /// there. The level is read in strips, each shrunk before the next is read, so a file without
    /// a coarse level needs little memory.
    ///
    /// - Throws: `SlideError` if the slide cannot be read.
    func shrunk(level index: Int, by factor: Int) throws -> Image {
        let level = levels[index]
        let size = PixelSize(
            width: (level.size.width + factor - 1) / factor,
            height: (level.size.height + factor - 1) / factor)
        let rowsPerStrip = max(1, min(size.height, stripArea / (size.width * factor * factor)))
        var pixels: [UInt8] = []
        pixels.reserveCapacity(3 * size.area)
        for first in stride(from: 0, to: size.height, by: rowsPerStrip) {
            let rows = min(rowsPerStrip, size.height - first)
            let strip = try read(
                origin: BaselinePoint(x: 0, y: Double(first * factor) * level.downsample),
                size: PixelSize(width: size.width * factor, height: rows * factor), level: index)
            pixels += strip.resized(to: PixelSize(width: size.width, height: rows)).pixels
        }
        return Image(size: size, pixels: pixels)
    }
}

/// About how many pixels of a level are read at once: 48 MB as an image.
let stripArea = 16_000_000
