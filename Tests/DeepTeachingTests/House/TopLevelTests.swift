import Foundation
import XCTest

/// The top of the repository is what a newcomer sees first.
final class TopLevelTests: XCTestCase {
    func testTheTopLevelIsTheHousePlan() throws {
        let plan: Set = [
            "Package.swift", "Sources", "Lessons", "Exercises", "Solutions", "Tests", "Data",
            "README.md", "LICENSE", "CONTRIBUTING.md", "CHANGELOG.md", "CITATION.cff",
            "SECURITY.md",
        ]
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", House.root.path, "ls-files"]
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = FileHandle.nullDevice
        try process.run()
        let output = pipe.fileHandleForReading.readDataToEndOfFile()
        let listing = String(decoding: output, as: UTF8.self)
        process.waitUntilExit()
        try XCTSkipIf(process.terminationStatus != 0, "not in a git checkout")
        let topLevel = Set(listing.split(separator: "\n").map { $0.prefix { $0 != "/" } })
        let extra = topLevel.filter { !$0.hasPrefix(".") && !plan.contains(String($0)) }
        XCTAssertEqual(extra, [])
    }
}
