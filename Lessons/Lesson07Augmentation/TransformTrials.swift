import CourseKit
import DeepTeaching
import LessonSlides

/// A way to change patches, to be tried.
struct Trial: Sendable {
    /// What it is called in tables.
    let name: String

    let augmentation: Augmentation

    /// Nothing changes.
    static let none = Trial(name: "none", augmentation: [])

    /// Each change alone, then several together; what is changed in place comes before what is changed
    /// in colour.
    static let alone: [Trial] = [
        Trial(name: "eight ways", augmentation: [.dihedral]),
        Trial(name: "any angle", augmentation: [.rotation(degrees: 180)]),
        Trial(name: "scale", augmentation: [.scale(0.2)]),
        Trial(name: "elastic", augmentation: [.elastic(amplitude: 1, smoothness: 5)]),
        Trial(name: "cut-out", augmentation: [.cutOut(side: 12)]),
        Trial(
            name: "blur and noise", augmentation: [.blur(sigma: 1), .noise(deviation: 8)]),
        Trial(
            name: "light and contrast",
            augmentation: [.colors(brightness: 0.3, contrast: 0.3)]),
        Trial(name: "stain", augmentation: [.stainJitter(0.6)]),
        Trial(
            name: "density", augmentation: [.densityJitter(stain: 0.45, color: 0.4, light: 0.05)]),
        Trial(name: "any hue", augmentation: [.hue(degrees: 180)]),
        Trial(name: "strong blur", augmentation: [.blur(sigma: 6)]),
    ]

    /// Several together.
    static let together: [Trial] = [
        Trial(
            name: "ways, density",
            augmentation: [.dihedral, .densityJitter(stain: 0.45, color: 0.4, light: 0.05)]),
        Trial(
            name: "ways, density, blur, noise",
            augmentation: [
                .dihedral, .densityJitter(stain: 0.45, color: 0.4, light: 0.05), .blur(sigma: 1),
                .noise(deviation: 8),
            ]),
    ]
}

/// Networks that learnt from patches that were changed in one way, one network for each seed.
struct TrialResult: Sendable {
    let trial: Trial
    let networks: [PatchClassifier<Float>]

    /// The area under the ROC curve on other slides of the same hospitals, for each network.
    let known: Spread

    /// The same on hospitals that they have never seen: the mean over the hospitals.
    let unknown: Spread

    /// A row of a table.
    var row: [String] {
        [
            trial.name, NumberFormat.decimals(3).text(known.mean), known.range(.decimals(3)),
            NumberFormat.decimals(3).text(unknown.mean), unknown.range(.decimals(3)),
        ]
    }
}

/// Trains and examines networks, two at a time.
struct TransformTrials {
    let patches: HospitalPatches
    let seed: UInt64

    /// How many networks learn in each way; they differ in their seeds alone.
    static let runs = 3

    /// How all of them learn: from the same patches, as often, in the same way.
    static let training = {
        var training = PatchTraining()
        training.epochs = 6
        return training
    }()

    /// The results of some ways, in their order.
    ///
    /// - Throws: `TrainingError`; `EvaluationError` if a hospital has patches of one class only.
    func results(of trials: [Trial], in lesson: Lesson) throws -> [TrialResult] {
        try lesson.progress("Training \(trials.count * Self.runs) networks") { report in
            let counter = ProgressCounter(total: trials.count * Self.runs, report: report)
            let networks = try parallelMap(trials.count * Self.runs) { part in
                defer { counter.countOne() }
                return try trained(trials[part / Self.runs], run: part % Self.runs)
            }
            return try trials.enumerated().map { index, trial in
                let own = Array(networks[index * Self.runs..<(index + 1) * Self.runs])
                return TrialResult(
                    trial: trial, networks: own,
                    known: Spread(values: try own.map { try area($0, patches.known) }),
                    unknown: Spread(
                        values: try own.map { network in
                            Spread(values: try patches.unknown.map { try area(network, $0) }).mean
                        }))
            }
        }
    }

    /// A network that learnt from the patches of the training.
    func trained(_ trial: Trial, run: Int) throws -> PatchClassifier<Float> {
        try trained(on: patches.training, trial.augmentation, run: run)
    }

    /// A network that learnt from some patches.
    func trained(
        on patches: PatchSet, _ augmentation: Augmentation, run: Int
    ) throws -> PatchClassifier<Float> {
        let seed = seed &+ UInt64(run)
        var generator = SeededGenerator(seed: seed, stream: "weights")
        var network = PatchClassifier<Float>(side: self.patches.grid.side, using: &generator)
        // listing: Lesson07.training
        var training = Self.training
        training.augmentation = augmentation
        try training.fit(&network, to: patches, seed: seed)
        // end listing
        return network
    }

    private func area(
        _ network: PatchClassifier<Float>, _ hospital: HospitalPatches.Hospital
    ) throws -> Double {
        try PatchScores(
            network, images: hospital.patches.images, isTumor: hospital.patches.isTumor
        ).area()
    }
}
