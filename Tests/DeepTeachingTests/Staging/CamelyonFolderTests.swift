import DeepTeaching
import XCTest

final class CamelyonFolderTests: XCTestCase {
    func testTheLayoutOfTheChallenge() throws {
        let folder = try CamelyonFolder(url: CamelyonSample(self).url)
        XCTAssertEqual(folder.patients.map(\.name), ["patient_003", "patient_021"])
        XCTAssertEqual(folder.patients.map(\.center), [0, 1])
        XCTAssertEqual(folder.patients.map(\.stage), [.pN0, .pN1])
        XCTAssertEqual(folder.slides.map(\.node), [0, 1, 2, 3, 4, 0, 1, 2, 3, 4])
        let slide = folder.patients[1].slides[1]
        XCTAssertEqual(slide.name, "patient_021_node_1")
        XCTAssertEqual(slide.patient, 21)
        XCTAssertEqual(slide.type, .macro)
        XCTAssertEqual(slide.center, 1)
        XCTAssertTrue(
            slide.file.path.hasSuffix("training/center_1/patient_021_node_1.tif"))
        XCTAssertEqual(slide.annotation?.lastPathComponent, "patient_021_node_1.xml")
        XCTAssertNil(slide.mask)
        XCTAssertNil(folder.patients[0].slides[0].annotation)
        XCTAssertEqual(folder.skippedPatients, [])
    }

    func testTheLayoutOfNewerCopiesWithNamesOfAnyCase() throws {
        let sample = try CamelyonSample(empty: self)
        for node in 0..<5 {
            try sample.add("images/Patient_003_Node_\(node).TIF")
            try sample.add("images/patient_021_node_\(node).tif")
        }
        try sample.add("Annotations/Patient_021_node_1.XML")
        try sample.add("masks/patient_021_node_1_mask.tif")
        try sample.add("images/patient_120_node_0.tif")
        try sample.add("Stages.CSV", CamelyonSample.table)
        let folder = try CamelyonFolder(url: sample.url)
        XCTAssertEqual(folder.patients.map(\.number), [3, 21])
        // Without center folders the rule decides: centre c has the patients 20 c to 20 c + 19.
        XCTAssertEqual(folder.patients.map(\.center), [0, 1])
        XCTAssertEqual(folder.patients[1].slides[1].annotation?.pathExtension, "XML")
        XCTAssertEqual(
            folder.patients[1].slides[1].mask?.lastPathComponent, "patient_021_node_1_mask.tif")
        XCTAssertEqual(folder.slides.count, 10)
    }

    func testALinkToAFolderIsAsGoodAsTheFolder() throws {
        let target = try CamelyonSample(self).url
        let link = target.deletingLastPathComponent().appending(path: "link-\(UUID())")
        try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
        defer { try? FileManager.default.removeItem(at: link) }
        XCTAssertEqual(try CamelyonFolder(url: link).patients.count, 2)
    }

    func testTheFolderOfACentreDecides() throws {
        let sample = try CamelyonSample(self)
        try sample.remove("training/center_1")
        for node in 0..<5 { try sample.add("training/Center_4/patient_021_node_\(node).tif") }
        XCTAssertEqual(try CamelyonFolder(url: sample.url).patients[1].center, 4)
    }

    /// Windows line ends, old line ends, a byte-order mark, blank lines and spaces.
    func testTablesOfOtherSystems() throws {
        let expected = try CamelyonFolder(url: CamelyonSample(self).url).slides.map(\.type)
        let texts = [
            CamelyonSample.table.replacingOccurrences(of: "\n", with: "\r\n"),
            CamelyonSample.table.replacingOccurrences(of: "\n", with: "\r"),
            "\u{FEFF}" + CamelyonSample.table.replacingOccurrences(of: "\n", with: "\r\n"),
            CamelyonSample.table.replacingOccurrences(of: ",", with: " , ") + "\n\n",
            CamelyonSample.table.replacingOccurrences(of: "pN1", with: "\"pN1\""),
        ]
        for (number, text) in texts.enumerated() {
            let sample = try CamelyonSample(self, table: text)
            let folder = try CamelyonFolder(url: sample.url)
            XCTAssertEqual(folder.slides.map(\.type), expected, "table \(number)")
        }
    }

    /// Semicolons, tabs, empty columns, quotation marks, no last line end, other names of patients.
    func testTablesAsSpreadsheetsSaveThem() throws {
        let table = CamelyonSample.table
        let expected = try CamelyonFolder(url: CamelyonSample(self).url).slides.map(\.type)
        func changed(_ part: String, _ other: String) -> String {
            table.replacingOccurrences(of: part, with: other)
        }
        let tabs = changed(",", "\t").replacingOccurrences(of: "\n", with: "\r\n")
        let texts = [
            Data(changed(",", ";").utf8), Data(tabs.utf8), Data(changed("\n", ",,\n").utf8),
            Data(table.dropLast().utf8), Data(table.uppercased().utf8),
            Data(changed("\n", "\"\n\"").replacing(",", with: "\",\"").dropLast().utf8),
            Data(("sep=;\r\n" + changed(",", ";")).utf8), Data(changed(".zip", "").utf8),
            Data(changed(".tif", "").utf8), Data(changed("\n", "\u{A0}\n").utf8),
            try XCTUnwrap(("\u{FEFF}" + tabs).data(using: .utf16LittleEndian)),
            try XCTUnwrap(("\u{FEFF}" + tabs).data(using: .utf16BigEndian)),
            try XCTUnwrap(tabs.data(using: .utf16LittleEndian)),
        ]
        for (number, text) in texts.enumerated() {
            let sample = try CamelyonSample(self, table: nil)
            let quoted = number == 5 ? Data("\"".utf8) + text : text
            try sample.add("stage_labels.csv", quoted)
            do {
                let folder = try CamelyonFolder(url: sample.url)
                XCTAssertEqual(folder.slides.map(\.type), expected, "table \(number)")
            } catch { XCTFail("table \(number): \(error)") }
        }
    }

    func testAFolderWithADotInItsNameIsEntered() throws {
        let inner = try CamelyonSample(self)
        let outer = try CamelyonSample(empty: self)
        try FileManager.default.moveItem(
            at: inner.url, to: outer.url.appendingPathComponent("camelyon17_v1.0"))
        XCTAssertEqual(try CamelyonFolder(url: outer.url).patients.count, 2)
    }

    func testPatientsOfWhomSlidesAreMissingCanBeSkipped() throws {
        let sample = try CamelyonSample(self)
        try sample.remove("training/center_0/patient_003_node_2.tif")
        let folder = try CamelyonFolder(url: sample.url, skippingIncompletePatients: true)
        XCTAssertEqual(folder.patients.map(\.number), [21])
        XCTAssertEqual(folder.skippedPatients, ["patient_003"])
    }

    func testASubmissionIsATableOfStages() throws {
        let folder = try CamelyonFolder(url: CamelyonSample(self).url)
        let patients = folder.patients.reversed().map { patient in
            PatientStaging(patient: patient.name, nodes: patient.slides.map(\.type))
        }
        XCTAssertEqual(try PatientStaging.table(of: patients), CamelyonSample.table)
        let gap = PatientStaging(patient: "patient_100", types: [0: .macro])
        assertThrows(StagingError.missingNodes(patient: "patient_100", nodes: [1, 2, 3, 4])) {
            try PatientStaging.table(of: [gap])
        }
    }
}
