import DeepTeaching
import Foundation
import TestSupport
import XCTest

/// The patches of slides, written into one file.
final class PatchCollectionStoreTests: XCTestCase {
    private struct Enough: Error {}

    private static let folder = FileManager.default.temporaryDirectory
        .appending(path: UUID().uuidString)

    private static let painted = Result { try PaintedCohort.copySecondPatient(to: folder) }

    override class func tearDown() { try? FileManager.default.removeItem(at: folder) }

    private func collection(stride: Int = 32) throws -> PatchCollection {
        try Self.painted.get()
        return try PatchCollection(
            of: CamelyonFolder(url: Self.folder, skippingIncompletePatients: true).slides,
            grid: PatchGrid(side: 32, micronsPerPixel: 4, stride: stride))
    }

    /// It holds what would be read into memory, and the same bytes if its writing was interrupted.
    func testTheStoreHoldsThePatchesOfTheSlides() throws {
        let collection = try collection(stride: 8)
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "all.patches")
            let store = try collection.writeStore(to: url)
            let set = try collection.evenly(.max)
            let patches = try store.patches()
            XCTAssertGreaterThan(store.count, 300)
            XCTAssertEqual(patches.count, set.count)
            XCTAssertEqual(patches.tumorCount, set.tumorCount)
            XCTAssertEqual(Set(patches.patients), ["patient_020"])
            // In memory tumour comes first on each slide; on the disk row follows row.
            let inMemory = Dictionary(grouping: set.images.indices) { set.images[$0].pixels }
            for index in 0..<patches.count {
                let pixels = try patches.image(at: index).pixels
                let twins = try XCTUnwrap(inMemory[pixels])
                XCTAssertTrue(twins.contains { set.isTumor[$0] == patches.isTumor[index] })
            }
            let bytes = try Data(contentsOf: url)
            for stop in [1, 2] {
                let again = folder.appending(path: "again.patches")
                var calls = 0
                XCTAssertThrowsError(
                    try collection.writeStore(to: again) { _ in
                        calls += 1
                        if calls == stop { throw Enough() }
                    }
                ) { XCTAssertTrue($0 is Enough) }
                var shares: [Double] = []
                try collection.writeStore(to: again) { shares.append($0) }
                XCTAssertEqual(try Data(contentsOf: again), bytes)
                XCTAssertEqual(shares.last, 1)
                XCTAssertEqual(shares, shares.sorted())
            }
        }
    }

    func testOtherPatchesDoNotGoIntoABegunStore() throws {
        let (first, second) = (try collection(stride: 8), try collection(stride: 16))
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "all.patches")
            XCTAssertThrowsError(try first.writeStore(to: url) { _ in throw Enough() })
            assertThrows(PatchStoreError.otherPatches(path: url.path + ".partial")) {
                try second.writeStore(to: url)
            }
        }
    }
}
