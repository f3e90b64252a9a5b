import Foundation
import XCTest

@testable import fuzz

/// The program that damages files, run as a contributor runs it.
final class FuzzProgramTests: XCTestCase {
    private func run(_ arguments: String...) throws -> StagingProgram.Result {
        let folder = try StagingProgram.temporaryFolder()
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        return try StagingProcess(
            executable: StagingProgram.executable.deletingLastPathComponent()
                .appending(path: "fuzz"),
            arguments: arguments, folder: folder, environment: [:]
        ).result(within: 240)
    }

    func testAReaderWithAllFaultsIsFoundOutInAllOfThem() throws {
        let folder = try StagingProgram.temporaryFolder()
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        let result = try run(
            "faulty", "--mutants", "150", "--patience", "3", "--keep", folder.path)
        XCTAssertEqual(result.status, 1)
        for complaint in [
            "ends the process", "never comes to an end", "bytes for sound",
            "it is refused, but not in a sentence",
        ] {
            XCTAssertTrue(result.output.contains(complaint), "\(complaint)\n\(result.output)")
        }
        // The reader sleeps for more than a second; how much more the machine decides.
        XCTAssertTrue(result.output.contains(/takes [1-9]\d*\.\d/), result.output)
        // A mutant that failed is kept, and fails again.
        let line = try XCTUnwrap(
            result.output.split(separator: "\n").first { $0.contains("bytes for sound") })
        let kept = try XCTUnwrap(line.split(separator: "(").last?.dropLast())
        let again = try run("faulty", "--file", String(kept))
        XCTAssertEqual(again.status, 1)
        XCTAssertTrue(again.output.contains("bytes for sound"), again.output)
    }

    func testSomeMutantsOfEveryFormat() throws {
        let result = try run("--mutants", "150", "--slides", "20", "--seed", "7")
        XCTAssertEqual(result.status, 0, result.output + result.error)
        for format in allFormats {
            XCTAssertTrue(result.output.contains(format.name), result.output)
        }
    }

    func testTheSeedDecidesAMutant() throws {
        let folder = try StagingProgram.temporaryFolder()
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        func mutants(seed: UInt64) throws -> [Data] {
            let mutator = try Mutator(NPYFormat(in: folder), seed: seed)
            return (0..<50).map(mutator.mutant)
        }
        XCTAssertEqual(try mutants(seed: 1), try mutants(seed: 1))
        XCTAssertNotEqual(try mutants(seed: 1), try mutants(seed: 2))
        XCTAssertGreaterThan(Set(try mutants(seed: 1)).count, 40)
    }

    func testArgumentsThatMakeNoSense() throws {
        XCTAssertEqual(try run("gif").status, 64)
        XCTAssertEqual(try run("npy", "--mutants", "0").status, 64)
        XCTAssertEqual(try run("--file", "some.png").status, 64)
    }
}
