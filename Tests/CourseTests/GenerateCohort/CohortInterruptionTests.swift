import Foundation
import TestSupport
import XCTest

/// A run that is ended from outside leaves whole slides only, and the next one continues.
final class CohortInterruptionTests: XCTestCase {
    private let arguments = ["--profile", "nano", "--out", "cohort"]

    func testControlCSaysWhatIsThereAndHowToGoOn() throws {
        let program = try begun()
        let result = try program.run(arguments, signalled: SIGINT) { hasBegun($0) }
        XCTAssertTrue(result.wasKilled)
        XCTAssertEqual(result.status, SIGINT)
        XCTAssertEqual(result.output, "")
        let slides = try checkThatOnlyWholeFilesAreLeft(program)
        XCTAssertEqual(
            result.complaints,
            [
                "Interrupted: \(slides) of 10 slides are in cohort, each of them whole; the same "
                    + "command continues with the rest."
            ])
        try checkThatTheNextRunCompletes(program)
    }

    func testAKilledRunLeavesNothingThatTheNextDoesNotRemove() throws {
        let program = try begun()
        let result = try program.run(arguments, signalled: SIGKILL) { hasBegun($0) }
        XCTAssertTrue(result.wasKilled)
        XCTAssertEqual(result.status, SIGKILL)
        _ = try checkThatOnlyWholeFilesAreLeft(program)
        try checkThatTheNextRunCompletes(program)
    }

    func testTerminationIsAsControlC() throws {
        let program = try begun()
        let result = try program.run(arguments, signalled: SIGTERM) { hasBegun($0) }
        XCTAssertEqual(result.status, SIGTERM)
        XCTAssertTrue(result.wasKilled)
        XCTAssertEqual(result.complaints.count, 1)
        XCTAssertTrue(result.complaints.first?.hasPrefix("Interrupted: ") ?? false)
    }

    /// Whether the bar has left 0 %: a first slide is painted, and others are not.
    private func hasBegun(_ error: String) -> Bool { error.contains(/: [1-9]\d? %/) }

    /// A program in whose folder four slides are missing; if all is to be proved, all ten.
    private func begun() throws -> CohortProgram {
        let program = try CohortProgram(for: self)
        if !isProving {
            try PaintedCohort.copy(to: program.folder.appending(path: "cohort"), without: 4)
        }
        return program
    }

    /// Files in hidden folders are parts that a killed process was writing.
    ///
    /// - Returns: the number of slides that are there.
    private func checkThatOnlyWholeFilesAreLeft(_ program: CohortProgram) throws -> Int {
        let whole = try PaintedCohort.folder().contentsOfAllFiles()
        let left = try program.contents("cohort").filter { !$0.key.contains("/.") }
        for (path, data) in left { XCTAssertTrue(whole[path] == data, path) }
        let slides = left.keys.count { $0.hasSuffix(".tif") }
        XCTAssertLessThan(slides, 10, "it was ended too late")
        return slides
    }

    private func checkThatTheNextRunCompletes(_ program: CohortProgram) throws {
        let result = try program.run(arguments)
        XCTAssertEqual(result.status, 0, result.error)
        let whole = try PaintedCohort.folder().contentsOfAllFiles()
        XCTAssertEqual(try program.contents("cohort").keys.sorted(), whole.keys.sorted())
        XCTAssertTrue(try program.contents("cohort") == whole)
        let all = try FileManager.default.subpathsOfDirectory(
            atPath: program.folder.appending(path: "cohort").path)
        XCTAssertEqual(all.filter { $0.contains("/.") }, [])
    }
}
