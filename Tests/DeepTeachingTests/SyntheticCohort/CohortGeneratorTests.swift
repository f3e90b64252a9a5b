import Foundation
import TestSupport
import XCTest

@testable import DeepTeaching
@testable import SyntheticCohort

final class CohortGeneratorTests: XCTestCase {
    private var folder = URL(fileURLWithPath: NSTemporaryDirectory())
        .appendingPathComponent("cohort-\(UUID().uuidString)")

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private let generator = PaintedCohort.generator

    func testACohortHasTheFilesOfTheChallengeAndOpensInOpenSlide() throws {
        let folder = try PaintedCohort.folder()
        let slides = generator.plan.slides
        XCTAssertEqual(slides.count, 10)
        for slide in slides {
            let file = try SlideFile(folder.appendingPathComponent(slide.slidePath))
            XCTAssertEqual(file.vendor, "generic-tiff")
            XCTAssertEqual(file.levels.map(\.size.width), [1008, 504])
            XCTAssertEqual(file.levels.map(\.size.height), [752, 376])
            XCTAssertEqual(try XCTUnwrap(file.micronsPerPixel).x, 4, accuracy: 1e-3)
            let xml = folder.appendingPathComponent(slide.annotationPath)
            XCTAssertEqual(
                FileManager.default.fileExists(atPath: xml.path), slide.type != .negative)
        }
        let positive = try XCTUnwrap(slides.first { $0.type != .negative })
        XCTAssertEqual(
            try AnnotationFile(folder.appendingPathComponent(positive.annotationPath)).annotations,
            generator.plan.slidePlan(positive).annotations)
        let table = try String(
            contentsOf: folder.appendingPathComponent("stage_labels.csv"), encoding: .utf8)
        XCTAssertEqual(table, StageTable(plan: generator.plan).text)
        let truth = try JSONDecoder().decode(
            CohortTruth.self,
            from: Data(contentsOf: folder.appendingPathComponent("truth.json")))
        XCTAssertEqual(truth.slides.map(\.name), slides.map(\.name))
        XCTAssertEqual(truth.slides.map { $0.lesions.first?.type ?? .negative }, slides.map(\.type))
    }

    func testTheFileShowsWhatWasPainted() throws {
        let slide = try XCTUnwrap(generator.plan.slides.first { $0.type == .macro })
        let file = try SlideFile(PaintedCohort.folder().appendingPathComponent(slide.slidePath))
        let renderer = SlideRenderer(plan: generator.plan.slidePlan(slide))
        let size = PixelSize(width: 300, height: 200)
        let painted = renderer.image(x: 400, y: 250, size: size)
        let read = try file.read(origin: BaselinePoint(x: 400, y: 250), size: size, level: 0)
        let difference = zip(painted.pixels, read.pixels).reduce(0) {
            $0 + abs(Int($1.0) - Int($1.1))
        }
        // JPEG blurs colour; a shift by one pixel or swapped channels would differ by 20 and more.
        XCTAssertLessThan(Double(difference) / Double(painted.pixels.count), 9)
    }

    func testAnInterruptedRunContinuesWithTheSameBytes() throws {
        try PaintedCohort.copy(to: folder)
        let before = try CohortFixtures.contents(folder)
        let lost = generator.plan.slides[3]
        try FileManager.default.removeItem(at: folder.appendingPathComponent(lost.slidePath))
        try FileManager.default.removeItem(at: folder.appendingPathComponent("truth.json"))
        try generator.generate(into: folder)
        XCTAssertEqual(try CohortFixtures.contents(folder), before)
        try generator.generate(into: folder)
        XCTAssertEqual(try CohortFixtures.contents(folder), before)
    }

    /// The painted cohort, whose slides were painted by all threads, is the third to compare with.
    func testOneThreadAndManyGiveTheSameBytes() throws {
        let names = generator.plan.slides.prefix(isProving ? 3 : 1).map(\.name)
        let single = folder.appendingPathComponent("single")
        let several = folder.appendingPathComponent("several")
        try withThreads(1) { try generator.generate(into: single, slides: names) }
        try withThreads(4) { try generator.generate(into: several, slides: names) }
        let found = try CohortFixtures.contents(single)
        XCTAssertEqual(found, try CohortFixtures.contents(several))
        XCTAssertEqual(found.keys.count { $0.hasSuffix(".tif") }, names.count)
        let whole = try CohortFixtures.contents(PaintedCohort.folder())
        for (path, data) in found { XCTAssertEqual(data, whole[path], path) }
    }

    func testForeignFoldersAreRefusedAndLeftAlone() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data("mine".utf8).write(to: folder.appendingPathComponent("thesis.txt"))
        XCTAssertThrowsError(try generator.generate(into: folder)) {
            XCTAssertEqual(
                $0 as? CohortError, .foreignFolder(folder: folder.path, file: "thesis.txt"))
        }
        XCTAssertEqual(try CohortFixtures.contents(folder), ["thesis.txt": Data("mine".utf8)])
    }

    func testUnknownSlidesAndUnwritableFoldersAreSaidInWords() throws {
        XCTAssertThrowsError(try generator.generate(into: folder, slides: ["patient_7"])) {
            XCTAssertEqual(
                $0 as? CohortError,
                .unknownSlide(name: "patient_7", example: "patient_000_node_0"))
        }
        XCTAssertFalse(FileManager.default.fileExists(atPath: folder.path))
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let file = folder.appendingPathComponent("file")
        try Data().write(to: file)
        XCTAssertThrowsError(
            try generator.generate(into: file.appendingPathComponent("cohort"))
        ) {
            guard case CohortError.unwritable = $0 else { return XCTFail("\($0)") }
        }
    }

    func testProgressRisesToOne() throws {
        let shares = FixedShares()
        let names = generator.plan.slides.prefix(2).map(\.name)
        try generator.generate(into: folder, slides: names) { shares.add($0) }
        let seen = shares.all
        XCTAssertEqual(seen.last, 1)
        XCTAssertEqual(seen, seen.sorted())
        XCTAssertTrue(seen.contains { $0 > 0 && $0 < 1 }, "\(seen)")
    }
}

/// Remembers what progress was reported.
private final class FixedShares: @unchecked Sendable {
    private let lock = NSLock()
    private var shares: [Double] = []

    func add(_ share: Double) {
        lock.lock()
        defer { lock.unlock() }
        shares.append(share)
    }

    var all: [Double] { shares }
}
