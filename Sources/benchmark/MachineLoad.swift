import Foundation

/// How busy the machine and this process have been since they started.
struct MachineLoad {
    private let now = ContinuousClock.now
    private let machineSeconds: Double?
    private let ownSeconds: Double

    init() {
        ownSeconds = Double(clock()) / Double(CLOCKS_PER_SEC)  // of all threads
        machineSeconds = Self.busySeconds()
    }

    /// How many cores other processes used from here to `end`, on average.
    func otherCores(until end: MachineLoad) -> Double? {
        guard let first = machineSeconds, let last = end.machineSeconds else { return nil }
        let others = (last - first) - (end.ownSeconds - ownSeconds)
        let cores = max(0, others / max((end.now - now) / .seconds(1), 1e-9))
        return (cores * 100).rounded() / 100
    }

    /// The seconds that all cores have worked, as Linux counts them.
    private static func busySeconds() -> Double? {
        guard let text = try? String(contentsOfFile: "/proc/stat", encoding: .utf8),
            let line = text.split(separator: "\n").first
        else { return nil }
        let ticks = line.split(separator: " ").dropFirst().compactMap { Double($0) }
        guard ticks.count > 6 else { return nil }
        // User, nice, system; then interrupts, after idle and waiting.
        return (ticks[0] + ticks[1] + ticks[2] + ticks[5] + ticks[6])
            / Double(sysconf(Int32(_SC_CLK_TCK)))
    }
}
