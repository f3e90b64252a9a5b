import DeepTeaching
import LessonSlides

/// Who is trained on and who is tested.
struct PatientFolds {
    /// The training patients in folds; each is mapped by a network that trained on the others.
    let folds: [[SlidePatient]]

    /// The patients of the test.
    let test: [SlidePatient]

    /// The patients that a fold's network trains on: all of the other folds.
    func learners(for fold: Int) -> [SlidePatient] {
        let others = folds.indices.filter { $0 != fold }.flatMap { folds[$0] }
        return others.isEmpty ? folds[fold] : others
    }

    var training: [SlidePatient] {
        folds.flatMap { $0 }.sorted { $0.number < $1.number }
    }

    /// Deals out whole patients, each stage as evenly as it goes; without stages, each type of their
    /// worst slides.
    init(of patients: [SlidePatient], settings: StagingSettings, seed: UInt64) throws {
        func part(_ names: [String]) -> [SlidePatient] {
            patients.filter { names.contains($0.name) }
        }
        let split = try PatientSplit(
            of: patients.map { StratifiedPatient(patient: $0.name, stratum: $0.stratum) },
            validation: 0, test: settings.testShare, seed: seed)
        let training = part(split.training)
        test = part(split.test)
        // A single training patient cannot be split: the same network learns and maps.
        folds =
            training.count < 2
            ? [training]
            : try PatientSplit.folds(
                of: training.map(\.stratified), count: min(settings.foldCount, training.count),
                seed: seed
            ).map(part)
    }
}

extension SlidePatient {
    /// What shall be dealt out evenly: the stage, or the worst slide of a patient without one.
    fileprivate var stratum: String { stage?.rawValue ?? worst.rawValue }

    /// A hospital whose metastases are all in one fold looks, to the network of that fold, like one
    /// that has none; so folds share them out.
    fileprivate var stratified: StratifiedPatient {
        let isPositive = slides.contains { $0.isPositive }
        let centers = Set(slides.map(\.center)).sorted().map { "\($0)" }.joined(separator: " ")
        return StratifiedPatient(
            patient: name, strata: [stratum, "\(centers) \(isPositive)"])
    }
}
