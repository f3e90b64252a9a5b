import Curriculum
import DeepTeaching

/// Lesson 5, Slide formats: what is inside a gigapixel file?
///
/// The way of the data: bytes become directories (`parseDirectories`), a region becomes a list of tiles
/// (`tilesCovering`), decoded tiles become the pixels of the region (`readRegion`), numbers of the file become
/// micrometres (`micronsPerPixel`), micrometres choose a level (`level`), and XML elements become outlines
/// (`annotations`). Each function stands on its own: none needs another.
///
/// All whole numbers of a file are made of bytes from 0 to 255: `UInt8`. `Int(byte)` is the number,
/// `a << 8 | b` puts b behind a, and `bytes[place..<place + 4]` are four bytes.
public enum SlideFormatsExercise: SlideFormatsContract {
    /// The directories of a TIFF file, in the order of their chain.
    ///
    /// A TIFF file begins with its header:
    ///
    ///     byte   classic                               BigTIFF
    ///     0      "II" (73, 73): lowest byte first, or "MM" (77, 77): highest byte first
    ///     2      42, in 2 bytes                        43, in 2 bytes
    ///     4      place of the first directory, 4       8 and 0, in 2 bytes each
    ///     8                                            place of the first directory, 8
    ///
    /// A directory is a count, so many entries one after the other, and the place of the next directory; 0
    /// ends the chain. With W = 4 bytes for counts and places in classic TIFF, and W = 8 in BigTIFF:
    ///
    ///     count      2 bytes in classic TIFF, 8 in BigTIFF
    ///     entry      tag 2, type 2, number of values W, field W
    ///     next       W
    ///
    /// The values of an entry stand in its field, from its first byte on, if all of them together fit into
    /// its W bytes. Otherwise the field holds the place in the file where they stand. The types that matter:
    ///
    ///     3   SHORT      a number of 2 bytes
    ///     4   LONG       a number of 4 bytes
    ///     16  LONG8      a number of 8 bytes
    ///     5   RATIONAL   two numbers of 4 bytes each: numerator, then denominator
    ///
    /// The tags that matter: 256 width, 257 height, 259 compression, 282 x resolution (a RATIONAL),
    /// 296 unit of the resolution, 322 and 323 width and height of a tile, 324 offsets and 325 byte counts of
    /// the tiles. The same tag may have another type in another file, so go by the type. Pass over other
    /// tags. Where a tag is absent from a directory: compression is 1, the unit is 2, the x resolution is nil,
    /// all else 0 or empty.
    ///
    /// The file is whole and its chain ends; no place in it is above 2^53. The library's own answer is
    /// `SlideFile`: do not use it.
    ///
    /// Example: the entry 0, 1, 0, 3, 0, 0, 0, 1, 2, 0, 0, 0 of a classic file that begins with "MM" is tag 256,
    /// a SHORT, one value; it fits, so it stands in the first two bytes of the field: width 512.
    ///
    /// Make each result with `ImageDirectory(width:height:tileWidth:tileHeight:tileOffsets:`
    /// `tileByteCounts:compression:xResolution:resolutionUnit:)`.
    ///
    /// Hint: write a function inside of yours that gives the number in so many bytes at a place. What is the
    /// first thing that it must know of the file?
    ///
    /// - Parameter bytes: a whole file.
    /// - Returns: one value a directory, the first of the chain first.
    public static func parseDirectories(_ bytes: [UInt8]) throws -> [ImageDirectory] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The tiles that hold at least one pixel of a region, as indices, row by row.
    ///
    /// The picture is cut into tiles from its top left corner on. The tiles of the last column and the last
    /// row may hang over the border of the picture. Tiles are numbered row by row:
    ///
    ///     columns = picture.width / tile.width, rounded up
    ///     index   = row * columns + column
    ///
    /// The region may reach beyond the picture, on any side; only its pixels inside the picture need tiles.
    /// A region beside the picture, or without any pixel, needs none.
    ///
    /// Example: a picture of 1000 x 600 pixels in tiles of 256 x 256 has 4 columns and 3 rows. The region with
    /// x 200, y 250, width 100, height 10 ends before column 300 and row 260 and needs the tiles 0, 1, 4
    /// and 5.
    ///
    /// Hint: what is the *last* column of pixels that belongs to the region?
    ///
    /// - Parameters:
    ///   - region: `x`, `y`, `width` and `height`, in pixels of the picture; x and y may be negative.
    ///   - picture: width and height of the picture, at least 1.
    ///   - tile: width and height of a tile, at least 1; they may differ.
    /// - Returns: the indices of the tiles, from the smallest to the largest.
    public static func tilesCovering(
        _ region: PixelRectangle, picture: PixelSize, tile: PixelSize
    ) throws -> [Int] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The pixels of a region of a level.
    ///
    /// As in OpenSlide, the *origin* lies in level-0 pixels whatever the level, so that a place on the tissue
    /// has one name; the *size* counts pixels of the level. The first column that is read is
    ///
    ///     first = floor(origin.x / downsample + 1/2)
    ///
    /// the column whose edge lies nearest; the first row follows from `origin.y` in the same way. Pixel (x, y)
    /// of the level lies in the tile
    ///
    ///     column = x / tileSize.width     row = y / tileSize.height     index = row * columns + column
    ///
    /// rounded down, with `columns` the number of tiles side by side. What lies outside the level is white; so
    /// is what lies in a tile that is nil, which the scanner left out. What a tile holds beyond the level's
    /// right or lower border is padding: it lies outside, too.
    ///
    /// The library's own answers are `MemorySlide`, `SlideFile` and `SlideRegion`: do not use them.
    ///
    /// Example: with a downsample of 4, the origin (400, 200) and the size 30 x 20, the columns 100 to 129 and
    /// the rows 50 to 69 of the level are read.
    ///
    /// `Image(size: size, color: .white)` is a white picture, `image[x: x, y: y] = color` sets one of its
    /// pixels, and `tile[x: x, y: y]` is the colour of one. `number.rounded(.down)` is the floor of a number.
    ///
    /// Hint: for a pixel of the result, which pixel of the level is it? And which of its tile?
    ///
    /// - Parameters:
    ///   - origin: the top left corner, in level-0 pixels; it may lie outside.
    ///   - size: width and height of the result, in pixels of the level.
    ///   - level: its `size`, `downsample`, `tileSize`, and its `tiles`, row by row.
    /// - Returns: a picture of exactly this size.
    public static func readRegion(
        origin: BaselinePoint, size: PixelSize, level: DecodedLevel
    ) throws -> Image {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// How many micrometres a pixel covers, or nil if nobody knows.
    ///
    /// Two places of a file may say it. Scanners of Philips write the *spacing* of the pixels in millimetres.
    /// Plain TIFF says how many *pixels* lie along a unit, and which unit: 2 is an inch of 25.4 mm, 3 a
    /// centimetre, any other number is no unit.
    ///
    ///     from the spacing       1000 * spacing
    ///     from pixels a unit     micrometres of the unit / xResolution
    ///
    /// No microscope has pixels below 0.01 or above 100 micrometres: such a number is a default that some
    /// program wrote, as the 72 pixels an inch of cameras. It counts as not said. Take the spacing if it says
    /// something, else the resolution, else nil.
    ///
    /// The library asks `isPlausible`: do not use it.
    ///
    /// Example: 5000 pixels a centimetre are 10 000 / 5000 = 2 micrometres, and 72 pixels an inch are nil.
    ///
    /// Hint: how many micrometres are an inch?
    ///
    /// - Parameters:
    ///   - xResolution: pixels along a unit, or nil; perhaps 0.
    ///   - unit: 2 for inch, 3 for centimetre, any other number for none.
    ///   - spacing: millimetres from one pixel to the next, or nil.
    /// - Returns: micrometres a pixel, from 0.01 to 100, or nil.
    public static func micronsPerPixel(
        xResolution: Double?, unit: Int, spacing: Double?
    ) throws -> Double? {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The level to read for pixels of a wanted size: the coarsest one whose pixels are not larger.
    ///
    ///     pixel size of a level = baseline * its downsample
    ///
    /// A finer level can be averaged to the wanted size, a coarser one lacks the detail. Real pyramids halve
    /// only nearly, so a level counts as not larger up to 1.02 times the wanted size. If even level 0 is too
    /// coarse, it is all there is: 0.
    ///
    /// Example: with 0.25 micrometres at level 0 and the downsamples 1, 2.0005 and 4.001, a pixel of 0.5
    /// micrometres is read from level 1, one of 0.9 micrometres from level 1, too, and one of 0.1 from level 0.
    ///
    /// Hint: which levels are fine enough? Which of those has the fewest pixels?
    ///
    /// - Parameters:
    ///   - wanted: micrometres that a pixel should cover, above 0.
    ///   - baseline: micrometres that a pixel of level 0 covers, above 0.
    ///   - downsamples: of each level, 1 first, then always larger ones.
    /// - Returns: the index of a level.
    public static func level(
        forMicronsPerPixel wanted: Double, baseline: Double, downsamples: [Double]
    ) throws -> Int {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// What a pathologist drew: the outlines of tumour, and of the holes in it.
    ///
    /// Each element becomes an outline with its name, what its group says, and its corners sorted by `order`,
    /// which no two of them share: in the file they may stand in any order.
    ///
    ///     .tumor       "_0", "_1", "tumor", "metastases"
    ///     .exclusion   "_2", "exclusion", "normal": a hole, what lies inside is no tumour
    ///
    /// in upper or lower case. Other groups speak of other things: leave their elements out. Leave out, too,
    /// what has fewer than three corners: it encloses nothing. The outlines keep the order of the elements.
    ///
    /// The library's own answer is `AnnotationFile`: do not use it.
    ///
    /// Example: an element named "a" of the group "Tumor" with the corners (order 2: 5, 5), (order 0: 0, 0) and
    /// (order 1: 9, 0) becomes `Annotation(name: "a", kind: .tumor, outline: ...)` with the outline (0, 0),
    /// (9, 0), (5, 5).
    ///
    /// An element has a `name`, a `group` and `coordinates`, and each of these an `order`, an `x` and a `y`; the
    /// numbers of the order may have gaps. `BaselinePoint(x: x, y: y)` is a corner of an outline, and
    /// `text.lowercased()` is a text in lower case.
    ///
    /// Hint: which two things of an element may keep it out of the result?
    ///
    /// - Parameter elements: what the XML says; there may be none.
    /// - Returns: the outlines, in level-0 pixels.
    public static func annotations(fromASAP elements: [DrawnElement]) throws -> [Annotation] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
