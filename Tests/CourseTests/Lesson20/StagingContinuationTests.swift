import DeepTeaching
import TestSupport
import XCTest

/// A run that is stopped leaves its networks and maps; the next one goes on from them, to the same
/// bytes.
final class StagingContinuationTests: XCTestCase {
    /// A run that was killed when some maps were there; tests look at copies.
    static let killedRun = Result {
        let program = StagingProgram(in: try StagingProgram.temporaryFolder())
        try StagingContinuationTests.copy(
            StagingRuns.cohort().deletingLastPathComponent(), to: program.file("Data"))
        try FileManager.default.removeItem(at: program.file("Data/models"))
        let result = try program.run(StagingRuns.arguments, killedBy: SIGKILL) {
            $0.contains("Mapping slides: 40 %")
        }
        guard result.wasKilled else { throw Failure.killedTooLate }
        return program
    }

    override class func tearDown() {
        if let program = try? killedRun.get() {
            try? FileManager.default.removeItem(at: program.folder)
        }
    }

    private func killed() throws -> StagingProgram {
        let program = try StagingProgram(for: self)
        try Self.copy(Self.killedRun.get().file("Data"), to: program.file("Data"))
        return program
    }

    /// Copies a folder with the times of its files, by which they are known.
    private static func copy(_ folder: URL, to target: URL) throws {
        let copy = try Process.run(
            URL(filePath: "/bin/cp"), arguments: ["-a", folder.path, target.path])
        copy.waitUntilExit()
        guard copy.terminationStatus == 0 else { throw Failure.noCopy(of: folder) }
    }

    private enum Failure: Error {
        case killedTooLate
        case noCopy(of: URL)
    }

    private func keptFiles(_ program: StagingProgram) -> [String] {
        program.files(below: "Data/runs/cohort-nano-1-seed-1").filter {
            $0.hasSuffix(".safetensors")
        }
    }

    /// What the next run says of the last; its results are those of one that was never stopped.
    private func notesOfTheNextRun(
        _ program: StagingProgram, file: StaticString = #filePath, line: UInt = #line
    ) throws -> (notes: [String], error: String) {
        let result = try program.run("--profile", "nano")
        XCTAssertEqual(result.status, 0, result.error, file: file, line: line)
        XCTAssertEqual(
            try program.reportText(), try StagingRuns.program.reportText(), file: file, line: line)
        let output = "output/Lesson20Staging"
        XCTAssertEqual(
            StagingText(result.output).comparable(output: output),
            StagingText(try StagingRuns.first().output).comparable(output: output), file: file,
            line: line)
        XCTAssertEqual(
            program.files(below: "Data/runs"), [], "nothing is kept of a run that is done",
            file: file, line: line)
        return (result.complaints, result.error)
    }

    /// What a run says that cannot use anything of the last: it learns anew.
    private func notesOfARunThatStartsOver(
        _ program: StagingProgram, _ arguments: String..., file: StaticString = #filePath,
        line: UInt = #line
    ) throws -> [String] {
        let result = try program.runUntilItLearns(StagingRuns.arguments + arguments)
        XCTAssertTrue(
            result.error.contains("Training network"), result.error, file: file, line: line)
        if isProving {
            XCTAssertEqual(
                try program.reportText(), try StagingRuns.program.reportText(), file: file,
                line: line)
        }
        return result.complaints
    }

    func testARunThatWasKilledAfterSomeMapsGoesOnToTheSameReport() throws {
        let program = try killed()
        let maps = keptFiles(program).filter { $0.hasPrefix("map-") }.count
        XCTAssertTrue((1..<10).contains(maps), "\(maps) maps")
        let (notes, error) = try notesOfTheNextRun(program)
        XCTAssertEqual(notes.count, 1, "\(notes)")
        XCTAssertTrue(
            notes[0].contains(/: 1 of 1 networks and [1-9] of 10 maps are there/), notes[0])
        XCTAssertFalse(error.contains("Training network"), "it was trained once more")
    }

    func testADamagedFileIsMadeAnewWithANote() throws {
        let program = try killed()
        for name in ["network-1", "map-patient_000_node_0"] {
            let file = program.file("Data/runs/cohort-nano-1-seed-1/\(name).safetensors")
            var data = try Data(contentsOf: file)
            // One bit of one number, which every reader would take.
            data[data.count - 2] ^= 1
            try data.write(to: file)
        }
        let (notes, error) = try notesOfTheNextRun(program)
        XCTAssertEqual(notes.count, 3, "\(notes)")
        XCTAssertTrue(notes[1].hasSuffix("network-1.safetensors is damaged: it is made anew."))
        XCTAssertTrue(
            notes[2].hasSuffix("map-patient_000_node_0.safetensors is damaged: it is made anew."))
        XCTAssertTrue(error.contains("Training network"))
    }

    func testFreshStartsOver() throws {
        let program = try killed()
        XCTAssertEqual(try notesOfARunThatStartsOver(program, "--fresh"), [])
    }

    /// A slide that was copied anew makes only that stale which has seen it.
    func testWhatAChangedSlideHasDecidedIsNotUsed() throws {
        let program = try killed()
        let network = keptFiles(program).filter { $0.hasPrefix("network-") }
        XCTAssertEqual(network.count, 1)
        let tested = Set(StagingText(try StagingRuns.first().output).patients.map(\.patient))
        let all = ["patient_000", "patient_020"]
        let learner = try XCTUnwrap(all.first { !tested.contains($0) })
        let center = learner == "patient_000" ? 0 : 1
        let slide = "Data/cohort-nano-1/training/center_\(center)/\(learner)_node_0.tif"
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1e9)],
            ofItemAtPath: program.file(slide).path)
        XCTAssertEqual(try notesOfARunThatStartsOver(program), [], "nothing of it can be used")
    }

    func testAnotherTestSlideLeavesTheNetworkAndTheOtherMaps() throws {
        let program = try killed()
        let maps = keptFiles(program).filter { $0.hasPrefix("map-") }.count
        let tested = try XCTUnwrap(
            StagingText(try StagingRuns.first().output).patients.map(\.patient).first)
        let center = tested == "patient_000" ? 0 : 1
        let slide = "Data/cohort-nano-1/training/center_\(center)/\(tested)_node_4.tif"
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1e9)],
            ofItemAtPath: program.file(slide).path)
        let (notes, _) = try notesOfTheNextRun(program)
        XCTAssertEqual(notes.count, 1)
        XCTAssertTrue(notes[0].contains("1 of 1 networks and \(maps) of 10 maps"), notes[0])
    }

    /// A tile in the middle of a slide is damaged, which only the map finds.
    func testARunThatFailsLateGoesOnWhenTheSlideIsCopiedAnew() throws {
        let tested = try XCTUnwrap(
            StagingText(try StagingRuns.first().output).patients.map(\.patient).first)
        let hospital = try Hospital(for: self)
        let slide = hospital.slide(tested == "patient_000" ? 0 : 20, 3)
        let whole = try Data(contentsOf: slide)
        try hospital.edit(slide) { $0.damageTile(6) }
        let failed = try hospital.program.run("--data", "hospital")
        XCTAssertEqual(failed.status, 1)
        XCTAssertEqual(failed.complaints.count, 1, failed.error)
        XCTAssertTrue(failed.error.contains(slide.path + " cannot be read at "), failed.error)
        XCTAssertTrue(failed.error.contains("Mapping slides: "), "it fails late")
        try whole.write(to: slide)
        let result = try hospital.program.run("--data", "hospital")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertFalse(result.error.contains("Training network"), "it was trained once more")
        XCTAssertTrue(
            result.complaints[0].contains(/: 1 of 1 networks and [1-9] of 10 maps are there/))
        XCTAssertEqual(try hospital.program.reportText(), try StagingRuns.program.reportText())
    }

    func testAnotherSeedTakesNothing() throws {
        let program = try killed()
        let kept = keptFiles(program)
        let result = try program.runUntilItLearns(
            ["--profile", "nano", "--seed", "5", "--list"])
        XCTAssertTrue(result.error.contains("Training network"), result.error)
        XCTAssertEqual(result.complaints, [])
        XCTAssertEqual(keptFiles(program), kept, "what seed 1 has made stays")
    }

    func testOtherInstructionsTakeNothing() throws {
        let program = try killed()
        let result = try program.runUntilItLearns(
            ["--profile", "nano", "--list"],
            environment: ["DEEPTEACHING_INSTRUCTIONS": "generic"])
        XCTAssertTrue(result.hasLearnt, result.error)
        XCTAssertEqual(
            result.complaints.contains { $0.hasPrefix("Continues") },
            InstructionSet.current == .generic)
    }

    /// Where nothing can be kept, the run itself goes on.
    func testAFolderThatCannotBeWrittenIsSaidAndNotInTheWay() throws {
        let program = try killed()
        try FileManager.default.removeItem(at: program.file("Data/runs"))
        try Data("mine".utf8).write(to: program.file("Data/runs"))
        let result = try program.run("--profile", "nano", "--list")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(result.complaints.count, 11)
        XCTAssertTrue(result.complaints.allSatisfy { $0.contains(" cannot be kept: ") })
        XCTAssertEqual(try Data(contentsOf: program.file("Data/runs")), Data("mine".utf8))
    }
}

extension Data {
    /// Wipes out the first bytes of a JPEG tile, counted from 0 in the order of the file.
    fileprivate mutating func damageTile(_ number: Int) {
        var start = startIndex
        for _ in 0...number {
            guard let found = range(of: Data([0xFF, 0xD8, 0xFF]), in: start..<endIndex) else {
                return XCTFail("the slide has fewer tiles")
            }
            start = found.upperBound
        }
        replaceSubrange(start - 3..<start + 37, with: Data(count: 40))
    }
}
