import Foundation
import TestSupport

/// Runs of the whole path that several tests look at; each is made once, when it is first needed.
///
/// All use the nano cohort: two patients with five tiny slides each.
enum StagingRuns {
    static let arguments = ["--profile", "nano"]

    /// The working directory of the shared runs. Tests read it; those that change something copy.
    static let program: StagingProgram = {
        atexit { try? FileManager.default.removeItem(at: StagingRuns.folder) }
        return StagingProgram(in: folder)
    }()

    private static let folder: URL = {
        do {
            return try StagingProgram.temporaryFolder()
        } catch {
            fatalError("no temporary folder: \(error)")
        }
    }()

    /// A run beside the painted cohort, with two threads.
    static func first() throws -> StagingProgram.Result { try firstResult.get() }

    static let firstResult = Result {
        try PaintedCohort.copy(to: program.file("Data/cohort-nano-1"))
        return try program.run("--profile", "nano", environment: ["DEEPTEACHING_THREADS": "2"])
    }

    /// The same once more in the same folder, quietly, with one thread, to another output folder.
    static func second() throws -> StagingProgram.Result { try secondResult.get() }

    static let secondOutput = "again/and/again"

    static let secondResult = Result {
        _ = try first()
        return try program.run(
            "--profile", "nano", "--quiet", "--output", secondOutput,
            environment: ["DEEPTEACHING_THREADS": "1"])
    }

    /// Another seed, of which only the titles are printed.
    static func otherSeed() throws -> StagingProgram.Result { try otherSeedResult.get() }

    static let otherSeedOutput = "other"

    static let otherSeedResult = Result {
        _ = try first()
        return try program.run(
            "--profile", "nano", "--seed", "5", "--list", "--output", otherSeedOutput)
    }

    /// The folder of the cohort that the first run saw.
    static func cohort() throws -> URL {
        _ = try first()
        return program.file("Data/cohort-nano-1")
    }

    /// When each slide was written, and how many bytes it has.
    static func slideStamps() throws -> [String: [AnyHashable]] {
        let cohort = try cohort()
        let names = program.files(below: "Data/cohort-nano-1").filter { $0.hasSuffix(".tif") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { name in
                let values = try FileManager.default.attributesOfItem(
                    atPath: cohort.appending(path: name).path)
                return (name, [values[.modificationDate] as? Date, values[.size] as? Int])
            })
    }
}
