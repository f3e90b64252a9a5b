import SyntheticCohort
import TestSupport
import XCTest

@testable import DeepTeaching
@testable import MeasureCohort

final class LearningRunTests: XCTestCase {
    /// Two centres of sections as small as a macro-metastasis allows, with hardly any learning: twice
    /// as much of it if all is to be proved.
    private func measures() throws -> [Measure] {
        let profile = CohortProfile(
            name: "test", micronsPerPixel: 1.94, sectionMillimeters: (4, 3),
            patientsPerCenter: [2, 2], tileSide: 256, guaranteedStages: [.pN2, .pN2, .pN2, .pN2])
        let cohort = CohortPlan(profile: profile, seed: 2)
        var settings = LearningSettings()
        settings.trainingCount = isProving ? 96 : 48
        settings.testCount = isProving ? 64 : 32
        settings.detector.training.epochs = 1
        let run = MeasureRun(
            cohorts: [cohort], specimens: Specimen.planned(cohort), settings: settings, seed: 2,
            report: { _ in })
        return try run.measures([.colors, .within, .leaveOneOut]) { _ in }
    }

    func testEachModelIsMeasuredAndThreadsChangeNothing() throws {
        let one = try withThreads(1) { try measures() }
        let keys = Set(one.map(\.key))
        for center in 0..<2 {
            for name in ["logisticMeans", "logisticSix", "within", "germinal", "leaveOut"] {
                XCTAssertTrue(keys.contains("\(name)\(center)"), "\(name)\(center)")
            }
        }
        for measure in one where measure.key.hasPrefix("within") {
            XCTAssertTrue((0...1).contains(measure.value), measure.words)
        }
        let two = try withThreads(2) { try measures() }
        XCTAssertEqual(one.map { "\($0.key) \($0.value)" }, two.map { "\($0.key) \($0.value)" })
    }
}
