import DeepTeaching

/// Who is in a cohort: its patients with their centre, stage, and the type of each of five nodes.
///
/// A plan is decided by the profile and the seed alone, and costs no time: nothing is painted yet.
public struct CohortPlan: Sendable, Equatable {
    /// The size of the cohort and its slides.
    public let profile: CohortProfile

    /// What all randomness of the cohort comes from.
    public let seed: UInt64

    /// The patients in the order of their numbers.
    public let patients: [SyntheticPatient]

    /// The cohort of a profile and a seed.
    ///
    /// Stages are drawn with the frequencies of CAMELYON17's training patients, and dealt out so
    /// that every centre with two patients or more has one with a micro- or macro-metastasis.
    public init(profile: CohortProfile, seed: UInt64) {
        self.profile = profile
        self.seed = seed
        var generator = SeededGenerator(seed: seed, stream: "cohort plan")
        let stages = Self.dealtStages(for: profile, using: &generator)
        var patients: [SyntheticPatient] = []
        for (center, count) in profile.patientsPerCenter.enumerated() {
            for index in 0..<count {
                let stage = stages[patients.count]
                patients.append(
                    SyntheticPatient(
                        number: Self.patientsPerRealCenter * center + index, center: center,
                        stage: stage, nodeTypes: stage.drawNodeTypes(using: &generator)))
            }
        }
        self.patients = patients
    }

    /// All slides, patient by patient.
    public var slides: [SyntheticSlide] { patients.flatMap(\.slides) }

    /// Everything about one slide that is decided before painting.
    public func slidePlan(_ slide: SyntheticSlide) -> SlidePlan {
        SlidePlan(slide: slide, profile: profile, seed: seed)
    }

    /// Centre c holds the patients from 20 c on, in CAMELYON17 as here.
    static let patientsPerRealCenter = 20

    private static func dealtStages(
        for profile: CohortProfile, using generator: inout SeededGenerator
    ) -> [PNStage] {
        let count = profile.patientsPerCenter.reduce(0, +)
        var stages = Array(profile.guaranteedStages.prefix(count))
        while stages.count < count { stages.append(.draw(using: &generator)) }
        // At least one deal in three succeeds for the profiles here; 64 never all fail in practice,
        // and if they did, the last deal would still be a cohort.
        for _ in 0..<64 {
            stages = generator.shuffled(stages)
            if everyCenterHasMetastases(stages, profile) { break }
        }
        return stages
    }

    private static func everyCenterHasMetastases(
        _ stages: [PNStage], _ profile: CohortProfile
    ) -> Bool {
        var first = 0
        for count in profile.patientsPerCenter {
            let here = stages[first..<first + count]
            first += count
            if count >= 2 && here.allSatisfy({ $0 == .pN0 || $0 == .pN0ITC }) { return false }
        }
        return true
    }
}
