import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct ClusteringCourse {
    let lesson: Lesson
    let nuclei: NucleusTable
    let mine: StudentFunctions?

    func teach() throws {
        var generator = SeededGenerator(seed: lesson.seed, stream: "first centroids")
        let start = generator.shuffled(nuclei.points).prefix(3).map(\.self)
        try look()
        let labels = try showRounds(from: start)
        try showStarts()
        let mixture = try showMixture(from: start, kMeans: labels)
        try showLimits()
        try showCriterion(mixture)
        try showColors()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.clustering.exerciseRows)
        }
    }

    /// Step 1: what was measured.
    private func look() throws {
        try lesson.step("nuclei") { step in
            step.number("nucleiCount", nuclei.points.count)
            step.number("measuredCount", nuclei.fields.measured)
            step.text("slide", nuclei.fields.name)
            step.figure("fields", .sideBySide(nuclei.fields.pictures))
            step.table(
                "units",
                rows: [
                    ["diameter, in µm"] + texts([nuclei.means[0], nuclei.deviations[0]]),
                    ["darkness, in amounts of haematoxylin"]
                        + texts([nuclei.means[1], nuclei.deviations[1]]),
                ])
            step.plot(
                "nuclei", [nuclei.cloud("nuclei")], xRange: nuclei.range(axis: 0),
                yRange: nuclei.range(axis: 1))
        }
    }

    /// Numbers as a table has them.
    func texts(_ numbers: [Double], _ digits: Int = 2) -> [String] {
        numbers.map { NumberFormat.decimals(digits).text($0) }
    }

    /// A small picture with the axes of the nuclei.
    var plane: ScatterPicture {
        ScatterPicture(x: nuclei.range(axis: 0), y: nuclei.range(axis: 1))
    }
}
