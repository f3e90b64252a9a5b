import Curriculum
import DeepTeaching

/// Lesson 6, Tissue extraction: where is tissue, and which patches make a fair data set?
///
/// The way of the data: a threshold (`otsuThreshold`) makes a mask (`tissueMask`); outlines that a
/// pathologist drew become a mask too (`rasterize`); a grid of patches is laid on the tissue
/// (`patchGrid`); the patches are shared out to training and test (`split`) and drawn for training
/// (`balancedSample`). Each function stands on its own: none needs another.
public enum TissueExtractionSolution: TissueExtractionContract {
    /// Otsu's threshold: the bin t that separates two classes best.
    ///
    /// The background are the values in the bins 0...t, the foreground those in t+1 and above. A
    /// threshold is good if both classes are large and their means lie far apart: t maximises the
    /// variance between the classes,
    ///
    ///     betweenClassVariance(t) = w0(t) * w1(t) * (mu0(t) - mu1(t))^2
    ///
    /// where w0 and w1 are the shares of all values that lie in each class, and mu0 and mu1 the
    /// mean bins of the classes. Of equally good thresholds any one is right.
    ///
    /// The library's own answer is `Histogram` with `otsuBin`: do not call them.
    ///
    /// Example: eight values in bin 0, two in bin 1, ten in bin 4. Between 1 and 2, 3 or 4 lies the
    /// gap:
    ///
    ///     try otsuThreshold(histogram: [8, 2, 0, 0, 10])  // 1 (2 and 3 are as good)
    ///     try otsuThreshold(histogram: [0, 7, 0])         // nil: there is only one class
    ///
    /// Hint: which four numbers must you know of a threshold to compute its variance, and how do
    /// they change when t moves on by one bin?
    ///
    /// - Parameter histogram: how many values fall into each bin; a slide has millions.
    /// - Returns: the last bin of the background, or nil if all values lie in one bin, or there are none.
    public static func otsuThreshold(histogram: [Int]) throws -> Int? {
        // BEGIN SOLUTION
        let total = histogram.reduce(0, +)
        let totalMoment = histogram.indices.reduce(0) { $0 + $1 * histogram[$1] }
        var (count, moment) = (0, 0)
        var best: (bin: Int, variance: Double)?
        for bin in histogram.indices {
            count += histogram[bin]
            moment += bin * histogram[bin]
            // A class without values has no mean.
            if count == 0 || count == total { continue }
            let w0 = Double(count) / Double(total)
            let w1 = 1 - w0
            let mu0 = Double(moment) / Double(count)
            let mu1 = Double(totalMoment - moment) / Double(total - count)
            let variance = w0 * w1 * (mu0 - mu1) * (mu0 - mu1)
            if variance > best?.variance ?? 0 { best = (bin, variance) }
        }
        return best?.bin
        // END SOLUTION
    }

    /// The pixels that show stained tissue.
    ///
    /// Stain is colourful, glass is not: a pixel is tissue if its saturation is above the
    /// threshold. Two things are colourful, or dark, and yet no tissue: pen strokes on the glass
    /// have hues that H&E never has, and blocks that the scanner left out are black.
    ///
    ///     isTissue = saturation > threshold and value >= darkest and not penHues.contains(hue)
    ///
    /// `RGB.hsv` gives hue (degrees), saturation and value (0 to 1) of a colour: write
    /// `image[x: 0, y: 0].hsv`, then `.hue`, `.saturation` and `.value`. `Mask(size: image.size)` makes
    /// a mask without foreground, and `mask[x: 0, y: 0] = true` sets a pixel of it.
    ///
    /// The library's own answer is `TissueMask` with its `TissueSettings`: do not call them.
    ///
    /// Example: a row of four pixels, glass, tissue, blue pen and black:
    ///
    ///     var row = Image(size: PixelSize(width: 4, height: 1), color: RGB(240, 238, 242))
    ///     row[x: 1, y: 0] = RGB(150, 80, 160)
    ///     row[x: 2, y: 0] = RGB(30, 90, 190)
    ///     row[x: 3, y: 0] = RGB(12, 4, 10)
    ///     let mask = try tissueMask(
    ///         of: row, saturationAbove: 0.1, valueAtLeast: 0.2, penHues: 70...228)
    ///     // mask.pixels is [false, true, false, false]
    ///
    /// Hint: which of the three conditions does each of these four pixels fail?
    ///
    /// - Parameters:
    ///   - image: a slide at low resolution.
    ///   - threshold: tissue has more saturation than this, from 0 to 1.
    ///   - darkest: what has a smaller value is black, from 0 to 1.
    ///   - penHues: the hues of pens, in degrees.
    /// - Returns: a mask of the picture's size; foreground is tissue.
    public static func tissueMask(
        of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
        penHues: ClosedRange<Float>
    ) throws -> Mask {
        // BEGIN SOLUTION
        var mask = Mask(size: image.size)
        for y in 0..<image.size.height {
            for x in 0..<image.size.width {
                let color = image[x: x, y: y].hsv
                let isInk = color.value < darkest || penHues.contains(color.hue)
                mask[x: x, y: y] = color.saturation > threshold && !isInk
            }
        }
        return mask
        // END SOLUTION
    }

    /// The pixels inside some outlines and outside all holes.
    ///
    /// A pixel is judged by its centre: the pixel in column x and row y by (x + 0.5, y + 0.5). A
    /// point lies inside an outline if a line from it to the right crosses the edges an odd number
    /// of times. The edge from a to b is crossed if one end lies above the line, the other does
    /// not, and the crossing lies to the right of the point:
    ///
    ///     isCrossed  = (a.y <= y) != (b.y <= y)  and  crossing > x
    ///     crossing   = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
    ///     isInMask   = inside any polygon  and  inside no hole
    ///
    /// Here y grows downwards, and the line is at the height y of the point. The last corner is joined
    /// to the first. A centre exactly on an edge may count either way.
    /// Where an outline crosses itself and winds around a point twice, the point is outside. There
    /// alone the library's `Mask` differs: as the viewer ASAP does, it counts turns, not crossings.
    ///
    /// `Mask(size: size)` makes a mask without foreground, and `mask[x: 0, y: 0] = true` sets a pixel
    /// of it. A corner is a `PixelPoint` with `x` and `y`, both `Double`.
    ///
    /// The library's own answers are `Mask(size:filling:excluding:)` and `TumorMask`: do not call
    /// them.
    ///
    /// Example: a triangle that holds the centres of three of nine pixels:
    ///
    ///     let triangle = [(0.2, 0), (2.9, 0), (0.2, 2.7)].map { PixelPoint(x: $0.0, y: $0.1) }
    ///     let mask = try rasterize(polygons: [triangle], holes: [], size: PixelSize(side: 3))
    ///     // rows: [true, true, false], [true, false, false], [false, false, false]
    ///
    /// Hint: take one point and one outline first. How do you know whether the point is inside?
    ///
    /// - Parameters:
    ///   - polygons: outlines of a metastasis: corners in pixels, in the order in which they are
    ///     joined. They may overlap, and reach beyond the picture.
    ///   - holes: outlines of what is not part of any of them.
    ///   - size: the size of the mask.
    /// - Returns: a mask of this size.
    public static func rasterize(
        polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
    ) throws -> Mask {
        // BEGIN SOLUTION
        var mask = Mask(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let center = PixelPoint(x: Double(x) + 0.5, y: Double(y) + 0.5)
                mask[x: x, y: y] =
                    polygons.contains { isInside($0, center) }
                    && !holes.contains { isInside($0, center) }
            }
        }
        return mask
        // END SOLUTION
    }
    // BEGIN SOLUTION

    /// Whether a line from the point to the right crosses the outline an odd number of times.
    private static func isInside(_ outline: [PixelPoint], _ point: PixelPoint) -> Bool {
        var isInside = false
        for (index, a) in outline.enumerated() {
            let b = outline[(index + 1) % outline.count]
            if (a.y <= point.y) == (b.y <= point.y) { continue }
            let crossing = a.x + (point.y - a.y) / (b.y - a.y) * (b.x - a.x)
            if crossing > point.x { isInside.toggle() }
        }
        return isInside
    }
    // END SOLUTION

    /// The patches of a regular grid that lie wholly on the picture and hold enough tissue.
    ///
    /// The top left corners are the multiples of the stride, from (0, 0). A patch is kept if all of
    /// it lies on the picture, and if enough of its pixels are tissue:
    ///
    ///     x + side <= width  and  y + side <= height
    ///     fraction = (tissue pixels of the patch) / (side * side) >= minimumTissue
    ///
    /// The parameter `stride` hides Swift's function of the same name: for a loop write
    /// `Swift.stride(from: 0, through: last, by: stride)`. A picture smaller than a patch has none.
    /// `tissue.size.width`, `tissue.size.height` and `tissue[x: 0, y: 0]` read the mask.
    ///
    /// The library's own answer is `PatchGrid` with its `PatchLayout`: do not call them.
    ///
    /// Example: 5 x 2 pixels of tissue hold two patches of 2 x 2 pixels; column 4 is left over:
    ///
    ///     let tissue = Mask(size: PixelSize(width: 5, height: 2), repeating: true)
    ///     try patchGrid(on: tissue, side: 2, stride: 2, minimumTissue: 0.5)
    ///     // [2 x 2 at (0, 0), 2 x 2 at (2, 0)]
    ///
    /// Hint: what is the largest x at which a patch still fits?
    ///
    /// - Parameters:
    ///   - tissue: foreground is tissue.
    ///   - side: the width and height of a patch in pixels of the mask.
    ///   - stride: the distance from corner to corner; smaller than `side`, patches overlap.
    ///   - minimumTissue: the least share of a patch that must be tissue, from 0 to 1.
    /// - Returns: the patches, in any order, each a `PixelRectangle(x:y:width:height:)`.
    public static func patchGrid(
        on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
    ) throws -> [PixelRectangle] {
        // BEGIN SOLUTION
        var patches: [PixelRectangle] = []
        for y in Swift.stride(from: 0, through: tissue.size.height - side, by: stride) {
            for x in Swift.stride(from: 0, through: tissue.size.width - side, by: stride) {
                var count = 0
                for row in y..<y + side {
                    for column in x..<x + side where tissue[x: column, y: row] { count += 1 }
                }
                if Double(count) / Double(side * side) >= minimumTissue {
                    patches.append(PixelRectangle(x: x, y: y, width: side, height: side))
                }
            }
        }
        return patches
        // END SOLUTION
    }

    /// Patches shared out to training and test, whole patients at a time.
    ///
    /// Patches of one patient look alike: the same tissue, cut, stained and scanned on the same
    /// day. So a patient is in the training or in the test, never in both. Chance decides: patient
    /// p has the number draws[p], and the patients with the smallest numbers form the test.
    ///
    ///     testPatients = max(1, round(testShare * number of patients))
    ///
    /// where halves are rounded up: 2.5 patients are 3, as `rounded()` gives. Make the result with
    /// `TrainingTestSplit(training:test:)`.
    ///
    /// The library's own answer is `PatientSplit`: do not call it.
    ///
    /// Example: three patients; patient 1 has the smallest number.
    ///
    ///     let patches = [0, 0, 1, 2, 1].map { PatchOrigin(patient: $0, node: 0) }
    ///     try split(patches: patches, testShare: 0.3, draws: [0.7, 0.1, 0.9, 0.4, 0.2])
    ///     // training: [0, 1, 3], test: [2, 4]
    ///
    /// Hint: what do you shuffle, and what only follows?
    ///
    /// - Parameters:
    ///   - patches: where each patch comes from; the patients are numbered from 0 without gaps.
    ///   - testShare: the share of the patients that is kept for the test, above 0 and below 1.
    ///   - draws: different numbers from 0 to 1, at least one for each patient; there may be more
    ///     than you need.
    /// - Returns: the indices of all patches, each in one of two parts, in any order.
    public static func split(
        patches: [PatchOrigin], testShare: Double, draws: [Double]
    ) throws -> TrainingTestSplit {
        // BEGIN SOLUTION
        let patients = Set(patches.map(\.patient)).sorted { draws[$0] < draws[$1] }
        let count = max(1, Int((testShare * Double(patients.count)).rounded()))
        let testPatients = Set(patients.prefix(count))
        return TrainingTestSplit(
            training: patches.indices.filter { !testPatients.contains(patches[$0].patient) },
            test: patches.indices.filter { testPatients.contains(patches[$0].patient) })
        // END SOLUTION
    }

    /// Patches drawn so that neither a label nor a slide outweighs the others.
    ///
    /// Each patch is drawn with three numbers u = draws[i], all from 0 up to but not including 1:
    ///
    ///     label: tumour if u[0] < 0.5, else normal
    ///     slide: slides[Int(u[1] * number of slides)], of the slides that have such patches,
    ///            in ascending order
    ///     patch: candidates[Int(u[2] * number of candidates)], of the patches with this label on
    ///            this slide, in the order in which they are listed
    ///
    /// A patch is tumour if it is outlined. It is normal only if its slide is negative: on a
    /// positive slide not every tumour cell is outlined, so nobody knows what the rest shows, and
    /// it is never drawn.
    ///
    /// The library's own answer is `BalancedSampler`: do not call it.
    ///
    /// Example: slide 0 is positive, its second patch lies outside the outline; slide 1 is negative.
    ///
    ///     let patches = [
    ///         AnnotatedPatch(slide: 0, isSlidePositive: true, isOutlined: true),
    ///         AnnotatedPatch(slide: 0, isSlidePositive: true, isOutlined: false),
    ///         AnnotatedPatch(slide: 1, isSlidePositive: false, isOutlined: false),
    ///     ]
    ///     try balancedSample(from: patches, draws: [[0.2, 0.6, 0.9], [0.8, 0.1, 0.3]])  // [0, 2]
    ///
    /// Hint: a slide has a thousand tumour patches, another ten. How often should each be drawn?
    ///
    /// - Parameters:
    ///   - patches: what the annotations tell of each patch; there are some of every label that is
    ///     drawn.
    ///   - draws: three numbers for each patch to draw, axes [draw, (label, slide, patch)].
    /// - Returns: one index into `patches` for each draw.
    public static func balancedSample(
        from patches: [AnnotatedPatch], draws: [[Double]]
    ) throws -> [Int] {
        // BEGIN SOLUTION
        let tumor = patches.indices.filter { patches[$0].isOutlined }
        let normal = patches.indices.filter { index in
            !patches[index].isOutlined && !patches[index].isSlidePositive
        }
        return draws.map { u in
            let labeled = u[0] < 0.5 ? tumor : normal
            let slides = Set(labeled.map { patches[$0].slide }).sorted()
            let slide = slides[Int(u[1] * Double(slides.count))]
            let candidates = labeled.filter { patches[$0].slide == slide }
            return candidates[Int(u[2] * Double(candidates.count))]
        }
        // END SOLUTION
    }
}
