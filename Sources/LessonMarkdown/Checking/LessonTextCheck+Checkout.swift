import Foundation

extension LessonTextCheck {
    /// A check of a lesson in a checkout.
    ///
    /// - Parameters:
    ///   - lesson: its name, "Lesson06TissueExtraction".
    ///   - listings: those of the checkout.
    /// - Returns: nil if the lesson has no `Lesson.md`.
    public init?(lesson: String, root: URL, listings: ListingSources) {
        func text(_ path: String) -> String? {
            try? String(contentsOf: root.appending(path: path), encoding: .utf8)
        }
        let folder = "Lessons/\(lesson)"
        guard let markdown = text("\(folder)/Lesson.md") else { return nil }
        let files =
            FileManager.default.enumerator(
                atPath: root.appending(path: folder).path)?.compactMap { $0 as? String } ?? []
        let sources = files.filter { $0.hasSuffix(".swift") }.sorted().compactMap { file in
            text("\(folder)/\(file)").map { (path: "\(folder)/\(file)", text: $0) }
        }
        self.init(
            text: markdown, file: "\(folder)/Lesson.md", sources: sources, listings: listings,
            solutions: text("Solutions/\(lesson).swift") ?? "",
            exists: { FileManager.default.fileExists(atPath: root.appending(path: $0).path) })
    }

    /// The names of all lessons of a checkout that have a folder, in order.
    public static func lessons(root: URL) -> [String] {
        let folders = try? FileManager.default.contentsOfDirectory(
            atPath: root.appending(path: "Lessons").path)
        return (folders ?? []).filter { $0.hasPrefix("Lesson") }.sorted()
    }
}
