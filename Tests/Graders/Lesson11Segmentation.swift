import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 11.
    public static let segmentation = LessonGrader(
        segmentationContract, solution: SegmentationSolution.self,
        exercises: [
            SegmentationGraders.intersectionOverUnion, SegmentationGraders.diceLoss,
            SegmentationGraders.transposedConvolution, SegmentationGraders.gruStep,
            SegmentationGraders.bidirectionalSweep,
        ])
}

/// The graders of the exercises of Lesson 11, one file each.
enum SegmentationGraders {
    /// Sums come in any order, so numbers may differ by rounding.
    static let tolerance = 1e-9

    /// Two tensors, equal but for rounding.
    static func compare(_ expected: Tensor<Double>, _ got: Tensor<Double>) -> Verdict {
        Comparison.within(tolerance)(expected, got)
    }
}
