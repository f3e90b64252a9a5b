import CourseKit
import DeepTeaching
import SyntheticCohort

/// Patches to train on, and patches of other patients.
struct PatchParts {
    let training: ColorPatches

    /// Patches of another patient of the same hospital.
    let test: ColorPatches

    /// Patches of one patient in each of the other hospitals.
    let elsewhere: [ColorPatches]

    /// How the training colours are scaled, and therefore all others too.
    let standardizer: Standardizer.Fitted

    /// A logistic regression on the scaled colours.
    let descent: LogisticDescent

    init(training: ColorPatches, test: ColorPatches, elsewhere: [ColorPatches]) throws {
        self.training = training
        self.test = test
        self.elsewhere = elsewhere
        standardizer = try Standardizer().fit(Tensor(rows: training.colors))
        descent = LogisticDescent(
            features: try standardizer.standardized(training.colors), labels: training.labels)
    }
}

extension Standardizer.Fitted {
    /// Scales samples, axes [sample, feature].
    func standardized(_ samples: [[Double]]) throws -> [[Double]] {
        let scaled = try standardized(Tensor(rows: samples))
        return samples.indices.map { row in (0..<featureCount).map { scaled[row, $0] } }
    }
}

extension RegressionCourse {
    /// Patches of two patients of one hospital, one to train on and one for the test, and of one
    /// patient in each other hospital.
    func drawPatches() throws -> PatchParts {
        let patients = try choosePatients()
        var generator = SeededGenerator(seed: lesson.seed, stream: "colour patches")
        let (count, foreign) = lesson.options.full ? (2000, 1000) : (240, 120)
        return try lesson.progress("Painting patches of \(patients.count) patients") { report in
            let parts = try patients.enumerated().map { index, patient in
                defer { report(Double(index + 1) / Double(patients.count)) }
                return try ColorPatches(
                    count: index < 2 ? count : foreign, patients: [patient], using: &generator)
            }
            return try PatchParts(
                training: parts[0], test: parts[1], elsewhere: Array(parts.dropFirst(2)))
        }
    }

    /// Two patients of one hospital, then the first one of each other hospital. All have a
    /// macro-metastasis, since tumour patches are needed.
    private func choosePatients() throws -> [SyntheticPatient] {
        let cohort = CohortPlan(profile: .small, seed: 1)
        let byCenter = Dictionary(
            grouping: cohort.patients.filter { patient in
                patient.slides.contains { $0.type == .macro }
            }, by: \.center)
        let centers = byCenter.keys.sorted()
        guard let own = centers.first(where: { byCenter[$0, default: []].count >= 2 }),
            let patients = byCenter[own]
        else { throw RegressionCourseError.tooFewPatients }
        let others = centers.filter { $0 != own }.compactMap { byCenter[$0]?.first }
        guard !others.isEmpty else { throw RegressionCourseError.tooFewPatients }
        return patients.prefix(2) + others
    }
}

/// What can be missing for this lesson.
enum RegressionCourseError: Error, Equatable, CustomStringConvertible {
    case tooFewPatients

    var description: String {
        "no hospital of the synthetic cohort has two patients with a macro-metastasis, one to "
            + "train on and one for the test, or no other hospital has one"
    }
}
