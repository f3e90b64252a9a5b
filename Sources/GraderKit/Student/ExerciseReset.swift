import Curriculum
import Foundation

/// Makes a stub anew, and never at the price of a student's text: that is copied first, whatever
/// its bytes are, and if it cannot be copied nothing is changed.
public struct ExerciseReset {
    private let folder: CourseFolder
    private let lesson: LessonOutline
    private let file: ExerciseFile

    /// A reset in a lesson's file.
    public init(of lesson: LessonOutline, in folder: CourseFolder) {
        self.folder = folder
        self.lesson = lesson
        file = ExerciseFile(of: lesson, in: folder)
    }

    /// Makes one exercise anew (nil: the whole file), and says where the old text went.
    ///
    /// - Throws: `StudentFileError` or `CourseError`; then the file is as it was.
    public func run(_ function: String? = nil) throws -> String {
        let stub = try stub()
        guard let stamp = try file.stamp() else {
            try folder.write(stub, to: file.url)
            return "\(file.path) was missing: the stub stands there again."
        }
        let old = try? file.saved()
        let text = old.flatMap { try? file.text(of: $0) }
        var new = stub.withLineEnds(text?.lineEnd ?? stub.lineEnd ?? .lineFeed)
        if let function {
            new = try Stub.resetting(function, in: file.text(), to: stub)
        }
        if Data(new.utf8) == old?.bytes { return "\(file.path) is fresh already." }
        try refuseReadOnly(stamp)
        let copy = try keep()
        guard try file.stamp() == stamp else {
            throw StudentFileError.changedMeanwhile(path: file.path)
        }
        try folder.write(new, to: file.url)
        return "\(file.path) is fresh again. Your text is kept in \(folder.relative(copy))."
    }

    private func stub() throws -> String {
        let solution = folder.solution(of: lesson)
        do {
            return try Stub.text(of: lesson, fromSolution: folder.text(of: solution))
        } catch let error as StubError {
            throw CourseError.noStub(solution: folder.relative(solution), error)
        }
    }

    /// A file is replaced by renaming, which asks only its folder: that a file is read-only must
    /// be asked for.
    private func refuseReadOnly(_ stamp: FileStamp) throws {
        let target = FileReplacement.resolved(file.url)
        let parent = target.deletingLastPathComponent()
        if stamp.isReadOnly || access(target.path, W_OK) != 0 {
            throw StudentFileError.readOnly(path: file.path)
        }
        if FileStamp(path: parent.path)?.isReadOnly ?? true || access(parent.path, W_OK) != 0 {
            throw StudentFileError.readOnly(path: folder.relative(parent))
        }
    }

    private func keep() throws -> URL {
        let copies = KeptCopies(folder)
        do {
            return try copies.keep(file.url, as: lesson.name)
        } catch {
            throw StudentFileError.notKept(
                path: file.path, folder: folder.relative(copies.folder), reason: "\(error)")
        }
    }
}
