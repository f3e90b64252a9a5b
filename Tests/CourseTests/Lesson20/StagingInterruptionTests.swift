import DeepTeaching
import XCTest

/// A run that is killed leaves only whole files, and the next one continues.
final class StagingInterruptionTests: XCTestCase {
    func testKilledRunsContinueToTheSameReport() throws {
        _ = try StagingRuns.first()
        let program = try StagingProgram(for: self)
        try killWhilePainting(program)
        try interruptWhileTraining(program)
        let result = try program.run("--profile", "nano")
        XCTAssertEqual(result.status, 0, result.error)
        XCTAssertEqual(try program.reportText(), try StagingRuns.program.reportText())
        let cohort = "Data/cohort-nano-1"
        XCTAssertEqual(
            program.files(below: cohort), StagingRuns.program.files(below: cohort),
            "nothing half-written is left")
    }

    private func killWhilePainting(_ program: StagingProgram) throws {
        let result = try program.run(StagingRuns.arguments, killedBy: SIGKILL) {
            $0.contains("once): 40 %")
        }
        XCTAssertTrue(result.wasKilled)
        let slides = program.files(below: "Data/cohort-nano-1").filter {
            $0.hasSuffix(".tif") && !$0.contains("/.")
        }
        XCTAssertLessThan(slides.count, 10, "it was killed too late")
        for slide in slides {
            XCTAssertEqual(
                try Data(contentsOf: program.file("Data/cohort-nano-1/" + slide)),
                try Data(contentsOf: StagingRuns.cohort().appending(path: slide)), slide)
        }
        XCTAssertEqual(program.files(below: "output"), [])
    }

    private func interruptWhileTraining(_ program: StagingProgram) throws {
        let result = try program.run(StagingRuns.arguments, killedBy: SIGINT) {
            $0.contains("Training network 1 of 1: 10 %")
        }
        XCTAssertTrue(result.wasKilled)
        XCTAssertEqual(result.status, SIGINT)
        XCTAssertEqual(result.complaints, [])
        XCTAssertEqual(program.files(below: "output"), [])
        XCTAssertEqual(program.files(below: "Data/models"), [])
    }
}
