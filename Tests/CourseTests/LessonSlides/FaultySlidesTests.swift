import CourseKit
import DeepTeaching
import Foundation
import LessonSlides
import SyntheticCohort
import TestSupport
import XCTest

/// The slides that a lesson chooses from a folder are looked at before they are used.
final class FaultySlidesTests: XCTestCase {
    private static let painted = FileManager.default.temporaryDirectory
        .appending(path: UUID().uuidString)

    private var folder = URL(fileURLWithPath: "/")

    override class func setUp() { try? PaintedCohort.copySecondPatient(to: painted) }

    override class func tearDown() { try? FileManager.default.removeItem(at: painted) }

    override func setUpWithError() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.copyItem(at: Self.painted, to: folder)
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private func lesson() throws -> Lesson {
        Lesson(
            name: "Lesson", title: "", question: "", options: try LessonOptions.parse(["--quiet"]))
    }

    private func source(
        skippingFaulty: Bool = false, micronsPerPixel: Double? = nil
    ) throws -> CohortSource {
        try CohortSource(
            data: folder.path, profile: "", micronsPerPixel: micronsPerPixel,
            skippingFaulty: skippingFaulty)
    }

    private func slide(_ node: Int) -> URL {
        folder.appending(path: "training/center_1/patient_020_node_\(node).tif")
    }

    private func outlines(_ node: Int) -> URL {
        folder.appending(path: "lesion_annotations/patient_020_node_\(node).xml")
    }

    /// The two slides with the lowest numbers.
    private func firstTwo(_ all: [SlideRecord]) -> [SlideRecord] { Array(all.prefix(2)) }

    func testOnlyTheChosenSlidesAreLookedAt() throws {
        try Data().write(to: slide(3))
        let chosen = try source().slides(in: lesson(), choosing: firstTwo)
        XCTAssertEqual(chosen.map(\.name), ["patient_020_node_0", "patient_020_node_1"])
        XCTAssertThrowsError(try source().slides(in: lesson()) { $0 }) { error in
            let faults = (error as? FaultySlides)?.faults
            XCTAssertEqual(faults?.map(\.path), [slide(3).path])
            XCTAssertEqual(faults?.map(\.problem), [.empty])
        }
    }

    func testAllFaultsOfTheChosenSlidesAreInOneError() throws {
        for node in 0..<2 { try Data().write(to: slide(node)) }
        XCTAssertThrowsError(try source().slides(in: lesson(), choosing: firstTwo)) { error in
            let error = error as? FaultySlides
            XCTAssertEqual(
                error?.description,
                "2 faults were found in \(folder.path). Mend them all. Or leave out what is faulty "
                    + "with --skip-faulty.")
            XCTAssertEqual(
                error?.details,
                [0, 1].map { "\(slide($0).path) is empty (0 bytes). Copy it again." })
        }
    }

    func testALessonChoosesAgainWithoutWhatIsFaulty() throws {
        for node in [0, 2] { try Data().write(to: slide(node)) }
        let lesson = try lesson()
        let chosen = try source(skippingFaulty: true).slides(in: lesson, choosing: firstTwo)
        XCTAssertEqual(chosen.map(\.name), ["patient_020_node_1", "patient_020_node_3"])
        XCTAssertEqual(
            lesson.filesSetAside,
            [
                "training/center_1/patient_020_node_0.tif": "is empty (0 bytes). Copy it again.",
                "training/center_1/patient_020_node_2.tif": "is empty (0 bytes). Copy it again.",
            ])
    }

    /// A choice may read the outlines, so these are looked at before.
    func testOutlinesAreLookedAtBeforeTheChoice() throws {
        try Data("<ASAP_Annotations><Annot".utf8).write(to: outlines(2))
        func mostOutlines(_ all: [SlideRecord]) throws -> [SlideRecord] {
            let counts = try all.map { try $0.outlines().count }
            return zip(all, counts).filter { $1 == counts.max() }.map(\.0)
        }
        XCTAssertThrowsError(try source().slides(in: lesson(), choosing: mostOutlines)) { error in
            XCTAssertEqual((error as? FaultySlides)?.faults.map(\.path), [outlines(2).path])
        }
        var seen: [SlideRecord] = []
        let lesson = try lesson()
        _ = try source(skippingFaulty: true).slides(in: lesson) { all in
            seen = all
            return try mostOutlines(all)
        }
        XCTAssertEqual(seen.count, 5)
        XCTAssertNil(seen[2].annotation, "its slide stays, as one of which nothing is known")
        XCTAssertEqual(
            Array(lesson.filesSetAside.keys), ["lesion_annotations/patient_020_node_2.xml"])
    }

    func testAResolutionThatIsToldCountsForAllSlides() throws {
        let slides = try source(micronsPerPixel: 3.5).slides(in: lesson()) { $0 }
        for slide in slides {
            XCTAssertEqual(try slide.open().micronsPerPixel, MicronsPerPixel(3.5))
        }
        XCTAssertEqual(
            try source().slides(in: lesson()) { $0 }[0].open().micronsPerPixel, MicronsPerPixel(4))
    }

    func testOptionsSpeakOfRealSlidesAlone() throws {
        for arguments in [
            ["--skip-faulty"], ["--microns-per-pixel", "0.5"],
            ["--data", "x", "--microns-per-pixel", "0"],
        ] {
            XCTAssertThrowsError(try SlideOptions.parse(arguments), "\(arguments)")
        }
        let options = try SlideOptions.parse(
            ["--data", "x", "--skip-faulty", "--microns-per-pixel", "0.25"])
        let source = try options.source()
        XCTAssertTrue(source.skipsFaulty)
        XCTAssertEqual(source.micronsPerPixel, 0.25)
    }
}
