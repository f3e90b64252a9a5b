import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct FormatCourse {
    let lesson: Lesson

    /// The slide that is taken apart, its bytes, and what a pathologist drew on it.
    let record: SlideRecord
    let slide: SlideFile
    let walk: TIFFWalk
    let outlines: [Annotation]

    /// Whether a pathologist drew holes; otherwise the lesson has drawn one.
    let hasHoles: Bool

    /// All slides whose outlines are known.
    let records: [SlideRecord]

    let isSynthetic: Bool
    let mine: StudentFunctions?

    /// - Throws: `FormatCourseError` if no slide has outlines; what reading the slide throws.
    init(
        lesson: Lesson, chosen: [SlideRecord], all: [SlideRecord], isSynthetic: Bool,
        mine: StudentFunctions?
    ) throws {
        guard let record = chosen.first else { throw FormatCourseError.noOutlinedSlide }
        self.lesson = lesson
        self.record = record
        slide = try SlideFile(record.file)
        walk = try TIFFWalk(record.file)
        let drawn = try record.outlines()
        hasHoles = drawn.contains { $0.kind == .exclusion }
        outlines = hasHoles ? drawn : drawn + drawn.prefix(1).map(\.hole)
        records = isSynthetic ? all : [record]
        self.isSynthetic = isSynthetic
        self.mine = mine
    }

    func teach() throws {
        try showGlass()
        try showPyramid()
        try showHeader()
        try showDirectory()
        try showTiles()
        try showOrigin()
        try showResolution()
        try showLevels()
        try showOutlines()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.slideFormats.exerciseRows)
        }
    }

    /// The micrometres that a pixel of level 0 covers.
    var micronsPerPixel: Double {
        (record.micronsPerPixel ?? slide.assumedMicronsPerPixel).mean
    }

    /// The level-0 point where the longest outline reaches furthest to the left: on one side tumour, on
    /// the other lymph node.
    var border: BaselinePoint {
        outlines.first { $0.kind == .tumor }?.outline.min { $0.x < $1.x }
            ?? BaselinePoint(x: 0, y: 0)
    }

    /// The slide with the longest metastasis whose outlines have holes, or else the longest one.
    static func outlinedSlide(of all: [SlideRecord]) throws -> [SlideRecord] {
        let outlined = try all.filter { $0.type == .macro && $0.annotation != nil }
            .map { (record: $0, outlines: try $0.outlines()) }
        let best = outlined.max { first, second in
            rank(first.outlines) < rank(second.outlines)
        }
        return best.map { [$0.record] } ?? []
    }

    /// Holes first, then corners.
    private static func rank(_ outlines: [Annotation]) -> (Int, Int) {
        (
            outlines.count { $0.kind == .exclusion },
            outlines.reduce(0) { $0 + $1.outline.count }
        )
    }
}

extension Annotation {
    /// A hole of the same shape with a third of the width and the height.
    fileprivate var hole: Annotation {
        let x = outline.reduce(0) { $0 + $1.x } / Double(outline.count)
        let y = outline.reduce(0) { $0 + $1.y } / Double(outline.count)
        return Annotation(
            name: "Hole", kind: .exclusion,
            outline: outline.map { BaselinePoint(x: x + ($0.x - x) / 3, y: y + ($0.y - y) / 3) })
    }
}

/// What can be missing for this lesson.
enum FormatCourseError: Error, Equatable, CustomStringConvertible {
    case noOutlinedSlide

    var description: String {
        "no slide has a macro-metastasis with outlines: choose a folder in which at least one "
            + "positive slide has its annotations"
    }
}
