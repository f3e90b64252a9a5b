import ArgumentParser
import CourseKit
import DeepTeaching
import Foundation

/// Damages files by chance and reads them: none may trap, take longer than a second, or be accepted
/// although it is wrong.
@main
struct Fuzz: ReportingCommand {
    static let configuration = CommandConfiguration(
        commandName: "fuzz",
        abstract: "Damage files by chance and read them: none may trap, hang, or fool the reader.",
        discussion: """
            Formats: \(allFormats.map { $0.name }.joined(separator: ", ")); without a name all of \
            them. A mutant is decided by its format, its number and the seed. Those that fail are \
            kept: `fuzz FORMAT --file MUTANT` reads one again. Exit status 1 if any fails.
            """)

    @Argument(help: "Which formats.")
    var formats: [String] = []

    @Option(help: "How many mutants of each format.")
    var mutants = 10_000

    @Option(help: "How many mutants of slides, which take longer to read.")
    var slides: Int?

    @Option(help: "Decides the mutants.")
    var seed: UInt64 = 1

    @Option(help: "After how many seconds without an answer a reader counts as hung.")
    var patience = 20.0

    @Option(help: "Where mutants that fail are kept.")
    var keep = "output/fuzz"

    @Option(help: "Read this file, and say what comes of it.")
    var file: String?

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp("Read these mutants in this process.", visibility: .private))
    var worker: [Int] = []

    @Option(help: ArgumentHelp("Where a worker may write.", visibility: .private))
    var scratch: String?

    func validate() throws {
        guard mutants > 0, slides ?? 1 > 0 else {
            throw ValidationError("--mutants and --slides must be 1 or more")
        }
        guard patience > 0 else { throw ValidationError("--patience must be more than 0 s") }
        guard worker.isEmpty || worker.count == 2 && worker[0] <= worker[1] && formats.count == 1
        else { throw ValidationError("--worker takes two numbers and one format") }
        guard file == nil || formats.count == 1 else {
            throw ValidationError("--file takes one format: fuzz FORMAT --file FILE")
        }
        for name in formats where Self.format(name) == nil {
            throw ValidationError(
                "there is no format \(name): choose from "
                    + allFormats.map { $0.name }.joined(separator: ", "))
        }
    }

    func run() throws {
        let chosen = formats.isEmpty ? allFormats : formats.compactMap(Self.format)
        if !worker.isEmpty { return try work(chosen[0]) }
        let space = try ScratchSpace()
        defer { space.remove() }
        if let file { return try readAgain(URL(fileURLWithPath: file), chosen[0], space) }
        print("format          mutants   accepted    refused     failed    seconds")
        var failed = 0
        for format in chosen {
            let judge = try Judge(format, seed: seed, in: space.newFolder())
            try judge.checkSamples()
            failed += try fuzz(format, judge.mutator, in: space)
        }
        if failed > 0 { throw ExitCode(1) }
    }

    /// Reads all mutants of a format; returns how many failed.
    private func fuzz(
        _ format: any FileFormat.Type, _ mutator: Mutator, in space: ScratchSpace
    ) throws -> Int {
        let isSlow = format == SlideFormat.self || format == PictureFormat.self
        let count = isSlow ? slides ?? mutants : mutants
        let bar = ProgressBar("Reading \(format.name) files")
        let result = try Campaign(
            format: format, mutants: count, seed: seed, patience: patience, space: space
        )
        .run { bar.report($0) }
        bar.end()
        let numbers = [count, result.accepted, result.refused, result.complaints.count]
        let cells = numbers.map { column("\($0)", 11) }.joined()
        let seconds = (result.seconds * 10).rounded() / 10
        print(
            format.name.padding(toLength: 12, withPad: " ", startingAt: 0)
                + cells + column("\(seconds)", 11))
        for (index, verdict) in result.complaints.prefix(20) {
            let kept = try keep(mutator.mutant(index), of: format, index)
            print("    mutant \(index): \(verdict.complaint ?? "") (\(kept))")
        }
        if result.complaints.count > 20 { print("    and \(result.complaints.count - 20) more") }
        return result.complaints.count
    }

    private func column(_ text: String, _ width: Int) -> String {
        String(repeating: " ", count: max(1, width - text.count)) + text
    }

    private func keep(
        _ bytes: Data, of format: any FileFormat.Type, _ index: Int
    ) throws -> String {
        let folder = URL(fileURLWithPath: keep, isDirectory: true)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let name = "\(format.name)-\(seed)-\(index)"
        try bytes.write(to: folder.appending(path: name), options: .atomic)
        return "\(keep)/\(name)"
    }

    /// What a worker does: a line when it is ready, then one for each mutant.
    private func work(_ format: any FileFormat.Type) throws {
        MemoryLimit.set(gigabytes: 4)
        let folder = URL(fileURLWithPath: scratch ?? ".", isDirectory: true)
        let judge = try Judge(format, seed: seed, in: folder)
        say("ready")
        for index in worker[0]..<worker[1] { say(try judge.verdict(on: index).line) }
    }

    private func readAgain(
        _ file: URL, _ format: any FileFormat.Type, _ space: ScratchSpace
    ) throws {
        let judge = try Judge(format, seed: seed, in: space.newFolder())
        let bytes = try Data(contentsOf: file)
        let verdict = try judge.verdict(on: bytes)
        print(verdict.complaint ?? (verdict == .accepted ? "accepted" : judge.refusal(of: bytes)))
        if verdict.complaint != nil { throw ExitCode(1) }
    }

    private func say(_ line: String) {
        FileHandle.standardOutput.write(Data((line + "\n").utf8))
    }

    private static func format(_ name: String) -> (any FileFormat.Type)? {
        (allFormats + [FaultyFormat.self]).first { $0.name == name }
    }
}
