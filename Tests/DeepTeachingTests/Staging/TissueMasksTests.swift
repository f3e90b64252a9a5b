import DeepTeaching
import Foundation
import TestSupport
import XCTest

/// The tissue of a slide is found once a run, whoever asks for it.
final class TissueMasksTests: XCTestCase {
    private static let folder = FileManager.default.temporaryDirectory
        .appending(path: UUID().uuidString)

    /// The five slides of a patient.
    private static let painted = Result { try PaintedCohort.copySecondPatient(to: folder) }

    override class func tearDown() { try? FileManager.default.removeItem(at: folder) }

    /// Which slides were looked at, one after the other.
    private final class Finder: @unchecked Sendable {
        private let lock = NSLock()
        private(set) var names: [String] = []

        func masks(limit: Int = 1 << 28) -> TissueMasks {
            TissueMasks(limit: limit) { slide in
                self.lock.withLock { self.names.append(slide.name) }
                return try TissueMask(of: slide)
            }
        }
    }

    private func slides() throws -> [SlideRecord] {
        try Self.painted.get()
        return try CamelyonFolder(url: Self.folder, skippingIncompletePatients: true).slides
    }

    /// As in Lesson 20: each slide belongs to the patches of two folds, then it is mapped.
    func testPatchesOfTwoFoldsAndTheMapShareOneMask() throws {
        let slides = try slides()
        let (finder, grid) = (Finder(), PatchGrid(side: 32, micronsPerPixel: 4))
        let tissue = finder.masks()
        let first = try PatchCollection(of: slides, grid: grid, tissue: tissue)
        let second = try PatchCollection(of: slides, grid: grid, tissue: tissue)
        for slide in slides {
            XCTAssertEqual(try tissue.mask(of: slide), try TissueMask(of: slide.open()))
        }
        XCTAssertEqual(finder.names.sorted(), slides.map { "\($0.name).tif" }.sorted())
        XCTAssertEqual(first.patches.map(\.count), second.patches.map(\.count))
        XCTAssertGreaterThan(first.patches.map(\.count).reduce(0, +), 0)
    }

    func testMemoryIsBounded() throws {
        let slides = try slides()
        let finder = Finder()
        let area = try TissueMask(of: slides[0].open()).mask.size.area
        let tissue = finder.masks(limit: area)
        let masks = try (slides + slides).map { try tissue.mask(of: $0) }
        XCTAssertEqual(Array(masks.prefix(slides.count)), Array(masks.suffix(slides.count)))
        XCTAssertEqual(finder.names.count, 2 * slides.count - 1, "there is room for one")
    }
}
