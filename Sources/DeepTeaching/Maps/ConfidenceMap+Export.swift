import Foundation

extension ConfidenceMap {
    /// Writes the probabilities for NumPy, `[height, width]`; where nothing was looked at stands not a
    /// number, which functions such as `numpy.nanmax` leave out.
    ///
    /// - Throws: `TensorFileError`.
    public func write(npy url: URL) throws {
        let values = zip(probabilities.values, covered.pixels).map { $1 ? $0 : .nan }
        try Tensor(values, shape: [probabilities.size.height, probabilities.size.width])
            .write(npy: url)
    }

    /// Writes the map as a pyramidal TIFF of one channel, without loss: 0 for a probability of 0 and for
    /// what nobody looked at, 255 for 1.
    ///
    /// A pixel is a cell, and the file states its resolution. Viewers such as ASAP lay a file of the
    /// slide's shape over the slide. The file appears whole or not at all.
    ///
    /// - Throws: `MapError` if the map holds something that is no probability; `PyramidWriterError` if
    ///   the map has no cells or cannot be written.
    public func write(pyramid url: URL) throws {
        try requireProbabilities()
        let bytes = zip(probabilities.values, covered.pixels).map { value, isCovered in
            isCovered ? UInt8((255 * value).rounded()) : 0
        }
        let size = probabilities.size
        try PyramidWriter(size: size, micronsPerPixel: cellMicrons).writeMask(to: url) {
            corner, tile in
            let (left, top) = (Int(corner.x), Int(corner.y))
            return MaskTile(
                size: tile,
                bytes: (top..<top + tile.height).flatMap { y in
                    bytes[y * size.width + left..<y * size.width + left + tile.width]
                })
        }
    }
}
