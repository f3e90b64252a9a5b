import CourseKit
import DeepTeaching
import Foundation
import LessonSlides
import SyntheticCohort
import TestSupport
import XCTest

/// The slides that lessons share: only what a lesson chooses is painted.
final class CohortSourceTests: XCTestCase {
    private static let folder = FileManager.default.temporaryDirectory
        .appending(path: UUID().uuidString)

    /// A cohort of two patients, one of them with all five slides.
    private static let painted = Result { try PaintedCohort.copySecondPatient(to: folder) }

    override class func tearDown() { try? FileManager.default.removeItem(at: folder) }

    /// The slides of the folder, taken as real ones.
    private func source() throws -> CohortSource {
        try Self.painted.get()
        return try CohortSource(data: Self.folder.path, profile: "nano")
    }

    private func lesson() throws -> Lesson {
        Lesson(
            name: "Lesson", title: "", question: "", options: try LessonOptions.parse(["--quiet"]))
    }

    func testAProfileMustBeKnown() {
        XCTAssertThrowsError(try CohortSource(data: nil, profile: "huge")) { error in
            XCTAssertEqual(
                error as? CohortError,
                .unknownProfile(name: "huge", known: ["nano", "small", "medium", "full"]))
        }
    }

    func testTheGridShowsTheSameTissueInFewerPixelsOfCoarserSlides() throws {
        let nano = try CohortSource(data: nil, profile: "nano").grid
        let small = try CohortSource(data: nil, profile: "small").grid
        XCTAssertEqual(nano.side, 32)
        XCTAssertEqual(nano.micronsPerPixel, 4)
        XCTAssertEqual(small, try CohortSource(data: "anywhere", profile: "").grid)
        XCTAssertEqual(small.side, 64)
        XCTAssertEqual(small.micronsPerPixel, 1.94)
    }

    /// The same rule for painted slides, for files that say their resolution, and for users who do.
    func testTheGridOfRealSlidesIsThatOfPaintedOnesOfTheirResolution() throws {
        XCTAssertEqual(
            try source().grid, try CohortSource(data: nil, profile: "nano").grid)
        XCTAssertEqual(
            try CohortSource(data: Self.folder.path, profile: "", micronsPerPixel: 0.25).grid,
            try CohortSource(data: nil, profile: "small").grid)
    }

    /// Any lesson takes the slides of a table: whole ones and parts, told resolutions and the files' own.
    func testATableIsTakenAsItIs() throws {
        try Self.painted.get()
        let slides = try CamelyonFolder(url: Self.folder, skippingIncompletePatients: true).slides
        let table = Self.folder.appending(path: "own.csv")
        let negative = try XCTUnwrap(slides.first { $0.type == .negative })
        let macro = try XCTUnwrap(slides.first { $0.type == .macro })
        let text = """
            file,patient,label,centre,annotations,microns_per_pixel,region
            \(negative.file.path),Smith,negative,Basel,,5,
            \(macro.file.path),Smith,macro,Bern,\(try XCTUnwrap(macro.annotation).path),,
            \(negative.file.path),Miller,negative,Basel,,,0 0 300 200
            """
        try Data(text.utf8).write(to: table)
        let source = try CohortSource(data: nil, table: table.path, profile: "")
        XCTAssertEqual(source.name, "own.csv")
        let all = try source.slides(in: lesson()) { $0 }
        XCTAssertEqual(all.map(\.patient), [0, 0, 1])
        XCTAssertEqual(all.map(\.center), [0, 1, 0])
        XCTAssertEqual(all.map { try? $0.open().micronsPerPixel?.mean }[0], 5)
        XCTAssertEqual(try all[2].open().levels[0].size, PixelSize(width: 300, height: 200))
        XCTAssertEqual(try all[1].outlines(), try macro.outlines())
        let cohort = try source.open(in: lesson())
        XCTAssertEqual(cohort.patients.map(\.name), ["Smith", "Miller"])
        XCTAssertEqual(cohort.patients.map(\.worst), [.macro, .negative])
        XCTAssertFalse(cohort.isStaged)
    }

    func testAFaultyLineOfATableIsLeftOutIfAsked() throws {
        try Self.painted.get()
        let slides = try CamelyonFolder(url: Self.folder, skippingIncompletePatients: true).slides
        let table = Self.folder.appending(path: "faulty.csv")
        let text = "file,patient,label\n\(slides[0].file.path),A,negative\nno.tif,B,negative\n"
        try Data(text.utf8).write(to: table)
        let strict = try CohortSource(data: nil, table: table.path, profile: "")
        XCTAssertThrowsError(try strict.open(in: lesson())) {
            XCTAssertTrue("\($0)".contains("line 3: there is no file"), "\($0)")
        }
        let mild = try CohortSource(
            data: nil, table: table.path, profile: "", skippingFaulty: true)
        XCTAssertEqual(try mild.open(in: lesson()).patients.map(\.name), ["A"])
    }

    func testAFolderIsTakenAsItIs() throws {
        let source = try source()
        XCTAssertFalse(source.isSynthetic)
        let all = try source.slides(in: lesson()) { $0 }
        // The patient without slides is left out.
        XCTAssertEqual(all.count, 5)
        XCTAssertEqual(Set(all.map(\.patient)), [20])
        XCTAssertEqual(Set(all.map(\.center)), [1])
        XCTAssertTrue(all.allSatisfy { $0.isPositive == ($0.annotation != nil) })
        let folder = try CamelyonFolder(url: Self.folder, skippingIncompletePatients: true)
        XCTAssertEqual(all.map(\.name), folder.slides.map(\.name))
        for slide in all where slide.type == .macro {
            let outlines = try slide.outlines()
            XCTAssertFalse(outlines.isEmpty)
            XCTAssertEqual(
                outlines.map(\.outline.count), outlines.map(\.outline.count).sorted(by: >))
        }
    }

    func testDrawnPatchesAreHalfTumourAndKnowWhereTheyComeFrom() throws {
        let source = try source()
        let slides = try source.slides(in: lesson()) { $0 }
        let grid = PatchGrid(side: 32, micronsPerPixel: 4, stride: 8)
        let collection = try PatchCollection(of: slides, grid: grid)
        let patches = try collection.drawn(200, seed: 3)
        // A patch that is drawn twice counts once.
        XCTAssertGreaterThan(patches.count, 150)
        XCTAssertGreaterThan(patches.tumorCount, 60)
        XCTAssertGreaterThan(patches.count - patches.tumorCount, 60)
        XCTAssertTrue(patches.images.allSatisfy { $0.size == PixelSize(side: 32) })
        XCTAssertEqual(patches.slides, patches.slides.sorted())
        for (slide, isTumor) in zip(patches.slides, patches.isTumor) {
            XCTAssertEqual(slides[slide].isPositive, isTumor)
        }
        let again = try collection.drawn(200, seed: 3)
        XCTAssertEqual(patches.images, again.images)
        XCTAssertNotEqual(
            patches.images, try collection.drawn(200, seed: 4).images)
    }

    /// Where every metastasis is outlined, the rest of a positive slide is normal; else unknown.
    func testTheRestOfAPositiveSlideIsNormalOnlyIfAllIsOutlined() throws {
        let source = try source()
        let slide = try XCTUnwrap(
            source.slides(in: lesson()) { $0.filter { $0.type == .macro } }.first)
        let grid = PatchGrid(side: 32, micronsPerPixel: 4)
        func count(_ label: PatchLabel, complete: Bool) throws -> Int {
            try PatchCollection(of: [slide], grid: grid, isCompletelyAnnotated: complete)
                .patches[0].count { $0.label == label }
        }
        XCTAssertEqual(try count(.normal, complete: false), 0)
        XCTAssertGreaterThan(try count(.normal, complete: true), 0)
        XCTAssertEqual(
            try count(.tumor, complete: true), try count(.tumor, complete: false))
    }

    func testEvenlyChosenPatchesAreAsManyAsThereAre() throws {
        let source = try source()
        let slides = try source.slides(in: lesson()) { $0 }
        let collection = try PatchCollection(
            of: slides, grid: PatchGrid(side: 32, micronsPerPixel: 4))
        let patches = try collection.evenly(5)
        for (index, own) in collection.patches.enumerated() {
            for label in [PatchLabel.tumor, .normal] {
                XCTAssertEqual(
                    zip(patches.slides, patches.isTumor).count {
                        $0 == index && $1 == (label == .tumor)
                    }, min(5, own.count { $0.label == label }), "\(slides[index].name) \(label)")
            }
        }
    }
}
