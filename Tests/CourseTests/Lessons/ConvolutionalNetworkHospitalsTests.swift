import DeepTeaching
import Foundation
import SyntheticCohort
import XCTest

@testable import Lesson10ConvolutionalNetwork
@testable import LessonSlides

/// Which slides Lesson 10 learns from and which examine: looked at in plans, without painting.
final class ConvolutionalNetworkHospitalsTests: XCTestCase {
    private func slides(_ profile: CohortProfile, seed: UInt64) -> [SlideRecord] {
        let folder = URL(filePath: "/nowhere")
        return CohortGenerator(profile: profile, seed: seed).plan.patients.flatMap { patient in
            patient.slides.map { SlideRecord($0, of: patient, in: folder) }
        }
    }

    func testNoSlideAndNoPatientExaminesWhatItTaught() throws {
        for seed in 1...20 {
            let hospitals = try Hospitals(choosingFrom: slides(.small, seed: UInt64(seed)))
            let names = hospitals.all.map(\.name)
            XCTAssertEqual(Set(names).count, names.count, "seed \(seed)")
            let taught = Set(hospitals.training.map(\.center))
            XCTAssertEqual(taught.count, 2, "seed \(seed)")
            XCTAssertEqual(Set(hospitals.known.map(\.center)), taught, "seed \(seed)")
            XCTAssertTrue(
                taught.isDisjoint(with: hospitals.unknown.map(\.center)), "seed \(seed)")
            XCTAssertLessThanOrEqual(names.count, 26, "seed \(seed)")
        }
        let hospitals = try Hospitals(choosingFrom: slides(.small, seed: 1))
        XCTAssertTrue(
            Set(hospitals.training.map(\.patient)).isDisjoint(with: hospitals.known.map(\.patient)))
    }

    func testEveryHospitalShowsBothClasses() throws {
        for seed in 1...20 {
            let hospitals = try Hospitals(choosingFrom: slides(.small, seed: UInt64(seed)))
            for part in [hospitals.training, hospitals.known, hospitals.unknown] {
                XCTAssertFalse(part.isEmpty, "seed \(seed)")
                for center in Set(part.map(\.center)) {
                    let kinds = Set(part.filter { $0.center == center }.map(\.isPositive))
                    XCTAssertEqual(kinds.count, 2, "seed \(seed), hospital \(center)")
                }
            }
        }
    }

    func testOneHospitalIsNotEnough() {
        let one = slides(.small, seed: 1).filter { $0.center == 1 }
        XCTAssertThrowsError(try Hospitals(choosingFrom: one)) { error in
            XCTAssertEqual(error as? HospitalsError, .tooFewHospitals(found: 1))
        }
        XCTAssertThrowsError(try Hospitals(choosingFrom: [])) { error in
            XCTAssertEqual(error as? HospitalsError, .tooFewHospitals(found: 0))
        }
    }
}
