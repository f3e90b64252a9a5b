import ArgumentParser
import CourseKit
import Curriculum
import GraderKit
import Lesson07Exercises
import LessonSlides

@main
struct Lesson07Augmentation: LessonCommand {
    static let text = LessonText.embedded
    static let worker = augmentationContract.answer(AugmentationExercise.self)

    @OptionGroup var options: LessonOptions

    @OptionGroup var slides: SlideOptions

    @OptionGroup var mine: MineOption

    func teach(_ lesson: Lesson) throws {
        let source = try slides.source()
        var hospitals = Hospitals()
        _ = try source.slides(in: lesson) { all in
            hospitals = try Hospitals(choosingFrom: all)
            return hospitals.all
        }
        let patches = try HospitalPatches(
            hospitals, grid: source.grid, isComplete: source.isSynthetic, in: lesson)
        try AugmentationCourse(
            lesson: lesson, patches: patches, mine: mine.functions(of: .augmentation)
        ).teach()
    }
}
