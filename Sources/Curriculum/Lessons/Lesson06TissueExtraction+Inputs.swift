import DeepTeaching

/// The arguments of `otsuThreshold`.
public struct OtsuThresholdInputs: ExerciseInputs {
    /// How many values fall into each bin.
    public var histogram: [Int]

    /// A histogram.
    public init(histogram: [Int]) { self.histogram = histogram }

    /// Calls `otsuThreshold`.
    public func observe(_ contract: any TissueExtractionContract.Type) throws -> Int? {
        try contract.otsuThreshold(histogram: histogram)
    }
}

/// The arguments of `tissueMask`.
public struct TissueMaskInputs: ExerciseInputs {
    /// The size of the picture.
    public var size: PixelSize

    /// Red, green and blue of each pixel, row by row.
    public var pixels: [UInt8]

    /// The saturation above which a pixel is tissue.
    public var threshold: Float

    /// The value below which a pixel is black.
    public var darkest: Float

    /// The hues of pens, in degrees.
    public var penHues: ClosedRange<Float>

    /// A picture and three limits.
    public init(
        image: Image, threshold: Float, darkest: Float, penHues: ClosedRange<Float>
    ) {
        size = image.size
        pixels = image.pixels
        self.threshold = threshold
        self.darkest = darkest
        self.penHues = penHues
    }

    /// The picture.
    public var image: Image { Image(size: size, pixels: pixels) }

    /// Calls `tissueMask`.
    public func observe(_ contract: any TissueExtractionContract.Type) throws -> Mask {
        try contract.tissueMask(
            of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
    }
}

/// The arguments of `rasterize`.
public struct RasterizeInputs: ExerciseInputs {
    /// The outlines.
    public var polygons: [[PixelPoint]]

    /// The outlines of what is not part of it.
    public var holes: [[PixelPoint]]

    /// The size of the mask.
    public var size: PixelSize

    /// Outlines, holes and the size of the mask.
    public init(polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize) {
        self.polygons = polygons
        self.holes = holes
        self.size = size
    }

    /// Calls `rasterize`.
    public func observe(_ contract: any TissueExtractionContract.Type) throws -> Mask {
        try contract.rasterize(polygons: polygons, holes: holes, size: size)
    }
}

/// The arguments of `patchGrid`.
public struct PatchGridInputs: ExerciseInputs {
    /// Where tissue is.
    public var tissue: Mask

    /// The width and height of a patch.
    public var side: Int

    /// The distance from patch to patch.
    public var stride: Int

    /// The least share of tissue.
    public var minimumTissue: Double

    /// A mask and a grid.
    public init(tissue: Mask, side: Int, stride: Int, minimumTissue: Double) {
        self.tissue = tissue
        self.side = side
        self.stride = stride
        self.minimumTissue = minimumTissue
    }

    /// Calls `patchGrid`.
    public func observe(_ contract: any TissueExtractionContract.Type) throws -> [PixelRectangle] {
        try contract.patchGrid(
            on: tissue, side: side, stride: stride, minimumTissue: minimumTissue)
    }
}

/// The arguments of `split`.
public struct SplitInputs: ExerciseInputs {
    /// Where each patch comes from.
    public var patches: [PatchOrigin]

    /// The share of the patients that is kept for the test.
    public var testShare: Double

    /// Numbers from 0 up to but not including 1.
    public var draws: [Double]

    /// Patches, a share, and numbers to draw by.
    public init(patches: [PatchOrigin], testShare: Double, draws: [Double]) {
        self.patches = patches
        self.testShare = testShare
        self.draws = draws
    }

    /// Calls `split`.
    public func observe(
        _ contract: any TissueExtractionContract.Type
    ) throws -> TrainingTestSplit {
        try contract.split(patches: patches, testShare: testShare, draws: draws)
    }
}

/// The arguments of `balancedSample`.
public struct BalancedSampleInputs: ExerciseInputs {
    /// What the annotations tell of each patch.
    public var patches: [AnnotatedPatch]

    /// Three numbers for each patch to draw, from 0 up to but not including 1.
    public var draws: [[Double]]

    /// Patches, and numbers to draw by.
    public init(patches: [AnnotatedPatch], draws: [[Double]]) {
        self.patches = patches
        self.draws = draws
    }

    /// Calls `balancedSample`.
    public func observe(_ contract: any TissueExtractionContract.Type) throws -> [Int] {
        try contract.balancedSample(from: patches, draws: draws)
    }
}
