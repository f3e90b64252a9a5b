import DeepTeaching
import Foundation
import SyntheticCohort
import XCTest

@testable import Lesson09NeuralNetwork
@testable import LessonSlides

/// Which patients are for training, who says when to stop, and who is for the test.
final class PatientPartsTests: XCTestCase {
    /// All slides of a synthetic cohort; nothing is painted.
    private func slides(_ profile: CohortProfile, seed: UInt64) -> [SlideRecord] {
        let plan = CohortPlan(profile: profile, seed: seed)
        return plan.patients.flatMap { patient in
            patient.slides.map { SlideRecord($0, of: patient, in: URL(filePath: "/")) }
        }
    }

    func testEachPatientStandsInOnePart() throws {
        for seed in 1...20 as ClosedRange<UInt64> {
            let parts = try PatientParts(choosingFrom: slides(.small, seed: seed))
            guard !parts.sharesPatients else { continue }
            let patients = [parts.training, parts.validation, parts.test].map {
                Set($0.map(\.patient))
            }
            for (one, other) in [(0, 1), (0, 2), (1, 2)] {
                XCTAssertTrue(patients[one].isDisjoint(with: patients[other]), "seed \(seed)")
            }
            XCTAssertEqual(Set(parts.all.map(\.center)).count, 1)
            XCTAssertLessThanOrEqual(parts.all.count, 12)
        }
        XCTAssertFalse(
            try PatientParts(choosingFrom: slides(.small, seed: 1)).sharesPatients,
            "the default cohort has a hospital with enough patients")
    }

    func testEveryPartHasTumorAndNoSlideTwice() throws {
        for (profile, seed) in [(CohortProfile.small, 1), (.small, 2), (.small, 3), (.nano, 1)] {
            let parts = try PatientParts(choosingFrom: slides(profile, seed: UInt64(seed)))
            for part in [parts.training, parts.validation, parts.test] {
                XCTAssertTrue(part.contains(where: \.isPositive))
            }
            XCTAssertEqual(Set(parts.all).count, parts.all.count)
        }
    }

    func testTheChoiceOfTheChosenIsTheSame() throws {
        let parts = try PatientParts(choosingFrom: slides(.small, seed: 1))
        let again = try PatientParts(choosingFrom: parts.all)
        XCTAssertEqual(again.training, parts.training)
        XCTAssertEqual(again.validation, parts.validation)
        XCTAssertEqual(again.test, parts.test)
    }

    func testTooFewSlidesAreRefusedWithASentence() throws {
        let few = slides(.nano, seed: 1).filter { $0.type == .negative }
        XCTAssertThrowsError(try PatientParts(choosingFrom: few)) { error in
            XCTAssertEqual(error as? PatientPartsError, .tooFewSlides(found: 0))
            XCTAssertTrue("\(error)".contains("choose a folder"))
        }
    }
}
