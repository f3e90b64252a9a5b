import CourseKit
import Curriculum
import DeepTeaching

/// Step 4: two stains told apart, beside the truth.
extension ColorCourse {
    func showUnmixing() throws {
        try lesson.step("unmixing") { step in
            let field = fields[1]
            // listing: Lesson08.unmix
            let density = OpticalDensity(white: 240)
            let planes = try field.stains.unmix(field.normal.image, over: density)
            // end listing
            try showByHand(field, planes, step)
            step.figure("planes", picture(field, planes))
            try showErrors(step)
        }
    }

    /// The two equations for one pixel.
    private func showByHand(
        _ field: HospitalField, _ planes: StainPlanes, _ step: LessonStep
    ) throws {
        let place = field.normal.image.size.area / 2
        let density = OpticalDensity(white: 240)(field.normal.image.color(at: place))
        let (h, e) = (field.stains.hematoxylin, field.stains.eosin)
        func product(_ a: SIMD3<Double>, _ b: SIMD3<Double>) -> Double { (a * b).sum() }
        step.table(
            "vectors",
            rows: [("D, the pixel", density), ("H", h), ("E", e)].map { name, vector in
                [name] + (0..<3).map { NumberFormat.decimals(3).text(vector[$0]) }
            })
        let c = product(h, e)
        step.number("overlap", c)
        step.number("alongH", product(density, h))
        step.number("alongE", product(density, e))
        step.number("determinant", 1 - c * c)
        step.number("amountH", planes.hematoxylin.values[place])
        step.number("amountE", planes.eosin.values[place])
        let rows = [density, h, e].map { vector in (0..<3).map { vector[$0] } }
        try step.compare(
            mine, ColorModelsCalls.unmix, [rows[0]], [rows[1], rows[2]],
            with: [[Double(planes.hematoxylin.values[place]), Double(planes.eosin.values[place])]])
    }

    /// The field, and haematoxylin and eosin alone as they were found; the same as it was painted,
    /// and before
    /// it the picture of what was found.
    private func picture(_ field: HospitalField, _ planes: StainPlanes) -> Image {
        let (h, e) = (field.stains.hematoxylin, field.stains.eosin)
        return .grid(
            [
                field.normal.image, planes.hematoxylin.stained(h), planes.eosin.stained(e),
                .stained([(planes.hematoxylin, h), (planes.eosin, e)]),
                field.normal.hematoxylin.stained(h), field.normal.eosin.stained(e),
            ], columns: 3, spacing: 6)
    }

    /// Each hospital: with its own stains, with those of a book, and without the second equation.
    private func showErrors(_ step: LessonStep) throws {
        let density = OpticalDensity(white: 240)
        func errors(_ stains: (HospitalField) -> StainVectors) throws -> [[Double]] {
            try fields.map { field in
                let planes = try stains(field).unmix(field.normal.image, over: density)
                return [
                    planes.hematoxylin.error(from: field.normal.hematoxylin),
                    planes.eosin.error(from: field.normal.eosin),
                ]
            }
        }
        let own = try errors(\.stains)
        let book = try errors { _ in .ruifrok }
        let projected = fields.map { field -> [Double] in
            let image = field.normal.image
            func along(_ stain: SIMD3<Double>) -> Plane {
                Plane(
                    size: image.size,
                    values: (0..<image.size.area).map {
                        Float((density(image.color(at: $0)) * stain).sum())
                    })
            }
            return [
                along(field.stains.hematoxylin).error(from: field.normal.hematoxylin),
                along(field.stains.eosin).error(from: field.normal.eosin),
            ]
        }
        step.table(
            "errors",
            rows: fields.indices.map { index in
                ["\(fields[index].center)"]
                    + [own, book, projected].flatMap { table in
                        table[index].map { NumberFormat.percent(0).text($0) }
                    }
            })
        step.number("ownHError", own.map { $0[0] }.mean, .percent(0))
        step.number("ownEError", own.map { $0[1] }.mean, .percent(0))
        step.number("bookHError", book.map { $0[0] }.mean, .percent(0))
        step.number("bookEError", book.map { $0[1] }.mean, .percent(0))
        step.number("wrongProjectedE", projected.map { $0[1] }.mean, .percent(0))
        let (mine, theirs) = (own.flatMap(\.self).mean, book.flatMap(\.self).mean)
        step.choose("ownStains", mine < 0.8 * theirs ? "matter" : "alike")
    }
}

extension Plane {
    /// Light behind these amounts of one stain.
    func stained(_ stain: SIMD3<Double>) -> Image { .stained([(self, stain)]) }
}

extension Image {
    /// Light behind amounts of some stains, at least one.
    static func stained(_ layers: [(amounts: Plane, stain: SIMD3<Double>)]) -> Image {
        let (density, size) = (OpticalDensity(white: 240), layers[0].amounts.size)
        return Image(
            size: size,
            pixels: (0..<size.area).flatMap { place in
                let sum = layers.reduce(SIMD3<Double>.zero) { sum, layer in
                    sum + Double(max(0, layer.amounts.values[place])) * layer.stain
                }
                return (0..<3).map { channel in
                    UInt8(min(255, max(0, density.light(sum[channel]).rounded())))
                }
            })
    }
}
