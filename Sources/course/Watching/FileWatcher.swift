import Foundation
import GraderKit

/// Notices which of the students' files have changed. It looks ten times a second, which works on
/// every file system and costs nothing that could be felt. Symbolic links are followed.
struct FileWatcher {
    private let files: [(grader: LessonGrader, path: String)]
    private var seen: [String: FileStamp]

    init(_ folder: CourseFolder, _ graders: [LessonGrader]) {
        files = graders.map { ($0, folder.exercises(of: $0.lesson).path) }
        seen = [:]
        for file in files { seen[file.path] = FileStamp(path: file.path) }
    }

    /// The lessons whose file was saved since the last call.
    mutating func changes() -> [LessonGrader] {
        files.compactMap { grader, path in
            // Between removing a file and writing it anew there is nothing to grade.
            guard let stamp = FileStamp(path: path), stamp != seen[path] else { return nil }
            seen[path] = stamp
            return grader
        }
    }
}
