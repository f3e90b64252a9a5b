import Foundation
import GraderKit
import XCTest

/// The lesson as a program.
final class ClusteringLessonTests: XCTestCase {
    /// All tests look at the same run.
    private static let run = Result { try LessonRun("Lesson12Clustering") }

    func testEachNucleusHasACluster() throws {
        let number = try Self.run.get().number
        let sizes = try (0..<3).map { try number("firstClusterSize\($0)") }
        XCTAssertEqual(sizes.reduce(0, +), try number("nucleiCount"))
    }

    func testNoStepRaisesTheCost() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("costBetween"), try number("costBefore"))
        XCTAssertLessThan(try number("costAfter"), try number("costBetween"))
        XCTAssertLessThan(try number("cost"), try number("costAfter"))
    }

    /// What the text says of the clusters at the end.
    func testTheClustersAreTheKinds() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("agreement"), 1)
        XCTAssertEqual(try number("cost"), try number("bestCost"), accuracy: 1e-9)
        // Two coordinates, each with the variance 1.
        XCTAssertEqual(try number("cost"), 2, accuracy: 0.3)
        XCTAssertTrue(try Self.run.get().text.contains("the clusters are the kinds of cells."))
    }

    func testTheEndDependsOnTheStart() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("wrongStartClusters"), 1)
        XCTAssertGreaterThan(try number("wrongStartCost"), 5 * (try number("bestCost")))
        XCTAssertLessThan(try number("goodStarts"), try number("startsTried"))
        XCTAssertGreaterThan(try number("goodStarts"), 50)
        XCTAssertGreaterThan(try number("worstCost"), 2 * (try number("bestCost")))
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson12Clustering")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...6 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// Both functions are called, and say that they are not attempted or how far they lie.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try LessonRun("Lesson12Clustering", arguments: ["--mine"]).text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 2)
        XCTAssertFalse(text.contains("gave no answer"))
    }
}
