@testable import DeepTeaching

private let size = PixelSize(width: 4, height: 3)
private let image = Image(size: size)
private let plane = Plane(size: size)
private let mask = Mask(size: size)

/// Pictures of sizes that there are not, and pixels outside.
let wrongPictures: [WrongCall] = [
    WrongCall("an image of -2 x -2", "there is no picture of -2 x -2 pixels") {
        _ = Image(size: PixelSize(side: -2))
    },
    WrongCall("an image of -2 x -2 with its bytes", "there is no picture of -2 x -2 pixels") {
        _ = Image(size: PixelSize(side: -2), pixels: [UInt8](repeating: 0, count: 12))
    },
    WrongCall("a mask of -2 x -2", "there is no picture of -2 x -2 pixels") {
        _ = Mask(size: PixelSize(side: -2))
    },
    WrongCall("a mask of -2 x -2 with its values", "there is no picture of -2 x -2 pixels") {
        _ = Mask(size: PixelSize(side: -2), pixels: [true, true, true, true])
    },
    WrongCall("a plane of -1 x -1", "there is no picture of -1 x -1 pixels") {
        _ = Plane(size: PixelSize(side: -1), values: [0])
    },
    WrongCall("an image without end", "there is no picture of") {
        _ = Image(size: PixelSize(side: .max))
    },
    WrongCall("a coloured image without end", "there is no picture of") {
        _ = Image(size: PixelSize(width: .max / 2, height: 1), color: RGB(1, 2, 3))
    },
    WrongCall("the area of a size without end", "pixels are too many to count") {
        _ = PixelSize(side: .max).area
    },
    WrongCall("too few bytes", "3 bytes do not fill an image of 4 x 3 pixels") {
        _ = Image(size: size, pixels: [1, 2, 3])
    },
    WrongCall("too few values", "1 values do not fill a plane of 4 x 3 pixels") {
        _ = Plane(size: size, values: [1])
    },
    WrongCall("bytes taken away", "0 bytes do not fill an image of 4 x 3 pixels") {
        var image = image
        image.pixels = []
        _ = image.luma()
    },
    WrongCall("a value too many", "13 values do not fill a mask of 4 x 3 pixels") {
        var mask = mask
        mask.pixels.append(true)
    },
    WrongCall("a value taken away", "11 values do not fill a plane of 4 x 3 pixels") {
        var plane = plane
        plane.values.removeLast()
    },
    WrongCall("a pixel right of the image", "column 4, row 0 lies outside a picture of 4 x 3") {
        _ = image[x: 4, y: 0]
    },
    WrongCall("a pixel left of the image", "column -1, row 1 lies outside a picture of 4 x 3") {
        _ = image[x: -1, y: 1]
    },
    WrongCall("a pixel below the image", "column 0, row 3 lies outside a picture of 4 x 3") {
        _ = image[x: 0, y: 3]
    },
    WrongCall("a pixel written outside", "column 4, row 2 lies outside a picture of 4 x 3") {
        var image = image
        image[x: 4, y: 2] = .black
    },
    WrongCall("a value right of the plane", "column 4, row 0 lies outside a picture of 4 x 3") {
        _ = plane[x: 4, y: 0]
    },
    WrongCall("a value written above the plane", "column 0, row -1 lies outside") {
        var plane = plane
        plane[x: 0, y: -1] = 1
    },
    WrongCall("a value left of the mask", "column -1, row 2 lies outside a picture of 4 x 3") {
        _ = mask[x: -1, y: 2]
    },
    WrongCall("a value written right of the mask", "column 4, row 1 lies outside") {
        var mask = mask
        mask[x: 4, y: 1] = true
    },
    WrongCall("masks of two sizes", "masks of 4 x 3 and 1 x 1 pixels cannot be combined") {
        _ = mask.union(Mask(size: PixelSize(side: 1)))
    },
    WrongCall("a part that hangs over", "does not lie on a picture of 4 x 3") {
        _ = image.cropped(to: PixelRectangle(x: 3, y: 0, width: 2, height: 1))
    },
    WrongCall("a part without end", "does not lie on a picture of 4 x 3") {
        _ = plane.cropped(to: PixelRectangle(x: 1, y: 0, width: .max, height: 1))
    },
    WrongCall("a negative part", "does not lie on a picture of 4 x 3") {
        _ = mask.cropped(to: PixelRectangle(x: 2, y: 0, width: -1, height: 1))
    },
    WrongCall("resized to nothing", "cannot be resized to 0 x 3: both need at least one pixel") {
        _ = image.resized(to: PixelSize(width: 0, height: 3))
    },
    WrongCall("nothing resized", "a picture of 0 x 0 cannot be resized") {
        _ = Plane(size: PixelSize(side: 0)).resized(to: size)
    },
    WrongCall("resized without end", "there is no picture of") {
        _ = plane.resized(to: PixelSize(side: .max))
    },
    WrongCall("enlarged by 0", "a picture cannot be enlarged by 0") {
        _ = image.enlarged(by: 0)
    },
    WrongCall("enlarged without end", "pixels enlarged by 9223372036854775807 are too many") {
        _ = mask.enlarged(by: .max)
    },
    WrongCall("two factors for three colours", "a factor from 0 on for red, green and blue") {
        _ = DensityJitter(densityFactors: [1, 1])
    },
    WrongCall("a factor too many later on", "a factor from 0 on for red, green and blue") {
        var jitter = DensityJitter()
        jitter.densityFactors.append(1)
        _ = image.applying(jitter)
    },
    WrongCall("a colour factor that is no number", "a factor from 0 on for red, green and blue") {
        _ = DensityJitter(densityFactors: [1, .nan, 1])
    },
    WrongCall("negative light", "a light of -1.0 is none") { _ = DensityJitter(light: -1) },
    WrongCall("colours changed by more than all", "colours change by shares from 0 to 1") {
        var generator = SeededGenerator(seed: 0)
        _ = DensityJitter.random(stain: 2, using: &generator)
    },
    WrongCall("dark glass", "glass needs a brightness above 0, not 0.0") {
        _ = OpticalDensity(white: 0)
    },
    WrongCall("a stain without a colour", "are no directions") {
        _ = StainVectors(hematoxylin: .zero, eosin: [1, 0, 0])
    },
    WrongCall("a stain that is no number", "are no directions") {
        _ = StainVectors(hematoxylin: [1, 0, 0], eosin: [.nan, 0, 0])
    },
    WrongCall("one stain twice", "Both stains have the same colour") {
        let stains = StainVectors(hematoxylin: [1, 1, 1], eosin: [2, 2, 2])
        _ = try stains.unmix(image, over: OpticalDensity())
    },
    WrongCall("stains of glass", "Only 0 pixels of the picture are stained") {
        _ = try MacenkoNormalizer().stains(of: image)
    },
    WrongCall("outliers of half", "The setting outliers is 50.0") {
        _ = try MacenkoNormalizer(outliers: 50).stains(of: image)
    },
    WrongCall("a least density that is no number", "The setting leastDensity is nan") {
        _ = try MacenkoNormalizer(leastDensity: .nan).stains(of: image)
    },
    WrongCall("colours of two channels", "colours have three channels of one size") {
        _ = ColorPlanes(space: .lab, channels: [Plane(size: size), Plane(size: size)])
    },
    WrongCall("channels of two sizes", "colours have three channels of one size") {
        _ = ColorPlanes(
            space: .lab,
            channels: [Plane(size: size), Plane(size: size), Plane(size: PixelSize(side: 1))])
    },
    WrongCall("stains of two sizes", "are not of one picture") {
        _ = StainPlanes(hematoxylin: Plane(size: size), eosin: Plane(size: PixelSize(side: 1)))
    },
    WrongCall("a deconvolution of two stains", "a deconvolution needs three stains, not 2") {
        _ = try ColorDeconvolution(stains: [[1, 0, 0], [0, 1, 0]])
    },
    WrongCall("a picture of one stain", "three stains need three planes of one size") {
        _ = ColorDeconvolution.hematoxylinDAB.image(of: [Plane(size: size)])
    },
    WrongCall("a deviation below 0", "there are not") {
        _ = LabStatistics(mean: [50, 0, 0], deviation: [1, -1, 1])
    },
    WrongCall("a staining without stain", "amounts of stain are above 0, not 0.0 and 1.0") {
        _ = StainProfile(stains: .ruifrok, hematoxylin: 0, eosin: 1)
    },
]

/// Shapes, labels and thresholds that there are not.
let wrongRegions: [WrongCall] = [
    WrongCall("a disk of a negative radius", "a disk cannot have a radius of -1.0 pixels") {
        _ = StructuringElement.disk(radius: -1)
    },
    WrongCall("a disk whose radius is no number", "a disk cannot have a radius of nan pixels") {
        _ = StructuringElement.disk(radius: .nan)
    },
    WrongCall("a square without a middle", "a square of 4 pixels cannot be used") {
        _ = StructuringElement.square(side: 4)
    },
    WrongCall("a square without end", "its side must be odd and below") {
        _ = StructuringElement.square(side: .max)
    },
    WrongCall("an element without pixels", "needs at least one foreground pixel") {
        _ = StructuringElement(mask)
    },
    WrongCall("a marker of another size", "cannot grow in a mask of 4 x 3") {
        _ = mask.reconstructed(from: Mask(size: PixelSize(side: 2)))
    },
    WrongCall("a mild threshold above the strict one", "must not be above the high one: 2.0") {
        _ = plane.mask(above: 1, connectedAbove: 2)
    },
    WrongCall("a grey marker of another size", "cannot grow under a mask of 4 x 3") {
        _ = try Plane(size: PixelSize(side: 2)).reconstructed(under: plane)
    },
    WrongCall("water from markers of another size", "must have the picture's size, 4 x 3") {
        let markers = Mask(size: PixelSize(side: 2)).connectedComponents(connectivity: .four)
        _ = try plane.watershed(from: markers)
    },
    WrongCall("values of another size than their labels", "do not belong to labels of 4 x 3") {
        _ = try mask.connectedComponents(connectivity: .four)
            .intensities(of: Plane(size: PixelSize(side: 2)))
    },
    WrongCall("a moment of too high a power", "no central moment of the powers 2 and 2") {
        let region = Mask(size: size, repeating: true).connectedComponents(connectivity: .four)
            .regions()[0]
        _ = region.centralMoment(x: 2, y: 2)
    },
    WrongCall("a normalised moment of too low a power", "it begins at 2") {
        let region = Mask(size: size, repeating: true).connectedComponents(connectivity: .four)
            .regions()[0]
        _ = region.normalizedMoment(x: 1, y: 0)
    },
    WrongCall("bytes that do not fill a mask", "2 bytes do not fill a picture of 4 x 3") {
        _ = Mask(size: size, bytes: [1, 2], above: 1)
    },
    WrongCall("a distance over too wide a mask", "each side must be below 32768") {
        _ = Mask(size: PixelSize(width: 40_000, height: 1)).distanceTransform()
    },
    WrongCall("regions joined within no number", "regions cannot be joined within nan pixels") {
        _ = mask.joined(within: .nan)
    },
    WrongCall("regions joined within less than nothing", "regions cannot be joined within -1.0") {
        _ = mask.joined(within: -1)
    },
    WrongCall("a label above the count", "labels must run from 0 to the count, 1") {
        _ = LabelImage(size: PixelSize(side: 1), labels: [2], count: 1)
    },
    WrongCall("a negative count of labels", "there cannot be -1 labels") {
        _ = LabelImage(size: PixelSize(side: 0), labels: [], count: -1)
    },
    WrongCall("too few labels for a picture", "1 labels do not fill a picture of 4 x 3") {
        _ = LabelImage(size: size, labels: [0], count: 0)
    },
    WrongCall("labels of a negative size", "there is no picture of -1 x -1 pixels") {
        _ = LabelImage(size: PixelSize(side: -1), labels: [0], count: 0)
    },
    WrongCall("a label outside", "column 4, row 0 lies outside a picture of 4 x 3") {
        _ = mask.connectedComponents(connectivity: .four)[x: 4, y: 0]
    },
    WrongCall("the mask of a label that is none", "there is no label 1 among 0") {
        _ = mask.connectedComponents(connectivity: .four).mask(of: 1)
    },
    WrongCall("a diameter in pixels without a size", "has no size: give two lengths above 0") {
        let region = Mask(size: size, repeating: true).connectedComponents(connectivity: .four)
            .regions()[0]
        _ = region.longestDiameter(pixelWidth: .nan, pixelHeight: 1)
    },
    WrongCall("a histogram without bins", "a histogram needs at least one bin, not 0") {
        _ = Histogram(of: [1, 2], bins: 0)
    },
    WrongCall("a negative count of pixels", "the counts of a histogram go from 0 on") {
        _ = Histogram(counts: [1, -1])
    },
    WrongCall("counts that overflow", "the counts of a histogram go from 0 on") {
        _ = Histogram(counts: [.max, .max]).otsuBin
    },
    WrongCall("bins of no width", "bins from 0.0 on, nan wide, are none") {
        _ = Histogram(counts: [1], binWidth: .nan)
    },
    WrongCall("above no number", "nothing is above what is not a number") {
        _ = plane.mask(above: .nan)
    },
    WrongCall("up to no number", "nothing is below what is not a number") {
        _ = plane.mask(upTo: .nan)
    },
]
