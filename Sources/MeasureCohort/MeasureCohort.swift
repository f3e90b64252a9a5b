import ArgumentParser
import DeepTeaching
import Foundation
import SyntheticCohort

/// The command `MeasureCohort`.
@main
struct MeasureCohort: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Measures how true and how hard a synthetic cohort is, against its targets.")

    @Option(help: "The profile that is painted: nano, small, medium or full.")
    var profile = "small"

    @Option(help: "The seed of a cohort (may be repeated; the slides are measured together).")
    var seed: [UInt64] = [21, 22]

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

    @Option(help: "Also write the numbers to this file.")
    var json: String?

    @Option(help: "The number of networks of each kind; figures are means over them.")
    var networks = 1

    @Option(help: "Centres to learn from together, such as 23 (may be repeated).")
    var pairs: [String] = ["01"]

    func run() throws {
        do {
            let measures = try measured()
            if let json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys]
                try encoder.encode(measures.filter { $0.value.isFinite })
                    .write(to: URL(fileURLWithPath: json), options: .atomic)
            }
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode(1)
        }
    }

    private func isWanted(_ part: Part) -> Bool {
        only.isEmpty || only.contains(part) || only.contains(.learning)
    }

    private func measured() throws -> [Measure] {
        let start = ContinuousClock.now
        func report(_ words: String) {
            let seconds = Int(start.duration(to: .now) / .seconds(1))
            FileHandle.standardError.write(Data("\(seconds) s: \(words)\n".utf8))
        }
        guard let known = CohortProfile.all.first(where: { $0.name == profile }) else {
            throw CohortError.unknownProfile(name: profile, known: CohortProfile.all.map(\.name))
        }
        var settings = LearningSettings()
        settings.networkSeeds = (1...UInt64(max(networks, 1))).map { $0 }
        settings.trainingCount = patches
        settings.epochs = epochs
        settings.learningRate = learningRate
        settings.batchSize = batchSize
        settings.pairs = pairs.map { $0.compactMap(\.wholeNumberValue) }
        report("planning")
        let specimens = Specimen.planned(known, seeds: seed)
        report("drawing patches of \(specimens.count) slides")
        let centers = try Set(specimens.map(\.center)).sorted().map { center in
            try CenterPatches(
                center: center, specimens: specimens.filter { $0.center == center },
                settings: settings, seed: seed.first ?? 0)
        }
        let learning = LearningMeasures(centers: centers, settings: settings, report: report)
        var all: [Measure] = []
        let parts: [(Part, () throws -> [Measure])] = [
            (.colors, learning.colors), (.within, learning.within),
            (.leaveOneOut, learning.leavingOneOut), (.pairs, learning.pairs),
        ]
        for (part, measure) in parts where isWanted(part) {
            let measures = try measure()
            print(MeasureTable(measures: measures).lines.joined(separator: "\n"))
            all += measures
        }
        report("done")
        return all
    }
}

/// A part of the measuring.
enum Part: String, ExpressibleByArgument, CaseIterable {
    /// How hard the cohort is to learn: the four parts below.
    case learning

    /// Logistic regressions on colours.
    case colors

    /// Networks on unseen slides of their own centre.
    case within

    /// Networks that learnt from all centres but one.
    case leaveOneOut = "leave-one-out"

    /// Networks that learnt from two centres.
    case pairs

    static let names = allCases.map(\.rawValue).joined(separator: ", ")
}
