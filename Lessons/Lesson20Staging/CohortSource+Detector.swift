import DeepTeaching
import LessonSlides

extension CohortSource {
    /// How a detector for these slides learns.
    var detector: TumorDetectorSettings { TumorDetectorSettings(grid: grid) }
}
