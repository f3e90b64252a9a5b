import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The processes of this machine, as /proc lists them; empty where there is no /proc.
enum ProcessTable {
    /// How many threads the account runs, over all its processes.
    static func threadsOfThisUser() -> Int {
        identifiers().reduce(0) { sum, process in
            var status = stat()
            guard stat("/proc/\(process)", &status) == 0, status.st_uid == getuid() else {
                return sum
            }
            let tasks = try? FileManager.default.contentsOfDirectory(
                atPath: "/proc/\(process)/task")
            return sum + (tasks?.count ?? 1)
        }
    }

    /// Ends every process whose environment holds `mark`: a child that left its group keeps it.
    ///
    /// One look is not enough: a process that is just being started shows no environment yet, or
    /// came after the list was read. So it looks until it has found nothing three times.
    static func kill(markedWith mark: String) {
        var quietLooks = 0
        for _ in 0..<50 where quietLooks < 3 {
            let found = processes(markedWith: mark)
            found.forEach(signal)
            quietLooks = found.isEmpty ? quietLooks + 1 : 0
            usleep(3000)
        }
    }

    /// The other processes that run and whose environment holds `mark`.
    static func processes(markedWith mark: String) -> [pid_t] {
        identifiers().filter { process in
            guard process != getpid() else { return false }
            let environment = FileManager.default.contents(atPath: "/proc/\(process)/environ")
            return environment?.range(of: Data(mark.utf8)) != nil
        }
    }

    private static func signal(_ process: pid_t) {
        #if canImport(Glibc)
            Glibc.kill(process, SIGKILL)
        #elseif canImport(Musl)
            Musl.kill(process, SIGKILL)
        #else
            Darwin.kill(process, SIGKILL)
        #endif
    }

    private static func identifiers() -> [pid_t] {
        ((try? FileManager.default.contentsOfDirectory(atPath: "/proc")) ?? []).compactMap(
            pid_t.init)
    }
}
