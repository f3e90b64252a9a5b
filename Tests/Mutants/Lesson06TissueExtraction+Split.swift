import Curriculum
import Solutions

extension TissueExtractionMutants {
    /// Patches are shared out one by one.
    public enum SplitByPatch: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let order = patches.indices.sorted { draws[$0] < draws[$1] }
            let count = max(1, Int((testShare * Double(patches.count)).rounded()))
            let test = Set(order.prefix(count))
            return parts(patches) { index, _ in test.contains(index) }
        }
    }

    /// The first patches form the test, in the order in which they are listed.
    public enum FirstPatches: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let count = Int(Double(patches.count) * testShare)
            return parts(patches) { index, _ in index < count }
        }
    }

    /// Slides are shared out: two nodes of one patient can come into two parts.
    public enum SplitBySlide: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let slides = Set(patches).sorted { ($0.patient, $0.node) < ($1.patient, $1.node) }
            let order = slides.indices.sorted { draws[$0] < draws[$1] }
            let count = max(1, Int((testShare * Double(slides.count)).rounded()))
            let test = Set(order.prefix(count).map { slides[$0] })
            return parts(patches) { _, origin in test.contains(origin) }
        }
    }

    /// Each patient has some patches in both parts.
    public enum ShareOfEachPatient: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let members = Dictionary(grouping: patches.indices) { patches[$0].patient }
            let test = Set(
                members.values.flatMap { indices in
                    let count = max(1, Int((testShare * Double(indices.count)).rounded()))
                    return indices.sorted { draws[$0] < draws[$1] }.prefix(count)
                })
            return parts(patches) { index, _ in test.contains(index) }
        }
    }

    /// The patients' numbers for those of their patches.
    public enum PatientsForPatches: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let patients = ordered(patches, draws)
            let count = max(1, Int((testShare * Double(patients.count)).rounded()))
            return TrainingTestSplit(
                training: Array(patients.dropFirst(count)), test: Array(patients.prefix(count)))
        }
    }

    /// One patch of each patient; the others are lost.
    public enum OnePatchOfEach: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let right = try TissueExtractionSolution.split(
                patches: patches, testShare: testShare, draws: draws)
            func firsts(_ part: [Int]) -> [Int] {
                let patients = Set(part.map { patches[$0].patient })
                return patients.compactMap { patient in
                    patches.firstIndex { $0.patient == patient }
                }.sorted()
            }
            return TrainingTestSplit(training: firsts(right.training), test: firsts(right.test))
        }
    }

    /// Training and test swapped.
    public enum PartsSwapped: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let right = try TissueExtractionSolution.split(
                patches: patches, testShare: testShare, draws: draws)
            return TrainingTestSplit(training: right.test, test: right.training)
        }
    }

    /// The number of patients is cut off, not rounded: of few patients none is left for the test.
    public enum CutOffToNothing: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let patients = ordered(patches, draws)
            let test = Set(patients.prefix(Int(testShare * Double(patients.count))))
            return parts(patches) { test.contains($1.patient) }
        }
    }

    /// Patients join the test until it has its share of the patches.
    public enum ShareOfThePatches: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            var test: Set<Int> = []
            var count = 0
            for patient in ordered(patches, draws)
            where Double(count) < testShare * Double(patches.count) {
                test.insert(patient)
                count += patches.count { $0.patient == patient }
            }
            return parts(patches) { test.contains($1.patient) }
        }
    }

    /// The first patients form the test, whatever the draws.
    public enum DrawsIgnored: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            try TissueExtractionSolution.split(
                patches: patches, testShare: testShare,
                draws: draws.indices.map { Double($0) / Double(draws.count) })
        }
    }

    /// The patients with the largest numbers form the test.
    public enum LargestDraws: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            try TissueExtractionSolution.split(
                patches: patches, testShare: testShare, draws: draws.map { 1 - $0 })
        }
    }

    /// A patient is drawn if their number is smaller than the share: how many that are, is chance.
    public enum CoinForEachPatient: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            parts(patches) { draws[$1.patient] < testShare }
        }
    }
}

extension TissueExtractionAlternatives {
    /// Counts for each patient how many have a smaller number; the patches in another order.
    public enum RankOfThePatient: TissueExtractionMutant {
        /// The answer.
        public static func split(
            patches: [PatchOrigin], testShare: Double, draws: [Double]
        ) throws -> TrainingTestSplit {
            let patients = Set(patches.map(\.patient))
            let count = max((testShare * Double(patients.count)).rounded(), 1)
            let right = parts(patches) { _, origin in
                let rank = patients.count { draws[$0] < draws[origin.patient] }
                return Double(rank) < count
            }
            return TrainingTestSplit(
                training: right.training.reversed(), test: right.test.reversed())
        }
    }
}

/// The patients in the order of their numbers.
private func ordered(_ patches: [PatchOrigin], _ draws: [Double]) -> [Int] {
    Set(patches.map(\.patient)).sorted { draws[$0] < draws[$1] }
}

private func parts(
    _ patches: [PatchOrigin], isTest: (Int, PatchOrigin) -> Bool
) -> TrainingTestSplit {
    TrainingTestSplit(
        training: patches.indices.filter { !isTest($0, patches[$0]) },
        test: patches.indices.filter { isTest($0, patches[$0]) })
}
