import CourseKit
import Curriculum
import DeepTeaching

/// Step 2: red, green, blue; hue, saturation, value; lightness, a, b.
extension ColorCourse {
    func showModels() throws {
        try lesson.step("models") { step in
            let field = fields[0].normal
            try showPixels(of: field, step)
            // listing: Lesson08.spaces
            let planes = [ColorSpace.rgb, .hsv, .lab].flatMap { space in
                field.image.converted(to: space).channels
            }
            // end listing
            let blank = Image(size: field.image.size)
            let rows = (0..<3).map { model -> [Image] in
                let first = model == 0 ? field.image : blank
                return [first] + planes[3 * model..<3 * model + 3].map(\.stretched)
            }
            step.figure("channels", .grid(rows.flatMap(\.self), columns: 4, spacing: 6))
            showFollowing(step)
        }
    }

    /// The pixel with most haematoxylin and the one with most eosin, nine numbers each.
    private func showPixels(of field: StainedField, _ step: LessonStep) throws {
        let nucleus = field.image.color(at: field.hematoxylin.placeOfLargest)
        let others = [
            ("nucleus", nucleus),
            ("eosin", field.image.color(at: field.eosin.placeOfLargest)),
            ("glass", fields[0].glass[x: 9, y: 9]),
        ]
        step.table(
            "pixels",
            rows: others.map { name, color in
                let (hsv, lab) = (color.hsv, color.lab)
                return [name, "\(color.red)", "\(color.green)", "\(color.blue)"]
                    + [NumberFormat.decimals(0).text(Double(hsv.hue))]
                    + [hsv.saturation, hsv.value].map { NumberFormat.decimals(2).text(Double($0)) }
                    + [lab.lightness, lab.a, lab.b].map { NumberFormat.decimals(0).text($0) }
            })
        step.number("nucleusRed", Int(nucleus.red))
        step.number("nucleusGreen", Int(nucleus.green))
        step.number("nucleusBlue", Int(nucleus.blue))
        let shares = [nucleus.red, nucleus.green, nucleus.blue].map { Double($0) / 255 }
        let (hsv, largest) = (nucleus.hsv, max(nucleus.red, nucleus.green, nucleus.blue))
        let smallest = min(nucleus.red, nucleus.green, nucleus.blue)
        step.number("nucleusLargest", Int(largest))
        step.number("nucleusRange", Int(largest - smallest))
        step.number("nucleusHue", hsv.hue, .tenths)
        step.number("nucleusSaturation", hsv.saturation, .decimals(3))
        step.choose("largestColor", largest == nucleus.blue ? "blue" : "other")
        try step.compare(
            mine, ColorModelsCalls.hsv, shares,
            with: [Double(hsv.hue), Double(hsv.saturation), Double(hsv.value)])
    }

    /// How well each of the nine follows the haematoxylin that was painted.
    private func showFollowing(_ step: LessonStep) {
        let spaces: [ColorSpace] = [.rgb, .hsv, .lab]
        let names = spaces.flatMap { space in space.channelNames.map { "\($0)" } }
        let following = names.indices.map { index in
            fields.map { field in
                let planes = field.normal.image.converted(to: spaces[index / 3]).channels
                return abs(planes[index % 3].correlation(with: field.normal.hematoxylin))
            }
        }
        let means = following.map(\.mean)
        step.table(
            "following",
            rows: names.indices.map { index in
                [
                    spaces[index / 3].words, names[index],
                    NumberFormat.decimals(2).text(means[index]),
                    NumberFormat.decimals(2).text(following[index].min() ?? .nan),
                ]
            })
        let order = means.indices.sorted { means[$0] > means[$1] }
        step.text("bestChannel", names[order[0]])
        step.number("bestFollowing", means[order[0]], .decimals(2))
        step.number("saturationFollowing", means[4], .decimals(2))
        step.number("hueFollowing", means[3], .decimals(2))
        step.choose("best", order[0] == 0 ? "red" : "other")
    }
}

extension ColorSpace {
    /// The short name of the model.
    fileprivate var words: String {
        switch self {
        case .hsv: "HSV"
        case .lab: "Lab"
        default: "RGB"
        }
    }
}

extension Plane {
    /// The plane from black for its smallest value to white for its largest, but for one in a
    /// hundred each.
    var stretched: Image {
        let sorted = values.sorted()
        let low = sorted[sorted.count / 100]
        let high = max(sorted[sorted.count - 1 - sorted.count / 100], low + 1e-6)
        return colored(by: .gray, over: low...high)
    }

    /// The place of the largest value, row by row.
    fileprivate var placeOfLargest: Int { values.indices.max { values[$0] < values[$1] } ?? 0 }
}

extension Image {
    /// The colour at a place, counted row by row.
    func color(at place: Int) -> RGB { self[x: place % size.width, y: place / size.width] }
}
