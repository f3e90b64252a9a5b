/// The retina: square crops around one place, each twice as wide as the one before, all averaged to the
/// size of the first. The middle is seen sharply, and the wider the circle the coarser.
///
/// **Frame.** A place l = (x, y) has x to the right and y downwards; (-1, -1) is the top left corner of
/// the picture, (1, 1) the bottom right one. Of a picture `width` pixels wide the column c spans x from
/// 2 c / width - 1 to 2 (c + 1) / width - 1, so that the middle of a pixel is (2 c + 1) / width - 1. The
/// crops lie around the corner of pixels that is nearest to l: the one that is w pixels wide begins in
/// column round((x + 1) width / 2) - w / 2 (whole division), and rows likewise. Places outside are moved
/// to the nearest edge; beyond the edge the picture is 0. A place that is no number gives a glimpse of no
/// numbers, so that a training that diverges shows in its loss.
///
/// Source: Mnih, Heess, Graves and Kavukcuoglu, Recurrent models of visual attention, 2014.
public struct GlimpseSensor: Sendable, Equatable, Codable {
    /// The width and the height of each crop after averaging.
    public let size: Int

    /// The number of crops.
    public let scales: Int

    /// A sensor of 1 to 8 scales.
    public init(size: Int, scales: Int) {
        require(
            1...1024 ~= size && 1...8 ~= scales,
            """
            a glimpse of \(size) x \(size) numbers at \(scales) scales cannot be taken: it has 1 to \
            1024 numbers a side and 1 to 8 scales
            """)
        self.size = size
        self.scales = scales
    }

    /// How many numbers a glimpse has: scale after scale, row after row.
    public var featureCount: Int { scales * size * size }

    /// How many pixels a crop is wide; the first crop is number 0.
    public func width(ofScale scale: Int) -> Int { size << scale }

    /// How many pixels of a picture a glimpse is made from: those of the widest crop.
    public var pixelCount: Int { width(ofScale: scales - 1) * width(ofScale: scales - 1) }

    /// The first column, or row, of a crop.
    ///
    /// - Parameters:
    ///   - place: x, or y, from -1 to 1; the nearest of them if it is outside.
    ///   - scale: the number of the crop.
    ///   - length: how many pixels the picture is wide, or high.
    public func start(at place: Double, scale: Int, length: Int) -> Int {
        let inside = min(1, max(-1, place))
        return Int(((inside + 1) * Double(length) / 2).rounded()) - width(ofScale: scale) / 2
    }

    /// Glimpses of pictures, one each.
    ///
    /// - Parameters:
    ///   - pictures: `[count, height, width]`.
    ///   - places: `[count, 2]`.
    /// - Returns: `[count, scales * size * size]`.
    public func callAsFunction<Scalar>(
        _ pictures: Tensor<Scalar>, at places: Tensor<Scalar>
    ) -> Tensor<Scalar> {
        GlimpsePictures(pictures, sensor: self).glimpses(at: places)
    }
}
