import Curriculum
import Foundation

/// A checkout of the course: where its files stand.
public struct CourseFolder: Sendable {
    /// The folder of Package.swift.
    public let root: URL

    /// The folder in which the programs of this build stand.
    public let products: URL

    /// A checkout at a known place.
    public init(root: URL, products: URL) {
        self.root = root
        self.products = products
    }

    /// The checkout that holds the current folder, and the build that this program comes from.
    ///
    /// - Throws: `CourseError.noCheckout` if no folder above holds the course.
    public static func current() throws -> CourseFolder {
        let here = URL(filePath: FileManager.default.currentDirectoryPath)
        var folder = here
        while !isCourse(folder) {
            guard folder.path != "/" else { throw CourseError.noCheckout(path: here.path) }
            folder.deleteLastPathComponent()
        }
        let products = Bundle.main.bundleURL.resolvingSymlinksInPath()
        return CourseFolder(root: folder, products: products)
    }

    /// The checkout that holds `file`, a test of Tests/FOLDER/, and the programs of its test run.
    public static func ofTests(file: String) -> CourseFolder {
        let tests = URL(filePath: file).deletingLastPathComponent().deletingLastPathComponent()
        // On macOS the test bundle stands beside the programs, on Linux it is the main program.
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
        let products = bundle?.bundleURL.deletingLastPathComponent() ?? Bundle.main.bundleURL
        return CourseFolder(
            root: tests.deletingLastPathComponent(),
            products: products.resolvingSymlinksInPath())
    }

    private static func isCourse(_ folder: URL) -> Bool {
        func holds(_ name: String) -> Bool {
            FileManager.default.fileExists(atPath: folder.appending(path: name).path)
        }
        // Exercises may have been moved away: then the course is needed to get them back.
        return holds("Package.swift") && holds("Lessons")
            && (holds("Exercises") || holds("Solutions"))
    }

    /// The student's file of a lesson.
    public func exercises(of lesson: LessonOutline) -> URL {
        root.appending(path: lesson.exercisesPath)
    }

    /// The solution of a lesson; an exported course has none.
    public func solution(of lesson: LessonOutline) -> URL {
        root.appending(path: "Solutions/\(lesson.name).swift")
    }

    /// The program of a lesson, which serves as its worker.
    public func program(of lesson: LessonOutline) -> URL { products.appending(path: lesson.name) }

    /// Where the course remembers what the student has done.
    public var memory: URL { root.appending(path: ".deepteaching") }

    /// The text of a file.
    ///
    /// - Throws: `CourseError.unreadable` if there is none.
    public func text(of file: URL) throws -> String {
        // Reading a pipe would wait for ever.
        guard FileStamp(path: file.path)?.isFile ?? false,
            let text = try? String(contentsOf: file, encoding: .utf8)
        else {
            throw CourseError.unreadable(path: relative(file))
        }
        return text
    }

    /// The path from the folder of the package.
    public func relative(_ file: URL) -> String {
        let prefix = root.path.hasSuffix("/") ? root.path : root.path + "/"
        return file.path.hasPrefix(prefix) ? String(file.path.dropFirst(prefix.count)) : file.path
    }

    /// Writes a file under a temporary name and renames it; a symbolic link is followed.
    ///
    /// - Throws: `CourseError.unwritable`; then nothing has changed.
    public func write(_ text: String, to file: URL) throws {
        do {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileReplacement.write(Data(text.utf8), to: file)
        } catch {
            throw CourseError.unwritable(path: relative(file))
        }
    }
}
