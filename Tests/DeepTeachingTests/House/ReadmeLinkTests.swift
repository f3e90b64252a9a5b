import Foundation
import XCTest

/// What the README files of the repository link to is there.
final class ReadmeLinkTests: XCTestCase {
    func testRelativeLinksResolve() throws {
        let readmes = try Self.readmes()
        XCTAssertGreaterThan(readmes.count, 3, "the search found too few")
        var links = 0
        for readme in readmes {
            let text = try String(contentsOf: readme, encoding: .utf8)
            for match in text.matches(of: /\]\(([^)\s]+)\)/) {
                let link = String(match.output.1)
                if link.contains("://") || link.hasPrefix("#") || link.hasPrefix("mailto:") {
                    continue
                }
                let path = String(link.prefix { $0 != "#" })
                let target = readme.deletingLastPathComponent().appending(path: path)
                links += 1
                XCTAssertTrue(
                    FileManager.default.fileExists(atPath: target.standardizedFileURL.path),
                    "\(readme.path) links to \(link), which is not there")
            }
        }
        XCTAssertGreaterThan(links, 5, "the search for links found too few")
    }

    /// All README files but those of other packages and of data.
    private static func readmes() throws -> [URL] {
        ["", "Lessons", "Exercises", "Solutions", "Sources", "Tests", "Data"].flatMap { folder in
            let top = House.root.appending(path: folder)
            let names =
                folder.isEmpty || folder == "Data"
                ? ["README.md"]
                : (try? FileManager.default.subpathsOfDirectory(atPath: top.path)) ?? []
            return names.filter { $0.hasSuffix("README.md") }.map { top.appending(path: $0) }
                .filter { FileManager.default.fileExists(atPath: $0.path) }
        }
    }
}
