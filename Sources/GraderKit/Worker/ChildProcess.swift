import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A process in a group of its own, whose outputs come through pipes.
struct ChildProcess {
    /// The identifier of the process and of its group.
    let identifier: pid_t

    /// The reading ends of descriptors 1, 2 and 3 of the child; they do not block.
    let output: Int32
    let error: Int32
    let answers: Int32

    /// A word in the child's environment that all its descendants carry.
    let mark: String

    /// One at a time: a pipe is closed in other children only some time after it is made, and one
    /// that was started in between would hold it.
    private static let starting = NSLock()

    /// Starts `executable`; its standard input holds `input`.
    ///
    /// - Parameter explainsTraps: whether a trap names its file and line, which takes it a second.
    /// - Throws: `WorkerError` if there is no such program or the machine has no room for it.
    init(
        executable: URL, arguments: [String], input: Data, explainsTraps: Bool = true
    ) throws {
        Self.starting.lock()
        defer { Self.starting.unlock() }
        let request = try Self.anonymousFile(holding: input)
        let pipes = try (0..<3).map { _ in try Self.pipe() }
        defer { ([request] + pipes.map(\.write)).forEach { _ = close($0) } }
        mark = "DEEPTEACHING_WORKER=\(UUID().uuidString)"
        let targets = [request] + pipes.map(\.write)
        let environment = Self.environment(mark: mark, explainsTraps: explainsTraps)
        identifier = try Self.spawn(executable, arguments, targets, environment)
        output = pipes[0].read
        error = pipes[1].read
        answers = pipes[2].read
    }

    /// Ends the process and all that it started, and closes the pipes.
    func end() {
        kill(-identifier, SIGKILL)
        var status: Int32 = 0
        waitpid(identifier, &status, 0)
        ProcessTable.kill(markedWith: mark)
        [output, error, answers].forEach { _ = close($0) }
    }

    /// All that comes over the channel of answers, to its end or a minute's silence.
    func allAnswers() -> String {
        var data = Data()
        var buffer = [UInt8](repeating: 0, count: 1 << 12)
        var descriptor = pollfd(fd: answers, events: Int16(POLLIN), revents: 0)
        while poll(&descriptor, 1, 60_000) > 0 {
            let count = read(answers, &buffer, buffer.count)
            guard count > 0 else { break }
            data += buffer.prefix(count)
        }
        return String(decoding: data, as: UTF8.self)
    }

    /// How the process ended, or nil while it runs.
    func ending() -> Ending? {
        var status: Int32 = 0
        guard waitpid(identifier, &status, WNOHANG) == identifier else { return nil }
        let signal = status & 0x7f
        return signal == 0 ? .exited((status >> 8) & 0xff) : .signalled(signal)
    }

    /// How a process ended.
    enum Ending: Equatable {
        /// By itself, with this code.
        case exited(Int32)

        /// By this signal.
        case signalled(Int32)
    }
}

extension ChildProcess {
    private static func spawn(
        _ executable: URL, _ arguments: [String], _ descriptors: [Int32],
        _ environment: [String]
    ) throws -> pid_t {
        var actions: posix_spawn_file_actions_t = .init()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (target, source) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, source, Int32(target))
        }
        var attributes: posix_spawnattr_t = .init()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP))
        var identifier: pid_t = 0
        let words = [executable.path] + arguments
        let code = withCStrings(words) { argv in
            withCStrings(environment) { envp in
                posix_spawn(&identifier, executable.path, &actions, &attributes, argv, envp)
            }
        }
        guard code == 0 else {
            throw WorkerError.cannotStart(
                path: executable.path, reason: String(cString: strerror(code)))
        }
        return identifier
    }

    /// The environment of this process, with what a trap is to say.
    private static func environment(mark: String, explainsTraps: Bool) -> [String] {
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] =
            explainsTraps
            ? "enable=yes,color=no,interactive=no,threads=crashed,images=none,registers=none"
                + ",limit=64,top=8,sanitize=no"
            : "enable=no"
        return environment.map { "\($0.key)=\($0.value)" } + [mark]
    }

    /// A file without a name, open for reading: the child cannot block on it, nor we on the child.
    private static func anonymousFile(holding data: Data) throws -> Int32 {
        var path = Array((NSTemporaryDirectory() + "deepteaching-XXXXXX").utf8CString)
        let descriptor = mkstemp(&path)
        guard descriptor >= 0 else { throw WorkerError.noTemporaryFile }
        unlink(path)
        try FileHandle(fileDescriptor: descriptor).write(contentsOf: data)
        lseek(descriptor, 0, SEEK_SET)
        return aboveStandard(descriptor)
    }

    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        #if canImport(Darwin)
            let code = Darwin.pipe(&ends)
        #elseif canImport(Musl)
            let code = Musl.pipe(&ends)
        #else
            let code = Glibc.pipe(&ends)
        #endif
        guard code == 0 else { throw WorkerError.noTemporaryFile }
        let read = aboveStandard(ends[0])
        _ = fcntl(read, F_SETFL, fcntl(read, F_GETFL) | O_NONBLOCK)
        return (read, aboveStandard(ends[1]))
    }

    /// The same descriptor under a number above those that the child gets, closed on exec.
    private static func aboveStandard(_ descriptor: Int32) -> Int32 {
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 10)
        close(descriptor)
        return copy
    }
}

/// Calls `body` with a null-terminated array of C strings.
private func withCStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
) -> Result {
    let pointers = strings.map { strdup($0) }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
}
