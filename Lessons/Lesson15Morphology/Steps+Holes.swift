import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 5: holes.
extension MorphologyCourse {
    func showHoles(_ view: MapView) throws {
        try lesson.step("holes") { step in
            let filled = view.mask.fillingHoles()
            let holes = filled.subtracting(view.mask)
            step.number("holeCount", holes.connectedComponents(connectivity: .four).count)
            step.number(
                "holeArea",
                Double(holes.foregroundCount) / Double(max(1, view.mask.foregroundCount)),
                .percent(1))
            step.choose("holesThere", holes.foregroundCount > 0 ? "some" : "none")
            func longest(_ mask: Mask) -> Double {
                mask.connectedComponents(connectivity: .eight).longest(view.cell)
            }
            step.number("holeLength", longest(filled) - longest(view.mask), .decimals(0))
            step.figure("holes", view.picture(filled, before: view.mask))
            step.number("wrongRows", view.mask.filledByRows.subtracting(filled).foregroundCount)
            let own = try step.value(of: mine, MorphologyCalls.fillHoles, view.mask)
            if let own { step.number("mineFilled", difference(own, filled)) }
        }
    }
}

extension Mask {
    /// The wrong way: each row is filled between its first and its last cell.
    fileprivate var filledByRows: Mask {
        var filled = self
        for y in 0..<size.height {
            // listing: Mask.filledByRows
            let row = (0..<size.width).filter { self[x: $0, y: y] }
            if let first = row.first, let last = row.last {
                for x in first...last { filled[x: x, y: y] = true }
            }
            // end listing
        }
        return filled
    }
}
