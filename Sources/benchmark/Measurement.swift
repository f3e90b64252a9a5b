import DeepTeaching
import Foundation

/// The times of a workload, in seconds for one run.
struct Measurement {
    let workload: Workload
    let samples: [Double]

    /// How many cores other processes used meanwhile; nil where the system does not say.
    let otherCores: Double?

    /// One JSON object with the peers' keys.
    func line(threads: Int) throws -> String {
        let sorted = samples.sorted()
        let median = (sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
        let items = Double(workload.items)
        let row = Row(
            name: workload.name, median_s: median, min_s: sorted[0], items_per_s: items / median,
            best_items_per_s: items / sorted[0], unit: workload.unit, threads: threads,
            samples: sorted.count, gflops: workload.operations.map { $0 / median / 1e9 },
            best_gflops: workload.operations.map { $0 / sorted[0] / 1e9 },
            gb_s: workload.bytes.map { $0 / median / 1e9 },
            best_gb_s: workload.bytes.map { $0 / sorted[0] / 1e9 }, other_cores: otherCores,
            instructions: InstructionSet.current.rawValue)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(row), as: UTF8.self)
    }

    private struct Row: Encodable {
        let name: String
        let median_s, min_s, items_per_s, best_items_per_s: Double
        let unit: String
        let threads, samples: Int
        let gflops, best_gflops, gb_s, best_gb_s, other_cores: Double?
        let instructions: String
    }
}

extension Workload {
    /// Runs the workload twice to warm up, then collects samples of 10 ms or more until the budget
    /// is used: 7 samples at least, 200 at most.
    func measured(budget: Double) throws -> Measurement {
        let body = try prepare()
        for _ in 0..<2 { body() }
        let inner = max(1, Int(0.010 / max(seconds(1, body), 1e-9)))
        var samples: [Double] = []
        let clock = ContinuousClock()
        let start = clock.now
        let load = MachineLoad()
        var isUsed: Bool { start.duration(to: clock.now) >= .seconds(budget) }
        while samples.count < 200 && (samples.count < 7 || !isUsed) {
            samples.append(seconds(inner, body))
        }
        return Measurement(
            workload: self, samples: samples, otherCores: load.otherCores(until: MachineLoad()))
    }

    /// The mean time of one of `runs` runs.
    private func seconds(_ runs: Int, _ body: () -> Void) -> Double {
        let time = ContinuousClock().measure { for _ in 0..<runs { body() } }
        return time / .seconds(1) / Double(runs)
    }
}
