import DeepTeaching
import Foundation
import TestSupport
import XCTest

/// A package of somebody else's depends on this one by an address and a revision, as packages do, and
/// trains the network of the page "The library in your own package".
final class DependingPackageTests: XCTestCase {
    private static let page = "Sources/DeepTeaching/DeepTeaching.docc/YourOwnPackage.md"

    func testAPackageThatDependsOnThisOneTrainsANetwork() throws {
        try skipUnlessProving(
            "The library is built anew for another package, which takes minutes; "
                + "testTheProgramOfThePageLearns runs the same program here.")
        try inTemporaryFolder { folder in
            let revision = try commitCopy(to: folder.appending(path: "DeepTeaching"))
            let package = folder.appending(path: "Flowers")
            try writePackage(
                to: package, dependingOn: folder.appending(path: "DeepTeaching"), at: revision)
            let data = folder.appending(path: "data")
            try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
            try Flowers.table().save(to: data.appending(path: "flowers.csv"))

            let output = try run(
                ["swift", "run", "-c", "release", "Flowers", data.path], in: package)

            XCTAssertTrue(output.contains("120 rows, 3 columns"), output)
            XCTAssertTrue(output.contains("truth \\ prediction"), output)
            try assertLearnt(data)
        }
    }

    /// What the other program kept on disk tells the flowers apart, read by this one.
    private func assertLearnt(_ folder: URL) throws {
        let samples = try Flowers.table().samples(labelColumn: "kind", of: Float.self)
        let standardizer = try Standardizer.Fitted(
            contentsOf: folder.appending(path: "standardizer.json"))
        var generator = SeededGenerator(seed: 9)
        var network = Sequential<Float>([
            Dense<Float>(inputs: 2, outputs: 16, activation: .relu, using: &generator),
            Dense<Float>(inputs: 16, outputs: 3, using: &generator),
        ])
        try network.load(from: folder.appending(path: "flowers.safetensors"))
        let scores = network(try standardizer.standardized(samples.features))
        XCTAssertGreaterThan(accuracy(of: scores, labels: samples.labels), 0.9)
    }

    /// Commits the files of this package to a repository of their own; returns the revision.
    private func commitCopy(to copy: URL) throws -> String {
        let names = try run(["git", "ls-files", "-z"], in: House.root).split(separator: "\0")
        for name in names.map(String.init) {
            let source = House.root.appending(path: name)
            // Deleted, but not yet committed.
            guard FileManager.default.fileExists(atPath: source.path) else { continue }
            let target = copy.appending(path: name)
            try FileManager.default.createDirectory(
                at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
            try FileManager.default.copyItem(at: source, to: target)
        }
        _ = try run(["git", "init", "--quiet"], in: copy)
        _ = try run(["git", "add", "--all", "--force"], in: copy)
        let author = ["-c", "user.name=Test", "-c", "user.email=test@example.org"]
        _ = try run(
            ["git"] + author + ["-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "Copy"],
            in: copy)
        return try run(["git", "rev-parse", "HEAD"], in: copy)
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// The package that the page describes, its program reading from the folder that it is told.
    private func writePackage(to package: URL, dependingOn copy: URL, at revision: String) throws {
        let page = try String(
            contentsOf: House.root.appending(path: Self.page), encoding: .utf8)
        let blocks = page.split(separator: "```\n")
        let manifest = try XCTUnwrap(blocks.first { $0.contains("let package = Package(") })
        let path = ".package(path: \"../DeepTeaching\")"
        XCTAssertTrue(manifest.contains(path), "the page names the dependency in another way")
        let address = ".package(url: \"\(copy.absoluteString)\", revision: \"\(revision)\")"
        let code = try XCTUnwrap(DocumentationExample.all(in: page, file: Self.page).first).code
        let program =
            ["import DeepTeaching", "import Foundation", "", "func learn(in folder: URL) throws {"]
            + code + ["}", "", "try learn(in: URL(filePath: CommandLine.arguments[1]))", ""]
        let sources = package.appending(path: "Sources/Flowers")
        try FileManager.default.createDirectory(at: sources, withIntermediateDirectories: true)
        try manifest.replacing(path, with: address)
            .write(to: package.appending(path: "Package.swift"), atomically: true, encoding: .utf8)
        try program.joined(separator: "\n")
            .write(to: sources.appending(path: "main.swift"), atomically: true, encoding: .utf8)
    }

    /// Runs a program in a folder; returns what it printed.
    private func run(_ arguments: [String], in folder: URL) throws -> String {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = arguments
        process.currentDirectoryURL = folder
        // Others have no variable that makes our warnings errors.
        process.environment = ProcessInfo.processInfo.environment
            .filter { !$0.key.hasPrefix("DEEPTEACHING_") }
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let output = String(
            decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw Failed(command: arguments.joined(separator: " "), output: output)
        }
        return output
    }

    private struct Failed: Error, CustomStringConvertible {
        let command: String
        let output: String

        var description: String { "\(command) failed:\n\(output)" }
    }
}
