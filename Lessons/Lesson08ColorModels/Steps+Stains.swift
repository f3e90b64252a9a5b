import CourseKit
import Curriculum
import DeepTeaching

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
            showAngles([fields.map { _ in StainVectors.ruifrok }, found, sparse], step)
            let isInside = zip(fields, found).allSatisfy { $1.spread < $0.stains.spread }
            step.choose("borders", isInside ? "inside" : "other")
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

    /// Those of a book, of Macenko's and of Vahadane's method.
    private func showAngles(_ ways: [[StainVectors]], _ step: LessonStep) {
        let all = ways.map(angles)
        step.table(
            "angles",
            rows: fields.indices.map { index in
                ["\(fields[index].center)"]
                    + all.flatMap { $0[index].map { NumberFormat.tenths.text($0) } }
            })
        let means = all.map { $0.flatMap(\.self).mean }
        step.number("bookDegrees", means[0], .tenths)
        step.number("macenkoDegrees", means[1], .tenths)
        step.number("vahadaneDegrees", means[2], .tenths)
        let best = min(means[1], means[2])
        step.choose(
            "measuring",
            best < means[0] - 1 ? "helps" : best > means[0] + 1 ? "harms" : "alike")
        step.choose(
            "method",
            means[1] < means[2] - 0.5
                ? "macenko" : means[2] < means[1] - 0.5 ? "vahadane" : "alike")
    }

    /// The extreme pixels as stains, with a speck of ink among them and without; and glass among
    /// the pixels.
    private func showWrongWays(_ step: LessonStep) throws {
        func degrees(
            outliers: Double = 1, least: Double = 0.15, _ image: (HospitalField) -> Image
        ) throws -> Double {
            let macenko = MacenkoNormalizer(leastDensity: least, outliers: outliers)
            return angles(try fields.map { try macenko.stains(of: image($0)) }).flatMap(\.self).mean
        }
        step.number(
            "extremeDegrees", try degrees(outliers: 0, { $0.normal.image }), .tenths)
        step.number(
            "wrongExtremeDegrees", try degrees(outliers: 0, { $0.normal.image.withSpeck }), .tenths)
        step.number("speckDegrees", try degrees { $0.normal.image.withSpeck }, .tenths)
        step.number(
            "wrongGlassDegrees",
            try degrees(least: -9) { .sideBySide([$0.normal.image, $0.glass], spacing: 0) },
            .tenths)
    }

    /// The exercise on a corner of a field. Its axes are the principal components of the stained pixels, as
    /// the library finds them for itself.
    private func compareStains(_ step: LessonStep) throws {
        let corner = fields[0].normal.image.cropped(
            to: PixelRectangle(x: 0, y: 0, width: 48, height: 48))
        let density = OpticalDensity()
        let densities = (0..<corner.size.area).map { place in
            let found = density(corner.color(at: place))
            return [found.x, found.y, found.z]
        }
        let stained = densities.filter { $0.allSatisfy { $0 >= 0.15 } }
        var axes = try PrincipalComponents(2).fit(Tensor(rows: stained)).directions
        if axes[0].reduce(0, +) < 0 { axes[0] = axes[0].map { -$0 } }
        let stains = try MacenkoNormalizer().stains(of: corner)
        try step.compare(
            mine, ColorModelsCalls.macenkoStains, densities, axes, 0.15, 1,
            with: [stains.hematoxylin, stains.eosin].map { [$0.x, $0.y, $0.z] })
    }
}

extension Image {
    /// The picture with a speck of green ink: 36 of its pixels.
    fileprivate var withSpeck: Image {
        var image = self
        for y in 40..<46 {
            for x in 40..<46 { image[x: x, y: y] = RGB(30, 110, 60) }
        }
        return image
    }
}
