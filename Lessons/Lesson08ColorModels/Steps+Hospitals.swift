import CourseKit
import DeepTeaching

/// Step 1: the same tissue in five hospitals.
extension ColorCourse {
    func showHospitals() throws {
        try lesson.step("hospitals") { step in
            step.figure(
                "five",
                .grid(
                    fields.map(\.normal.image) + fields.map(\.tumor.image),
                    columns: fields.count, spacing: 6))
            step.number(
                "fieldMicrons", Int(Double(HospitalField.side) * HospitalField.micronsPerPixel))
            let colors = fields.map { ($0.normal.image.meanLab, $0.tumor.image.meanLab) }
            let apart = Self.meanDistance(colors.map(\.0))
            let within = colors.map { $0.0.distance(to: $0.1) }.mean
            step.number("hospitalDistance", apart, .tenths)
            step.number("tumorDistance", within, .tenths)
            step.choose(
                "larger",
                apart > 1.1 * within ? "hospitals" : within > 1.1 * apart ? "tumor" : "equal")
            step.table(
                "hospitalColors",
                rows: zip(fields, colors).map { field, color in
                    ["\(field.center)"]
                        + [color.0, color.1].flatMap { lab in
                            [lab.lightness, lab.a, lab.b].map { NumberFormat.tenths.text($0) }
                        }
                })
        }
    }

    /// The mean distance of two of several colours.
    static func meanDistance(_ colors: [Lab]) -> Double {
        let pairs = colors.indices.flatMap { first in
            colors.indices.dropFirst(first + 1).map { colors[first].distance(to: colors[$0]) }
        }
        return pairs.mean
    }
}
