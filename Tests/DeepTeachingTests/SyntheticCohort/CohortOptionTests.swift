import Foundation
import XCTest

@testable import DeepTeaching
@testable import SyntheticCohort

/// Cohorts that are as imperfect as real ones.
final class CohortOptionTests: XCTestCase {
    func testHalfOfTheIsolatedTumorCellsAreOutlined() throws {
        let plan = CohortPlan(profile: .nano, seed: 1)
        let slide = SyntheticSlide(name: "a", center: 0, node: 0, type: .itc)
        let slidePlan = plan.slidePlan(slide)
        let count = slidePlan.lesions.count
        XCTAssertGreaterThan(count, 0)
        XCTAssertTrue(slidePlan.lesions.allSatisfy { $0.type == .itc })
        var kept = 0
        for seed in 0..<400 {
            let drawn = DrawnOutlines.draw(on: slidePlan, seed: UInt64(seed))
            XCTAssertTrue(drawn.allSatisfy(slidePlan.annotations.contains))
            kept += drawn.count
            XCTAssertEqual(drawn, DrawnOutlines.draw(on: slidePlan, seed: UInt64(seed)))
        }
        // Four standard deviations of the share are at most 0.1.
        XCTAssertEqual(Double(kept) / Double(400 * count), 0.5, accuracy: 0.1)
    }

    func testLargerMetastasesAreAllOutlined() throws {
        let plan = CohortPlan(profile: .nano, seed: 1)
        for type in [MetastasisType.micro, .macro] {
            let slide = SyntheticSlide(name: "a", center: 0, node: 0, type: type)
            let slidePlan = plan.slidePlan(slide)
            let large = zip(slidePlan.lesions, slidePlan.annotations.filter { $0.kind == .tumor })
                .filter { $0.0.type != .itc }.map(\.1)
            XCTAssertFalse(large.isEmpty)
            for seed in 0..<20 {
                let drawn = DrawnOutlines.draw(on: slidePlan, seed: UInt64(seed))
                XCTAssertTrue(large.allSatisfy(drawn.contains))
            }
        }
    }

    func testTheTruthKnowsWhatWasNotOutlined() throws {
        let generator = CohortGenerator(
            profile: CohortFixtures.philips, seed: 6,
            options: CohortFixtures.options { $0.isRealistic = true })
        let folder = try SlideFixtures.folder(for: self)
        try generator.generate(into: folder, slides: [])
        let truth = try CohortFixtures.truth(in: folder)
        var plain = CohortTruth(generator.plan.slides.map(generator.plan.slidePlan))
        plain.slides.sort { $0.name < $1.name }
        XCTAssertEqual(truth, plain)
        for entry in generator.entries {
            let file = folder.appending(path: entry.annotationPath)
            let drawn = DrawnOutlines.draw(
                on: generator.plan.slidePlan(entry.slide), seed: generator.plan.seed)
            XCTAssertEqual(FileManager.default.fileExists(atPath: file.path), !drawn.isEmpty)
            if !drawn.isEmpty { XCTAssertEqual(try AnnotationFile(file).annotations, drawn) }
        }
    }

    func testADirtyTableContradictsTheSlidesAndNotItself() throws {
        var counts: Set<Int> = []
        for seed in 0..<40 {
            let plan = CohortPlan(profile: .small, seed: UInt64(seed))
            let entries = CohortLayout.camelyon17.entries(of: plan)
            let wrong = WrongLabels.draw(
                among: entries, types: MetastasisType.allCases, seed: plan.seed)
            counts.insert(wrong.count)
            for (name, type) in wrong {
                let slide = try XCTUnwrap(plan.slides.first { $0.name == name })
                XCTAssertNotEqual(slide.type, type)
            }
            let text = CohortLayout.camelyon17.labelTable(of: plan, wrongLabels: wrong).text
            let lines = text.split(separator: "\n").dropFirst()
                .map { $0.split(separator: ",").map(String.init) }
            for (index, patient) in plan.patients.enumerated() {
                let rows = Array(lines.dropFirst(6 * index).prefix(6))
                let types = rows.dropFirst().compactMap { MetastasisType(rawValue: $0[1]) }
                XCTAssertEqual(rows[0][1], PNStage(nodes: types).rawValue)
                for (slide, type) in zip(patient.slides, types) {
                    XCTAssertEqual(type, wrong[slide.name] ?? slide.type)
                }
            }
        }
        XCTAssertEqual(counts, [1, 2])
    }

    func testTheTruthOfADirtyCohortIsRight() throws {
        for layout in CohortLayout.allCases {
            let folder = try SlideFixtures.folder(for: self)
            let generator = CohortGenerator(
                profile: .nano, seed: 3,
                options: CohortFixtures.options {
                    $0.layout = layout
                    $0.isDirty = true
                })
            try generator.generate(into: folder, slides: [])
            let truth = try CohortFixtures.truth(in: folder)
            XCTAssertEqual(truth.slides.map(\.type), generator.entries.map(\.slide.type))
            let right = layout.labelTable(of: generator.plan, wrongLabels: [:])
            let table = try String(
                contentsOf: folder.appending(path: right.path), encoding: .utf8)
            let differing = zip(table.split(separator: "\n"), right.text.split(separator: "\n"))
                .count { $0 != $1 }
            // One or two slides, and perhaps the stages of their patients.
            XCTAssertTrue((1...4).contains(differing), "\(layout): \(differing)")
        }
    }
}
