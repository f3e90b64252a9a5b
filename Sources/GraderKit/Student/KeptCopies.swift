import Foundation

/// `.deepteaching/kept`: copies of what a command is about to overwrite, byte for byte. None of
/// them is ever overwritten, also not by another process in the same second.
struct KeptCopies {
    /// The folder of the copies.
    let folder: URL

    /// The copies of a checkout.
    init(_ course: CourseFolder) { folder = course.memory.appending(path: "kept") }

    /// Copies a file, and returns when the disk has the copy.
    ///
    /// - Parameter name: with what the copy's name begins; the time follows.
    /// - Throws: `SystemFailure`; then there is no copy.
    func keep(_ file: URL, as name: String, at date: Date = Date()) throws(SystemFailure) -> URL {
        let source = try OpenFile(reading: file.path)
        try Self.make(folder.deletingLastPathComponent())
        try Self.make(folder)
        let copy = try reserve(name + Self.text(of: date), suffix: "." + file.pathExtension)
        // Under the copy's own name stands the whole text, or nothing.
        let partial = copy.path + ".partial"
        do throws(SystemFailure) {
            let target = try OpenFile(creating: partial)
            while true {
                let bytes = try source.read(atMost: 1 << 20)
                if bytes.isEmpty { break }
                try target.write(bytes)
            }
            try target.finish()
            if rename(partial, copy.path) != 0 { throw SystemFailure() }
        } catch {
            unlink(partial)
            unlink(copy.path)
            throw error
        }
        return copy
    }

    /// Makes an empty file under a name that nobody has, so that the name is ours.
    private func reserve(_ name: String, suffix: String) throws(SystemFailure) -> URL {
        var number = 1
        while true {
            let full = name + (number == 1 ? "" : "-\(number)") + suffix
            let file = folder.appending(path: full)
            do throws(SystemFailure) {
                _ = try OpenFile(creating: file.path)
                return file
            } catch {
                if error.code != EEXIST { throw error }
                number += 1
            }
        }
    }

    private static func make(_ folder: URL) throws(SystemFailure) {
        if mkdir(folder.path, 0o755) != 0 && errno != EEXIST { throw SystemFailure() }
    }

    /// "-2026-03-01-101502", by the clock of the student's wall.
    private static func text(of date: Date) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.dateFormat = "-yyyy-MM-dd-HHmmss"
        return formatter.string(from: date)
    }
}
