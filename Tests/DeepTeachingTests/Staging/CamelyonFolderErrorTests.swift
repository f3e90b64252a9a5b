import DeepTeaching
import XCTest

final class CamelyonFolderErrorTests: XCTestCase {
    private func assertThrows(
        _ expected: StagingError, at sample: CamelyonSample, line: UInt = #line
    ) {
        XCTAssertThrowsError(
            try CamelyonFolder(url: sample.url), "nothing was thrown", line: line
        ) { XCTAssertEqual($0 as? StagingError, expected, line: line) }
    }

    private func path(_ name: String, _ sample: CamelyonSample) -> String {
        sample.url.appendingPathComponent(name).path
    }

    private func location(_ line: Int, _ sample: CamelyonSample) -> StagingError.Location {
        StagingError.Location(file: path("stage_labels.csv", sample), line: line)
    }

    /// A folder whose table has `old` replaced by `new`.
    private func sample(_ old: String, _ new: String) throws -> CamelyonSample {
        XCTAssertTrue(CamelyonSample.table.contains(old))
        return try CamelyonSample(
            self, table: CamelyonSample.table.replacingOccurrences(of: old, with: new))
    }

    func testNoFolder() throws {
        let sample = try CamelyonSample(empty: self)
        assertThrows(.noSlides(path: sample.url.path), at: sample)
        try sample.add("training/notes.txt")
        assertThrows(.noSlides(path: sample.url.path), at: sample)
        let missing = sample.url.appendingPathComponent("nothing")
        XCTAssertThrowsError(try CamelyonFolder(url: missing)) {
            XCTAssertEqual($0 as? StagingError, .noFolder(path: missing.path))
        }
        let file = sample.url.appendingPathComponent("training/notes.txt")
        XCTAssertThrowsError(try CamelyonFolder(url: file)) {
            XCTAssertEqual($0 as? StagingError, .noFolder(path: file.path))
        }
    }

    func testCamelyon16() throws {
        let sample = try CamelyonSample(empty: self)
        try sample.add("training/normal/Normal_001.tif")
        try sample.add("training/tumor/Tumor_001.tif")
        assertThrows(.camelyon16(path: sample.url.path), at: sample)
        XCTAssertTrue(
            StagingError.camelyon16(path: "x").description.contains("cannot be read yet"))
    }

    func testNoTable() throws {
        let sample = try CamelyonSample(self, table: nil)
        assertThrows(.noStageTable(path: sample.url.path), at: sample)
    }

    func testTwoCopies() throws {
        let sample = try CamelyonSample(self)
        try sample.add("training/patient_003_node_1.tif")
        assertThrows(
            .twoFiles(
                first: path("training/center_0/patient_003_node_1.tif", sample),
                second: path("training/patient_003_node_1.tif", sample)), at: sample)
        try sample.remove("training/patient_003_node_1.tif")
        try sample.add("training/stages.csv", CamelyonSample.table)
        assertThrows(
            .twoFiles(
                first: path("stage_labels.csv", sample),
                second: path("training/stages.csv", sample)), at: sample)
    }

    func testHeaders() throws {
        for header in ["slide,stage", "patient stage", "patient", "patient,stage,center", ""] {
            let sample = try sample("patient,stage\n", header + "\n")
            assertThrows(
                .wrongHeader(found: header, file: path("stage_labels.csv", sample)), at: sample)
        }
        let empty = try CamelyonSample(self, table: "")
        assertThrows(.wrongHeader(found: "", file: path("stage_labels.csv", empty)), at: empty)
    }

    func testUnreadableTables() throws {
        let quote = try sample("patient_021_node_1.tif", "\"patient\" x")
        assertThrows(
            .unreadableTable(
                file: path("stage_labels.csv", quote),
                reason: "a quotation mark is not closed or stands within a cell"), at: quote)
        let latin1 = try CamelyonSample(self, table: nil)
        try latin1.add("stage_labels.csv", Data("patient,stage\nM".utf8) + [0xFC])
        assertThrows(
            .unreadableTable(
                file: path("stage_labels.csv", latin1),
                reason: "it is not text in UTF-8 or UTF-16"), at: latin1)
        let binary = try CamelyonSample(self, table: nil)
        try binary.add("stage_labels.csv", Data([0xff, 0xfe, 0x70, 0x00, 0xd8]))
        assertThrows(
            .unreadableTable(
                file: path("stage_labels.csv", binary), reason: "it is not text in UTF-8 or UTF-16"),
            at: binary)
    }

    func testAThirdCellIsSaidWithItsLine() throws {
        let sample = try sample("node_2.tif,itc", "node_2.tif,itc,micro")
        assertThrows(
            .unreadableTable(
                file: path("stage_labels.csv", sample),
                reason: "line 5 has 3 cells instead of two"), at: sample)
    }

    /// The header has semicolons, the rows have commas.
    func testMixedDelimitersAreRefused() throws {
        let sample = try sample("patient,stage\n", "patient;stage\n")
        assertThrows(.unknownName("patient_021.zip,pN1", location: location(2, sample)), at: sample)
    }

    func testWrongLabelsSayLineAndAllowedNames() throws {
        let type = try sample("node_2.tif,itc", "node_2.tif,ITCs")
        assertThrows(.unknownType("ITCs", location: location(5, type)), at: type)
        XCTAssertEqual(
            StagingError.unknownType("ITCs", location: .init(file: "t.csv", line: 5)).description,
            "t.csv, line 5: \"ITCs\" is no metastasis type: write negative, itc, micro or macro.")
        let stage = try sample("patient_021.zip,pN1", "patient_021.zip,N1")
        assertThrows(.unknownStage("N1", location: location(2, stage)), at: stage)
        let none = try sample("node_2.tif,itc", "node_2.tif")
        assertThrows(.unknownType("", location: location(5, none)), at: none)
        let blank = try sample("patient_003.zip,pN0", "\n\npatient_003.zip,pN9")
        assertThrows(.unknownStage("pN9", location: location(10, blank)), at: blank)
        let windows = try CamelyonSample(
            self,
            table: CamelyonSample.table.replacingOccurrences(of: "tif,itc", with: "tif,x")
                .replacingOccurrences(of: "\n", with: "\r\n"))
        assertThrows(.unknownType("x", location: location(5, windows)), at: windows)
    }

    func testUnknownNames() throws {
        let sample = try sample("patient_021_node_1.tif", "slide_21_1.tif")
        assertThrows(.unknownName("slide_21_1.tif", location: location(4, sample)), at: sample)
        let huge = "patient_99999999999999999999.zip"
        let number = try self.sample("patient_003.zip", huge)
        assertThrows(.unknownName(huge, location: location(8, number)), at: number)
    }

    func testDuplicates() throws {
        let slide = try sample("patient_021_node_1.tif", "patient_021_node_0.tif")
        assertThrows(
            .duplicateRow(
                name: "patient_021_node_0.tif", location: location(4, slide), firstLine: 3),
            at: slide)
        let patient = try sample("patient_003.zip", "patient_021.zip")
        assertThrows(
            .duplicateRow(name: "patient_021.zip", location: location(8, patient), firstLine: 2),
            at: patient)
    }

    func testIncompletePatients() throws {
        let fewer = try sample("patient_021_node_4.tif,negative\n", "")
        assertThrows(
            .wrongNodes(patient: "patient_021", found: [0, 1, 2, 3], location: location(2, fewer)),
            at: fewer)
        let other = try sample("patient_021_node_4.tif", "patient_021_node_5.tif")
        assertThrows(
            .wrongNodes(
                patient: "patient_021", found: [0, 1, 2, 3, 5], location: location(2, other)),
            at: other)
        let stray = try sample("patient_003.zip,pN0\n", "")
        assertThrows(.noPatientRow(patient: "patient_003", location: location(8, stray)), at: stray)
    }

    func testContradictoryStage() throws {
        let sample = try sample("patient_021.zip,pN1", "patient_021.zip,pN2")
        assertThrows(
            .contradictoryStage(
                patient: "patient_021", stage: .pN2, fromNodes: .pN1, location: location(2, sample)),
            at: sample)
    }

    func testMissingSlide() throws {
        let sample = try CamelyonSample(self)
        try sample.remove("training/center_1/patient_021_node_3.tif")
        assertThrows(
            .noSlideFile(slide: "patient_021_node_3.tif", location: location(6, sample)), at: sample
        )
    }
}
