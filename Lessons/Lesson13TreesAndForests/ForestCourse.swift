import CourseKit
import Curriculum
import DeepTeaching
import GraderKit

/// The steps of the lesson, one after the other.
struct ForestCourse {
    let lesson: Lesson
    let table: SlideTable
    let mine: StudentFunctions?

    func teach() throws {
        try showTable()
        try showSplit()
        try showTree()
        try showDepth()
        try showForest()
        try showRivals()
        try showImportance()
        try showLeaks()
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.treesAndForests.exerciseRows)
        }
    }

    /// Seeds of repeated experiments.
    var seeds: [UInt64] { (0..<3).map { lesson.seed &+ $0 } }

    /// Learning and test with different patients, of all hospitals.
    func parts(seed: UInt64) throws -> (training: SlideTable, test: SlideTable) {
        let split = try SampleSplit(
            of: table.labels, groups: table.patients, test: 0.3, seed: seed)
        return (table.slides(at: split.training), table.slides(at: split.test))
    }

    /// Folds with whole patients.
    func folds(_ table: SlideTable, count: Int = 5, seed: UInt64) throws -> CrossValidation {
        try CrossValidation(
            SampleSplit.folds(
                of: table.labels, groups: table.patients, count: count, seed: seed))
    }

    static func percent(_ share: Double) -> String { NumberFormat.percent(1).text(share) }
}

extension [Double] {
    /// Their mean.
    var mean: Double { reduce(0, +) / Double(count) }
}

extension SlideTable {
    /// The share of these predictions that are right.
    func accuracy(of predictions: [Int]) -> Double {
        Double(zip(predictions, labels).count { $0 == $1 }) / Double(count)
    }

    /// The share of the slides about which a classifier is right.
    func accuracy(of model: some FittedClassifier) throws -> Double {
        try model.accuracy(for: tensor, labels: labels)
    }

    /// A classifier that has learnt from these slides.
    func fit<Model: Classifier>(_ classifier: Model, seed: UInt64 = 0) throws -> Model.Fitted {
        try classifier.fit(
            tensor, labels: labels, classCount: Self.typeNames.count, seed: seed)
    }
}
