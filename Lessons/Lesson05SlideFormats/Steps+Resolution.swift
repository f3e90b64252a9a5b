import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Steps 7 and 8: how large a pixel is, and which level is fine enough.
extension FormatCourse {
    /// An inch in centimetres.
    private static let inch = 2.54

    func showResolution() throws {
        try lesson.step("resolution") { step in
            let first = walk.directories[0]
            let perUnit = try first[282].map(walk.fraction)
            let unit = try first[296].map(walk.numbers)?.first ?? 2
            step.choose("said", perUnit != nil && unit == 3 ? "centimetre" : "elsewhere")
            step.number("pixelsPerUnit", perUnit ?? 0, .decimals(2))
            step.number("unitNumber", unit)
            step.number("saidMicrons", micronsPerPixel, .decimals(4))
            step.number("inchMicrons", 25_400 / (perUnit ?? 1), .decimals(4))
            step.number("cameraMicrons", 25_400.0 / 72, .decimals(1))
            let lengths = try LesionLengths(records, micronsPerPixel: micronsPerPixel)
            giveExample(step, lengths)
            giveCohort(step, lengths)
            try step.compare(
                mine, SlideFormatsCalls.micronsPerPixel, perUnit, unit, spacing,
                with: slide.micronsPerPixel?.x)
        }
    }

    /// The millimetres from pixel to pixel that a file of Philips says.
    private var spacing: Double? {
        let text = slide.property("philips.DICOM_PIXEL_SPACING")
        return text?.split(separator: "\"").first.flatMap { Double($0) }
    }

    /// One metastasis, measured with an inch that is taken for a centimetre.
    private func giveExample(_ step: LessonStep, _ lengths: LesionLengths) {
        let example = lengths.example(times: 1 / Self.inch)
        // listing: FormatCourse.inch
        let right = MetastasisType(longestDiameter: example.length)
        let wrong = MetastasisType(longestDiameter: example.length / Self.inch)
        // end listing
        step.text("lesionName", example.record.name)
        step.number("rightLength", example.length / 1000, .decimals(2))
        step.number("wrongLength", example.length / Self.inch / 1000, .decimals(2))
        step.text("rightType", right.rawValue)
        step.text("wrongType", wrong.rawValue)
        step.choose("example", right == wrong ? "same" : "changes")
    }

    /// All slides, in both directions.
    private func giveCohort(_ step: LessonStep, _ lengths: LesionLengths) {
        let factors = [1 / Self.inch, Self.inch]
        step.number("outlinedSlides", lengths.outlinedCount)
        step.number("patients", lengths.patientCount)
        step.table(
            "units",
            rows: factors.map { factor in
                [
                    NumberFormat.decimals(2).text(factor), "\(lengths.otherTypes(times: factor))",
                    isSynthetic ? "\(lengths.otherStages(times: factor))" : "",
                ]
            })
        step.number("smallerTypes", lengths.otherTypes(times: factors[0]))
        step.number("smallerStages", lengths.otherStages(times: factors[0]))
        step.choose("cohort", isSynthetic ? "synthetic" : "real")
    }

    func showLevels() throws {
        try lesson.step("levels") { step in
            let index = min(2, slide.levels.count - 1)
            let nearestSize = slide.levels[index].downsample * micronsPerPixel
            let wanted = 0.9 * nearestSize
            let known = ResolvedSlide(slide, micronsPerPixel: MicronsPerPixel(micronsPerPixel))
            let right = try known.level(forMicronsPerPixel: wanted)
            step.number("wantedMicrons", wanted, .decimals(2))
            step.number("nearestLevel", index)
            step.number("nearestMicrons", nearestSize, .decimals(2))
            step.number("rightLevel", right)
            step.number(
                "rightMicrons", slide.levels[right].downsample * micronsPerPixel, .decimals(2))
            let views = try LevelViews(
                of: known, around: border, wanted: wanted, nearest: index)
            step.figure(
                "sharpness",
                .sideBySide([views.fine, views.nearest].map { $0.enlarged(by: 2) }, spacing: 8))
            step.number("fineDetail", views.fine.detail, .decimals(2))
            step.number("wrongDetail", views.nearest.detail, .decimals(2))
            step.number("lostDetail", 1 - views.nearest.detail / views.fine.detail, .percent(0))
            step.choose(
                "detail", views.nearest.detail < 0.98 * views.fine.detail ? "lost" : "kept")
            step.table(
                "choices",
                rows: [0.25, 0.5, 1, 2, 4, 8, 16, 32].map { wanted in
                    let level = try? known.level(forMicronsPerPixel: wanted)
                    let size = slide.levels[level ?? 0].downsample * micronsPerPixel
                    return [
                        NumberFormat.decimals(2).text(wanted), "\(level ?? 0)",
                        NumberFormat.decimals(2).text(size),
                    ]
                })
            try step.compare(
                mine, SlideFormatsCalls.level, wanted, micronsPerPixel,
                slide.levels.map(\.downsample), with: right)
        }
    }
}

/// The same tissue in the wanted resolution: from the level that is fine enough, and from the nearest.
private struct LevelViews {
    let fine: Image
    let nearest: Image

    init(
        of slide: ResolvedSlide, around point: BaselinePoint, wanted: Double, nearest index: Int
    ) throws {
        let baseline = slide.assumedMicronsPerPixel.mean
        // 0.9 of the nearest level: 180 pixels here are 162 there.
        let (side, coarse) = (PixelSize(side: 180), PixelSize(side: 162))
        let half = 90 * wanted / baseline
        let origin = BaselinePoint(
            x: (point.x - half).rounded(), y: (point.y - half).rounded())
        // listing: LevelViews.read
        fine = try slide.read(origin: origin, size: side, micronsPerPixel: wanted)
        nearest = try slide.read(origin: origin, size: coarse, level: index)
            .resized(to: side)
        // end listing
    }
}

extension Image {
    /// How much neighbours in a row differ in brightness, on average, in grey values from 0 to 255.
    var detail: Double {
        let luma = luma()
        var sum = 0.0
        for y in 0..<size.height {
            for x in 1..<size.width {
                sum += abs(Double(luma[x: x, y: y] - luma[x: x - 1, y: y]))
            }
        }
        return sum / Double((size.width - 1) * size.height)
    }
}
