import CourseKit
import Curriculum
import DeepTeaching
import LessonSlides

/// Step 2: the eight ways to lay a patch.
extension AugmentationCourse {
    func showWays() throws {
        try lesson.step("ways") { step in
            let image = patches.example
            step.figure(
                "ways",
                .grid(
                    Dihedral.allCases.map { image.transformed(by: $0).enlarged(by: 4) }, columns: 4,
                    spacing: 8))
            // listing: Lesson07.group
            var reached: Set<Dihedral> = [.identity]
            while true {
                let further = reached.flatMap { way in
                    [way.followed(by: .rotated90), way.followed(by: .mirrored)]
                }
                let before = reached.count
                reached.formUnion(further)
                if reached.count == before { break }
            }
            // end listing
            step.number("reached", reached.count)
            let mirrors: Set<[UInt8]> = Set(
                [Dihedral.identity, .mirrored, .rotated180, .mirroredRotated180].map {
                    image.transformed(by: $0).pixels
                })
            step.number("wrongMirrors", mirrors.count)
            step.table("handRows", rows: handRows)
            try step.compare(
                mine, AugmentationCalls.dihedral, image, 5,
                with: image.transformed(by: .mirroredRotated90))
        }
    }

    /// A picture of three pixels a, b, c and where each pixel of its turned copy comes from.
    private var handRows: [[String]] {
        let (names, width) = (["a", "b", "c"], 3)
        return (0..<3).map { y in
            let x = width - 1 - y
            return ["0", "\(y)", "\(width) - 1 - \(y) = \(x)", "0", names[x]]
        }
    }
}
