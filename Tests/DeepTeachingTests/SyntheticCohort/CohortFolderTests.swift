import Foundation
import TestSupport
import XCTest

@testable import DeepTeaching
@testable import SyntheticCohort

/// A folder is used only for the cohort that it holds, and stays whole whatever happens.
final class CohortFolderTests: XCTestCase {
    private let generator = PaintedCohort.generator

    private var slideName: String { generator.entries[0].name }

    func testAnotherCohortIsRefusedWhateverDiffers() throws {
        let folder = try SlideFixtures.folder(for: self)
        try CohortFixtures.copySlides(of: generator, to: folder)
        let before = try CohortFixtures.contents(folder)
        let others: [(CohortGenerator, String)] = [
            (CohortGenerator(profile: .nano, seed: 5), "nano, seed 5, version 5"),
            (CohortGenerator(profile: .small, seed: 1), "small, seed 1, version 5"),
            (
                CohortGenerator(
                    profile: .nano, seed: 1,
                    options: CohortFixtures.options { $0.layout = .camelyon16 }),
                "nano, seed 1, version 5, camelyon16"
            ),
            (
                CohortGenerator(
                    profile: .nano, seed: 1, options: CohortFixtures.options { $0.hasMasks = true }
                ), "nano, seed 1, version 5, masks"
            ),
            (
                CohortGenerator(
                    profile: .nano, seed: 1,
                    options: CohortFixtures.options {
                        $0.isRealistic = true
                        $0.isDirty = true
                    }), "nano, seed 1, version 5, realistic, dirty"
            ),
        ]
        for (other, wanted) in others {
            XCTAssertThrowsError(try other.generate(into: folder, slides: [])) {
                XCTAssertEqual(
                    $0 as? CohortError,
                    .otherCohort(
                        folder: folder.path, found: "nano, seed 1, version 5", wanted: wanted))
            }
            XCTAssertTrue(try CohortFixtures.contents(folder) == before)
        }
    }

    func testACohortOfAnOlderVersionIsNamed() throws {
        let folder = try SlideFixtures.folder(for: self)
        try generator.generate(into: folder, slides: [])
        let file = folder.appending(path: CohortIdentity.fileName)
        // As version 1 wrote it.
        var values = try XCTUnwrap(
            JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        values["version"] = 1
        values["options"] = nil
        try JSONSerialization.data(withJSONObject: values).write(to: file)
        XCTAssertThrowsError(try generator.generate(into: folder)) {
            XCTAssertEqual(
                $0 as? CohortError,
                .otherCohort(
                    folder: folder.path, found: "nano, seed 1, version 1",
                    wanted: "nano, seed 1, version 5"))
        }
    }

    func testAFullDiskIsSaidBeforeTheFirstSlide() throws {
        let parent = try SlideFixtures.folder(for: self)
        let folder = parent.appending(path: "new/cohort")
        let full = CohortGenerator(
            profile: .nano, seed: 1, diskSpace: DiskSpace { $0.path == parent.path ? 4 : nil })
        // Ten slides of 758,016 pixels at 0.45 bytes, and 2 MB for the rest.
        XCTAssertEqual(full.megabytes(slides: 10), 5)
        XCTAssertThrowsError(try full.generate(into: folder)) {
            XCTAssertEqual(
                $0 as? CohortError,
                .notEnoughSpace(folder: folder.path, free: 4, needed: 5))
        }
        XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: parent.path), [])
        // What is there already needs no room.
        try full.generate(into: folder, slides: [slideName])
        XCTAssertEqual(full.countWritten(in: folder), 1)
    }

    func testWhatAKilledRunLeftIsRemoved() throws {
        let folder = try SlideFixtures.folder(for: self)
        // Of a slide that the next run does not write.
        let other = generator.entries[7]
        try CohortFixtures.copySlides(of: generator, to: folder, but: [other.name])
        let parent = folder.appending(path: other.slidePath).deletingLastPathComponent()
        let abandoned = parent.appending(path: ".\(other.name).tif.1.partial")
        try FileManager.default.createDirectory(at: abandoned, withIntermediateDirectories: false)
        try Data("tiles".utf8).write(to: abandoned.appending(path: "level0.tif"))
        try generator.generate(into: folder, slides: [slideName])
        XCTAssertFalse(FileManager.default.fileExists(atPath: abandoned.path))
    }

    func testACancelledRunLeavesWholeSlidesAndContinues() throws {
        let names = generator.entries.prefix(4).map(\.name)
        let leftOut = generator.entries.dropFirst(4).map(\.slidePath)
        let expected = try CohortFixtures.contents(PaintedCohort.folder())
            .filter { !leftOut.contains($0.key) }
        let folder = try SlideFixtures.folder(for: self)
        let questions = QuestionCount()
        XCTAssertThrowsError(
            // Each slide has 12 tiles.
            try generator.generate(
                into: folder, slides: names, isCancelled: { questions.next() > 30 })
        ) { XCTAssertTrue($0 is CancellationError) }
        let left = try CohortFixtures.contents(folder)
        for (path, data) in left { XCTAssertTrue(expected[path] == data, path) }
        XCTAssertLessThan(left.count, expected.count)
        XCTAssertEqual(
            generator.countWritten(in: folder), left.keys.count { $0.hasSuffix(".tif") })
        try generator.generate(into: folder, slides: names)
        XCTAssertTrue(try CohortFixtures.contents(folder) == expected)
    }
}

/// Counts from several threads.
private final class QuestionCount: @unchecked Sendable {
    private let lock = NSLock()
    private var count = 0

    func next() -> Int {
        lock.withLock {
            count += 1
            return count
        }
    }
}
