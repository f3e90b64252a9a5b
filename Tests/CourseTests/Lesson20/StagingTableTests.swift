import DeepTeaching
import Foundation
import TestSupport
import XCTest

/// `--slides slides.csv`: slides of the nano cohort, as somebody lists them who has no stages.
final class StagingTableTests: XCTestCase {
    /// A table of some slides; patients and labels as the function says, annotations in GeoJSON.
    private func write(
        _ hospital: Hospital, nodes: [(patient: Int, node: Int)],
        label: (MetastasisType) -> String
    ) throws {
        let folder = try CamelyonFolder(url: hospital.file(""))
        var lines = ["file,patient,label,annotations"]
        for (patient, node) in nodes {
            let record = try XCTUnwrap(
                folder.slides.first { $0.patient == patient && $0.node == node })
            var outlines = ""
            if let annotation = record.annotation {
                outlines = "outlines-\(patient)-\(node).geojson"
                try AnnotationFile(annotation).write(to: hospital.file(outlines))
            }
            let path = hospital.slide(patient, node).path
                .replacing(hospital.file("").path, with: "").drop { $0 == "/" }
            lines.append("\(path),Patient \(patient),\(label(record.type)),\(outlines)")
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: hospital.file("slides.csv"))
    }

    private func all(_ nodes: Range<Int>) -> [(patient: Int, node: Int)] {
        [0, 20].flatMap { patient in nodes.map { (patient, $0) } }
    }

    private func run(_ hospital: Hospital, _ more: String...) throws -> StagingProgram.Result {
        try StagingProcess(
            executable: StagingProgram.executable,
            arguments: ["--slides", "hospital/slides.csv"] + more,
            folder: hospital.program.folder, environment: [:]
        ).result(within: 120)
    }

    func testATableOfTheFourKinds() throws {
        let hospital = try Hospital(for: self)
        try write(hospital, nodes: all(0..<5)) { $0.rawValue }
        let kinds = Set(try CamelyonFolder(url: hospital.file("")).slides.map(\.type))
        XCTAssertGreaterThanOrEqual(kinds.count, 3, "three classes are what this test is for")
        let result = try run(hospital)
        XCTAssertEqual(result.status, 0, result.error)
        for words in [
            "The slides come from slides.csv", "The table says nothing of stages", "Patients: 2",
            "worst slides", "Questions 1 and 2",
        ] {
            XCTAssertTrue(result.output.contains(words), "\(words): \(result.output)")
        }
        XCTAssertFalse(result.output.contains("Question 3"), "no stages, no step of stages")
        XCTAssertFalse(result.output.contains("stands for"))
        // The same networks and maps as with the folder: stages alone are missing.
        let (own, folder) = (try hospital.program.report(), try StagingRuns.program.report())
        for key in ["slides", "patches", "tumorPatches"] {
            XCTAssertNotNil(own[key], key)
            XCTAssertNotNil(folder[key], key)
        }
        XCTAssertNil(own["kappa"])
        XCTAssertTrue(
            FileManager.default.fileExists(
                atPath: hospital.program.file(
                    "Data/models/hospital-slides-seed-1/classifier.json"
                ).path))
    }

    func testATableOfTwoOtherClasses() throws {
        let hospital = try Hospital(for: self)
        try write(hospital, nodes: all(0..<5)) { $0 == .negative ? "negative" : "adenoma" }
        let result = try run(hospital)
        XCTAssertEqual(result.status, 0, result.error)
        for words in ["negative and adenoma", "it stands for adenoma"] {
            XCTAssertTrue(result.output.contains(words), "\(words): \(result.output)")
        }
    }

    func testTablesThatCannotBeUsed() throws {
        let hospital = try Hospital(for: self)
        func refusal(_ words: String..., line: UInt = #line) throws {
            let result = try run(hospital)
            XCTAssertEqual(result.status, 1, result.error, line: line)
            XCTAssertEqual(result.complaints.count, 1, result.error, line: line)
            for text in words {
                XCTAssertTrue(result.error.contains(text), result.error, line: line)
            }
            XCTAssertEqual(hospital.program.files(below: "output"), [], line: line)
        }
        // A misspelt type must not become a class of its own.
        try write(hospital, nodes: all(0..<5)) { $0 == .macro ? "macor" : $0.rawValue }
        try refusal("slides.csv, line", "\"macor\" is no type of metastasis")
        try write(hospital, nodes: (0..<5).map { (0, $0) }) { $0.rawValue }
        try refusal("names one patient with sound slides (Patient 0)")
        try write(hospital, nodes: all(0..<5)) { $0.rawValue }
        try FileManager.default.removeItem(at: hospital.slide(0, 2))
        try refusal("slides.csv, line 4", "there is no file")
        try Data("file;patient\n".utf8).write(to: hospital.file("slides.csv"))
        try refusal("line 1", "the column \"label\" is missing")
    }
}
