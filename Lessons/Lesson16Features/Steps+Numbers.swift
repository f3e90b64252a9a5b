import CourseKit
import Curriculum
import DeepTeaching
import Foundation
import LessonSlides

/// Steps 1 and 2: six numbers of a map, and the shape of a region.
extension FeatureCourse {
    /// A slide with a macro-metastasis of a hospital that the network knows, and one without any.
    private var examples: [StudySlide] {
        let known = studies[0].slides.filter { $0.center != MapStudy.shifted }
        return [
            known.filter { $0.type == .macro }.max { a, b in
                a.values[Measure.longestDiameter] < b.values[Measure.longestDiameter]
            },
            known.filter { $0.type == .negative }.max { a, b in a.values[3] < b.values[3] },
        ].compactMap { $0 }
    }

    func showNumbers() throws {
        try lesson.step("numbers") { step in
            let slides = studies[0].slides
            step.number("slideCount", slides.count)
            step.number("patientCount", studies[0].patients.count)
            step.number("cellMicrons", MapSimulation.cell, .integer)
            step.number("seedCount", Self.seedCount)
            let (positive, negative) = (examples[0], examples[1])
            step.text("positiveName", positive.name)
            step.text("negativeName", negative.name)
            step.figure("maps", .sideBySide(examples.map(\.picture), spacing: 10))
            step.table(
                "six",
                rows: (0..<6).map { index in
                    [Measure.all[index].name]
                        + [positive, negative].map {
                            NumberFormat.decimals(3).text($0.values[index])
                        }
                })
            let map = positive.map
            step.number("rightMean", positive.values[1])
            step.number("wrongMean", map.meanOverGlass)
            step.number("glassShare", map.glassShare, .percent(0))
            try compareSummary(step)
        }
    }

    private func compareSummary(_ step: LessonStep) throws {
        let map = examples[0].map
        let probabilities = map.probabilities.values.map(Double.init)
        let share = examples[0].values[6]
        try step.compare(
            mine, FeaturesCalls.mapSummary, probabilities, map.covered.pixels, 0.5,
            with: [examples[0].values[0], examples[0].values[1], share],
            part: { [$0.highest, $0.mean, $0.tumorShare] })
    }

    func showShape() throws {
        try lesson.step("shape") { step in
            let line = HandMask.corner
            let hand = line.connectedComponents(connectivity: .eight).regions()[0]
            step.number("handMajor", hand.majorAxis)
            step.number("handMinor", hand.minorAxis)
            step.number("handEccentricity", hand.eccentricity)
            step.number("handExtent", hand.extent, .decimals(2))
            step.number("wrongMajor", hand.majorAxis / 2)
            let shapes = HandMask.shapes
            step.figure("shapes", .sideBySide(shapes.map { $0.1.enlargedPicture }, spacing: 12))
            step.table("shapeRows", rows: shapes.map(shapeRow))
            try step.compare(
                mine, FeaturesCalls.regionProperties, line,
                with: [
                    Double(hand.area), hand.majorAxis, hand.minorAxis, hand.eccentricity,
                    hand.extent,
                ],
                part: { [$0.area, $0.majorAxis, $0.minorAxis, $0.eccentricity, $0.extent] })
        }
    }

    private func shapeRow(_ name: String, _ mask: Mask) -> [String] {
        // listing: FeatureCourse.shapes
        let labels = mask.connectedComponents(connectivity: .eight)
        let region = labels.regions()[0]
        let numbers = [
            region.majorAxis, region.minorAxis, region.eccentricity,
            region.extent, region.solidity, labels.perimeters()[0],
        ]
        // end listing
        return [name] + numbers.map(NumberFormat.decimals(2).text)
    }
}

/// Masks that show what shapes are.
enum HandMask {
    /// Three pixels around a corner.
    static let corner = Mask(
        size: PixelSize(width: 3, height: 3),
        pixels: [true, true, false, true, false, false, false, false, false])

    static let shapes: [(String, Mask)] = [
        ("disk", .ellipse(side: 41, half: (14, 14), degrees: 0)),
        ("ellipse", .ellipse(side: 41, half: (19, 8), degrees: 30)),
        (
            "ring",
            Mask.ellipse(side: 41, half: (16, 16), degrees: 0)
                .subtracting(.ellipse(side: 41, half: (10, 10), degrees: 0))
        ),
        (
            "crescent",
            Mask.ellipse(side: 41, half: (17, 17), degrees: 0)
                .subtracting(.ellipse(side: 41, half: (15, 15), degrees: 0, shift: 9))
        ),
    ]
}

extension Mask {
    /// An ellipse in the middle of a square, turned; the sizes are pixels.
    static func ellipse(
        side: Int, half: (Double, Double), degrees: Double, shift: Double = 0
    ) -> Mask {
        var mask = Mask(size: PixelSize(side: side))
        let angle = degrees * Double.pi / 180
        let (cosine, sine) = (cos(angle), sin(angle))
        let middle = Double(side - 1) / 2
        for y in 0..<side {
            for x in 0..<side {
                let (dx, dy) = (Double(x) - middle - shift, Double(y) - middle)
                let u = (dx * cosine + dy * sine) / half.0
                let v = (dy * cosine - dx * sine) / half.1
                mask[x: x, y: y] = u * u + v * v <= 1
            }
        }
        return mask
    }

    /// Foreground in orange, four pixels wide.
    var enlargedPicture: Image {
        Image(size: size, color: RGB(236, 232, 240))
            .overlaying(self, color: .vermilion, opacity: 0.9).enlarged(by: 4)
    }
}

extension ConfidenceMap {
    /// The wrong way: glass counts as tissue that is surely healthy.
    fileprivate var meanOverGlass: Double {
        // listing: ConfidenceMap.meanOverGlass
        let all = probabilities.values.map(Double.init)
        return all.reduce(0, +) / Double(all.count)
        // end listing
    }

    fileprivate var glassShare: Double {
        1 - Double(covered.foregroundCount) / Double(covered.size.area)
    }
}
