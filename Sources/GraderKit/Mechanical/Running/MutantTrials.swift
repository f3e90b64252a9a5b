import Curriculum
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Puts the mutants of one exercise to its checks, in processes that may end at any of them.
struct MutantTrials {
    /// How a mutant came out for a seed.
    enum Outcome { case caught, missed, ended }

    private typealias Trial = MutantProgram.Trial
    let program: URL
    let exercise: String
    private var open: [Trial]
    private(set) var outcomes: [Int: [Outcome]] = [:]

    /// The misconceptions, by index, whose answers a mutant gives for some seed.
    private(set) var lookalikes: [Int: Set<Int>] = [:]

    init(_ program: URL, _ exercise: String, numbers: [Int], seeds: [UInt64]) {
        self.program = program
        self.exercise = exercise
        open = numbers.flatMap { number in seeds.map { Trial(number: number, seed: $0) } }
    }

    /// Runs until every mutant has been judged for every seed.
    ///
    /// - Throws: `WorkerError` if the program does not start, or judges nothing.
    mutating func run() throws {
        while !open.isEmpty {
            let lines = try answers()
            var begun: Trial?
            var number = 0
            for line in lines {
                let words = line.split(separator: " ")
                switch words.first {
                case "begin" where words.count == 3:
                    number = Int(words[1]) ?? 0
                    begun = Trial(number: number, seed: UInt64(words[2]) ?? 0)
                case "alike":
                    let alike = words.dropFirst().compactMap { Int($0) }
                    lookalikes[number, default: []].formUnion(alike)
                default:
                    if let trial = begun { finish(trial, words == ["caught"] ? .caught : .missed) }
                    begun = nil
                }
            }
            if let begun { finish(begun, .ended) }
            if lines.isEmpty {
                throw WorkerError.noWorker(path: program.path, output: "no mutant was judged")
            }
        }
    }

    private mutating func finish(_ trial: Trial, _ outcome: Outcome) {
        outcomes[trial.number, default: []].append(outcome)
        open.removeAll { $0 == trial }
    }

    /// What one process says before it ends, whatever ends it.
    private func answers() throws -> [Substring] {
        let request = MutantProgram.Request(exercise: exercise, trials: open)
        let process = try ChildProcess(
            executable: program, arguments: [], input: ValueCoding.encode(request),
            explainsTraps: false)
        defer { process.end() }
        return process.allAnswers().split(separator: "\n")
    }
}
