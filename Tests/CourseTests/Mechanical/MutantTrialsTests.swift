import Foundation
import XCTest

@testable import GraderKit

/// A mutant that ends its process is caught, and the others are judged all the same.
final class MutantTrialsTests: XCTestCase {
    private let folder = FileManager.default.temporaryDirectory
        .appending(path: "mutants \(UUID().uuidString)")

    override func setUpWithError() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    /// A program that says these lines in its first run, and the others when it is started again.
    private func program(_ first: String, then second: String) throws -> URL {
        let program = folder.appending(path: "program")
        let script = """
            #!/bin/sh
            cd "\(folder.path)"
            if [ -e begun ]; then
            \(second)
            else
            : > begun
            \(first)
            fi
            """
        try Data(script.utf8).write(to: program)
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700], ofItemAtPath: program.path)
        return program
    }

    func testATrapStopsNothingElse() throws {
        let program = try program(
            "printf 'begin 0 1\\ncaught\\nbegin 0 2\\n' >&3; kill -ILL $$",
            then: "printf 'begin 1 1\\nmissed\\nbegin 1 2\\nmissed\\n' >&3")
        var trials = MutantTrials(program, "Lesson99Sample.first", numbers: [0, 1], seeds: [1, 2])
        try trials.run()
        XCTAssertEqual(trials.outcomes, [0: [.caught, .ended], 1: [.missed, .missed]])
    }

    func testWhatLooksAlikeIsRememberedUnlessItTraps() throws {
        let program = try program(
            "printf 'begin 0 1\\ncaught\\nalike 3 4\\nbegin 1 1\\ncaught\\n' >&3; kill -ILL $$",
            then: "printf 'begin 0 2\\ncaught\\nalike 5\\nbegin 1 2\\nmissed\\n' >&3")
        var trials = MutantTrials(program, "Lesson99Sample.first", numbers: [0, 1], seeds: [1, 2])
        try trials.run()
        XCTAssertEqual(trials.outcomes, [0: [.caught, .caught], 1: [.caught, .missed]])
        XCTAssertEqual(trials.lookalikes, [0: [3, 4, 5]])
    }

    func testAProgramThatJudgesNothingIsNoProof() throws {
        let program = try program("exit 0", then: "exit 0")
        var trials = MutantTrials(program, "Lesson99Sample.first", numbers: [0], seeds: [1])
        XCTAssertThrowsError(try trials.run())
    }
}
