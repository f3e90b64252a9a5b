import XCTest

/// The command line: what it explains, and what it refuses.
final class StagingOptionTests: XCTestCase {
    private let options = [
        "--step", "--quiet", "--full", "--list", "--from", "--seed", "--output", "--pictures",
        "--cohort", "--profile", "--data", "--slides", "--slide", "--microns-per-pixel",
        "--skip-faulty", "--mine", "--fresh",
    ]

    func testHelpExplainsEveryOption() throws {
        let result = try StagingProgram(for: self).run("--help")
        XCTAssertEqual(result.status, 0)
        XCTAssertEqual(result.error, "")
        XCTAssertTrue(result.output.contains("From slide to pN stage"))
        for option in options { XCTAssertTrue(result.output.contains("  \(option)"), option) }
    }

    func testTheReadmeNamesTheSameOptions() throws {
        let readme = try String(
            contentsOf: StagingProgram.package.appending(path: "Lessons/Lesson20Staging/README.md"),
            encoding: .utf8)
        let help = try StagingProgram(for: self).run("--help").output
        func named(_ text: String) -> Set<String> {
            Set(text.matches(of: /--[a-z]+(?:-[a-z]+)*/).map { String($0.output) })
        }
        XCTAssertEqual(named(readme).subtracting(["--help"]), Set(options))
        XCTAssertTrue(named(help).isSuperset(of: options))
    }

    func testArgumentsThatMakeNoSenseAre64AndLeaveNothing() throws {
        let program = try StagingProgram(for: self)
        for arguments in [
            ["--seed", "-1"], ["--seed", "one"], ["--seed", "18446744073709551616"],
            ["--cohort", "-1"], ["--from", "0"], ["--from", "x"], ["--nonsense"], ["slide.svs"],
            ["--data", "x", "--profile", "nano"], ["--data", "x", "--cohort", "2"],
            ["--data", "x", "--microns-per-pixel", "0"], ["--pictures", "oil"],
            ["--slide", "x", "--microns-per-pixel", "nan"],
            // They speak of files, but none are named.
            ["--microns-per-pixel", "0.5"], ["--skip-faulty"], ["--skip-faulty", "--slide", "x"],
            ["--output"],
            ["--output", ""], ["--data", ""], ["--slide", ""], ["--slides", ""],
            ["--slides", "x", "--data", "y"], ["--slides", "x", "--cohort", "2"],
        ] {
            let process = try StagingProcess(
                executable: StagingProgram.executable, arguments: arguments,
                folder: program.folder, environment: [:])
            let result = process.result(within: 20)
            XCTAssertEqual(result.status, 64, "\(arguments)")
            XCTAssertTrue(result.error.contains("Usage: Lesson20Staging"), "\(arguments)")
            XCTAssertEqual(result.output, "", "\(arguments)")
        }
        XCTAssertEqual(program.files(below: ""), [])
    }

    func testAnUnknownProfileIsASentence() throws {
        let program = try StagingProgram(for: self)
        let result = try program.run("--profile", "nonsense")
        XCTAssertEqual(result.status, 1)
        XCTAssertEqual(
            result.error,
            "error: There is no profile nonsense. Choose one of nano, small, medium, full.\n")
        XCTAssertEqual(program.files(below: ""), [])
    }

    func testAnOutputFolderThatCannotBeIsRefusedBeforeTheWork() throws {
        let program = try StagingProgram(for: self)
        try Data("mine".utf8).write(to: program.file("notes.txt"))
        let result = try program.run("--profile", "nano", "--output", "notes.txt/page")
        XCTAssertEqual(result.status, 1)
        XCTAssertTrue(result.error.contains("notes.txt is a file"), result.error)
        XCTAssertEqual(result.output, "")
        XCTAssertEqual(program.files(below: ""), ["notes.txt"])
    }

    func testAFolderWithSomethingElseIsNotPaintedOver() throws {
        let program = try StagingProgram(for: self)
        let folder = program.file("Data/cohort-nano-1")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appending(path: "thesis.txt"))
        let result = try program.run("--profile", "nano")
        XCTAssertEqual(result.status, 1)
        XCTAssertEqual(result.complaints.count, 1, result.error)
        XCTAssertTrue(result.error.contains("cohort-nano-1 is not empty"), result.error)
        XCTAssertTrue(result.error.contains("thesis.txt"), result.error)
        XCTAssertEqual(program.files(below: ""), ["Data/cohort-nano-1/thesis.txt"])
    }

    func testAReaderWhoHasSeenEnoughEndsItQuietly() throws {
        let program = try StagingProgram(for: self)
        let shell = try StagingProcess(
            executable: URL(filePath: "/bin/sh"),
            arguments: ["-c", "\"$PROGRAM\" --profile nonsense 2>&1 | head -1"],
            folder: program.folder,
            environment: ["PROGRAM": StagingProgram.executable.path])
        let result = shell.result(within: 30)
        XCTAssertEqual(result.status, 0)
        XCTAssertEqual(result.output, "From slide to pN stage\n")
        XCTAssertEqual(result.error, "")
    }
}
