import Foundation

/// A process that reads mutants one after the other and says a line about each. A trap ends it,
/// and nothing else.
final class WorkerProcess {
    private let process = Process()
    private let output = Pipe()
    private var pending = Data()

    /// Starts this program again for some mutants of a format.
    init(
        _ format: any FileFormat.Type, mutants: Range<Int>, seed: UInt64, in folder: URL
    ) throws {
        process.executableURL = Bundle.main.executableURL
        process.arguments = [
            format.name, "--seed", "\(seed)", "--scratch", folder.path,
            "--worker", "\(mutants.lowerBound)", "\(mutants.upperBound)",
        ]
        // Without a backtrace a trap takes milliseconds instead of seconds.
        process.environment = ProcessInfo.processInfo.environment
            .merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    /// Something that a worker does.
    enum Event: Equatable {
        case line(Substring)
        case silence
        case end
    }

    /// What it does next, or that it does nothing for some seconds.
    func next(within seconds: Double) -> Event {
        while true {
            if let end = pending.firstIndex(of: 0x0a) {
                let line = String(decoding: pending[..<end], as: UTF8.self)
                pending = Data(pending[(end + 1)...])
                return .line(line[...])
            }
            let handle = output.fileHandleForReading
            var descriptor = pollfd(fd: handle.fileDescriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, Int32(seconds * 1000)) > 0 else { return .silence }
            let bytes = handle.availableData
            if bytes.isEmpty { return .end }
            pending += bytes
        }
    }

    /// Ends it and waits until it is gone.
    func end() {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
