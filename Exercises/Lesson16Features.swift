import Curriculum
import DeepTeaching

/// Lesson 16, Features: what does a map say in twenty numbers?
///
/// The way of the data: a confidence map becomes three numbers of the whole slide (`mapSummary`), a region
/// its shape (`regionProperties`) and its length (`longestDiameter`), the length a kind of metastasis
/// (`metastasisType`); a table of such numbers loses its gaps (`imputeMissing`) before a forest learns from
/// it. Each function stands on its own: none needs another.
///
/// `mask.size.width` and `mask.size.height` are the size of a mask, `mask[x: x, y: y]` is one pixel.
/// `number.squareRoot()` is the square root of a `Double`.
public enum FeaturesExercise: FeaturesContract {
    /// The highest probability, the mean probability and the share above a threshold.
    ///
    /// Only cells with tissue count: a cell of glass says nothing, whatever number it holds.
    ///
    ///     highest    = the largest probability of the cells with tissue
    ///     mean       = their sum / their number
    ///     tumorShare = how many of them are greater than the threshold / their number
    ///
    /// A slide without any tissue has three zeros. The library's own answers are `SixFeatures`,
    /// `SlideFeatures` and `HeatmapFeatures`: do not use them.
    ///
    /// Example: three cells of tissue and one of glass.
    ///
    ///     try mapSummary(
    ///         probabilities: [0.2, 0.9, 0.4, 0], tissue: [true, true, true, false], threshold: 0.5)
    ///     // highest 0.9, mean 0.5, tumorShare 1/3
    ///
    /// Make the result with `MapSummary(highest:mean:tumorShare:)`.
    ///
    /// Hint: by which number of cells do you divide?
    ///
    /// - Parameters:
    ///   - probabilities: from 0 to 1, one a cell; there may be none.
    ///   - tissue: as many; whether the cell holds tissue.
    ///   - threshold: what a cell of tumour is greater than.
    /// - Returns: three numbers, finite.
    public static func mapSummary(
        probabilities: [Double], tissue: [Bool], threshold: Double
    ) throws -> MapSummary {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The shape of the foreground, taken as one region, in pixels.
    ///
    /// With n pixels at (x, y) and their means mx and my:
    ///
    ///     area = n
    ///     a = sum of (x - mx)^2 / n     b = sum of (y - my)^2 / n     c = sum of (x - mx)(y - my) / n
    ///     root = sqrt(((a - b) / 2)^2 + c^2)
    ///     lambda1 = (a + b) / 2 + root    lambda2 = (a + b) / 2 - root
    ///     majorAxis = 4 sqrt(lambda1)     minorAxis = 4 sqrt(lambda2)
    ///     eccentricity = sqrt(1 - lambda2 / lambda1), and 0 where lambda1 is 0
    ///     extent = n / (columns * rows of the bounding box)
    ///
    /// lambda1 and lambda2 are the eigenvalues of the covariance [[a, c], [c, b]]. Rounding may take lambda2
    /// of a straight line a little below 0: take 0 then. Without foreground all five numbers are 0.
    ///
    /// The library's own answers are `Region`, `LabelImage`, `HeatmapFeatures`, `connectedComponents` and
    /// `regions`: do not use them.
    ///
    /// Example: two pixels side by side have a = 1/4, b = c = 0, so that majorAxis is 2, minorAxis 0,
    /// eccentricity 1 and extent 1.
    ///
    /// Make the result with `RegionProperties(area:majorAxis:minorAxis:eccentricity:extent:)`; all five
    /// are `Double`.
    ///
    /// Hint: collect the pixels first. What are the first and the last column, and how many lie between?
    ///
    /// - Parameter mask: foreground is `true`; it may be empty.
    /// - Returns: five numbers, finite.
    public static func regionProperties(of mask: Mask) throws -> RegionProperties {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The longest diameter of the foreground, taken as one metastasis, in millimetres.
    ///
    /// A pixel is a square, not a point. The pixel in column x and row y has the four corners (x, y),
    /// (x + 1, y), (x, y + 1) and (x + 1, y + 1), and the longest diameter is the largest distance between
    /// any two corners of any two foreground pixels:
    ///
    ///     distance = sqrt((x1 - x2)^2 + (y1 - y2)^2) * micronsPerPixel / 1000
    ///
    /// Even a single pixel has one, its diagonal. Without foreground it is 0. The library's own answers are
    /// `Region`, `LabelImage`, `connectedComponents` and `regions`: do not use them.
    ///
    /// Example: a row of three pixels of 100 micrometres is sqrt(3^2 + 1^2) * 0.1 = 0.316 mm long.
    ///
    /// Hint: which points do you compare, and with which ones?
    ///
    /// - Parameters:
    ///   - mask: foreground is `true`; some hundred pixels, or none.
    ///   - micronsPerPixel: how many micrometres wide and high a pixel is, above 0.
    /// - Returns: millimetres.
    public static func longestDiameter(of mask: Mask, micronsPerPixel: Double) throws -> Double {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// What a metastasis is, by the rule of CAMELYON17.
    ///
    ///     .macro       longer than 2.0 mm
    ///     .micro       no macro, but longer than 0.2 mm or of more than 200 cells
    ///     .itc         neither, but there is something: a length or a number of cells above 0
    ///     .negative    nothing
    ///
    /// The library's own answer is `MetastasisType(longestDiameter:cells:)`, which takes micrometres: do not
    /// call it.
    ///
    /// Example: 0.15 mm with 230 cells is `.micro`, with 90 cells or an unknown number it is `.itc`.
    ///
    /// Hint: ask for the worst first. What is left to ask afterwards?
    ///
    /// - Parameters:
    ///   - longestDiameter: in millimetres, from 0.
    ///   - cells: the number of tumour cells, from 0; nil if nobody counted them.
    /// - Returns: the type.
    public static func metastasisType(
        longestDiameter: Double, cells: Int?
    ) throws -> MetastasisType {
        // TODO: your code here, in place of the next line.
        return try todo()
    }

    /// The table with a number in place of each gap.
    ///
    /// A gap of a column gets the median of the numbers that are known in this column *in the training
    /// rows*: those whose index is in `training`. Numbers of other rows must not have any influence, since
    /// they belong to the slides on which the forest will be tested.
    ///
    ///     median = the number in the middle of the sorted ones; of an even count, the mean of the two there
    ///
    /// Where no training row knows the column, gaps get 0. Numbers that are known stay as they are, 0 too.
    /// The library's own answer is `Imputer`: do not use it.
    ///
    /// Example: rows 0 and 1 are for training, row 2 for tests.
    ///
    ///     try imputeMissing([[1, nil], [3, 8], [nil, nil]], training: [0, 1])
    ///     // [[1, 8], [3, 8], [2, 8]]
    ///
    /// Hint: for one column, which numbers may you look at?
    ///
    /// - Parameters:
    ///   - features: axes [row, column], all rows of the same length; nil is a gap. There may be no row.
    ///   - training: indices of rows, each once, in any order; there may be none.
    /// - Returns: axes [row, column], without gaps.
    public static func imputeMissing(
        _ features: [[Double?]], training: [Int]
    ) throws -> [[Double]] {
        // TODO: your code here, in place of the next line.
        return try todo()
    }
}
