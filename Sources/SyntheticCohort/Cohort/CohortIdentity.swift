import Foundation

/// What a cohort's folder says of itself, in `cohort.json`: enough to tell whether the slides that
/// lie there are those that are wanted.
struct CohortIdentity: Codable, Equatable {
    static let fileName = "cohort.json"

    /// Goes up whenever the same seed gives other pixels or labels than before.
    static let currentVersion = 5

    let generator: String
    let version: Int
    let profile: CohortProfile
    let seed: UInt64
    let options: CohortOptions

    init(_ plan: CohortPlan, options: CohortOptions) {
        generator = "DeepTeaching synthetic cohort"
        version = Self.currentVersion
        profile = plan.profile
        seed = plan.seed
        self.options = options
    }

    /// Version 1 had nothing to choose.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        generator = try values.decode(String.self, forKey: .generator)
        version = try values.decode(Int.self, forKey: .version)
        profile = try values.decode(CohortProfile.self, forKey: .profile)
        seed = try values.decode(UInt64.self, forKey: .seed)
        options =
            try values.decodeIfPresent(CohortOptions.self, forKey: .options) ?? CohortOptions()
    }

    /// For messages: "small, seed 7, version 2, masks".
    var summary: String {
        "\(profile.name), seed \(seed), version \(version)\(options.summary)"
    }
}
