import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 7.
    public static let augmentation = LessonGrader(
        augmentationContract, solution: AugmentationSolution.self,
        exercises: [
            AugmentationGraders.dihedral, AugmentationGraders.apply, AugmentationGraders.augment,
            AugmentationGraders.stainJitter, AugmentationGraders.normalize,
            AugmentationGraders.averaging,
        ])
}

/// The graders of the exercises of Lesson 7, one file each.
enum AugmentationGraders {
    /// A picture in which hardly two bytes are equal, so that whatever moves is seen.
    static func picture(
        _ width: Int, _ height: Int, _ generator: inout SeededGenerator
    ) -> Image {
        let size = PixelSize(width: width, height: height)
        return Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
    }

    /// A mask by chance, about half of it true.
    static func mask(_ width: Int, _ height: Int, _ generator: inout SeededGenerator) -> Mask {
        let size = PixelSize(width: width, height: height)
        return Mask(size: size, pixels: (0..<size.area).map { _ in generator.index(below: 2) == 1 })
    }

    /// A picture with a mask.
    static func masked(
        _ width: Int, _ height: Int, _ generator: inout SeededGenerator
    ) -> MaskedImage {
        MaskedImage(
            image: picture(width, height, &generator), mask: mask(width, height, &generator))
    }
}

extension Image {
    /// The picture whose pixel in a column and a row is that of a place of this one.
    func rearranged(
        to size: PixelSize, _ source: (_ x: Int, _ y: Int) -> (x: Int, y: Int)
    ) -> Image {
        var result = Image(size: size)
        for y in 0..<size.height {
            for x in 0..<size.width {
                let place = source(x, y)
                result[x: x, y: y] = self[x: place.x, y: place.y]
            }
        }
        return result
    }

    /// Left and right exchanged.
    var mirrored: Image { transformed(by: .mirrored) }

    /// So many quarter turns counterclockwise.
    func turned(_ turns: Int) -> Image {
        transformed(by: Dihedral.allCases[((turns % 4) + 4) % 4])
    }
}
