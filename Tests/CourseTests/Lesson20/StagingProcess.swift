import Foundation

/// A process whose output is read while it runs.
final class StagingProcess {
    private let process = Process()
    private let output = StreamReader()
    private let error = StreamReader()

    init(
        executable: URL, arguments: [String], folder: URL, environment: [String: String]
    ) throws {
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output.pipe
        process.standardError = error.pipe
        try process.run()
        output.start()
        error.start()
    }

    var isRunning: Bool { process.isRunning }

    var errorSoFar: String { error.text }

    func send(_ signal: Int32) {
        if process.isRunning { kill(process.processIdentifier, signal) }
    }

    /// Waits for the end; a process that takes too long is killed, which its status shows.
    func result(within seconds: Double) -> StagingProgram.Result {
        let end = Date(timeIntervalSinceNow: seconds)
        while process.isRunning, Date() < end { usleep(2_000) }
        send(SIGKILL)
        process.waitUntilExit()
        output.wait()
        error.wait()
        return StagingProgram.Result(
            status: process.terminationStatus,
            wasKilled: process.terminationReason == .uncaughtSignal,
            output: output.text, error: error.text)
    }
}

/// Reads a pipe on a thread of its own, or a full pipe would stop the process.
private final class StreamReader: @unchecked Sendable {  // the data are behind the lock
    let pipe = Pipe()
    private let lock = NSLock()
    private let end = DispatchSemaphore(value: 0)
    private var data = Data()

    var text: String {
        lock.lock()
        defer { lock.unlock() }
        return String(decoding: data, as: UTF8.self)
    }

    func start() {
        Thread.detachNewThread { [self] in
            while case let part = pipe.fileHandleForReading.availableData, !part.isEmpty {
                lock.lock()
                data.append(part)
                lock.unlock()
            }
            end.signal()
        }
    }

    func wait() { end.wait() }
}
