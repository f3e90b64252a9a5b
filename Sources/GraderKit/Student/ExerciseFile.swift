import Curriculum
import Foundation

/// The file in which a student works, as it lies on the disk, whatever its bytes are.
public struct ExerciseFile: Sendable {
    /// No exercise is nearly as long; what is longer is not read into memory.
    static let largestSize = 1 << 18

    /// Where it stands, by the name that the course knows; a symbolic link is not resolved.
    public let url: URL

    /// The path from the folder of the package.
    public let path: String

    private let lesson: LessonOutline

    /// The file of a lesson in a checkout.
    public init(of lesson: LessonOutline, in folder: CourseFolder) {
        self.lesson = lesson
        url = folder.exercises(of: lesson)
        path = lesson.exercisesPath
    }

    /// What lay there at one moment.
    public struct Saved: Sendable, Equatable {
        /// The bytes.
        public let bytes: Data

        /// What a further save changes, even one of the same bytes.
        public let stamp: FileStamp
    }

    /// The stamp of the file, or nil if there is none.
    ///
    /// - Throws: `StudentFileError` if its name leads to something else than a file.
    public func stamp() throws -> FileStamp? {
        do {
            let stamp = try FileStamp(of: url.path)
            guard stamp.isFile else { throw StudentFileError.noFile(path: path, kind: stamp.kind) }
            return stamp
        } catch let failure as SystemFailure {
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: url.path) {
                throw StudentFileError.brokenLink(path: path, target: target)
            }
            if [ENOENT, ENOTDIR].contains(failure.code) { return nil }
            throw StudentFileError.unreadable(path: path, reason: failure.description)
        }
    }

    /// The bytes as they lie there now.
    ///
    /// - Throws: `StudentFileError` if there is no file, or none that a person wrote.
    public func saved() throws -> Saved {
        guard try stamp() != nil else {
            throw StudentFileError.missing(path: path, lesson: lesson.shortName)
        }
        do {
            let file = try OpenFile(reading: url.path)
            let stamp = try file.stamp()
            guard stamp.size <= Self.largestSize else {
                throw StudentFileError.tooLarge(path: path, bytes: stamp.size)
            }
            var bytes = Data()
            while bytes.count <= Self.largestSize {
                let next = try file.read(atMost: 1 << 16)
                if next.isEmpty { break }
                bytes += next
            }
            return Saved(bytes: bytes, stamp: stamp)
        } catch let failure as SystemFailure {
            throw StudentFileError.unreadable(path: path, reason: failure.description)
        }
    }

    /// The text of what was saved. A byte-order mark at the head stays: the compiler knows it.
    ///
    /// - Throws: `StudentFileError.notUTF8`.
    public func text(of saved: Saved) throws -> String {
        if let foreign = ForeignText(saved.bytes) {
            throw StudentFileError.notUTF8(path: path, foreign)
        }
        return String(decoding: saved.bytes, as: UTF8.self)
    }

    /// The text as it lies there now.
    ///
    /// - Throws: `StudentFileError` if there is no file, or none that the compiler reads.
    public func text() throws -> String { try text(of: saved()) }

    /// What keeps the file from being graded, in a sentence, or nil if nothing does.
    public func problem() -> String? {
        do {
            _ = try text()
            return nil
        } catch {
            return "\(error)"
        }
    }
}
