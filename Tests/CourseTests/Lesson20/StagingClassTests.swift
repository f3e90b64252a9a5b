import DeepTeaching
import Foundation
import XCTest

/// `--slides slides.csv` with labels that are any classes.
final class StagingClassTests: XCTestCase {
    private func run(
        _ program: StagingProgram, _ more: [String] = [], threads: String = "2"
    ) throws -> StagingProgram.Result {
        try StagingProcess(
            executable: StagingProgram.executable,
            arguments: ["--slides", "scans/slides.csv"] + more, folder: program.folder,
            environment: ["DEEPTEACHING_THREADS": threads]
        ).result(within: 120)
    }

    func testThreeClassesAreLearntMappedAndTold() throws {
        let program = try StagingProgram(for: self)
        try PaintedClasses(in: program.file("scans")).write()
        let result = try run(program)
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(result.complaints, [])
        let text = StagingText(result.output)
        for words in [
            "names 3 classes", "weak label", "largest mean",
            "Nothing here may be used for a diagnosis",
        ] {
            XCTAssertTrue(text.joined.contains(words), words)
        }
        XCTAssertFalse(text.joined.contains("Question 3"), "classes have no stages")
        for name in ["classGallery", "classMap"] {
            _ = try Image(png: program.file("output/Lesson20Staging/figures/\(name).png"))
        }

        // What the table of slides says is what the numbers say.
        let rows = text.lines.compactMap {
            $0.wholeMatch(of: /\s+(slide-\d+) +(\w+) +(\w+) +(\w+) +[01]\.\d{3}/)
        }
        let report = try program.report()
        XCTAssertGreaterThanOrEqual(rows.count, 5)
        let right = rows.count { $0.3 == $0.4 }
        XCTAssertEqual(
            try XCTUnwrap(report["classAccuracy"]), Double(right) / Double(rows.count),
            accuracy: 1e-12)
        XCTAssertEqual(Set(rows.map { String($0.3) }), Set(PaintedClasses.classes))
        XCTAssertEqual(report["testPatients"], Double(Set(rows.map { $0.2 }).count))
        // Textures that an eye tells apart at once.
        XCTAssertGreaterThan(try XCTUnwrap(report["classAccuracy"]), 0.8)
        XCTAssertLessThan(try XCTUnwrap(report["frequentShare"]), 0.6)
        let (low, high) = (
            try XCTUnwrap(report["classLow"]), try XCTUnwrap(report["classHigh"])
        )
        XCTAssertLessThan(low, 1, "a few patients prove nothing for certain")
        XCTAssertLessThanOrEqual(low, try XCTUnwrap(report["classAccuracy"]))
        XCTAssertGreaterThanOrEqual(high, try XCTUnwrap(report["classAccuracy"]))
        XCTAssertLessThan(
            try XCTUnwrap(report["classLoss"]), try XCTUnwrap(report["guessLoss"]) / 2)

        // The same with any number of threads.
        let again = try run(program, ["--output", "again"], threads: "1")
        XCTAssertEqual(again.status, 0, again.error)
        XCTAssertEqual(try program.reportText(in: "again"), try program.reportText())
    }

    func testClassesThatCannotBeToldApartAreRefused() throws {
        let program = try StagingProgram(for: self)
        let painted = try PaintedClasses(in: program.file("scans"))
        func refusal(
            _ lines: [String], _ words: String..., options: [String] = [], line: UInt = #line
        ) throws {
            try painted.write(lines)
            let result = try run(program, options)
            XCTAssertEqual(result.status, 1, result.error, line: line)
            XCTAssertEqual(result.complaints.count, 1, result.error, line: line)
            for text in words {
                XCTAssertTrue(result.error.contains(text), result.error, line: line)
            }
            XCTAssertEqual(program.files(below: "output"), [], line: line)
        }
        let all = painted.lines
        try refusal(
            Array(all[0..<2] + all[3..<5]) + [all[2]],
            "class \"striped\" has sound slides of one patient only (P2)", "add slides of another")
        try refusal(all + ["other.tif,Q,sparse"], "there is no file")
        try refusal(
            all.map { $0.replacing("sparse", with: "macro") }, "no type of metastasis",
            "\"macro\" is one")
        try refusal(
            all.map { $0.split(separator: ",").dropLast().joined(separator: ",") + ",sparse" },
            "all slides have the label \"sparse\"")
        try refusal(all, "--slide speaks of metastases", options: ["--slide", "scans/slide-0.tif"])
        try refusal(all, "--mine speaks of metastases", options: ["--mine"])
        // Damage is found before anything is learnt.
        try Data("no slide".utf8).write(to: program.file("scans/slide-3.tif"))
        try refusal(all, "slide-3.tif", "--skip-faulty")
    }
}
