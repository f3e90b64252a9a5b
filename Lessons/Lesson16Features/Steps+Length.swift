import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Steps 3 and 4: how long a metastasis is, and what its length does to the stage.
extension FeatureCourse {
    func showLength() throws {
        try lesson.step("length") { step in
            let cell = 25.0
            let slanted = Mask.metastasis(degrees: 45)
            let box = slanted.boxSide(cell: cell)
            let longest = slanted.longestDiameter(cell: cell)
            step.number("slantBox", box, .decimals(2))
            step.number("slantLongest", longest, .decimals(2))
            step.number("lengthCell", cell, .integer)
            step.number("wrongPixels", longest * 1000 / cell, .decimals(1))
            step.text("boxType", MetastasisType(longestDiameter: box * 1000).rawValue)
            step.text("longestType", MetastasisType(longestDiameter: longest * 1000).rawValue)
            step.figure("slanted", slanted.pictureWithLengths)
            let angles = stride(from: 0.0, through: 180, by: 5).map { $0 }
            let turned = angles.map { Mask.metastasis(degrees: $0) }
            let boxes = turned.map { $0.boxSide(cell: cell) }
            let lengths = turned.map { $0.longestDiameter(cell: cell) }
            step.plot(
                "angles",
                [
                    Plot.Curve("longest", x: angles, y: lengths),
                    Plot.Curve("box", x: angles, y: boxes),
                    Plot.Curve("bound", x: [0, 180], y: [2, 2]),
                ], yRange: 1.4...2.4)
            step.number("boxLowest", boxes.min() ?? 0, .decimals(2))
            step.number("boxHighest", boxes.max() ?? 0, .decimals(2))
            step.number("longestLowest", lengths.min() ?? 0, .decimals(2))
            step.number("longestHighest", lengths.max() ?? 0, .decimals(2))
            let small = Mask.metastasis(degrees: 30, scale: 0.25)
            try step.compare(
                mine, FeaturesCalls.longestDiameter, small, 100,
                with: small.longestDiameter(cell: 100))
        }
    }

    func showStage() throws {
        try lesson.step("stage") { step in
            let rest = [MetastasisType.micro, .micro, .micro, .negative]
            // listing: FeatureCourse.stages
            let right = PNStage(nodes: [.macro] + rest)
            let wrong = PNStage(nodes: [.micro] + rest)
            // end listing
            step.text("rightStage", right.rawValue)
            step.text("wrongStage", wrong.rawValue)
            let results = studies.map(LengthResult.init)
            step.table(
                "stages",
                rows: zip(1..., results).map { number, result in
                    [
                        "\(number)", "\(result.patients)", "\(result.otherTypes)",
                        "\(result.otherStages)", "\(result.withoutCells)",
                    ]
                })
            func range(_ value: (LengthResult) -> Int) -> String {
                let values = results.map(value)
                let (low, high) = (values.min() ?? 0, values.max() ?? 0)
                return low == high ? "\(low)" : "\(low) to \(high)"
            }
            step.text("otherTypes", range(\.otherTypes))
            step.text("withoutCells", range(\.withoutCells))
            let sum = results.reduce(0) { $0 + $1.otherStages }
            step.number("otherStagesSum", sum)
            step.number("patientsSum", results.reduce(0) { $0 + $1.patients })
            let lesions = studies.flatMap(\.slides).flatMap(\.lesions)
            step.number("lesionSum", lesions.count)
            step.number("nearBound", lesions.count(where: \.isNearBound))
            step.choose("stageEffect", sum > 0 ? "some" : "none")
            step.choose(
                "cellsEffect", results.contains { $0.withoutCells > 0 } ? "some" : "none")
            let own = try step.value(of: mine, FeaturesCalls.metastasisType, 1.8, nil)
            if let own { step.text("mineType", own.rawValue) }
        }
    }
}

extension LesionSize {
    /// Whether it is longer than a bound of the rule, by less than a fifth.
    fileprivate var isNearBound: Bool {
        [200.0, 2000].contains { diameter > $0 && diameter < 1.2 * $0 }
    }
}

/// What goes wrong in a cohort, if lesions are measured by their boxes, or their cells are not counted.
private struct LengthResult {
    let patients: Int

    /// Slides with another type, by the box.
    let otherTypes: Int

    /// Patients with another stage, by the box.
    let otherStages: Int

    /// Slides with another type, by the right length, if nobody counts cells.
    let withoutCells: Int

    init(_ study: MapStudy) {
        func type(_ slide: StudySlide, _ size: (LesionSize) -> MetastasisType) -> MetastasisType {
            slide.lesions.map(size).max() ?? .negative
        }
        let byBox = { (lesion: LesionSize) in
            MetastasisType(longestDiameter: lesion.boxSide, cells: lesion.cells)
        }
        let byLength = { (lesion: LesionSize) in
            MetastasisType(longestDiameter: lesion.diameter, cells: lesion.cells)
        }
        let uncounted = { (lesion: LesionSize) in
            MetastasisType(longestDiameter: lesion.diameter)
        }
        patients = study.patients.count
        otherTypes = study.slides.count { type($0, byBox) != type($0, byLength) }
        withoutCells = study.slides.count { type($0, uncounted) != type($0, byLength) }
        otherStages = study.patients.count { slides in
            PNStage(nodes: slides.map { type($0, byBox) })
                != PNStage(nodes: slides.map { type($0, byLength) })
        }
    }
}

extension Mask {
    /// A metastasis of 2.2 x 0.8 mm in cells of 25 um, turned.
    fileprivate static func metastasis(degrees: Double, scale: Double = 1) -> Mask {
        .ellipse(side: Int(93 * scale), half: (43.6 * scale, 15.6 * scale), degrees: degrees)
    }

    /// Its only region.
    private var region: Region {
        connectedComponents(connectivity: .eight).regions()[0]
    }

    /// The wrong way, mm.
    fileprivate func boxSide(cell: Double) -> Double {
        // listing: Mask.boxSide
        let box = region.boundingBox
        let side = Double(max(box.width, box.height))
        // end listing
        return side * cell / 1000
    }

    /// The right way, mm.
    fileprivate func longestDiameter(cell: Double) -> Double {
        region.longestDiameter(pixelWidth: cell, pixelHeight: cell) / 1000
    }

    /// The mask, its bounding box in blue, and its longest diameter in black.
    fileprivate var pictureWithLengths: Image {
        let scale = 4
        var image = Image(size: size, color: RGB(236, 232, 240))
            .overlaying(self, color: .vermilion, opacity: 0.9).enlarged(by: scale)
        let box = region.boundingBox
        image = image.outlining(
            [
                PixelRectangle(
                    x: box.x * scale, y: box.y * scale, width: box.width * scale,
                    height: box.height * scale)
            ], color: .blue)
        let ends = region.farthestCorners
        let steps = 4 * size.width * scale
        for step in 0...steps {
            let t = Double(step) / Double(steps)
            let x = Int((ends.0.x + t * (ends.1.x - ends.0.x)) * Double(scale))
            let y = Int((ends.0.y + t * (ends.1.y - ends.0.y)) * Double(scale))
            for v in y - 1...y + 1 {
                for u in x - 1...x + 1
                where 0..<image.size.width ~= u && 0..<image.size.height ~= v {
                    image[x: u, y: v] = RGB(20, 20, 20)
                }
            }
        }
        return image
    }
}

extension Region {
    /// The two corners of the hull that lie farthest apart.
    fileprivate var farthestCorners: (PixelPoint, PixelPoint) {
        let corners = hull
        let pairs = corners.flatMap { a in corners.map { (a, $0) } }
        return pairs.max { first, second in
            hypot(first.0.x - first.1.x, first.0.y - first.1.y)
                < hypot(second.0.x - second.1.x, second.0.y - second.1.y)
        } ?? (centroid, centroid)
    }
}
