import CourseKit
import Curriculum
import DeepTeaching
import Foundation

/// Step 5: a slide tells its own stains.
extension ColorCourse {
    func showStains() throws {
        try lesson.step("stains") { step in
            // listing: Lesson08.stains
            let found = try fields.map { field in
                try MacenkoNormalizer().stains(of: field.normal.image)
            }
            // end listing
            let sparse = try fields.map {
                try VahadaneNormalizer().profile(of: $0.normal.image).stains
            }
            step.figure("plane", AnglePicture(of: fields[0], found: found[0]).image)
            let book = fields.map { _ in StainVectors.ruifrok }
            showAngles([("book", book), ("macenko", found), ("vahadane", sparse)], step)
            try showWrongWays(step)
            try compareStains(step)
        }
    }

    /// How far stains lie from the true ones, in degrees, haematoxylin and eosin.
    private func angles(_ stains: [StainVectors]) -> [[Double]] {
        zip(fields, stains).map { field, stains in
            let angles = stains.angles(to: field.stains)
            return [angles.hematoxylin, angles.eosin]
        }
    }

    private func showAngles(_ ways: [(String, [StainVectors])], _ step: LessonStep) {
        let all = ways.map { angles($0.1) }
        step.table(
            "angles",
            rows: fields.indices.map { index in
                ["\(fields[index].center)"]
                    + all.flatMap { $0[index].map { NumberFormat.tenths.text($0) } }
            })
        let means = all.map { $0.flatMap(\.self).mean }
        for (way, mean) in zip(ways, means) {
            step.number("\(way.0)Degrees", mean, .tenths)
        }
        let best = min(means[1], means[2])
        step.choose(
            "measuring",
            best < means[0] - 1 ? "helps" : best > means[0] + 1 ? "harms" : "alike")
        step.choose(
            "method",
            means[1] < means[2] - 0.5
                ? "macenko" : means[2] < means[1] - 0.5 ? "vahadane" : "alike")
    }

    /// The extreme pixels as stains, and glass among the pixels.
    private func showWrongWays(_ step: LessonStep) throws {
        let extreme = try fields.map {
            try MacenkoNormalizer(outliers: 0).stains(of: $0.normal.image)
        }
        let withGlass = try fields.map { field in
            try MacenkoNormalizer(leastDensity: -9).stains(
                of: .sideBySide([field.normal.image, field.glass], spacing: 0))
        }
        step.number("wrongExtremeDegrees", angles(extreme).flatMap(\.self).mean, .tenths)
        step.number("wrongGlassDegrees", angles(withGlass).flatMap(\.self).mean, .tenths)
    }

    /// The exercise on some pixels of a field.
    private func compareStains(_ step: LessonStep) throws {
        let image = fields[0].normal.image
        let density = OpticalDensity()
        let densities = stride(from: 0, to: image.size.area, by: 97).map { place in
            let found = density(image.color(at: place))
            return [found.x, found.y, found.z]
        }
        let axes = AnglePicture.axes(of: fields[0].stains).map { [$0.x, $0.y, $0.z] }
        // The library looks for the axes itself, so the picture's own ones are given here.
        let stained = densities.filter { $0.allSatisfy { $0 >= 0.15 } }
        func product(_ a: [Double], _ b: [Double]) -> Double {
            zip(a, b).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let turns = stained.map { atan2(product($0, axes[1]), product($0, axes[0])) }.sorted()
        let rays = [0.01, 0.99].map { share -> [Double] in
            let place = share * Double(turns.count - 1)
            let lower = Int(place)
            let upper = min(lower + 1, turns.count - 1)
            let turn = turns[lower] + (place - Double(lower)) * (turns[upper] - turns[lower])
            return zip(axes[0], axes[1]).map { $0 * cos(turn) + $1 * sin(turn) }
        }
        try step.compare(
            mine, ColorModelsCalls.macenkoStains, densities, axes, 0.15, 1,
            with: rays.sorted { $0[0] > $1[0] })
    }
}
