import Foundation

/// Reads patches of a slide as a network wants them.
///
/// A patch is cut from the coarsest level that is not coarser than the patch, at whole pixels of
/// that level, and averaged down to the network's pixels. Neighbouring patches are cut from one
/// larger read, since each read decodes whole tiles; a patch's bytes do not depend on which
/// others are read with it.
public struct PatchReader: Sendable {
    /// The width and height of a patch in the network's pixels.
    public let side: Int

    /// The level that is read.
    public let level: Int

    /// The numbers that bytes become.
    public let range: PixelRange

    private let slide: any Slide

    /// The width and height of a patch in level-0 pixels.
    private let regionSide: Double
    private let frame: RasterFrame
    private let cropSide: Int

    /// A read is at most this wide and high in pixels of the level, unless one patch is larger.
    private static let blockSide = 1024

    /// A reader of the patches of a grid on a slide.
    ///
    /// - Throws: `SlideError` if the slide does not state its resolution, `PatchError` if not even
    ///   one patch fits onto it.
    public init(_ slide: some Slide, grid: PatchGrid, range: PixelRange = .zeroToOne) throws {
        let layout = try grid.layout(on: slide)
        let scale = layout.side / Double(grid.side)
        level = try slide.level(forMicronsPerPixel: grid.micronsPerPixel)
        frame = slide.levels[level].frame
        let ratio = scale / frame.downsample
        cropSide =
            abs(ratio - 1) <= resolutionTolerance
            ? grid.side : max(1, Int((Double(grid.side) * ratio).rounded()))
        side = grid.side
        regionSide = layout.side
        self.range = range
        self.slide = slide
    }

    /// Patches as pictures, in the order of their regions: squares of the grid's side, which may lie
    /// between the grid's patches.
    ///
    /// - Throws: `SlideError` if the slide cannot be read.
    public func images(of regions: [BaselineRectangle]) throws -> [Image] {
        let blocks = blocks(of: regions)
        let parts = try parallelMap(blocks.count) { try read(blocks[$0]) }
        var images = [Image](repeating: Image(size: PixelSize(side: 0)), count: regions.count)
        for (index, image) in parts.joined() { images[index] = image }
        return images
    }

    /// Patches as a batch, axes [batch, height, width, channel], in the order of their regions.
    ///
    /// - Throws: `SlideError` if the slide cannot be read.
    public func batch(of regions: [BaselineRectangle]) throws -> Tensor<Float> {
        if regions.isEmpty { return Tensor([], shape: [0, side, side, 3]) }
        return Tensor(images: try images(of: regions), range: range)
    }

    /// Patches that are read together: their indices and corners in pixels of the level.
    private struct Block {
        var patches: [(index: Int, corner: PixelIndex)] = []
    }

    /// Sorts the patches into squares of the level that are read at once.
    private func blocks(of regions: [BaselineRectangle]) -> [Block] {
        let pitch = max(1, PatchReader.blockSide - cropSide + 1)
        var blocks: [Block] = []
        var blockAt: [GridIndex: Int] = [:]
        for (index, region) in regions.enumerated() {
            requireSide(of: region)
            let corner = frame.pixel(nearest: region.origin)
            let key = GridIndex(column: corner.x / pitch, row: corner.y / pitch)
            if blockAt[key] == nil {
                blockAt[key] = blocks.count
                blocks.append(Block())
            }
            blocks[blockAt[key] ?? 0].patches.append((index, corner))
        }
        return blocks.flatMap(splitIfSparse)
    }

    /// Regions of another side would be cut as if they had this one.
    private func requireSide(of region: BaselineRectangle) {
        let difference = max(abs(region.width - regionSide), abs(region.height - regionSide))
        require(
            difference <= 1e-6 * regionSide,
            "a reader of patches of \(regionSide) level-0 pixels cannot read a region of "
                + "\(region.width) x \(region.height)")
    }

    /// A few patches far from each other are read one by one.
    private func splitIfSparse(_ block: Block) -> [Block] {
        let bounds = bounds(of: block)
        let wanted = block.patches.count * cropSide * cropSide
        if 4 * wanted >= bounds.area { return [block] }
        return block.patches.map { Block(patches: [$0]) }
    }

    private func bounds(of block: Block) -> PixelRectangle {
        let left = block.patches.map(\.corner.x).min() ?? 0
        let top = block.patches.map(\.corner.y).min() ?? 0
        let right = block.patches.map(\.corner.x).max() ?? 0
        let bottom = block.patches.map(\.corner.y).max() ?? 0
        return PixelRectangle(
            x: left, y: top, width: right - left + cropSide, height: bottom - top + cropSide)
    }

    private func read(_ block: Block) throws -> [(Int, Image)] {
        let bounds = bounds(of: block)
        let region = try slide.read(
            origin: frame.region(of: bounds).origin, size: bounds.size, level: level)
        return block.patches.map { patch in
            let crop = region.cropped(
                to: PixelRectangle(
                    x: patch.corner.x - bounds.x, y: patch.corner.y - bounds.y,
                    width: cropSide, height: cropSide))
            return (patch.index, crop.resized(to: PixelSize(side: side)))
        }
    }
}
