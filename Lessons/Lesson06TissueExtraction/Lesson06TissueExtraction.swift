import ArgumentParser
import CourseKit
import DeepTeaching

struct Lesson06TissueExtraction: LessonCommand {
    static let title = "Tissue extraction"
    static let question = "Where is tissue, and which patches make a fair data set?"

    @OptionGroup var options: LessonOptions

    @Option(help: "The size of the synthetic cohort: nano (for a look) or small (default).")
    var profile: String?

    @Option(help: "A folder with real slides in the layout of CAMELYON17.")
    var data: String?

    @Flag(help: "Show what your own functions give beside what the library gives.")
    var mine = false

    func validate() throws {
        if data != nil, profile != nil {
            throw ValidationError(
                "--data takes real slides, --profile names synthetic ones: give one or the other")
        }
    }

    func teach(_ lesson: Lesson) throws {
        let source = try SlideSource(data: data, profile: profile ?? "small")
        let slides = try source.slides(in: lesson)
        try TissueCourse(
            lesson: lesson, slides: slides, grid: source.grid, mine: mine ? Mine() : nil,
            isSynthetic: source.isSynthetic
        ).teach()
    }
}
