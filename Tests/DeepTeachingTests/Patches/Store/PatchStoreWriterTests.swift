import Foundation
import XCTest

@testable import DeepTeaching

/// Writing that is interrupted, refused, or done by two at once.
final class PatchStoreWriterTests: XCTestCase {
    private let partial = "some.patches.partial"

    /// Cut off at each byte, begun or finished: the rest is written, and the file is the same as ever.
    func testAnInterruptedWritingGoesOnBehindTheLastWholePatch() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let partial = folder.appending(path: partial)
            try StoredSample.store(3, side: 1, at: url)
            let bytes = try Data(contentsOf: url)
            var counts: [Int] = []
            for length in 0...bytes.count {
                try? FileManager.default.removeItem(at: url)
                try bytes.prefix(length).write(to: partial)
                let writer = try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 1))
                counts.append(writer.count)
                try StoredSample.append(3, to: writer)
                try writer.finish()
                XCTAssertEqual(try Data(contentsOf: url), bytes, "cut off after \(length) bytes")
                XCTAssertFalse(FileManager.default.fileExists(atPath: partial.path))
            }
            XCTAssertEqual(counts, counts.sorted())
            XCTAssertEqual(Set(counts), Set(0...3))
        }
    }

    /// Interrupted around the table that follows 4096 patches.
    func testAnInterruptionNearATable() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let partial = folder.appending(path: partial)
            let layout = try StoredSample.layout(side: 1)
            try StoredSample.store(4100, side: 1, at: url)
            let bytes = try Data(contentsOf: url)
            let table = try XCTUnwrap(bytes.firstRange(of: Data("TABL".utf8))).lowerBound
            let behind = table + StorePiece.overhead + 4096 * PatchEntry.bytes
            let patch = behind + layout.patchBytes
            for (length, count) in [
                (table - 1, 4095), (table, 4096), (table + 1, 4096), (behind - 1, 4096),
                (behind, 4096), (patch - 1, 4096), (patch, 4097),
            ] {
                try bytes.prefix(length).write(to: partial)
                let writer = try PatchStoreWriter(to: url, layout: layout)
                XCTAssertEqual(writer.count, count)
                try StoredSample.append(4100, to: writer)
                try writer.finish()
                XCTAssertEqual(try Data(contentsOf: url), bytes, "cut off after \(length) bytes")
            }
        }
    }

    /// A power cut may leave zeros, or anything, behind what was on the disk.
    func testWhatFollowsADamagedPlaceIsWrittenAnew() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let partial = folder.appending(path: partial)
            try StoredSample.store(6, side: 2, at: url)
            let bytes = try Data(contentsOf: url)
            let first = StoreHeader(layout: try StoredSample.layout(side: 2)).bytes.count
            for place in stride(from: first, to: bytes.count, by: 5) {
                var damaged = bytes
                damaged[place] ^= 0x10
                damaged.replaceSubrange(min(bytes.count, place + 300)..., with: Data(count: 40))
                try damaged.write(to: partial)
                let writer = try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 2))
                try StoredSample.append(6, to: writer)
                try writer.finish()
                XCTAssertEqual(try Data(contentsOf: url), bytes, "damaged at byte \(place)")
            }
        }
    }

    func testAFileThatIsInterruptedAgainAndAgain() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            try StoredSample.store(9, side: 2, at: url)
            let bytes = try Data(contentsOf: url)
            try FileManager.default.removeItem(at: url)
            for count in 1...9 {
                let writer = try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 2))
                XCTAssertEqual(writer.count, count - 1)
                try StoredSample.append(count, to: writer)
                XCTAssertFalse(FileManager.default.fileExists(atPath: url.path))
            }
            try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 2)).finish()
            XCTAssertEqual(try Data(contentsOf: url), bytes)
        }
    }

    func testOtherPatchesAreRefused() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let (small, large) = (
                try StoredSample.layout(side: 2), try StoredSample.layout(side: 3)
            )
            var writer: PatchStoreWriter? = try PatchStoreWriter(to: url, layout: small)
            try StoredSample.append(2, to: try XCTUnwrap(writer))
            assertThrows(
                PatchStoreError.wrongSize(index: 2, found: PixelSize(side: 3), side: 2)
            ) { try writer?.append(StoredSample.image(2, side: 3), StoredSample.record(2)) }
            var record = StoredSample.record(2)
            record.patient = "somebody else"
            assertThrows(
                PatchStoreError.slideOfTwoPatients(
                    slide: "a", patients: ["patient a", "somebody else"])
            ) { try writer?.append(StoredSample.image(2, side: 2), record) }
            for (change, words) in Self.faults {
                var record = StoredSample.record(2)
                change(&record)
                XCTAssertThrowsError(
                    try writer?.append(StoredSample.image(2, side: 2), record)
                ) { XCTAssertTrue("\($0)".contains(words), "\($0)") }
            }
            assertThrows(PatchStoreError.beingWritten(path: url.path + ".partial")) {
                try PatchStoreWriter(to: url, layout: small)
            }
            writer = nil
            assertThrows(
                PatchStoreError.otherLayout(
                    path: url.path + ".partial", found: small, wanted: large)
            ) { try PatchStoreWriter(to: url, layout: large) }
            // Nothing that was refused has left a trace.
            let last = try PatchStoreWriter(to: url, layout: small)
            XCTAssertEqual(last.count, 2)
            try StoredSample.append(4, to: last)
            try StoredSample.check(try last.finish(), count: 4)
        }
    }

    private static var faults: [(change: (inout PatchRecord) -> Void, words: String)] {
        [
            ({ $0.tumorShare = 1.5 }, "its share of tumour is 1.5"),
            ({ $0.tumorShare = .nan }, "its share of tumour is nan"),
            ({ $0.region.width = 0 }, "is no rectangle"),
            ({ $0.region.origin.x = .infinity }, "is no rectangle"),
            ({ $0.slide = "" }, "the name of its slide is empty"),
            ({ $0.patient = "" }, "the name of its patient is empty"),
            (
                { $0.slide = String(repeating: "x", count: 65_536) },
                "the name of its slide is too long"
            ),
        ]
    }

    func testLayoutsThatCannotBe() {
        for (side, microns) in [(0, 1.0), (-1, 1), (8193, 1), (1, 0), (1, -.infinity), (1, .nan)] {
            XCTAssertThrowsError(try PatchStore.Layout(side: side, micronsPerPixel: microns))
        }
    }

    /// What is given up leaves nothing; a partial file that is something else is not touched.
    func testForeignAndDiscardedFiles() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let partial = folder.appending(path: partial)
            let layout = try StoredSample.layout(side: 2)
            let writer = try PatchStoreWriter(to: url, layout: layout)
            try StoredSample.append(1, to: writer)
            writer.discard()
            XCTAssertEqual(try FileManager.default.contentsOfDirectory(atPath: folder.path), [])
            let letter = Data("a letter".utf8)
            try letter.write(to: partial)
            assertThrows(PatchStoreError.otherFormat(path: partial.path)) {
                try PatchStoreWriter(to: url, layout: layout)
            }
            XCTAssertEqual(try Data(contentsOf: partial), letter)
            let nowhere = folder.appending(path: "none/some.patches")
            assertThrows(
                PatchStoreError.unwritable(
                    path: nowhere.path + ".partial", reason: "No such file or directory")
            ) { try PatchStoreWriter(to: nowhere, layout: layout) }
        }
    }

    /// A device that is always full takes the place of a disk.
    func testAFullDisk() throws {
        try XCTSkipUnless(
            FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full")
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: partial).path, withDestinationPath: "/dev/full")
            assertThrows(
                PatchStoreError.unwritable(
                    path: url.path + ".partial", reason: "No space left on device")
            ) { try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 2)) }
        }
    }

    /// A name that is taken by a folder is noticed at the end, and nothing is lost.
    func testAFolderInTheWay() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let writer = try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 2))
            try StoredSample.append(3, to: writer)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
            assertThrows(
                PatchStoreError.unwritable(path: url.path, reason: "Is a directory")
            ) { try writer.finish() }
            try FileManager.default.removeItem(at: url)
            try StoredSample.check(try writer.finish(), count: 3)
        }
    }
}
