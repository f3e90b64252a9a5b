import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct AugmentationCourse {
    let lesson: Lesson
    let patches: HospitalPatches

    /// The student's functions, if they are to be shown.
    let mine: StudentFunctions?

    func teach() throws {
        try showFewPatches()
        try showWays()
        try showMoves()
        try showDraws()
        try showStains()
        try showScale()
        let results = try showGain()
        try showLeak(results)
        try showAsking(results)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.augmentation.exerciseRows)
        }
    }

    /// Step 1: what there is to learn from.
    private func showFewPatches() throws {
        try lesson.step("few") { step in
            step.number("trainingCount", patches.training.count)
            step.number("trainingSlides", Set(patches.training.slides).count)
            step.text("trainingCenters", patches.trainingCenters)
            step.text(
                "unknownCenters", patches.unknown.map { "\($0.center)" }.joined(separator: ", "))
            step.number("side", patches.grid.side)
            step.number(
                "sideMicrons", Double(patches.grid.side) * patches.grid.micronsPerPixel,
                .decimals(0))
            let rows = ([patches.known] + patches.unknown).map { hospital in
                (0..<8).map { hospital.patches.images[$0 * hospital.patches.count / 8] }
            }
            step.figure(
                "hospitals", .grid(rows.joined().map { $0.enlarged(by: 3) }, columns: 8))
        }
    }

    /// Numbers as a table has them.
    func texts(_ numbers: [Double], _ digits: Int = 2) -> [String] {
        numbers.map { NumberFormat.decimals(digits).text($0) }
    }

    /// A random stream of this run.
    func generator(_ stream: String) -> SeededGenerator {
        SeededGenerator(seed: lesson.seed, stream: stream)
    }
}
