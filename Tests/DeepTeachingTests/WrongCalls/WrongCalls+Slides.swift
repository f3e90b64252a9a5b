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
