import ArgumentParser
import DeepTeaching
import Foundation

/// Measures the library's speed: one JSON line for each workload, under the names of the peers'
/// workloads, so that the two tables can be laid side by side.
@main
struct Benchmark: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "benchmark", abstract: "Measures the speed of DeepTeaching.",
        discussion: """
            The environment variable PEERS_DATA names the folder of the peers' data, from which images \
            are taken; DEEPTEACHING_INSTRUCTIONS=avx2 or generic lowers the kernels' instructions.
            """)

    @Option(help: "Only workloads whose names match this regular expression.")
    var only = ""

    @Option(help: "The number of threads.")
    var threads = 1

    @Option(help: "Also write the lines to this file.")
    var json: String?

    @Option(help: "Seconds of samples for each workload.")
    var budget = 1.2

    func validate() throws {
        guard threads > 0 else { throw ValidationError("--threads must be 1 or more") }
        guard budget > 0 else { throw ValidationError("--budget must be more than 0 seconds") }
        let wish = ProcessInfo.processInfo.environment["DEEPTEACHING_INSTRUCTIONS"]
        if let wish, InstructionSet(rawValue: wish) == nil {
            throw ValidationError(
                "DEEPTEACHING_INSTRUCTIONS is \(wish); it must be one of "
                    + InstructionSet.allCases.map(\.rawValue).joined(separator: ", "))
        }
        do { _ = try Regex(only) } catch {
            throw ValidationError("--only \(only) is not a regular expression: \(error)")
        }
    }

    func run() throws {
        // Read when the first parallel work starts.
        setenv("DEEPTEACHING_THREADS", "\(threads)", 1)
        let pattern = try Regex(only)
        var lines: [String] = []
        for workload in Workload.all(threads: threads)
        where only.isEmpty || workload.name.firstMatch(of: pattern) != nil {
            do {
                let line = try workload.measured(budget: budget).line(threads: threads)
                FileHandle.standardOutput.write(Data((line + "\n").utf8))
                lines.append(line)
            } catch let missing as MissingData {
                FileHandle.standardError.write(Data("\(workload.name): \(missing)\n".utf8))
            }
        }
        if lines.isEmpty {
            throw ValidationError("no workload that can be measured matches --only \(only)")
        }
        if let json {
            try (lines.joined(separator: "\n") + "\n")
                .write(toFile: json, atomically: true, encoding: .utf8)
        }
    }
}
