/// A rectangle to read from one level, checked: it has pixels, fits into memory, and its level
/// exists.
struct SlideRegion: Sendable, Equatable {
    /// No single read may return more pixels: about 11,600 x 11,600, 400 MB as an image.
    static let maximumArea = 1 << 27

    /// The left edge in whole level-0 pixels.
    let x: Int

    /// The top edge in whole level-0 pixels.
    let y: Int

    /// Width and height in pixels of the level.
    let size: PixelSize

    /// The index of the level.
    let level: Int

    init(origin: BaselinePoint, size: PixelSize, level: Int, of levels: [SlideLevel]) throws {
        guard levels.indices.contains(level) else {
            throw SlideError.noSuchLevel(level: level, count: levels.count)
        }
        guard size.width > 0, size.height > 0 else { throw SlideError.emptyRegion(size) }
        let (area, overflow) = size.width.multipliedReportingOverflow(by: size.height)
        guard !overflow, area <= SlideRegion.maximumArea else {
            throw SlideError.regionTooLarge(size, maximumArea: SlideRegion.maximumArea)
        }
        // Beyond 2^52 a Double no longer holds each whole number.
        guard abs(origin.x) <= 0x1p52, abs(origin.y) <= 0x1p52 else {
            throw SlideError.invalidOrigin(x: "\(origin.x)", y: "\(origin.y)")
        }
        x = Int((origin.x + 0.5).rounded(.down))
        y = Int((origin.y + 0.5).rounded(.down))
        self.size = size
        self.level = level
    }

    /// The left edge in pixels of a level with this downsample, to the nearest pixel.
    func left(downsample: Double) -> Int { Int((Double(x) / downsample + 0.5).rounded(.down)) }

    /// The top edge in pixels of a level with this downsample, to the nearest pixel.
    func top(downsample: Double) -> Int { Int((Double(y) / downsample + 0.5).rounded(.down)) }
}
