import ArgumentParser
import CourseKit
import DeepTeaching
import Foundation
import SyntheticCohort

/// The command `GenerateCohort`.
@main
struct GenerateCohort: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a cohort of synthetic lymph node slides in the layout of CAMELYON17.",
        discussion: """
            The folder gets training/center_C/patient_PPP_node_N.tif, the outlines of all \
            metastases in lesion_annotations, the stages in stage_labels.csv and the exact truth \
            in truth.json. The same profile and seed give the same cohort. What is already there \
            is kept, so an interrupted run continues.

            Profiles: nano (2 patients, seconds), small (20 patients, 8 x 6 mm, a few minutes), \
            medium (100 patients, 10 x 8 mm), full (100 patients, 20 x 15 mm at 0.243 um).
            """)

    @Option(help: "How large the cohort is: nano, small, medium or full.")
    var profile = "small"

    @Option(help: "What all randomness comes from.")
    var seed: UInt64 = 1

    @Option(help: "The folder to write to: new, empty, or holding the same cohort.")
    var out: String

    @Option(help: "Write only this slide, such as patient_020_node_1 (may be repeated).")
    var slide: [String] = []

    @Flag(help: "No progress bar.")
    var quiet = false

    func run() throws {
        do {
            let profile = try knownProfile()
            let generator = CohortGenerator(profile: profile, seed: seed)
            let count = slide.isEmpty ? generator.plan.slides.count : slide.count
            let bar = ProgressBar("painting slides", quiet: quiet)
            defer { bar.end() }
            try generator.generate(
                into: URL(fileURLWithPath: out), slides: slide.isEmpty ? nil : slide
            ) { bar.report($0) }
            print("\(count) slides of \(profile.slideSize) pixels are in \(out).")
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(1)
        }
    }

    private func knownProfile() throws -> CohortProfile {
        guard let known = CohortProfile.all.first(where: { $0.name == profile }) else {
            throw CohortError.unknownProfile(name: profile, known: CohortProfile.all.map(\.name))
        }
        return known
    }
}
