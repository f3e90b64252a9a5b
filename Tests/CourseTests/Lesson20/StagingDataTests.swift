import XCTest

/// `--data FOLDER`: a folder in the layout of CAMELYON17, whole or broken.
final class StagingDataTests: XCTestCase {
    /// A copy of the nano cohort as real slides come: without what the generator says of itself.
    private func program() throws -> StagingProgram {
        let program = try StagingProgram(for: self)
        try FileManager.default.copyItem(at: StagingRuns.cohort(), to: program.file("hospital"))
        for name in ["cohort.json", "truth.json"] {
            try FileManager.default.removeItem(at: program.file("hospital/" + name))
        }
        return program
    }

    private func edit(
        _ program: StagingProgram, _ path: String, _ change: (String) -> String
    ) throws {
        let file = program.file("hospital/" + path)
        let old = try String(contentsOf: file, encoding: .utf8)
        let new = change(old)
        XCTAssertNotEqual(new, old, "the text that is changed has to be there")
        try Data(new.utf8).write(to: file)
    }

    /// A sentence that contains all these words, and nothing left behind.
    private func assertRefused(
        _ program: StagingProgram, folder: String = "hospital", _ words: String...,
        file: StaticString = #filePath, line: UInt = #line
    ) throws {
        let result = try program.run("--data", folder)
        XCTAssertEqual(result.status, 1, result.error, file: file, line: line)
        XCTAssertFalse(result.wasKilled, file: file, line: line)
        XCTAssertEqual(result.complaints.count, 1, result.error, file: file, line: line)
        XCTAssertTrue(
            result.complaints.first?.hasPrefix("error: ") ?? false, result.error, file: file,
            line: line)
        for text in words {
            XCTAssertTrue(result.error.contains(text), result.error, file: file, line: line)
        }
        XCTAssertEqual(program.files(below: "output"), [], file: file, line: line)
        XCTAssertEqual(program.files(below: "Data"), [], file: file, line: line)
    }

    // MARK: Whole

    func testTheCohortUnderAnotherNameGivesTheSameNumbers() throws {
        let program = try program()
        let result = try program.run(
            "--data", "hospital", "--from", "10", "--output", "page", seconds: 120)
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(try program.reportText(in: "page"), try StagingRuns.program.reportText())
        let headings = StagingText(result.output).headings
        XCTAssertEqual(headings.first?.hasPrefix("10. "), true, "\(headings)")
        XCTAssertEqual(
            headings, StagingText(try StagingRuns.first().output).headings.suffix(headings.count))
        XCTAssertFalse(result.output.contains("synthetic"), "nobody said so")
        XCTAssertFalse(result.error.contains("Painting"))
    }

    // MARK: The folder

    func testNoFolder() throws {
        let program = try StagingProgram(for: self)
        try assertRefused(program, folder: "nowhere", "There is no folder", "nowhere")
        try Data("x".utf8).write(to: program.file("file"))
        try assertRefused(program, folder: "file", "There is no folder", "file")
        try FileManager.default.createDirectory(
            at: program.file("empty"), withIntermediateDirectories: true)
        try assertRefused(program, folder: "empty", "empty", "holds no slide named like")
    }

    func testAMissingSlideFile() throws {
        let program = try program()
        try FileManager.default.removeItem(
            at: program.file("hospital/training/center_1/patient_020_node_3.tif"))
        try assertRefused(
            program, "hospital", "one patient with all five slides (patient_000)",
            "complete the slides of patient_020")
        for node in 0..<5 {
            try FileManager.default.removeItem(
                at: program.file("hospital/training/center_0/patient_000_node_\(node).tif"))
        }
        try assertRefused(program, "hospital", "no patient with all five slides")
    }

    // MARK: The table

    func testAWrongLabel() throws {
        let program = try program()
        try edit(program, "stage_labels.csv") {
            $0.replacingOccurrences(of: "node_3.tif,micro", with: "node_3.tif,mikro")
        }
        try assertRefused(
            program, "stage_labels.csv, line 6", "\"mikro\" is no metastasis type")
    }

    func testAMissingRow() throws {
        let program = try program()
        try edit(program, "stage_labels.csv") {
            $0.replacingOccurrences(of: "patient_000_node_2.tif,negative\n", with: "")
        }
        try assertRefused(program, "stage_labels.csv, line 2", "patient_000", "nodes 0 to 4")
    }

    func testATableThatIsCutOff() throws {
        let program = try program()
        try edit(program, "stage_labels.csv") { String($0.dropLast(12)) }
        try assertRefused(program, "stage_labels.csv, line 13", "\"patient_020_node_\" is neither")
        try edit(program, "stage_labels.csv") { String($0.prefix(8)) }
        try assertRefused(program, "stage_labels.csv, line 1", "header")
    }

    func testAContradiction() throws {
        let program = try program()
        try edit(program, "stage_labels.csv") {
            $0.replacingOccurrences(of: "patient_000.zip,pN1", with: "patient_000.zip,pN2")
        }
        try assertRefused(program, "stage_labels.csv, line 2", "has stage pN2", "make pN1")
    }

    func testNoTable() throws {
        let program = try program()
        try FileManager.default.removeItem(at: program.file("hospital/stage_labels.csv"))
        try assertRefused(program, "hospital", "holds no stage_labels.csv")
    }

    // MARK: The outlines

    func testOutlinesThatAreCutOff() throws {
        let program = try program()
        let path = "lesion_annotations/patient_000_node_4.xml"
        let whole = try Data(contentsOf: program.file("hospital/" + path))
        for share in [0.0, 0.01, 0.3, 0.5, 0.9, 0.99] {
            let part = whole.prefix(Int(share * Double(whole.count)))
            try part.write(to: program.file("hospital/" + path))
            try assertRefused(program, path + (share == 0 ? " is empty" : ", line "))
        }
    }

    func testNoOutlines() throws {
        let program = try program()
        try FileManager.default.removeItem(at: program.file("hospital/lesion_annotations"))
        try assertRefused(program, "has outlines of tumour", "patient_000")
    }

    func testOnlyHealthyPatients() throws {
        let program = try program()
        try FileManager.default.removeItem(at: program.file("hospital/lesion_annotations"))
        try edit(program, "stage_labels.csv") {
            $0.replacing("pN1", with: "pN0").replacing("micro", with: "negative")
                .replacing("macro", with: "negative")
        }
        try assertRefused(program, "has outlines of tumour", "patient_000")
    }

    // MARK: The slides

    func testASlideThatIsCutOffInTheMiddleOfTheRun() throws {
        let program = try program()
        // The last slide of the training patient, and one that only the examination reads.
        for path in ["center_0/patient_000_node_2.tif", "center_1/patient_020_node_3.tif"] {
            let file = program.file("hospital/training/" + path)
            let whole = try Data(contentsOf: file)
            try whole.prefix(whole.count / 2).write(to: file)
            try assertRefused(program, path)
            try whole.write(to: file)
        }
    }

    func testASlideWithDamagedTilesInTheMiddleOfTheRun() throws {
        let program = try program()
        let path = "training/center_1/patient_020_node_3.tif"
        let file = program.file("hospital/" + path)
        var data = try Data(contentsOf: file)
        // Tiles come before the directories; markers of JPEG are wiped out.
        for place in stride(from: data.count / 4, to: data.count / 2, by: 1) { data[place] = 0xFF }
        try data.write(to: file)
        let result = try program.run("--data", "hospital")
        XCTAssertFalse(result.wasKilled)
        if result.status == 1 {
            XCTAssertTrue(result.error.contains(path), result.error)
            XCTAssertEqual(program.files(below: "output"), [])
            XCTAssertEqual(program.files(below: "Data/models"), [])
        } else {
            XCTAssertEqual(result.status, 0, result.error)
        }
    }
}
