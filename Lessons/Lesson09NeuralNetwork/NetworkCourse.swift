import CourseKit
import Curriculum
import DeepTeaching
import GraderKit
import LessonSlides

/// The steps of the lesson, one after the other.
struct NetworkCourse {
    let lesson: Lesson
    let parts: PatientParts
    let source: CohortSource
    let mine: StudentFunctions?

    /// The width and height of a patch as the network sees it, in pixels.
    static let side = 16

    func teach() throws {
        let raw = try readPatches()
        try showPatches(raw)
        let data = try showRows(raw)
        try showBeginning()
        try showRareTumor(data)
        let plain = try showLearningByHeart(data)
        try showStopping(data, plain)
        try showKnowledge(data, plain)
        try lesson.step("closing") { step in
            step.table("exercises", rows: LessonOutline.neuralNetwork.exerciseRows)
        }
    }

    /// Patches of all three parts, half of each tumour.
    private func readPatches() throws -> PatchParts {
        let grid = source.grid.overlapping
        let count = grid.side < 64 ? (training: 800, other: 200) : (training: 4000, other: 600)
        func table(_ slides: [SlideRecord], _ count: Int, _ part: UInt64) throws -> PatchTable {
            // The painter outlines every metastasis; in CAMELYON17 not all are.
            let collection = try PatchCollection(
                of: slides, grid: grid, isCompletelyAnnotated: source.isSynthetic)
            return PatchTable(
                try collection.drawn(count, seed: lesson.seed &* 3 &+ part), side: Self.side)
        }
        return try lesson.progress("Reading patches") { report in
            let training = try table(parts.training, count.training, 0)
            report(0.6)
            let validation = try table(parts.validation, count.other, 1)
            report(0.8)
            return PatchParts(
                training: training, validation: validation,
                test: try table(parts.test, count.other, 2))
        }
    }

    /// Trains a network three times, with other first weights and another order of the patches.
    func trained(
        _ training: NetworkTraining, on table: PatchTable, validation: PatchTable, _ words: String
    ) throws -> [NetworkTraining.Result] {
        let seeds = [0, 1000, 2000].map { lesson.seed &+ $0 }
        return try lesson.progress(words) { report in
            try seeds.enumerated().map { place, seed in
                try training.fit(table, validation: validation, seed: seed) {
                    report((Double(place) + $0) / 3)
                }
            }
        }
    }
}

/// The patches that networks train on, those that say when to stop, and those for the test.
struct PatchParts {
    let training: PatchTable
    let validation: PatchTable
    let test: PatchTable

    /// All parts changed in the same way.
    func map(_ change: (PatchTable) -> PatchTable) -> PatchParts {
        PatchParts(
            training: change(training), validation: change(validation), test: change(test))
    }
}

extension [Double] {
    /// The mean; not a number if there are none.
    var mean: Double { reduce(0, +) / Double(count) }

    /// How far the smallest and the largest lie apart.
    var spread: Double { (self.max() ?? .nan) - (self.min() ?? .nan) }
}
