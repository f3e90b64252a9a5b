import DeepTeaching
import LessonSlides

extension CohortSource {
    /// How a detector for these slides learns.
    var detector: TumorDetector { TumorDetector(grid: grid) }
}
