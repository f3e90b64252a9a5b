import DeepTeaching

/// The calls of Lesson 6's exercises.
public enum TissueExtractionCalls {
    /// The bin that separates two classes best.
    public static let otsuThreshold = Call("otsuThreshold(histogram:)") {
        (contract: any TissueExtractionContract.Type, histogram: [Int]) in
        try contract.otsuThreshold(histogram: histogram)
    }

    /// The pixels that are tissue, not glass, pen or black.
    public static let tissueMask = Call("tissueMask(image:threshold:darkest:penHues:)") {
        (
            contract: any TissueExtractionContract.Type, image: Image, threshold: Float,
            darkest: Float, penHues: ClosedRange<Float>
        ) in
        try contract.tissueMask(
            of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
    }

    /// Outlines with holes as pixels.
    public static let rasterize = Call("rasterize(polygons:holes:size:)") {
        (
            contract: any TissueExtractionContract.Type, polygons: [[PixelPoint]],
            holes: [[PixelPoint]], size: PixelSize
        ) in
        try contract.rasterize(polygons: polygons, holes: holes, size: size)
    }

    /// The patches of a grid that hold enough tissue.
    public static let patchGrid = Call("patchGrid(tissue:side:stride:minimumTissue:)") {
        (
            contract: any TissueExtractionContract.Type, tissue: Mask, side: Int, stride: Int,
            minimumTissue: Double
        ) in
        try contract.patchGrid(
            on: tissue, side: side, stride: stride, minimumTissue: minimumTissue)
    }

    /// Whole patients to training and test.
    public static let split = Call("split(patches:testShare:draws:)") {
        (
            contract: any TissueExtractionContract.Type, patches: [PatchOrigin],
            testShare: Double, draws: [Double]
        ) in
        try contract.split(patches: patches, testShare: testShare, draws: draws)
    }

    /// Label first, then slide, then patch.
    public static let balancedSample = Call("balancedSample(patches:draws:)") {
        (contract: any TissueExtractionContract.Type, patches: [AnnotatedPatch], draws: [[Double]])
        in
        try contract.balancedSample(from: patches, draws: draws)
    }
}
