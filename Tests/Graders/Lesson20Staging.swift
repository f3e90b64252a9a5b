import Curriculum
import DeepTeaching
import GraderKit
import Solutions

extension LessonGrader {
    /// Grades Lesson 20.
    public static let staging = LessonGrader(
        stagingContract, solution: StagingSolution.self,
        exercises: [
            StagingGraders.slideLabel, StagingGraders.pNStage, StagingGraders.submission,
            StagingGraders.evaluate, StagingGraders.errorAnalysis,
        ])
}

/// The graders of the exercises of Lesson 20, one file each.
enum StagingGraders {
    /// Every way to give types to some nodes, in which the order of the nodes does not matter: 56 of five.
    static func combinations(of count: Int) -> [[MetastasisType]] {
        var lists: [[MetastasisType]] = [[]]
        for _ in 0..<count {
            lists = lists.flatMap { list in
                MetastasisType.allCases.filter { $0 >= list.last ?? .negative }.map { list + [$0] }
            }
        }
        return lists
    }

    /// Five types, most of them negative.
    static func types(_ generator: inout SeededGenerator) -> [MetastasisType] {
        (0..<5).map { _ in
            MetastasisType.allCases[max(0, generator.index(below: 6) - 2)]
        }
    }

    /// The stages of a list of types by the rule, with another count of positive nodes or another first rule
    /// where a mistake asks for it.
    static func stage(
        _ types: [MetastasisType], positives: (MetastasisType) -> Bool = { $0 >= .micro }
    ) -> PNStage {
        let count = types.filter(positives).count
        if types.contains(.macro) { return count >= 4 ? .pN2 : .pN1 }
        if types.contains(.micro) { return .pN1mi }
        return types.contains(.itc) ? .pN0ITC : .pN0
    }
}
