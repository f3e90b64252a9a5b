import Curriculum
import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One run of a worker, from its start to its end, and what came of it.
struct WorkerSession {
    /// How the run ended.
    enum Ending: Equatable {
        /// The process ended by itself, with this code.
        case exited(Int32)

        /// The process was ended by this signal: a trap.
        case signalled(Int32)

        /// A call took longer than its deadline, or the process used up its processor time.
        case deadline
    }

    /// What answered, and what was printed.
    private(set) var parser: AnswerParser
    private(set) var output = CappedOutput()
    private(set) var error = CappedOutput()
    private(set) var ending = Ending.deadline

    /// A start on a busy machine, and the report of a trap, take their time; it is not the
    /// student's.
    private static let startup = 20.0
    private static let backtrace = 20.0

    /// Starts the program, puts the request to it, and waits for the end or a deadline.
    ///
    /// - Throws: `WorkerError` if the program does not start.
    init(executable: URL, arguments: [String], request: WorkerRequest) throws {
        parser = AnswerParser(nonce: request.nonce)
        let process = try ChildProcess(
            executable: executable, arguments: arguments, input: ValueCoding.encode(request))
        defer { process.end() }
        listen(to: process, request)
    }

    private mutating func listen(to process: ChildProcess, _ request: WorkerRequest) {
        var answered = -1
        var deadline = Self.now() + Self.startup
        var isTrapped = false
        while true {
            Self.wait(for: [process.output, process.error, process.answers], seconds: 0.02)
            // First whether it has ended, then what it said: nothing can come after that.
            let ended = process.ending().map(Self.ending)
            drain(process)
            let isDone = parser.isSpoiled || parser.answers.count == request.calls.count
            if let end = ended ?? (isDone ? .exited(0) : nil) {
                ending = end
                return
            }
            if parser.isReady && parser.answers.count != answered {
                answered = parser.answers.count
                deadline = Self.now() + request.calls[answered].deadline
            }
            if !isTrapped && Backtrace.isAnnounced(in: error.text) {
                isTrapped = true
                deadline = Self.now() + Self.backtrace
            }
            if Self.now() > deadline {
                ending = isTrapped ? .signalled(SIGTRAP) : .deadline
                return
            }
        }
    }

    private mutating func drain(_ process: ChildProcess) {
        Self.read(process.output) { output.append($0) }
        Self.read(process.error) { error.append($0) }
        Self.read(process.answers) { parser.append($0) }
    }

    private static func ending(of ending: ChildProcess.Ending) -> Ending {
        switch ending {
        case .exited(let code): .exited(code)
        case .signalled(SIGXCPU): .deadline
        case .signalled(let signal): .signalled(signal)
        }
    }

    private static func now() -> Double { Double(DispatchTime.now().uptimeNanoseconds) * 1e-9 }

    private static func wait(for descriptors: [Int32], seconds: Double) {
        var polls = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        let count = poll(&polls, nfds_t(polls.count), Int32(seconds * 1000))
        // A closed pipe is always ready: do not spin on it until the process has ended.
        let onlyClosed = polls.allSatisfy { $0.revents & Int16(POLLIN) == 0 }
        if count > 0 && onlyClosed { usleep(1000) }
    }

    /// Reads what has come, at most 4 MB, so that a flood on one pipe cannot hide the others.
    private static func read(_ descriptor: Int32, _ take: (Data) -> Void) {
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        for _ in 0..<64 {
            let count = buffer.withUnsafeMutableBytes { recv(descriptor, $0) }
            guard count > 0 else { return }
            take(Data(buffer[0..<count]))
        }
    }

    private static func recv(_ descriptor: Int32, _ buffer: UnsafeMutableRawBufferPointer) -> Int {
        #if canImport(Glibc)
            Glibc.read(descriptor, buffer.baseAddress, buffer.count)
        #elseif canImport(Musl)
            Musl.read(descriptor, buffer.baseAddress, buffer.count)
        #else
            Darwin.read(descriptor, buffer.baseAddress, buffer.count)
        #endif
    }
}
