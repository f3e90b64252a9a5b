import CourseKit
import DeepTeaching

/// Step 1: slides as rows of a table.
extension ForestCourse {
    func showTable() throws {
        try lesson.step("table") { step in
            step.number("slideCount", table.count)
            step.number("patientCount", Set(table.patients).count)
            step.number("centerCount", Set(table.centers).count)
            step.table("examples", rows: examples())
            let drawn = table.labels.indices.filter { table[.diameter][$0] > 0 }
            step.number("withoutRegion", table.count - drawn.count)
            step.plot(
                "slides",
                SlideTable.typeNames.enumerated().map { type, name in
                    let members = table.slides(at: drawn.filter { table.labels[$0] == type })
                    return Plot.Curve(
                        name, x: members[.diameter].map(logarithm), y: members[.probability],
                        style: .points)
                },
                xRange: -2...1, yRange: 0...1, xTicks: Self.sizeTicks)
            step.table(
                "types",
                rows: SlideTable.typeNames.enumerated().map { type, name in
                    [name, "\(table.labels.count { $0 == type })"]
                })
            let majority = Double(table.labels.count { $0 == 0 }) / Double(table.count)
            step.number("majority", majority, .percent(1))
        }
    }

    /// Marks of an axis of logarithms of millimetres.
    static let sizeTicks = [0.01, 0.1, 0.2, 1, 2, 10].map {
        Plot.Tick(logarithm($0), NumberFormat.decimals($0 < 0.1 ? 2 : $0 < 1 ? 1 : 0).text($0))
    }

    /// A negative slide without a region, one with a mistake, and one slide of each other type.
    private func examples() -> [[String]] {
        let diameters = table[.diameter]
        let places =
            [
                table.labels.indices.first { table.labels[$0] == 0 && diameters[$0] == 0 },
                table.labels.indices.first { table.labels[$0] == 0 && diameters[$0] > 0 },
            ] + (1...3).map { type in table.labels.firstIndex(of: type) }
        return places.compactMap { $0 }.map { place in
            let row = table.rows[place]
            func text(_ feature: SlideTable.Feature, _ digits: Int) -> String {
                NumberFormat.decimals(digits).text(row[feature.rawValue])
            }
            return [
                SlideTable.typeNames[table.labels[place]], "\(table.centers[place])",
                text(.diameter, 2), text(.area, 3), text(.regions, 0), text(.probability, 2),
            ]
        }
    }
}
