import Foundation
import TestSupport
import XCTest

@testable import DeepTeaching
@testable import SyntheticCohort

/// A cohort in the folders and names of CAMELYON16.
final class Camelyon16Tests: XCTestCase {
    private let options = CohortFixtures.options {
        $0.layout = .camelyon16
        $0.hasMasks = true
    }

    func testOurReadersReadEveryFile() throws {
        let generator = CohortGenerator(profile: .nano, seed: 1, options: options)
        let folder = try SlideFixtures.folder(for: self)
        // The layout changes names and places, not pixels: one slide is painted to show it.
        let painted = try XCTUnwrap(generator.entries.last)
        try CohortFixtures.copySlides(of: generator, to: folder, but: [painted.name])
        try generator.generate(into: folder)
        XCTAssertEqual(
            try Data(contentsOf: folder.appending(path: painted.slidePath)),
            try Data(
                contentsOf: PaintedCohort.folder().appending(path: painted.slide.slidePath)))
        let files = try CohortFixtures.contents(folder).keys.sorted()
        let truth = try CohortFixtures.truth(in: folder)
        XCTAssertEqual(truth.slides.map(\.name), generator.entries.map(\.name))
        var expected = ["cohort.json", "testing/reference.csv", "truth.json"]
        for (entry, slide) in zip(generator.entries, truth.slides) {
            let tumor = !slide.lesions.isEmpty
            expected += [entry.slidePath, entry.maskPath] + (tumor ? [entry.annotationPath] : [])
            let file = try SlideFile(folder.appending(path: entry.slidePath))
            XCTAssertEqual(file.levels.map(\.size.width), [1008, 504])
            let mask = try SlideFile(folder.appending(path: entry.maskPath))
            XCTAssertEqual(mask.levels, file.levels)
            if tumor {
                let outlines = try AnnotationFile(folder.appending(path: entry.annotationPath))
                XCTAssertEqual(
                    outlines.annotations, generator.plan.slidePlan(entry.slide).annotations)
            }
            XCTAssertEqual(entry.name.hasPrefix("normal"), entry.slidePath.contains("/normal/"))
            if !entry.isCamelyon16Test { XCTAssertEqual(entry.name.hasPrefix("tumor"), tumor) }
        }
        XCTAssertEqual(files, expected.sorted())
        XCTAssertThrowsError(try CamelyonFolder(url: folder)) {
            XCTAssertEqual($0 as? StagingError, .camelyon16(path: folder.path))
        }
    }

    func testNamesAndPlacesAreThoseOfTheChallenge() throws {
        let entries = CohortGenerator(profile: .small, seed: 1, options: options).entries
        let paths = entries.map(\.slidePath)
        XCTAssertEqual(paths.first, "training/normal/normal_001.tif")
        for (prefix, outline) in [
            ("training/normal/normal_", "lesion_annotations/normal_"),
            ("training/tumor/tumor_", "lesion_annotations/tumor_"),
            ("testing/images/test_", "testing/lesion_annotations/test_"),
        ] {
            let here = entries.filter { $0.slidePath.hasPrefix(prefix) }
            XCTAssertGreaterThan(here.count, 5, prefix)
            for (index, entry) in here.enumerated() {
                let number = String(format: "%03d", index + 1)
                XCTAssertEqual(entry.slidePath, "\(prefix)\(number).tif")
                XCTAssertEqual(entry.annotationPath, "\(outline)\(number).xml")
            }
        }
    }

    func testNoPatientIsInBothPartsAndIsolatedCellsAreLeftOut() {
        let generator = CohortGenerator(profile: .small, seed: 1, options: options)
        func patients(_ entries: [SlideEntry]) -> Set<Substring> {
            Set(entries.map { $0.slide.name.prefix("patient_000".count) })
        }
        let test = generator.entries.filter(\.isCamelyon16Test)
        let training = generator.entries.filter { !$0.isCamelyon16Test }
        XCTAssertTrue(patients(test).isDisjoint(with: patients(training)))
        XCTAssertEqual(patients(test).count, 7)
        for part in [test, training] {
            XCTAssertEqual(Set(part.map(\.slide.type)), [.negative, .micro, .macro])
        }
        let itc = generator.plan.slides.count { $0.type == .itc }
        XCTAssertGreaterThan(itc, 0)
        XCTAssertEqual(generator.entries.count, 100 - itc)
    }

    func testTheReferenceTableSaysWhatTheTestSlidesAre() {
        let layout = CohortLayout.camelyon16
        let plan = CohortPlan(profile: .small, seed: 1)
        let table = layout.labelTable(of: plan, wrongLabels: [:])
        XCTAssertEqual(table.path, "testing/reference.csv")
        let words: [MetastasisType: String] = [
            .negative: "Normal,None,None", .micro: "Tumor,IDC,Micro", .macro: "Tumor,IDC,Macro",
        ]
        let expected = layout.entries(of: plan).filter(\.isCamelyon16Test).map { entry in
            "\(entry.name),\(words[entry.slide.type] ?? "")"
        }
        XCTAssertEqual(table.text, expected.joined(separator: "\n") + "\n")
        XCTAssertTrue(table.text.hasPrefix("test_001,"))
    }
}
