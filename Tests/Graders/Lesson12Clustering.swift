import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 12.
    public static let clustering = LessonGrader(
        clusteringContract, solution: ClusteringSolution.self,
        exercises: [
            ClusteringGraders.assign, ClusteringGraders.updateCentroids,
            ClusteringGraders.kMeansPlusPlus, ClusteringGraders.gaussianLogDensity,
            ClusteringGraders.expectationStep, ClusteringGraders.maximizationStep,
            ClusteringGraders.bayesianInformationCriterion,
        ])
}

/// The graders of the exercises of Lesson 12, one file each.
enum ClusteringGraders {
    /// Points anywhere between -10 and 10.
    static func points(
        _ count: Int, dimensions: Int, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<count).map { _ in (0..<dimensions).map { _ in generator.uniform(-10, 10) } }
    }

    /// Shares of components in points; each row sums to 1.
    static func shares(
        _ count: Int, components: Int, _ generator: inout SeededGenerator
    ) -> [[Double]] {
        (0..<count).map { _ in
            let parts = (0..<components).map { _ in generator.uniform(0.05, 1) }
            return parts.map { $0 / parts.reduce(0, +) }
        }
    }
}
