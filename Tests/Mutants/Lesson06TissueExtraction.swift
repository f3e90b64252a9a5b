import Curriculum
import DeepTeaching
import Solutions

/// A wrong answer to one exercise of Lesson 6; all others are the solution's.
public protocol TissueExtractionMutant: TissueExtractionContract {}

extension TissueExtractionMutant {
    /// The solution's answer.
    public static func otsuThreshold(histogram: [Int]) throws -> Int? {
        try TissueExtractionSolution.otsuThreshold(histogram: histogram)
    }

    /// The solution's answer.
    public static func tissueMask(
        of image: Image, saturationAbove threshold: Float, valueAtLeast darkest: Float,
        penHues: ClosedRange<Float>
    ) throws -> Mask {
        try TissueExtractionSolution.tissueMask(
            of: image, saturationAbove: threshold, valueAtLeast: darkest, penHues: penHues)
    }

    /// The solution's answer.
    public static func rasterize(
        polygons: [[PixelPoint]], holes: [[PixelPoint]], size: PixelSize
    ) throws -> Mask {
        try TissueExtractionSolution.rasterize(polygons: polygons, holes: holes, size: size)
    }

    /// The solution's answer.
    public static func patchGrid(
        on tissue: Mask, side: Int, stride: Int, minimumTissue: Double
    ) throws -> [PixelRectangle] {
        try TissueExtractionSolution.patchGrid(
            on: tissue, side: side, stride: stride, minimumTissue: minimumTissue)
    }

    /// The solution's answer.
    public static func split(
        patches: [PatchOrigin], testShare: Double, draws: [Double]
    ) throws -> TrainingTestSplit {
        try TissueExtractionSolution.split(
            patches: patches, testShare: testShare, draws: draws)
    }

    /// The solution's answer.
    public static func balancedSample(
        from patches: [AnnotatedPatch], draws: [[Double]]
    ) throws -> [Int] {
        try TissueExtractionSolution.balancedSample(from: patches, draws: draws)
    }
}

/// The wrong answers to Lesson 6 that graders must catch.
public enum TissueExtractionMutants {}

/// Other right answers to Lesson 6: the checks must not be too strict for them.
public enum TissueExtractionAlternatives {}
