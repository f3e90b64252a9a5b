import Foundation

extension CohortPlan {
    /// The plan of the cohort that lies in a folder, or nil if it is no synthetic one, or one that
    /// another version of the generator painted.
    public init?(folder: URL) {
        let file = folder.appendingPathComponent(CohortIdentity.fileName)
        guard let data = try? Data(contentsOf: file),
            let identity = try? JSONDecoder().decode(CohortIdentity.self, from: data),
            identity.version == CohortIdentity.currentVersion
        else { return nil }
        self.init(profile: identity.profile, seed: identity.seed)
    }
}
