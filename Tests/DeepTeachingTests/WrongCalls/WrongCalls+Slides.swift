@testable import DeepTeaching

private let slide = MemorySlide(
    image: Image(size: PixelSize(side: 64)), micronsPerPixel: MicronsPerPixel(1))

/// Rasters that lie nowhere, and regions that are no patches.
let wrongFrames: [WrongCall] = [
    WrongCall("a raster without a scale", "cannot have the downsample 0.0") {
        _ = RasterFrame(downsample: 0)
    },
    WrongCall("a raster of a scale that is no number", "cannot have the downsample nan") {
        _ = SlideRaster(Mask(size: PixelSize(side: 2)), downsample: .nan)
    },
    WrongCall("tissue on pixels without a side", "cannot cover 0.0 micrometres") {
        _ = TissueMask(
            of: SlideRaster(Image(size: PixelSize(side: 2)), downsample: 1), micronsPerPixel: 0)
    },
    WrongCall("a lower threshold above the upper one", "from 0 to 1, not 2.0") {
        var settings = TissueSettings()
        settings.lowerShare = 2
        _ = try TissueMask(of: slide, settings: settings)
    },
    WrongCall("ink of an area that is no number", "numbers from 0 on") {
        var settings = MaterialSettings()
        settings.minimumPenArea = .nan
        _ = try SlideMaterials(of: slide, settings: settings)
    },
    WrongCall("materials that do not fill a picture", "1 materials do not fill a picture of 2 x 2")
    {
        _ = MaterialPixels(size: PixelSize(side: 2), materials: [.pen])
    },
    WrongCall("a raster at infinity", "and begin at (-inf, 0.0)") {
        _ = RasterFrame(origin: BaselinePoint(x: -.infinity, y: 0), downsample: 1)
    },
    WrongCall("the pixel under no point", "lies nowhere on a slide") {
        _ = RasterFrame(downsample: 1).pixel(under: BaselinePoint(x: 0, y: .nan))
    },
    WrongCall(
        "a region that is no patch",
        "a reader of patches of 16.0 level-0 pixels cannot read a region of 8.0 x 8.0"
    ) {
        let region = BaselineRectangle(origin: BaselinePoint(x: 0, y: 0), side: 8)
        _ = try PatchReader(slide, grid: PatchGrid(side: 16, micronsPerPixel: 1))
            .images(of: [region])
    },
]
