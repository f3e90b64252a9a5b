import DeepTeaching
import SyntheticCohort
import TestSupport
import XCTest

/// What the command writes and says.
final class CohortProgramTests: XCTestCase {
    func testTheDefaultIsToWriteACohort() throws {
        let program = try CohortProgram(for: self)
        let arguments = ["--profile", "nano", "--slide", "patient_020_node_1", "--out", "cohort"]
        let result = try program.run(
            arguments[0], arguments[1], arguments[2], arguments[3],
            arguments[4], arguments[5], "--quiet")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(result.output, "1 slides of 1008 x 752 pixels are in cohort.\n")
        XCTAssertEqual(result.error, "")
        let whole = try PaintedCohort.folder().contentsOfAllFiles()
        let found = try program.contents("cohort")
        XCTAssertEqual(
            found.keys.filter { $0.hasSuffix(".tif") },
            ["training/center_1/patient_020_node_1.tif"])
        for (path, data) in found { XCTAssertTrue(whole[path] == data, path) }
        // The same by its name, and once more: nothing changes.
        let again = try program.run(
            "write", "--profile", "nano", "--slide", "patient_020_node_1", "--out", "cohort")
        XCTAssertEqual(again.status, 0, again.error)
        XCTAssertTrue(try program.contents("cohort") == found)
    }

    func testAllFlagsTogether() throws {
        let program = try CohortProgram(for: self)
        let result = try program.run(
            "--profile", "nano", "--layout", "camelyon16", "--masks", "--realistic", "--dirty",
            "--slide", "test_002", "--out", "cohort", "--quiet")
        XCTAssertEqual(result.status, 0, result.error)
        let files = try program.contents("cohort").keys
        XCTAssertTrue(files.contains("testing/images/test_002.tif"))
        XCTAssertTrue(files.contains("masks/test_002_mask.tif"))
        XCTAssertTrue(files.contains("testing/reference.csv"))
        XCTAssertFalse(files.contains("stage_labels.csv"))
    }

    func testATileAloneIsThatOfTheLibrary() throws {
        let program = try CohortProgram(for: self)
        let generator = PaintedCohort.generator
        for (level, column, row) in [(0, 3, 2), (1, 1, 0)] {
            let result = try program.run(
                "tile", "--profile", "nano", "--slide", "patient_020_node_1", "--level",
                "\(level)", "--column", "\(column)", "--row", "\(row)", "--out", "tile.png")
            XCTAssertEqual(result.status, 0, result.error)
            let tile = try XCTUnwrap(
                generator.tile(
                    of: "patient_020_node_1",
                    at: TileAddress(level: level, column: column, row: row)))
            XCTAssertEqual(
                result.output,
                "patient_020_node_1, level \(level), column \(column), row \(row): "
                    + "\(tile.size) pixels in tile.png.\n")
            XCTAssertTrue(try Image(png: program.folder.appending(path: "tile.png")) == tile)
        }
    }
}
