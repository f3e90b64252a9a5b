import Curriculum
import DeepTeaching
import Foundation

/// Lesson 7, Augmentation: how to get more from few slides.
///
/// A patch may be laid in eight ways (`dihedral`), or moved by any map, its mask with it (`apply`). Each
/// picture of a batch gets a draw of its own (`augment`). Stain may be stronger or weaker
/// (`stainJitter`); what the network reads is on one scale (`normalize`). And who is asked eight times
/// answers more steadily (`predictWithTestTimeAugmentation`).
///
/// Each function stands on its own: none needs another. Random numbers are arguments, so that the same
/// call always gives the same. All that you need is imported: `exp`, `log` from Foundation; `Image`,
/// `Mask`, `Plane`, `PixelSize`, `PixelPoint`, `RGB`, `Dihedral`, `Tensor` from DeepTeaching;
/// `MaskedImage`, `StainBasis`, `ChannelStatistics`, `PixelNetwork` from Curriculum.
public enum AugmentationExercise: AugmentationContract {
    /// A picture in one of the eight ways to lay it.
    ///
    /// k from 0 to 3 are so many quarter turns counterclockwise: with one, what was on the right comes
    /// to the top. k from 4 to 7 are the same turns of the mirrored picture: exchange left and right
    /// *first*, then make k - 4 turns. One turn of a picture of `width` x `height` pixels gives one of
    /// `height` x `width`:
    ///
    ///     turned[x: x, y: y] = image[x: width - 1 - y, y: x]
    ///
    /// `Image(size: PixelSize(width: 3, height: 2))` makes a white picture, and `image[x: 0, y: 1]` reads
    /// and writes the colour of a pixel, an `RGB`.
    ///
    /// The library's own answer is `transformed(by:)` with a `Dihedral`: do not call it.
    ///
    /// Example: two pixels side by side, a and b. One turn brings b to the top.
    ///
    ///     try dihedral(image, k: 1)  // b above a
    ///     try dihedral(image, k: 5)  // a above b
    ///
    /// Hint: of the pixels of the result, where did the one at the top left come from?
    ///
    /// - Parameters:
    ///   - image: a picture, which need not be square.
    ///   - k: which way, from 0 to 7.
    /// - Returns: the picture laid so.
    public static func dihedral(_ image: Image, k: Int) throws -> Image {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// A picture and its mask, moved by the same map.
    ///
    /// The map says where each pixel of the *result* comes from. The middle of the pixel in column x, row
    /// y is the point (x + 0.5, y + 0.5), and a point lies in the pixel whose column and row are its
    /// coordinates, rounded down:
    ///
    ///     source = map(PixelPoint(x: x + 0.5, y: y + 0.5))
    ///     result[x: x, y: y] = image[x: floor(source.x), y: floor(source.y)]
    ///
    /// and the same for the mask. Where the source lies outside the picture, the result is white and its
    /// mask false. Sizes stay as they are. `map(point)` gives a `PixelPoint`; `source.x.rounded(.down)`
    /// rounds down, also below 0; `Image(size:)` is white, `Mask(size:)` false; `mask[x: 0, y: 1]` reads
    /// and writes a `Bool`.
    ///
    /// The library's own answer is `warped(by:)`: do not call it.
    ///
    /// Example: everything comes from one pixel further left, so it moves to the right.
    ///
    ///     try apply(AffineWarp(dx: -1), to: image, mask: mask)  // the first column is white
    ///
    /// Hint: why does the map lead from the result to the source, and not the other way?
    ///
    /// - Parameters:
    ///   - map: for a point of the result, the point of the picture that it shows.
    ///   - image: a picture.
    ///   - mask: its tumour, of the same size.
    /// - Returns: `MaskedImage(image: ..., mask: ...)`.
    public static func apply(
        _ map: AffineWarp, to image: Image, mask: Mask
    ) throws -> MaskedImage {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// A batch in which each picture is laid by a draw of its own, and its mask with it.
    ///
    ///     k[i] = 8 * draws[i], rounded down
    ///
    /// Picture i is laid in way k[i], from 0 to 7, and its mask in the same way. In a test
    /// (`isTraining` is false) the pictures stay as they are. `Dihedral(rawValue: k)` is one of the
    /// ways, or nil if there is none of this number; `image.transformed(by: way)` lays a picture,
    /// `mask.transformed(by: way)` a mask. A `MaskedImage` has an `image` and a `mask`; make one with
    /// `MaskedImage(image:mask:)`.
    ///
    /// The library's own answer is `Augmentation`: do not call it.
    ///
    /// Example: the first picture stays, the second is mirrored.
    ///
    ///     try augment([first, second], draws: [0.05, 0.5], isTraining: true)
    ///
    /// Hint: how many draws does a batch of 16 pictures with their 16 masks need?
    ///
    /// - Parameters:
    ///   - pictures: a batch, possibly empty.
    ///   - draws: one for each picture, from 0 up to but not including 1.
    ///   - isTraining: whether the network learns from the batch, or is tested on it.
    /// - Returns: the pictures with their masks, in the same order.
    public static func augment(
        _ pictures: [MaskedImage], draws: [Double], isTraining: Bool
    ) throws -> [MaskedImage] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// A picture with more or less of each of its two stains.
    ///
    /// Stain holds light back. In optical densities its amounts add up, so work there, pixel by pixel.
    /// With the bytes I of red, green and blue:
    ///
    ///     D[c] = -log((I[c] + 1) / 256)                        densities; white has 0
    ///     a[s] = sum over c of weights[s][c] D[c]              amounts of the stains s = 0, 1
    ///     D'[c] = D[c] + sum over s of (factors[s] - 1) a[s] vectors[s][c]
    ///     I'[c] = 256 exp(-D'[c]) - 1, rounded, and kept from 0 to 255
    ///
    /// So the part of D that neither stain explains stays. `log` is the natural logarithm. `weights` and
    /// `vectors` are those of `stains`, two lists of three numbers each. `pixels` of an
    /// image holds red, green, blue of each pixel as `UInt8`, row by row; `Image(size: s, pixels: p)`
    /// makes an image of them.
    ///
    /// The library's own answer is `applying(StainJitter)`: do not call it.
    ///
    /// Example: with factors of 1 the picture stays; with 0 and 1 only eosin and the rest are left.
    ///
    /// Hint: what do you add to a pixel's densities to double one of its stains?
    ///
    /// - Parameters:
    ///   - image: a picture of stained tissue.
    ///   - stains: haematoxylin (0) and eosin (1).
    ///   - factors: two numbers from 0 on.
    /// - Returns: the picture with these amounts.
    public static func stainJitter(
        _ image: Image, stains: StainBasis, factors: [Double]
    ) throws -> Image {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// A picture in other light, on the scale of the training pictures.
    ///
    /// Light comes first, since it happens in the microscope; the scale comes last, since it is the
    /// network's. With the byte I of channel c:
    ///
    ///     v = light * I / 255, but at most 1: nothing is brighter than white
    ///     z = (v - mean[c]) / deviation[c]
    ///
    /// mean and deviation are those of the training pictures, never of the picture at hand. Where a
    /// deviation is 0, divide by 1.
    ///
    /// Example: a white pixel, light 2, mean 0.5 and deviation 0.25 in each channel.
    ///
    ///     try normalize(image, light: 2, statistics: statistics)  // 2, 2, 2
    ///
    /// Hint: which of the two happens in the microscope, and which in front of the network?
    ///
    /// - Parameters:
    ///   - image: a picture.
    ///   - light: a factor from 0 on.
    ///   - statistics: `mean` and `deviation` of red, green and blue, for values from 0 to 1.
    /// - Returns: `Tensor(z, shape: [height, width, 3])` of the numbers z in the order of
    ///   `image.pixels`.
    public static func normalize(
        _ image: Image, light: Double, statistics: ChannelStatistics
    ) throws -> Tensor<Double> {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The mean of what a network says of a picture in all eight ways to lay it.
    ///
    /// The network says of each pixel how probable tumour is. Its answer to a turned picture is turned
    /// as well, so each answer must be turned back before the mean:
    ///
    ///     p = 1/8 sum over g of inverse(g)(network(g(image))),   g one of the eight ways
    ///
    /// `network(plane)` gives a plane of probabilities of the same size. `Dihedral.allCases` are the
    /// eight ways, `plane.transformed(by: g)` lays a plane, `g.inverse` undoes g.
    /// `Plane(size: image.size)` makes a plane of zeros; `plane.values` holds the numbers, each a
    /// `Float`, row by row, and can be written to.
    ///
    /// The library's own answer, for networks that say one number a patch, is
    /// `probabilities(for:averaging:)`: do not call it.
    ///
    /// Example: if the network looks at nothing but the pixel itself, all eight answers are equal, once
    /// they are turned back.
    ///
    /// Hint: a tumour lies in the top left corner. Where does it lie in the answer to the picture that
    /// was turned by half?
    ///
    /// - Parameters:
    ///   - image: a picture in grey, which need not be square.
    ///   - network: says of each pixel how probable tumour is.
    /// - Returns: the mean of the eight answers, of the size of the picture.
    public static func predictWithTestTimeAugmentation(
        _ image: Plane, network: PixelNetwork
    ) throws -> Plane {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
