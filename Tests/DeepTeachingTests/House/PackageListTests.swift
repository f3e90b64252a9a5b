import Foundation
import XCTest

/// The manifest lists the lessons by hand, since a manifest that reads folders is cached wrongly.
final class PackageListTests: XCTestCase {
    func testTheManifestListsExactlyTheLessonsThatStand() throws {
        let manifest = try String(
            contentsOf: House.root.appending(path: "Package.swift"), encoding: .utf8)
        let listed = Set(manifest.matches(of: /Lesson\("(\w+)"/).map { String($0.output.1) })
        let folders = try FileManager.default
            .contentsOfDirectory(atPath: House.root.appending(path: "Lessons").path)
            .filter { $0.hasPrefix("Lesson") }
        XCTAssertEqual(listed, Set(folders))
        XCTAssertFalse(listed.isEmpty)
    }

    func testTheTopLevelIsTheHousePlan() throws {
        let plan: Set = [
            "Package.swift", "Sources", "Lessons", "Exercises", "Solutions", "Tests", "Data",
            "README.md", "LICENSE",
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
