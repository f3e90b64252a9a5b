import DeepTeaching
import Foundation

/// Many mutants of one format, read by processes side by side.
struct Campaign {
    let format: any FileFormat.Type
    let mutants: Int
    let seed: UInt64

    /// How long a worker may be silent before it counts as hung; generous, for a busy machine.
    let patience: Double

    /// Where workers write.
    let space: ScratchSpace

    /// What came of all.
    struct Result: Sendable {
        var accepted = 0
        var refused = 0
        var complaints: [(index: Int, verdict: Verdict)] = []
        var seconds = 0.0

        mutating func count(_ verdict: Verdict, of index: Int) {
            switch verdict {
            case .accepted: accepted += 1
            case .refused: refused += 1
            default: complaints.append((index, verdict))
            }
        }
    }

    /// Reads all mutants; which process reads which changes nothing.
    func run(progress: @escaping @Sendable (Double) -> Void) throws -> Result {
        let start = Date()
        let parts = max(1, min(64, mutants / 50))
        let done = Progress(total: mutants, report: progress)
        let results = try parallelMap(parts) { part in
            try read(mutants * part / parts..<mutants * (part + 1) / parts, done)
        }
        var all = Result()
        for result in results {
            all.accepted += result.accepted
            all.refused += result.refused
            all.complaints += result.complaints
        }
        all.seconds = Date().timeIntervalSince(start)
        return all
    }

    /// Reads some mutants; after a trap or a hang a new worker goes on behind it.
    private func read(_ mutants: Range<Int>, _ done: Progress) throws -> Result {
        var result = Result()
        var next = mutants.lowerBound
        while next < mutants.upperBound {
            let worker = try WorkerProcess(
                format, mutants: next..<mutants.upperBound, seed: seed, in: space.newFolder())
            defer { worker.end() }
            // The first line says that it is ready: without it no mutant is to blame.
            guard case .line = worker.next(within: 60) else {
                throw FuzzError.workerDoesNotStart(format: format.name)
            }
            reading: while next < mutants.upperBound {
                let verdict: Verdict
                switch worker.next(within: patience) {
                case .line(let line): verdict = Verdict(line: line) ?? .wrong(String(line))
                case .silence: verdict = .hung
                case .end: verdict = .trapped
                }
                result.count(verdict, of: next)
                next += 1
                done.countOne()
                if verdict == .hung || verdict == .trapped { break reading }
            }
        }
        return result
    }
}

/// Counts what several threads do.
private final class Progress: @unchecked Sendable {  // the count is behind the lock
    private let lock = NSLock()
    private var count = 0
    private let total: Int
    private let report: @Sendable (Double) -> Void

    init(total: Int, report: @escaping @Sendable (Double) -> Void) {
        self.total = total
        self.report = report
    }

    func countOne() {
        lock.lock()
        defer { lock.unlock() }
        count += 1
        report(Double(count) / Double(total))
    }
}
