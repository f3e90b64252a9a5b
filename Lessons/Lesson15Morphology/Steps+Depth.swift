import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 6: the distance transform.
extension MorphologyCourse {
    func showDepth(_ view: MapView) throws {
        try lesson.step("depth") { step in
            let filled = view.mask.fillingHoles()
            let depth = filled.distanceTransform()
            let deepest = deepest(depth)
            step.number("deepest", Double(deepest) * view.cell, .integer)
            step.figure("depth", view.picture(depth, where: filled))
            let radius = Cleaning.diameter / view.cell
            // listing: MorphologyCourse.erosionByDistance
            let eroded = filled.eroded(by: .disk(radius: radius))
            let deep = depth.mask(above: Float(radius))
            // end listing
            step.number("erosionDifference", difference(eroded, deep))
            let board = filled.chessboardDistance()
            let wrong = board.mask(above: Float(radius))
            step.number("wrongChessboard", difference(eroded, wrong))
            try compareOwnDepth(step)
        }
    }

    private func deepest(_ depth: Plane) -> Float {
        depth.values.filter(\.isFinite).max() ?? 0
    }

    /// On the picture by hand: the map has too many cells for the plain answer.
    private func compareOwnDepth(_ step: LessonStep) throws {
        let mask = HandPicture.mask
        let distances = mask.distanceTransform()
        let rows = (0..<mask.size.height).map { y in
            (0..<mask.size.width).map { Double(distances[x: $0, y: y]) }
        }
        try step.compare(mine, MorphologyCalls.distanceTransform, mask, with: rows)
    }
}

extension Mask {
    /// The wrong way: the larger one of both differences, as a king walks; found by eroding with squares.
    fileprivate func chessboardDistance() -> Plane {
        var distance = Plane(size: size)
        var left = self
        while left.foregroundCount > 0 && left.pixels.contains(false) {
            for index in left.pixels.indices where left.pixels[index] {
                distance.values[index] += 1
            }
            left = left.eroded(by: .square(side: 3))
        }
        return distance
    }
}
