import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 13.
    public static let treesAndForests = LessonGrader(
        treesAndForestsContract, solution: TreesAndForestsSolution.self,
        exercises: [
            TreesAndForestsGraders.gini, TreesAndForestsGraders.bestSplit,
            TreesAndForestsGraders.growTree, TreesAndForestsGraders.bootstrapSample,
            TreesAndForestsGraders.forestProbability, TreesAndForestsGraders.outOfBagError,
            TreesAndForestsGraders.permutationImportance,
        ])
}

/// The graders of the exercises of Lesson 13, one file each.
enum TreesAndForestsGraders {
    /// Samples anywhere between -10 and 10, axes [sample, feature].
    static func table(
        _ count: Int, features: Int, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<count).map { _ in (0..<features).map { _ in generator.uniform(-10, 10) } }
    }

    /// 1 - sum of squared shares; 0 for nothing.
    static func gini(_ counts: [Int]) -> Double {
        let total = Double(counts.reduce(0, +))
        return total == 0
            ? 0 : 1 - counts.reduce(0) { $0 + Double($1) * Double($1) } / (total * total)
    }

    /// How many of these labels there are of each class.
    static func counts(_ labels: [Int], classCount: Int) -> [Int] {
        (0..<classCount).map { k in labels.count { $0 == k } }
    }
}
