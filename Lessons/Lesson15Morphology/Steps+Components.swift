import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 4: connected components.
extension MorphologyCourse {
    func showComponents(_ view: MapView) throws {
        try lesson.step("components") { step in
            // listing: MorphologyCourse.components
            let four = view.mask.connectedComponents(connectivity: .four)
            let eight = view.mask.connectedComponents(connectivity: .eight)
            // end listing
            step.number("fourCount", four.count)
            step.number("eightCount", eight.count)
            step.choose("cornersEffect", four.count > eight.count ? "part" : "none")
            step.number("wrongUnmerged", UnmergedScan.labels(view.mask).max() ?? 0)
            step.figure("components", view.picture(eight))
            let own = try step.value(
                of: mine, MorphologyCalls.connectedComponents, view.mask, .eight)
            if let own { step.number("mineRegions", own.joined().max() ?? 0) }
        }
    }
}

/// The wrong way: each cell takes the number of a neighbour before it, and that is all.
enum UnmergedScan {
    static func labels(_ mask: Mask) -> [Int] {
        let width = mask.size.width
        var labels = [Int](repeating: 0, count: mask.size.area)
        var count = 0
        for index in labels.indices where mask.pixels[index] {
            // listing: UnmergedScan.labels
            let left = index % width > 0 ? labels[index - 1] : 0
            let above = index >= width ? labels[index - width] : 0
            if left > 0 {
                labels[index] = left
            } else if above > 0 {
                labels[index] = above
            } else {
                count += 1
                labels[index] = count
            }
            // end listing
        }
        return labels
    }
}
