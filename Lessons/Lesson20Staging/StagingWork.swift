import DeepTeaching
import LessonSlides

/// What is kept on the way, and what decides each part of it.
struct StagingWork {
    /// The files.
    let kept: KeptWork

    /// What decides the network of each fold, in words.
    let networks: [String]

    /// The same, in few digits.
    private let prints: [Fingerprint]

    private let identity: StagingIdentity

    init(kept: KeptWork, split: PatientFolds, identity: StagingIdentity) {
        self.kept = kept
        self.identity = identity
        networks = split.folds.indices.map {
            identity.network($0, learners: split.learners(for: $0))
        }
        prints = networks.map { Fingerprint(of: $0) }
    }

    /// What decides the map of a training slide of a fold, or of a test slide, which all networks
    /// look at.
    func map(of slide: SlideRecord, fold: Int?) -> String {
        identity.map(of: slide, networks: fold.map { [prints[$0]] } ?? prints)
    }

    /// Says what an earlier run has left.
    func announce(for split: PatientFolds) {
        let training = split.folds.enumerated().flatMap { fold, patients in
            patients.flatMap(\.slides).map { ($0.name, map(of: $0, fold: fold)) }
        }
        let test = split.test.flatMap(\.slides).map { ($0.name, map(of: $0, fold: nil)) }
        kept.announce(networks: networks, maps: training + test)
    }
}
