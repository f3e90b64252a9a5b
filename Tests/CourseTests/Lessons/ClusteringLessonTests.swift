import Foundation
import GraderKit
import TestSupport
import XCTest

/// The lesson as a program.
final class ClusteringLessonTests: XCTestCase {
    override func setUpWithError() throws {
        try skipUnlessProving("It runs the lesson as it is, which takes long.")
    }

    /// All tests look at the same run.
    static let run = Result { try LessonRun("Lesson12Clustering") }

    /// The same, with the student's functions where they are attempted.
    static let mine = Result { try LessonRun("Lesson12Clustering", arguments: ["--mine"]) }

    func testEachNucleusHasACluster() throws {
        let number = try Self.run.get().number
        let sizes = try (0..<3).map { try number("firstClusterSize\($0)") }
        XCTAssertEqual(sizes.reduce(0, +), try number("nucleiCount"))
        XCTAssertEqual(try number("nucleiCount"), 600)
        XCTAssertGreaterThan(try number("measuredCount"), 1000)
    }

    func testNoStepRaisesTheInertia() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("inertiaBetween"), try number("inertiaBefore"))
        XCTAssertLessThan(try number("inertiaAfter"), try number("inertiaBetween"))
        XCTAssertLessThanOrEqual(try number("inertia"), try number("inertiaAfter"))
    }

    /// What the text says of the clusters at the end.
    func testTheClustersAreNearlyTheKinds() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("agreement"), 0.71, accuracy: 0.03)
        XCTAssertEqual(try number("kMeansAgreement"), try number("agreement"), accuracy: 1e-9)
        XCTAssertEqual(try number("emAgreement"), 0.67, accuracy: 0.04)
        XCTAssertTrue(try Self.run.get().text.contains("a batch effect."))
    }

    func testTheEndDependsOnTheStart() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("wrongRandomStarts"), 0.83, accuracy: 0.05)
        XCTAssertGreaterThan(try number("worstInertia"), 4 * (try number("bestInertia")))
        XCTAssertLessThan(try number("tenRuns"), 0.01)
        XCTAssertTrue(try Self.run.get().text.contains("k-means++ ends badly less often."))
    }

    func testTheLikelihoodNeverFallsAndNeedsAFloor() throws {
        let number = try Self.run.get().number
        XCTAssertEqual(try number("falls"), 0)
        XCTAssertGreaterThan(try number("emRounds"), 20)
        let text = try Self.run.get().text
        XCTAssertTrue(text.contains("0 / 0 is not a number"))
        XCTAssertTrue(text.contains("Without a floor the fit breaks off in step"))
    }

    func testAMixturePartsWhatKMeansCannot() throws {
        let number = try Self.run.get().number
        XCTAssertLessThan(try number("wrongDiffuse"), 0.85)
        XCTAssertLessThan(try number("wrongElongated"), 0.6)
        XCTAssertGreaterThan(try number("emDiffuse"), 0.95)
        XCTAssertGreaterThan(try number("emElongated"), 0.98)
    }

    func testTheCriterionChoosesTheKinds() throws {
        XCTAssertEqual(try Self.run.get().number("chosen"), 3)
        XCTAssertTrue(try Self.run.get().text.contains("the criterion finds the number."))
    }

    func testColoursFindTissue() throws {
        let number = try Self.run.get().number
        XCTAssertGreaterThan(try number("colorTissue"), try number("otsuTissue") + 0.02)
        XCTAssertGreaterThan(try number("otsuTissue"), 0.8)
        XCTAssertGreaterThan(try number("colorDistances"), 1)
    }

    func testThePlainTextIsTheGoldenOne() throws {
        try GoldenText.check(try Self.run.get().text, of: "Lesson12Clustering")
    }

    func testThePageHoldsAllSteps() throws {
        let page = try Self.run.get().page
        XCTAssertTrue(page.contains("<math"))
        for step in 1...8 { XCTAssertTrue(page.contains("id=\"step-\(step)\""), "step \(step)") }
    }

    /// All functions are called, and say that they are not attempted or how far they lie.
    func testMineRunsTheStudentsFunctions() throws {
        let text = try Self.mine.get().text
        XCTAssertEqual(text.components(separatedBy: "Yours").count - 1, 7)
        XCTAssertFalse(text.contains("gave no answer"))
    }
}
