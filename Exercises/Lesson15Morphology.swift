import Curriculum
import DeepTeaching

/// Lesson 15, Morphology: how do you clean a map before you measure on it?
///
/// The way of the data: a threshold has made a mask of a confidence map. An element is tried at every
/// pixel (`erode`, `dilate`), both in turn clean the mask (`openAndClose`), connected pixels become
/// numbered regions (`connectedComponents`), their holes are filled (`fillHoles`), the distance to the
/// background says how deep a pixel lies (`distanceTransform`), and regions that lie close together
/// count as one metastasis (`joinWithin`). Each function stands on its own: none needs another.
///
/// `mask.size.width` and `mask.size.height` are the size of a mask, `mask[x: x, y: y]` is one pixel,
/// and `Mask(size: mask.size)` is an empty mask of the same size, whose pixels can be set.
public enum MorphologyExercise: MorphologyContract {
    /// Erosion: the pixels around which all of the element lies in the mask.
    ///
    /// The element is a list of offsets from its origin. It is laid on every pixel (x, y) in turn, with
    /// the origin on the pixel; the pixel stays if each pixel of the element lies on foreground:
    ///
    ///     eroded(x, y) = for all offsets:  mask(x + dx, y + dy) is foreground
    ///
    /// Pixels of the element that lie outside the picture do not count, so that nothing is eaten from the
    /// border. The origin need not be one of the offsets. The mask that comes in does not change while
    /// you work.
    ///
    /// The library's own answers are `eroded(by:)` and `opened(by:)` with a `StructuringElement`: do not
    /// call them.
    ///
    /// Example: an element of two pixels, the origin and its right neighbour, on the row ".###.#":
    ///
    ///     let element = [Offset(dx: 0, dy: 0), Offset(dx: 1, dy: 0)]
    ///     try erode(row, by: element)  // ".##..#": the last pixel has no right neighbour
    ///
    /// Hint: which question do you ask of each offset, and how many yeses do you need?
    ///
    /// - Parameters:
    ///   - mask: foreground is `true`; it may be empty, or a single row.
    ///   - element: at least one offset, `dx` to the right and `dy` downwards.
    /// - Returns: a mask of the same size.
    public static func erode(_ mask: Mask, by element: [Offset]) throws -> Mask {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Dilation: the pixels that the element reaches from a pixel of the mask.
    ///
    /// The element is laid on every foreground pixel (x, y) in turn, with its origin on the pixel; all
    /// pixels under the element become foreground:
    ///
    ///     dilated(x + dx, y + dy) = true   for each foreground pixel (x, y) and each offset
    ///
    /// Pixels of the element that lie outside the picture are left out, and nothing grows in from there.
    /// The origin need not be one of the offsets: then a pixel may vanish, too. The mask that comes in
    /// does not change while you work.
    ///
    /// The library's own answers are `dilated(by:)` and `closed(by:)` with a `StructuringElement`: do
    /// not call them.
    ///
    /// Example: the origin and its right neighbour, on the row ".#...#":
    ///
    ///     let element = [Offset(dx: 0, dy: 0), Offset(dx: 1, dy: 0)]
    ///     try dilate(row, by: element)  // ".##..#"
    ///
    /// Hint: start with an empty mask. Who sets pixels in it, and where?
    ///
    /// - Parameters:
    ///   - mask: foreground is `true`; it may be empty, or a single row.
    ///   - element: at least one offset, `dx` to the right and `dy` downwards.
    /// - Returns: a mask of the same size.
    public static func dilate(_ mask: Mask, by element: [Offset]) throws -> Mask {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Opening and closing of a mask by a disk whose diameter is given in micrometres.
    ///
    ///     radius = micrometres / 2 / micronsPerPixel     (in pixels)
    ///     opened = erosion by the disk, then dilation of what is left
    ///     closed = dilation by the disk, then erosion of what has grown
    ///
    /// Both begin with the mask that comes in. You may call `mask.eroded(by:)`, `mask.dilated(by:)` and
    /// `StructuringElement.disk(radius:)`, which takes a radius that is no whole number, too.
    ///
    /// The library's own answers are `opened(by:)`, `closed(by:)`, `whiteTopHat(by:)` and
    /// `blackTopHat(by:)`: do not call them.
    ///
    /// Example: on the row "#..##.###" a disk of 50 micrometres, where a pixel is 25 micrometres wide,
    /// has a radius of 1 pixel:
    ///
    ///     let both = try openAndClose(row, diameter: 50, micronsPerPixel: 25)
    ///     // both.opened is "......###", both.closed is "#########"
    ///
    /// Make the result with `OpenedAndClosed(opened:closed:)`.
    ///
    /// Hint: a speck is to vanish and a gap is to close. Which operation must come first for each?
    ///
    /// - Parameters:
    ///   - mask: foreground is `true`.
    ///   - micrometres: the diameter of the disk, from 0.
    ///   - micronsPerPixel: how many micrometres wide a pixel is, above 0.
    /// - Returns: two masks of the same size.
    public static func openAndClose(
        _ mask: Mask, diameter micrometres: Double, micronsPerPixel: Double
    ) throws -> OpenedAndClosed {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The number of its connected region for each pixel.
    ///
    /// Two foreground pixels belong to one region if steps from neighbour to neighbour lead from one to
    /// the other, all on foreground:
    ///
    ///     .four    neighbours share an edge: left, right, above, below
    ///     .eight   neighbours share an edge or a corner
    ///
    /// Regions have the numbers 1, 2, 3, ... without gaps, in any order; background is 0.
    ///
    /// The library's own answer is `connectedComponents(connectivity:)`, which gives a `LabelImage`: do
    /// not call them.
    ///
    /// Example: the two arms of a U are one region, though a scan meets them apart:
    ///
    ///     // mask:  #.#      .four and .eight:  1 0 1
    ///     //        ###                         1 1 1
    ///
    /// Hint: you stand on a pixel without a number and give it the next one. Who else must have it?
    ///
    /// - Parameters:
    ///   - mask: foreground is `true`; it may be empty.
    ///   - connectivity: which pixels are neighbours.
    /// - Returns: a number for each pixel, axes [row, column].
    public static func connectedComponents(
        of mask: Mask, connectivity: Connectivity
    ) throws -> [[Int]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The mask with its holes filled.
    ///
    /// A hole is background from which no way leads to the border of the picture, by steps on
    /// background from edge neighbour to edge neighbour: left, right, above, below. A background pixel
    /// on the border is no hole.
    ///
    ///     filled = mask, and all background that the border cannot reach
    ///
    /// The library's own answers are `fillingHoles()`, `connectedComponents(connectivity:)` and
    /// `reconstructed(from:)`: do not call them.
    ///
    /// Example: the middle of a ring is a hole, even if the ring is closed only over corners.
    ///
    ///     // mask:  .##.       filled:  .##.
    ///     //        #..#                ####
    ///     //        .##.                .##.
    ///
    /// Hint: it is easier to say what is no hole. Where does the outside begin?
    ///
    /// - Parameter mask: foreground is `true`; it may be empty.
    /// - Returns: a mask of the same size.
    public static func fillHoles(of mask: Mask) throws -> Mask {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The distance of each foreground pixel to the nearest background pixel.
    ///
    ///     distance(x, y) = the smallest sqrt((x - u)^2 + (y - v)^2)
    ///                      over all background pixels (u, v)
    ///
    /// from centre to centre, in pixels. A background pixel has the distance 0. What lies outside the
    /// picture is no background. Without any background pixel all distances are infinite.
    ///
    /// The library's own answer is `distanceTransform()`: do not call it.
    ///
    /// Example:
    ///
    ///     // mask:  .##      distances:  0 1     2
    ///     //        ###                  1 1.414 2.236
    ///
    /// Hint: for one pixel, which other pixels must you ask, and what do you keep of the answers?
    ///
    /// - Parameter mask: foreground is `true`; some hundred pixels.
    /// - Returns: a distance for each pixel, axes [row, column].
    public static func distanceTransform(of mask: Mask) throws -> [[Double]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// Labels in which regions that lie closer together than a distance have one number.
    ///
    /// The distance of two regions is that of their nearest pixels, from centre to centre:
    ///
    ///     distance = micronsPerPixel * sqrt(dx^2 + dy^2)      (in micrometres)
    ///     joined if  distance < micrometres
    ///
    /// Joining goes on along chains: if A is joined to B, and B to C, all three have one number, however
    /// far apart A and C lie. The gaps between them stay background. The new numbers are 1, 2, 3, ...
    /// without gaps, in any order.
    ///
    /// The library's own answer is `joined(within:)`: do not call it.
    ///
    /// Example: pixels are 30 micrometres wide; two and three pixels are 60 and 90 micrometres:
    ///
    ///     try joinWithin(
    ///         micrometres: 75, labels: [[1, 0, 2, 0, 0, 3]], micronsPerPixel: 30)
    ///     // [[1, 0, 1, 0, 0, 2]]
    ///
    /// Hint: first decide for two regions. Then: what happens to all pixels of both, if they are one?
    ///
    /// - Parameters:
    ///   - micrometres: regions closer than this are one.
    ///   - labels: 0 is background, 1, 2, 3, ... are regions, axes [row, column]; it may hold no region.
    ///   - micronsPerPixel: how many micrometres wide and high a pixel is.
    /// - Returns: new labels, axes [row, column].
    public static func joinWithin(
        micrometres: Double, labels: [[Int]], micronsPerPixel: Double
    ) throws -> [[Int]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
