import Foundation

/// What a cohort's folder says of itself, in `cohort.json`: enough to tell whether the slides that
/// lie there are those that are wanted.
struct CohortIdentity: Codable, Equatable {
    static let fileName = "cohort.json"

    /// Goes up whenever the same seed gives other pixels or labels than before.
    static let currentVersion = 1

    let generator: String
    let version: Int
    let profile: CohortProfile
    let seed: UInt64

    init(_ plan: CohortPlan) {
        generator = "DeepTeaching synthetic cohort"
        version = Self.currentVersion
        profile = plan.profile
        seed = plan.seed
    }

    /// For messages: "small, seed 7, version 1".
    var summary: String { "\(profile.name), seed \(seed), version \(version)" }
}
