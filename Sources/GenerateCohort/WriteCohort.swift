import ArgumentParser
import CourseKit
import Foundation
import SyntheticCohort

/// `GenerateCohort write`: the slides of a cohort with outlines, labels and the truth.
struct WriteCohort: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "write",
        abstract: "Writes a cohort of synthetic lymph node slides (the default).",
        discussion: """
            The folder gets training/center_C/patient_PPP_node_N.tif, the outlines of all \
            metastases in lesion_annotations, the stages in stage_labels.csv and the exact truth \
            in truth.json; with --layout camelyon16 training/normal, training/tumor and testing, \
            with testing/reference.csv in place of the stages. The same arguments give the same \
            cohort. What is already there is kept, so an interrupted run continues.

            Profiles: nano (2 patients, seconds), small (20 patients, 8 x 6 mm, a few minutes), \
            medium (100 patients, 10 x 8 mm), full (100 patients, 20 x 15 mm at 0.243 um).
            """)

    @OptionGroup var cohort: CohortArguments

    @Option(help: "The folder to write to: new, empty, or holding the same cohort.")
    var out: String

    @Option(help: "Write only this slide, such as patient_020_node_1 (may be repeated).")
    var slide: [String] = []

    @Flag(help: "Adds masks/NAME_mask.tif: 0 background, 1 tumour (2 holes with camelyon16).")
    var masks = false

    @Flag(help: "Outlines only about half of the isolated tumour cells, as in real cohorts.")
    var realistic = false

    @Flag(help: "Gives one or two slides a wrong label, as a clerk might.")
    var dirty = false

    @Flag(help: "No progress bar.")
    var quiet = false

    func run() throws {
        let interruption = Interruption()
        let generator = CohortGenerator(
            profile: try cohort.knownProfile(), seed: cohort.seed, options: options)
        let folder = URL(fileURLWithPath: out)
        let bar = ProgressBar("painting slides", quiet: quiet)
        do {
            defer { bar.end() }
            try generator.generate(
                into: folder, slides: slide.isEmpty ? nil : slide,
                progress: { bar.report($0) }, isCancelled: { interruption.hasCome })
        } catch is CancellationError {
            interruption.end(
                saying: "Interrupted: \(generator.countWritten(in: folder)) of "
                    + "\(generator.entries.count) slides are in \(out), each of them whole; the "
                    + "same command continues with the rest.")
        }
        let count = slide.isEmpty ? generator.entries.count : slide.count
        print("\(count) slides of \(generator.plan.profile.slideSize) pixels are in \(out).")
    }

    private var options: CohortOptions {
        var options = CohortOptions()
        options.layout = cohort.layout
        options.hasMasks = masks
        options.isRealistic = realistic
        options.isDirty = dirty
        return options
    }
}
