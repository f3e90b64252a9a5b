import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a worker may use of the machine. It is robustness against mistakes, no security against
/// malice: code that wants to do harm needs a container or a sandbox around the whole course.
public struct WorkerLimits: Codable, Sendable, Equatable {
    /// Seconds of processor time.
    public var processorSeconds = 30

    /// Bytes of address space.
    public var memory = 2 << 30

    /// Bytes that a file may grow to.
    public var fileSize = 16 << 20

    /// Processes and threads that the user's account may have beyond those that run already.
    public var furtherProcesses = 64

    /// The usual limits.
    public init() {}

    /// Sets the limits in this process, for good.
    func apply() {
        set(RLIMIT_CPU, to: processorSeconds)
        set(RLIMIT_FSIZE, to: fileSize)
        set(RLIMIT_CORE, to: 0)
        #if os(Linux)
            set(RLIMIT_AS, to: memory)
            set(__RLIMIT_NPROC, to: ProcessTable.threadsOfThisUser() + furtherProcesses)
        #endif
    }

    #if canImport(Glibc)
        private func set(_ resource: __rlimit_resource, to value: Int) {
            var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
            setrlimit(__rlimit_resource_t(resource.rawValue), &limit)
        }
    #else
        private func set(_ resource: Int32, to value: Int) {
            var limit = rlimit(rlim_cur: rlim_t(value), rlim_max: rlim_t(value))
            setrlimit(resource, &limit)
        }
    #endif
}
