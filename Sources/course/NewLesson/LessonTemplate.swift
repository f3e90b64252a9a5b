import Foundation
import GraderKit

/// The files of a lesson that is still to be written.
///
/// The texts name the lesson NAME, its number NN, its topic TOPIC and its grader GRADER.
struct LessonTemplate {
    private let name: String

    /// A template for a lesson of this name.
    ///
    /// - Throws: `CourseError.badLessonName` if it is not Lesson, two digits and a topic.
    init(name: String) throws {
        let topic = name.dropFirst(8)
        let isName =
            name.hasPrefix("Lesson") && name.dropFirst(6).prefix(2).allSatisfy(\.isNumber)
            && topic.first?.isUppercase == true
            && topic.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard isName, topic != "Exercises" else { throw CourseError.badLessonName(name) }
        self.name = name
    }

    /// "Lesson22".
    var shortName: String { String(name.prefix(8)) }

    private var topic: String { String(name.dropFirst(8)) }
    private var grader: String { topic.prefix(1).lowercased() + topic.dropFirst() }

    /// Writes all files and adds the lesson to the list in Package.swift.
    ///
    /// - Returns: the paths that were made.
    /// - Throws: `CourseError.alreadyThere` before anything is written.
    func write(to folder: CourseFolder) throws -> [String] {
        var files = Self.files.map { (path: filled($0.path), text: filled($0.text)) }
        let solution = filled(Self.solution)
        files.append(("Solutions/\(name).swift", solution))
        files.append(("Exercises/\(name).swift", try Stub.text(fromSolution: solution)))
        for file in files {
            let there = folder.root.appending(path: file.path).path
            if FileManager.default.fileExists(atPath: there) {
                throw CourseError.alreadyThere(path: file.path)
            }
        }
        let package = folder.root.appending(path: "Package.swift")
        let manifest = try addingLesson(to: folder.text(of: package))
        for file in files {
            try folder.write(file.text, to: folder.root.appending(path: file.path))
        }
        try folder.write(manifest, to: package)
        return files.map(\.path)
    }

    private func filled(_ text: String) -> String {
        text.replacing("TOPIC", with: topic).replacing("GRADER", with: grader)
            .replacing("NAME", with: name).replacing("NN", with: name.dropFirst(6).prefix(2))
    }

    /// The manifest with the lesson at its place in the list.
    private func addingLesson(to manifest: String) throws -> String {
        var lines = manifest.sourceLines.map(String.init)
        guard let start = lines.firstIndex(where: { $0.hasPrefix("let lessons: [Lesson] = [") }),
            let end = lines[start...].firstIndex(of: "]")
        else { throw CourseError.unreadable(path: "Package.swift") }
        let line = "    Lesson(\"\(name)\"),"
        let later = lines[(start + 1)..<end].firstIndex { $0 > line }
        if later == nil && end > start + 1 && !lines[end - 1].hasSuffix(",") {
            lines[end - 1] += ","
        }
        lines.insert(line, at: later ?? end)
        return lines.joined(separator: "\n").withLineEnds(manifest.lineEnd ?? .lineFeed)
    }
}
