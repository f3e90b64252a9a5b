import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 16.
    public static let features = LessonGrader(
        featuresContract, solution: FeaturesSolution.self,
        exercises: [
            FeaturesGraders.mapSummary, FeaturesGraders.regionProperties,
            FeaturesGraders.longestDiameter, FeaturesGraders.metastasisType,
            FeaturesGraders.imputeMissing,
        ])
}

/// The graders of the exercises of Lesson 16, one file each.
enum FeaturesGraders {
    /// The foreground pixels of a mask.
    static func pixels(_ mask: Mask) -> [(x: Int, y: Int)] {
        (0..<mask.size.area).filter { mask.pixels[$0] }.map {
            (x: $0 % mask.size.width, y: $0 / mask.size.width)
        }
    }

    /// A mask drawn with "#" for foreground.
    static func mask(_ rows: [String]) -> Mask {
        MorphologyGraders.mask(rows)
    }

    /// A band of some pixels' width that falls or rises across a picture which is not square.
    static func band(_ generator: inout SeededGenerator) -> Mask {
        let size = PixelSize(
            width: 13 + generator.index(below: 5), height: 9 + generator.index(below: 3))
        let slope = (generator.uniform() < 0.5 ? -1 : 1) * generator.uniform(0.35, 0.6)
        let middle = (Double(size.width) / 2, Double(size.height) / 2)
        return MorphologyGraders.mask(size) { x, y in
            abs(Double(y) - middle.1 - slope * (Double(x) - middle.0)) < 1.6
                && x > 0 && x < size.width - 2
        }
    }
}
