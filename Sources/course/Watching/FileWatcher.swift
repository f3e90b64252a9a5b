import Foundation
import GraderKit

/// Notices which of the students' files have changed. It looks ten times a second, which works on
/// every file system and costs nothing that could be felt.
struct FileWatcher {
    private let files: [(grader: LessonGrader, path: String)]
    private var seen: [String: Stamp]

    private struct Stamp: Equatable {
        let time: Date?
        let size: Int?
        let number: Int?
    }

    init(_ folder: CourseFolder, _ graders: [LessonGrader]) {
        files = graders.map { ($0, folder.exercises(of: $0.lesson).path) }
        seen = [:]
        for file in files { seen[file.path] = Self.stamp(file.path) }
    }

    /// The lessons whose file was saved since the last call.
    mutating func changes() -> [LessonGrader] {
        files.compactMap { grader, path in
            let stamp = Self.stamp(path)
            defer { seen[path] = stamp }
            return stamp == seen[path] || stamp.time == nil ? nil : grader
        }
    }

    private static func stamp(_ path: String) -> Stamp {
        let attributes = try? FileManager.default.attributesOfItem(atPath: path)
        return Stamp(
            time: attributes?[.modificationDate] as? Date, size: attributes?[.size] as? Int,
            number: attributes?[.systemFileNumber] as? Int)
    }
}
