import DeepTeaching
import XCTest

@testable import SyntheticCohort

final class CohortPlanTests: XCTestCase {
    func testEveryStageOccursInASmallCohort() {
        for seed in 0..<20 {
            let plan = CohortPlan(profile: .small, seed: UInt64(seed))
            XCTAssertEqual(Set(plan.patients.map(\.stage)), Set(PNStage.allCases), "seed \(seed)")
            XCTAssertEqual(plan.patients.count, 20)
            XCTAssertEqual(plan.patients.map(\.number).filter { $0 / 20 == 3 }, [60, 61, 62, 63])
        }
    }

    func testStagesFollowFromTheNodeTypes() {
        for seed in 0..<50 {
            for patient in CohortPlan(profile: .medium, seed: UInt64(seed)).patients {
                XCTAssertEqual(patient.nodeTypes.count, 5)
                XCTAssertEqual(PNStage(nodes: patient.nodeTypes), patient.stage, patient.name)
            }
        }
    }

    func testEveryCenterOfASmallCohortHasAMetastasis() {
        for seed in 0..<50 {
            let plan = CohortPlan(profile: .small, seed: UInt64(seed))
            for center in 0..<5 {
                let types = plan.patients.filter { $0.center == center }.flatMap(\.nodeTypes)
                XCTAssertTrue(types.contains { $0 == .micro || $0 == .macro })
                XCTAssertTrue(types.contains(.negative))
            }
        }
    }

    func testStagesHaveTheFrequenciesOfTheChallenge() {
        var generator = SeededGenerator(seed: 5)
        var counts: [PNStage: Int] = [:]
        for _ in 0..<20_000 { counts[PNStage.draw(using: &generator), default: 0] += 1 }
        let expected: [PNStage: Double] = [
            .pN0: 0.25, .pN0ITC: 0.11, .pN1mi: 0.21, .pN1: 0.30, .pN2: 0.13,
        ]
        for (stage, share) in expected {
            // Four standard deviations of the count's share are at most 0.013.
            XCTAssertEqual(Double(counts[stage] ?? 0) / 20_000, share, accuracy: 0.013)
        }
    }

    func testAnotherSeedIsAnotherCohort() {
        XCTAssertEqual(
            CohortPlan(profile: .small, seed: 3), CohortPlan(profile: .small, seed: 3))
        XCTAssertNotEqual(
            CohortPlan(profile: .small, seed: 3).patients,
            CohortPlan(profile: .small, seed: 4).patients)
    }

    func testTheStageTableIsWrittenAsTheChallengeDoes() {
        let plan = CohortPlan(profile: .nano, seed: 2)
        let lines = StageTable(plan: plan).text.split(
            separator: "\n", omittingEmptySubsequences: false)
        XCTAssertEqual(lines.count, 1 + 2 * 6 + 1)
        XCTAssertEqual(lines[0], "patient,stage")
        XCTAssertEqual(lines[1], "patient_000.zip,\(plan.patients[0].stage.rawValue)")
        XCTAssertEqual(
            lines[2], "patient_000_node_0.tif,\(plan.patients[0].nodeTypes[0].rawValue)")
        XCTAssertEqual(lines[7], "patient_020.zip,\(plan.patients[1].stage.rawValue)")
        XCTAssertEqual(lines[13], "")
    }
}
