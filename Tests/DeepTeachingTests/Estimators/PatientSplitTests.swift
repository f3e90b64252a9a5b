import DeepTeaching
import XCTest

final class PatientSplitTests: XCTestCase {
    /// The stages of CAMELYON17's training set.
    private let patients: [StratifiedPatient] = {
        let stages = [("pN0", 25), ("pN0(i+)", 11), ("pN1mi", 21), ("pN1", 30), ("pN2", 13)]
        let all = stages.flatMap { Array(repeating: $0.0, count: $0.1) }
        return all.enumerated().map {
            StratifiedPatient(patient: "patient_\($0.offset)", stratum: $0.element)
        }
    }()

    func testPartsAreDisjointAndComplete() throws {
        for seed in 0..<20 {
            let split = try PatientSplit(
                of: patients, validation: 0.2, test: 0.3, seed: UInt64(seed))
            let all = split.training + split.validation + split.test
            XCTAssertEqual(all.count, 100)
            XCTAssertEqual(Set(all), Set(patients.map(\.patient)))
            XCTAssertEqual(
                [split.training.count, split.validation.count, split.test.count], [50, 20, 30])
        }
    }

    func testEachPartHasItsShareOfEachStratum() throws {
        let stratum = Dictionary(uniqueKeysWithValues: patients.map { ($0.patient, $0.strata[0]) })
        for seed in 0..<20 {
            let split = try PatientSplit(
                of: patients, validation: 0.2, test: 0.3, seed: UInt64(seed))
            for (stage, members) in Dictionary(grouping: patients, by: { $0.strata[0] }) {
                for (part, share) in [
                    (split.training, 0.5), (split.validation, 0.2), (split.test, 0.3),
                ] {
                    let count = part.count { stratum[$0] == stage }
                    XCTAssertEqual(
                        Double(count), share * Double(members.count), accuracy: 1.5, stage)
                }
            }
        }
    }

    func testTheSeedDecidesAndTheOrderDoesNot() throws {
        func split(_ patients: [StratifiedPatient], seed: UInt64) throws -> PatientSplit {
            try PatientSplit(of: patients, validation: 0.2, test: 0.2, seed: seed)
        }
        let first = try split(patients, seed: 1)
        XCTAssertEqual(first, try split(patients.reversed(), seed: 1))
        XCTAssertNotEqual(first, try split(patients, seed: 2))
    }

    func testFoldsAreDisjointEvenAndStratified() throws {
        let folds = try PatientSplit.folds(of: patients, count: 5, seed: 3)
        XCTAssertEqual(folds.map(\.count), [20, 20, 20, 20, 20])
        XCTAssertEqual(Set(folds.joined()).count, 100)
        let worst = Set(patients.filter { $0.strata[0] == "pN2" }.map(\.patient))
        for fold in folds { XCTAssertTrue(2...3 ~= worst.intersection(fold).count) }
    }

    /// Three patients of a hospital with metastases, of three stages: by their stages alone they may
    /// all come into one fold, and then the network of that fold has seen none of them.
    func testFoldsShareOutEachStratum() throws {
        let stages = ["pN1", "pN2", "pN1mi"]
        let patients = (0..<4).flatMap { center in
            stages.map { stage in
                StratifiedPatient(patient: "\(center) \(stage)", strata: [stage, "\(center)"])
            }
        }
        for seed in 0..<20 {
            let folds = try PatientSplit.folds(of: patients, count: 3, seed: UInt64(seed))
            XCTAssertEqual(folds.map(\.count), [4, 4, 4])
            for stratum in stages + ["0", "1", "2", "3"] {
                let most = folds.map { fold in
                    fold.count { $0.hasPrefix(stratum + " ") || $0.hasSuffix(" " + stratum) }
                }.max()
                XCTAssertLessThan(most ?? 0, 3, "\(stratum), seed \(seed): \(folds)")
            }
        }
    }

    func testImpossibleSplitsAreRefused() {
        let two = Array(patients.prefix(2))
        XCTAssertThrowsError(try PatientSplit(of: two, validation: 0.3, test: 0.3, seed: 1)) {
            XCTAssertEqual($0 as? EstimatorError, .tooFewGroups(found: 2, needed: 3))
        }
        XCTAssertThrowsError(try PatientSplit.folds(of: two, count: 3, seed: 1)) {
            XCTAssertEqual($0 as? EstimatorError, .tooFewGroups(found: 2, needed: 3))
        }
        XCTAssertThrowsError(
            try PatientSplit(of: patients + two, validation: 0.2, test: 0.2, seed: 1)
        ) {
            XCTAssertEqual($0 as? EstimatorError, .repeatedPatient("patient_0"))
        }
    }
}
