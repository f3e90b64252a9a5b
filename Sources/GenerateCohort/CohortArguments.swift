import ArgumentParser
import SyntheticCohort

/// Which cohort a subcommand is about.
struct CohortArguments: ParsableArguments {
    @Option(help: "How large the cohort is: nano, small, medium or full.")
    var profile = "small"

    @Option(help: "What all randomness comes from.")
    var seed: UInt64 = 1

    @Option(help: "The folders and names: camelyon17 or camelyon16.")
    var layout = CohortLayout.camelyon17

    /// - Throws: `CohortError` if there is no such profile.
    func knownProfile() throws -> CohortProfile {
        guard let known = CohortProfile.all.first(where: { $0.name == profile }) else {
            throw CohortError.unknownProfile(name: profile, known: CohortProfile.all.map(\.name))
        }
        return known
    }
}

extension CohortLayout: ExpressibleByArgument {}
