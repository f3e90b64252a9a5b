import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 3: turning by any angle, scaling, bending, and the mask that must come along.
extension AugmentationCourse {
    func showMoves() throws {
        try lesson.step("moves") { step in
            let (image, tumor) = (patches.region.image, patches.region.tumor)
            let center = PixelPoint(
                x: Double(image.size.width) / 2, y: Double(image.size.height) / 2)
            let map = AffineWarp.rotation(degrees: 30, around: center)
            step.figure("borders", try borders(image, map))
            let moves: [Augmentation] = [
                [.rotation(degrees: 45)], [.scale(0.3)], [.shift(pixels: 12)],
                [.elastic(amplitude: 2, smoothness: 8)],
            ]
            var generator = generator("moves")
            let turn = PictureTransform([.dihedral(.rotated90)])
            var together = [outlined(try turn(image), try turn(tumor), .green)]
            var behind = [outlined(try turn(image), tumor, .vermilion)]
            for move in moves {
                // listing: Lesson07.together
                let transform = try move.drawn(for: image.size, using: &generator)
                let (moved, movedMask) = (try transform(image), try transform(tumor))
                // end listing
                together.append(outlined(moved, movedMask, .green))
                behind.append(outlined(moved, tumor, .vermilion))
            }
            step.figure("masks", .grid(together + behind, columns: together.count, spacing: 8))
            try showLeftBehind(image, tumor, step)
            let library = try image.warped(
                by: map, interpolation: .nearest, border: .constant(255))
            try step.compare(
                mine, AugmentationCalls.apply, try map.inverse(), image, tumor, with: library,
                part: { $0.image })
        }
    }

    private func outlined(_ image: Image, _ mask: Mask, _ color: RGB) -> Image {
        image.enlarged(by: 3).outlining(mask.enlarged(by: 3), color: color, thickness: 2)
    }

    /// One turn, with each of the five answers to what lies beyond the border.
    private func borders(_ image: Image, _ map: AffineWarp) throws -> Image {
        let policies: [BorderPolicy] = [.constant(255), .nearest, .reflect, .mirror, .wrap]
        return .grid(
            try policies.map { try image.warped(by: map, border: $0).enlarged(by: 3) }, columns: 5,
            spacing: 8)
    }

    /// How much of the tumour a mask that was left behind still covers.
    private func showLeftBehind(_ image: Image, _ tumor: Mask, _ step: LessonStep) throws {
        let turns: Augmentation = [.dihedral]
        var generator = generator("left behind")
        let overlaps = try (0..<200).map { _ in
            let moved = try turns.drawn(for: image.size, using: &generator)(tumor)
            let both = moved.intersection(tumor).foregroundCount
            return Double(both) / Double(max(1, moved.union(tumor).foregroundCount))
        }
        let mean = overlaps.reduce(0, +) / Double(overlaps.count)
        step.number(
            "tumorShare", Double(tumor.foregroundCount) / Double(tumor.size.area), .percent(0))
        step.number("wrongMaskOverlap", mean, .percent(0))
        step.choose("left", mean < 0.5 ? "mostWrong" : "partlyWrong")
    }
}
