import DeepTeaching
import TestSupport
import XCTest

/// Bad input ends with one sentence, exit status 1, and nothing harmed.
final class CohortProgramErrorTests: XCTestCase {
    /// Checks that a run says just this sentence, where FOLDER stands for the working directory.
    private func check(
        _ result: StagingProgram.Result, _ sentence: String, in program: CohortProgram,
        line: UInt = #line
    ) {
        XCTAssertEqual(result.status, 1, line: line)
        XCTAssertFalse(result.wasKilled, line: line)
        XCTAssertEqual(result.output, "", line: line)
        XCTAssertEqual(
            result.error.replacing(program.folder.path, with: "FOLDER"),
            "error: \(sentence)\n", line: line)
    }

    func testUnknownProfilesAndSlides() throws {
        let program = try CohortProgram(for: self)
        check(
            try program.run("--profile", "huge", "--out", "cohort"),
            "There is no profile huge. Choose one of nano, small, medium, full.", in: program)
        check(
            try program.run("--profile", "nano", "--slide", "patient_7", "--out", "cohort"),
            "The cohort has no slide patient_7. Slides have names such as patient_000_node_0.",
            in: program)
        check(
            try program.run(
                "tile", "--profile", "nano", "--slide", "tumor_001", "--column", "0", "--row", "0",
                "--out", "tile.png"),
            "The cohort has no slide tumor_001. Slides have names such as patient_000_node_0.",
            in: program)
        check(
            try program.run(
                "tile", "--profile", "nano", "--slide", "patient_000_node_0", "--level", "1",
                "--column", "2", "--row", "0", "--out", "tile.png"),
            "patient_000_node_0 has no tile in column 2, row 0 of level 1, which has 2 x 2 tiles. "
                + "Count columns and rows from 0.", in: program)
        XCTAssertEqual(try program.contents("."), [:])
    }

    func testUnwritableFolders() throws {
        let program = try CohortProgram(for: self)
        try Data("mine".utf8).write(to: program.folder.appending(path: "file"))
        let result = try program.run("--profile", "nano", "--out", "file/cohort", "--quiet")
        XCTAssertEqual(result.status, 1)
        XCTAssertTrue(
            result.error.hasPrefix("error: \(program.folder.path)/file/cohort cannot be written: "),
            result.error)
        XCTAssertEqual(result.error.split(separator: "\n").count, 1, result.error)
        XCTAssertEqual(try program.contents("."), ["file": Data("mine".utf8)])
    }

    func testADiskThatIsTooSmallIsSaidAtOnce() throws {
        let program = try CohortProgram(for: self)
        let attributes = try FileManager.default.attributesOfFileSystem(
            forPath: program.folder.path)
        let free = try XCTUnwrap(attributes[.systemFreeSize] as? NSNumber).int64Value
        // 500 slides of 82,304 x 61,728 pixels at 0.45 bytes.
        guard free < 1_100_000_000_000 else { throw XCTSkip("this disk would hold it all") }
        let result = try program.run("--profile", "full", "--out", "cohort", "--quiet")
        XCTAssertEqual(result.status, 1)
        XCTAssertTrue(
            try result.error.contains(
                Regex(
                    "^error: .*/cohort has [0-9]+ MB free, but the cohort needs about 11[0-9]{5} MB. "
                        + "Make room, or choose another folder or a smaller profile.\n$")),
            result.error)
        XCTAssertEqual(try program.contents("."), [:])
    }

    func testADiskThatFillsUpAtTheLabels() throws {
        let program = try CohortProgram(for: self)
        let truth = try XCTUnwrap(PaintedCohort.folder().contentsOfAllFiles()["truth.json"])
        try checkFullDisk(program, kilobytes: truth.count / 1024, failing: "/truth.json")
    }

    func testADiskThatFillsUpAtTheSlides() throws {
        let program = try CohortProgram(for: self)
        // The labels are there before.
        let first = try program.run(arguments + ["--slide", "patient_000_node_0"])
        XCTAssertEqual(first.status, 0, first.error)
        let slides = try PaintedCohort.folder().contentsOfAllFiles()
            .filter { $0.key.hasSuffix(".tif") }.values.map(\.count)
        let largest = try XCTUnwrap(slides.max())
        try checkFullDisk(program, kilobytes: largest / 2048, failing: "/training/")
    }

    private let arguments = ["--profile", "nano", "--out", "cohort", "--quiet"]

    /// Checks that a run ends in words at a file that does not fit, leaves whole files only, and is
    /// completed by the next.
    private func checkFullDisk(
        _ program: CohortProgram, kilobytes: Int, failing path: String
    ) throws {
        let whole = try PaintedCohort.folder().contentsOfAllFiles()
        let result = try program.run(arguments, withFilesUpTo: kilobytes)
        XCTAssertEqual(result.status, 1)
        XCTAssertTrue(
            result.error.hasPrefix("error: \(program.folder.path)/cohort\(path)"), result.error)
        XCTAssertTrue(result.error.contains(" cannot be written: "), result.error)
        XCTAssertTrue(result.error.hasSuffix("that has room.\n"), result.error)
        XCTAssertEqual(result.error.split(separator: "\n").count, 1, result.error)
        let left = try program.contents("cohort")
        for (path, data) in left { XCTAssertTrue(whole[path] == data, path) }
        XCTAssertLessThan(left.count, whole.count)
        if !isProving { try program.fillUp(but: 2) }
        XCTAssertEqual(try program.run(arguments).status, 0)
        XCTAssertTrue(try program.contents("cohort") == whole)
    }

    func testAFolderOfAnotherCohort() throws {
        let program = try CohortProgram(for: self)
        try PaintedCohort.copy(to: program.folder.appending(path: "cohort"))
        let before = try program.contents("cohort")
        func refused(_ wanted: String, _ arguments: [String], line: UInt = #line) throws {
            check(
                try program.run(arguments + ["--out", "cohort", "--quiet"]),
                "FOLDER/cohort holds another cohort (nano, seed 1, version 5), not \(wanted). "
                    + "Choose another folder, or remove this one if you no longer need it.",
                in: program, line: line)
        }
        let nano = ["--profile", "nano", "--seed", "1"]
        try refused("nano, seed 3, version 5", ["--profile", "nano", "--seed", "3"])
        try refused("small, seed 1, version 5", ["--profile", "small", "--seed", "1"])
        try refused(
            "nano, seed 1, version 5, camelyon16", nano + ["--layout", "camelyon16"])
        try refused("nano, seed 1, version 5, masks", nano + ["--masks"])
        try refused("nano, seed 1, version 5, realistic", nano + ["--realistic"])
        try refused("nano, seed 1, version 5, dirty", nano + ["--dirty"])
        XCTAssertTrue(try program.contents("cohort") == before)
        // As an earlier version would have left it.
        let file = program.folder.appending(path: "cohort/cohort.json")
        let old = try String(contentsOf: file, encoding: .utf8)
            .replacing("\"version\" : 5", with: "\"version\" : 1")
        try Data(old.utf8).write(to: file)
        check(
            try program.run("--profile", "nano", "--seed", "1", "--out", "cohort", "--quiet"),
            "FOLDER/cohort holds another cohort (nano, seed 1, version 1), not nano, seed 1, "
                + "version 5. Choose another folder, or remove this one if you no longer need it.",
            in: program)
    }

    func testAForeignFolder() throws {
        let program = try CohortProgram(for: self)
        let folder = program.folder.appending(path: "thesis")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        try Data("mine".utf8).write(to: folder.appending(path: "chapter.txt"))
        check(
            try program.run("--profile", "nano", "--out", "thesis", "--quiet"),
            "FOLDER/thesis is not empty and holds no cohort (there is chapter.txt). Choose an "
                + "empty folder or a new one; nothing was changed.", in: program)
        XCTAssertEqual(try program.contents("thesis"), ["chapter.txt": Data("mine".utf8)])
    }

    func testAnUnknownLayoutIsAQuestionOfUsage() throws {
        let program = try CohortProgram(for: self)
        let result = try program.run("--layout", "camelyon18", "--out", "cohort")
        XCTAssertEqual(result.status, 64)
        XCTAssertTrue(result.error.contains("camelyon17"), result.error)
        XCTAssertEqual(try program.contents("."), [:])
    }
}
