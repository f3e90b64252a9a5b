import ArgumentParser
import CourseKit
import DeepTeaching
import Foundation
import SyntheticCohort

/// The command `MeasureCohort`.
@main
struct MeasureCohort: ReportingCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures how true and how hard a synthetic cohort is, against its targets.",
        discussion: """
            Each line has a mark (ok or NO where there is a target), the number, and what it is. \
            Slides are painted from their plans, only where they are looked at.
            """)

    @Option(help: "The profile that is painted: nano, small, medium or full.")
    var profile = "small"

    @Option(help: "The seed of a cohort (may be repeated; the slides are measured together).")
    var seed: [UInt64] = [21, 22]

    @Option(
        help: "Measure the files of this folder instead of painting (may be repeated).")
    var data: [String] = []

    @Option(help: "Only this part (may be repeated): \(Part.names).")
    var only: [Part] = []

    @Option(help: "The number of patches that each model learns from.")
    var patches = 3000

    @Option(help: "How often a network sees each patch.")
    var epochs = 8

    @Option(help: "The length of a network's first steps.")
    var learningRate = 0.001

    @Option(help: "The patches of one step.")
    var batchSize = 16

    @Option(help: "The number of networks of each kind; figures are means over them.")
    var networks = 1

    @Option(help: "Centres to learn from together, such as 23 (may be repeated).")
    var pairs: [String] = ["01"]

    @Option(help: "Also write the numbers to this file.")
    var json: String?

    @Option(help: "Also write a page with pictures and numbers, index.html, into this folder.")
    var output: String?

    func validate() throws {
        guard patches >= 2 * batchSize, batchSize > 0, epochs > 0, networks > 0 else {
            throw ValidationError(
                "--epochs, --networks and --batch-size must be 1 or more, and --patches twice the "
                    + "batch size or more")
        }
        guard pairs.allSatisfy({ $0.count >= 1 && $0.allSatisfy(\.isWholeNumber) }) else {
            throw ValidationError("--pairs takes digits of centres, such as 23")
        }
    }

    func run() throws {
        let start = ContinuousClock.now
        func report(_ words: String) {
            let seconds = Int(start.duration(to: .now) / .seconds(1))
            FileHandle.standardError.write(Data("\(seconds) s: \(words)\n".utf8))
        }
        let cohorts = try plannedCohorts()
        report("planning")
        let folders = data.map { URL(fileURLWithPath: $0) }
        let specimens =
            data.isEmpty
            ? cohorts.flatMap(Specimen.planned) : try folders.flatMap(Specimen.read)
        let run = MeasureRun(
            cohorts: cohorts, specimens: specimens, settings: settings, seed: seed.first ?? 0,
            report: report)
        let measures = try run.measures(Part.wanted(only)) { finished in
            let lines = MeasureTable(measures: finished).lines.map { $0 + "\n" }
            FileHandle.standardOutput.write(Data(lines.joined().utf8))
        }
        if let json { try write(measures, to: json) }
        if let output, let cohort = cohorts.first {
            report("painting the page")
            let plans = run.specimens.compactMap(\.plan)
            try CohortPage(cohort: cohort, plans: plans, measures: measures).write(to: output)
        }
        report("done")
    }

    /// The cohorts that are painted, or those that the folders hold, where they are synthetic.
    private func plannedCohorts() throws -> [CohortPlan] {
        if !data.isEmpty {
            return data.compactMap { CohortPlan(folder: URL(fileURLWithPath: $0)) }
        }
        guard let known = CohortProfile.all.first(where: { $0.name == profile }) else {
            throw CohortError.unknownProfile(name: profile, known: CohortProfile.all.map(\.name))
        }
        return seed.map { CohortPlan(profile: known, seed: $0) }
    }

    private var settings: LearningSettings {
        var settings = LearningSettings()
        settings.trainingCount = patches
        settings.detector.training.epochs = epochs
        settings.detector.training.learningRate = learningRate
        settings.detector.training.batchSize = batchSize
        settings.networkSeeds = Array(1...UInt64(networks))
        settings.pairs = pairs.map { $0.compactMap(\.wholeNumberValue) }
        return settings
    }

    private func write(_ measures: [Measure], to path: String) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
        let found = measures.filter { $0.value.isFinite }
        let data = try encoder.encode(found)
        do {
            try data.write(to: URL(fileURLWithPath: path), options: .atomic)
        } catch {
            throw CohortError.unwritable(path: path, reason: systemReason(error))
        }
    }
}
