import DeepTeaching
import Foundation
import SyntheticCohort
import TestSupport
import XCTest

@testable import MeasureCohort

/// The program, run as a user runs it.
final class MeasureProgramTests: XCTestCase {
    private func run(_ arguments: [String], in folder: URL) throws -> StagingProgram.Result {
        try StagingProcess(
            executable: StagingProgram.executable.deletingLastPathComponent()
                .appending(path: "MeasureCohort"),
            arguments: arguments, folder: folder, environment: [:]
        ).result(within: 120)
    }

    private func folder() throws -> URL {
        let folder = try StagingProgram.temporaryFolder()
        addTeardownBlock { try? FileManager.default.removeItem(at: folder) }
        return folder
    }

    func testLesionsOfANanoCohort() throws {
        let folder = try folder()
        let result = try run(
            ["--profile", "nano", "--seed", "3", "--only", "lesions", "--json", "numbers.json"],
            in: folder)
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertTrue(
            result.output.contains("ok        0  lesions without a tumour cell"), result.output)
        let data = try Data(contentsOf: folder.appending(path: "numbers.json"))
        let measures = try JSONDecoder().decode([Measure].self, from: data)
        XCTAssertEqual(measures.first { $0.key == "lesionEmpty" }?.value, 0)
        XCTAssertEqual(measures.first { $0.key == "lesionDiameter" }?.greatest, 2)
    }

    func testBadInputIsOneSentence() throws {
        let folder = try folder()
        let unknown = try run(["--profile", "huge"], in: folder)
        XCTAssertEqual(unknown.status, 1)
        XCTAssertEqual(
            unknown.error,
            "error: There is no profile huge. Choose one of nano, small, medium, full.\n")
        let unwritable = try run(
            [
                "--data", PaintedCohort.folder().path, "--only", "files", "--json",
                "none/numbers.json",
            ], in: folder)
        XCTAssertEqual(unwritable.status, 1)
        XCTAssertTrue(
            unwritable.error.contains("none/numbers.json cannot be written"), unwritable.error)
        XCTAssertEqual(try run(["--networks", "0"], in: folder).status, 64)
    }

    func testFilesOfACohortAreMeasured() throws {
        let cohort = try PaintedCohort.folder()
        let folder = try folder()
        let result = try run(
            ["--data", cohort.path, "--only", "files", "--json", "numbers.json"], in: folder)
        XCTAssertEqual(result.status, 0, result.error)
        let data = try Data(contentsOf: folder.appending(path: "numbers.json"))
        let measures = try JSONDecoder().decode([Measure].self, from: data)
        XCTAssertEqual(measures.map(\.key), ["fileDifference", "fileOutlines"])
        XCTAssertEqual(measures.filter { $0.isMet != true }, [])
        // JPEG cannot be without loss.
        XCTAssertGreaterThan(measures[0].value, 0.5)
    }

    func testAFolderOfNothingIsOneSentence() throws {
        let folder = try folder()
        let result = try run(["--data", folder.path, "--only", "files"], in: folder)
        XCTAssertEqual(result.status, 1)
        XCTAssertTrue(result.error.contains("error: "), result.error)
        XCTAssertEqual(result.output, "")
    }

    /// The page of one patient's files, whose numbers are soon measured; of a whole cohort if all is to
    /// be proved.
    func testAPageShowsTheCohort() throws {
        let folder = try folder()
        try PaintedCohort.copySecondPatient(to: folder.appending(path: "cohort"))
        let shown =
            isProving
            ? ["--profile", "nano", "--seed", "3", "--only", "lesions"]
            : ["--data", "cohort", "--only", "files"]
        let number = isProving ? "lesions without a tumour" : "files and what was painted"
        let result = try run(shown + ["--output", "page"], in: folder)
        XCTAssertEqual(result.status, 0, result.error)
        let page = try String(
            contentsOf: folder.appending(path: "page/index.html"), encoding: .utf8)
        for heading in ["Five centres", "Three scales", "The numbers", number] {
            XCTAssertTrue(page.contains(heading), heading)
        }
        for figure in ["centres", "scales", "tissue-6-fat", "lesions-macroMetastasis"] {
            let image = try Image(
                png: folder.appending(path: "page/figures/\(figure).png"))
            XCTAssertGreaterThan(image.size.area, 40_000, figure)
        }
    }

    func testPartsAreChosen() {
        XCTAssertEqual(Part.wanted([]), Part.ofTruth + Part.ofLearning)
        XCTAssertEqual(Part.wanted([.learning]), Part.ofLearning)
        XCTAssertEqual(Part.wanted([.pairs, .stains]), [.stains, .pairs])
    }
}
