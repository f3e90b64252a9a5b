import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 6.
    public static let tissueExtraction = LessonGrader(
        tissueExtractionContract, solution: TissueExtractionSolution.self,
        exercises: [
            TissueExtractionGraders.otsuThreshold, TissueExtractionGraders.tissueMask,
            TissueExtractionGraders.rasterize, TissueExtractionGraders.patchGrid,
            TissueExtractionGraders.split, TissueExtractionGraders.balancedSample,
        ])
}

/// The graders of the exercises of Lesson 6, one file each.
enum TissueExtractionGraders {
    /// Compares two masks, and counts what is missing and what is too much.
    ///
    /// - Parameters:
    ///   - foreground: what the foreground is: "tissue".
    ///   - describe: more about a pixel, such as its colour.
    static func compare(
        _ expected: Mask, _ got: Mask, foreground: String,
        describe: (_ x: Int, _ y: Int) -> String = { _, _ in "" }
    ) -> Verdict {
        guard got.size == expected.size else {
            return .wrong("the mask has \(got.size) pixels, expected \(expected.size)")
        }
        let wrong = expected.pixels.indices.filter { expected.pixels[$0] != got.pixels[$0] }
        guard let first = wrong.first else { return .right }
        let missing = wrong.count { expected.pixels[$0] }
        let extra = wrong.count - missing
        let parts = [
            missing > 0 ? "\(missing) should be \(foreground) and are not" : nil,
            extra > 0 ? "\(extra) are \(foreground) and should not be" : nil,
        ]
        let (x, y) = (first % expected.size.width, first / expected.size.width)
        return .wrong(
            "of \(expected.pixels.count) pixels \(parts.compactMap(\.self).joined(separator: ", "))"
                + "; the first: x \(x), y \(y)\(describe(x, y))")
    }
}
