import CourseKit
import DeepTeaching
import SyntheticCohort

/// Patches to learn from, and patches of other patients.
struct PatchParts {
    let training: ColorPatches
    let test: ColorPatches

    /// Patches of a patient of another hospital.
    let elsewhere: ColorPatches

    /// How the colours to learn from are scaled; those of the test are scaled in the same way.
    let scales: [Standardized]

    /// A logistic regression on the scaled colours.
    var descent: LogisticDescent {
        LogisticDescent(features: training.colors.scaled(by: scales), labels: training.labels)
    }

    /// The model after some steps.
    func learned(steps: Int, learningRate: Double = 1) -> LogisticDescent.Model {
        let descent = descent
        return (0..<steps).reduce(descent.beginning) { model, _ in
            descent.step(model, learningRate: learningRate)
        }
    }
}

extension RegressionCourse {
    /// Patches of two patients of one hospital, to learn from and to examine, and of one of another.
    func drawPatches() throws -> PatchParts {
        let cohort = CohortPlan(profile: .small, seed: 1)
        let byCenter = Dictionary(
            grouping: cohort.patients.filter { patient in
                patient.slides.contains { $0.type == .macro }
            }, by: \.center)
        let centers = byCenter.keys.sorted()
        guard let center = centers.first(where: { byCenter[$0, default: []].count >= 2 }),
            let patients = byCenter[center]
        else { throw RegressionCourseError.tooFewPatients }
        guard let other = centers.first(where: { $0 != center }),
            let foreign = byCenter[other]?.first
        else { throw RegressionCourseError.tooFewPatients }
        var generator = SeededGenerator(seed: lesson.seed, stream: "colour patches")
        let count = lesson.options.full ? 2000 : 240
        return try lesson.progress("Painting patches of three patients") { report in
            let parts = try [patients[0], patients[1], foreign].enumerated().map { index, patient in
                defer { report(Double(index + 1) / 3) }
                return try ColorPatches(count: count, patients: [patient], using: &generator)
            }
            return PatchParts(
                training: parts[0], test: parts[1], elsewhere: parts[2],
                scales: parts[0].colors.scales)
        }
    }
}

/// What can be missing for this lesson.
enum RegressionCourseError: Error, Equatable, CustomStringConvertible {
    case tooFewPatients

    var description: String {
        "no hospital of the synthetic cohort has two patients with a macro-metastasis: one to "
            + "learn from and one to be examined on are needed"
    }
}
