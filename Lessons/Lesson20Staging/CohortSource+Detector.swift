import DeepTeaching
import LessonSlides

extension CohortSource {
    /// How a detector for these slides learns: in the staining of one hospital, as Lesson 8 advises.
    var detector: TumorDetector {
        var detector = TumorDetector(grid: grid)
        detector.normalization = SlideNormalization()
        return detector
    }
}
