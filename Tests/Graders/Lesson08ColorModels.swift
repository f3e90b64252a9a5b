import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 8.
    public static let colorModels = LessonGrader(
        colorModelsContract, solution: ColorModelsSolution.self,
        exercises: [
            ColorModelsGraders.hsv, ColorModelsGraders.opticalDensity, ColorModelsGraders.unmix,
            ColorModelsGraders.macenkoStains, ColorModelsGraders.normalizeStain,
        ])
}

/// The graders of the exercises of Lesson 8, one file each.
enum ColorModelsGraders {
    /// Two stains of length 1, blue and pink ones.
    static func stains(_ generator: inout SeededGenerator) -> [[Double]] {
        [
            [
                generator.uniform(0.5, 0.7), generator.uniform(0.6, 0.8),
                generator.uniform(0.2, 0.4),
            ],
            [generator.uniform(0.1, 0.3), generator.uniform(0.8, 1), generator.uniform(0.3, 0.5)],
        ].map { scaled($0, to: 1) }
    }

    /// A vector of the same direction and another length.
    static func scaled(_ vector: [Double], to length: Double) -> [Double] {
        let old = dot(vector, vector).squareRoot()
        return vector.map { $0 / old * length }
    }
}

/// x1 y1 + x2 y2 + x3 y3.
func dot(_ a: [Double], _ b: [Double]) -> Double { zip(a, b).reduce(0) { $0 + $1.0 * $1.1 } }
