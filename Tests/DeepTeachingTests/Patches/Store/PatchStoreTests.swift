import Foundation
import XCTest

@testable import DeepTeaching

final class PatchStoreTests: XCTestCase {
    func testWhatIsWrittenIsRead() throws {
        for (count, side) in [(0, 4), (1, 1), (1, 5), (2, 1), (40, 3)] {
            try inTemporaryFolder { folder in
                let url = folder.appending(path: "some.patches")
                let store = try StoredSample.store(count, side: side, at: url)
                XCTAssertEqual(store.layout.side, side)
                XCTAssertEqual(store.layout.micronsPerPixel, 1.94)
                XCTAssertEqual(store.slides, Array(["a", "b"].prefix(count)))
                XCTAssertEqual(store.patients, Array(["patient a", "patient b"].prefix(count)))
                try StoredSample.check(store, count: count)
                let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
                XCTAssertEqual(names, ["some.patches"])
            }
        }
    }

    /// Patches on both sides of the tables that stand between them.
    func testTablesBetweenPatches() throws {
        for count in [4095, 4096, 4097, 8192, 9000] {
            try inTemporaryFolder { folder in
                let url = folder.appending(path: "many.patches")
                try StoredSample.check(
                    StoredSample.store(count, side: 1, at: url), count: count)
            }
        }
    }

    /// A store of more than four gigabytes, most of it a hole that takes no room on the disk.
    func testPlacesBeyondFourGigabytes() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "small.patches")
            try StoredSample.store(3, side: 2, at: url)
            let header = StoreHeader(layout: try StoredSample.layout(side: 2))
            let first = header.bytes.count
            let file = try StoreFile(reading: url.path)
            var scan = StoreScan(file, header: header, from: first)
            try scan.run(to: file.size())
            let table = StorePiece(.table, scan.entries.bytes).bytes
            let shift = 5 << 30
            var index = StoreIndex()
            index.slides = scan.index.slides
            index.tables = [scan.end + shift]
            for number in 0..<3 {
                let place = scan.index.place(of: number, patchBytes: header.layout.patchBytes)
                index.addPatch(at: place + shift, patchBytes: header.layout.patchBytes)
            }
            let large = folder.appending(path: "large.patches")
            let end = scan.end + table.count + shift
            let target = try StoreFile(writing: large.path)
            try target.write(header.bytes, at: 0)
            try target.write(try file.read(scan.end - first, at: first) + table, at: first + shift)
            try target.write(
                StorePiece(.index, index.content).bytes + StoreTrailer(indexPlace: end).bytes,
                at: end)
            let store = try PatchStore(contentsOf: large)
            for number in 0..<3 {
                XCTAssertEqual(try store.record(at: number), StoredSample.record(number))
                XCTAssertEqual(try store.image(at: number), StoredSample.image(number, side: 2))
            }
            var count = 0
            try store.forEachRecord { _, _ in count += 1 }
            XCTAssertEqual(count, 3)
            // The hole is no part of a store.
            XCTAssertThrowsError(try store.check())
        }
    }

    /// The bytes that another program makes from the description of the format.
    func testTheFormatIsTheOneDescribed() throws {
        struct Values: Decodable {
            let store: String
            let checksums: [UInt32]
        }
        let values = try reference("patch_store", as: Values.self)
        for (count, sum) in values.checksums.enumerated() {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + $0 * $0) }
            XCTAssertEqual(CyclicRedundancyCheck.sum(of: bytes), sum, "\(count) bytes")
        }
        XCTAssertEqual(CyclicRedundancyCheck.sum(of: Array("123456789".utf8)), 0xcbf4_3926)
        let bytes = try XCTUnwrap(Data(base64Encoded: values.store))
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "three.patches")
            let writer = try PatchStoreWriter(to: url, layout: StoredSample.layout(side: 2))
            for (number, record) in described.enumerated() {
                let pixels = (0..<12).map { UInt8(50 * number + $0) }
                try writer.append(Image(size: PixelSize(side: 2), pixels: pixels), record)
            }
            try writer.finish()
            XCTAssertEqual(try Data(contentsOf: url), bytes)
            try bytes.write(to: url)
            let store = try PatchStore(contentsOf: url)
            XCTAssertEqual(try (0..<store.count).map(store.record), described)
        }
    }

    private var described: [PatchRecord] {
        func square(_ x: Double, _ y: Double, _ side: Double) -> BaselineRectangle {
            BaselineRectangle(origin: BaselinePoint(x: x, y: y), side: side)
        }
        return [
            PatchRecord(
                slide: "node 1", patient: "anna", region: square(96.5, 128.25, 32),
                index: GridIndex(column: 3, row: 4), label: .tumor, tumorShare: 0.75),
            PatchRecord(
                slide: "Knoten 2 ä", patient: "bert", region: square(0, -1.5, 31.75),
                label: .normal),
            PatchRecord(
                slide: "node 1", patient: "anna", region: square(1e6, 2e6, 32),
                index: GridIndex(column: 0, row: 0), label: .unknown, tumorShare: 0),
        ]
    }

    /// Each byte of a file changed, and each of its lengths: nothing wrong is ever read as sound, and the
    /// error names the patch whose bytes they are.
    func testADamagedByteAnywhereIsFound() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let whole = try StoredSample.store(5, side: 2, at: url)
            let bytes = try Data(contentsOf: url)
            var namedPatches: Set<Int> = []
            // In place: writing each file anew would wait for the disk.
            let file = try FileHandle(forUpdating: url)
            func put(_ byte: UInt8, at place: Int) throws {
                try file.seek(toOffset: UInt64(place))
                try file.write(contentsOf: Data([byte]))
            }
            for place in bytes.indices {
                try put(bytes[place] ^ UInt8(1 << (place % 8)), at: place)
                XCTAssertThrowsError(try readAll(url), "byte \(place)") { error in
                    guard let error = error as? PatchStoreError else {
                        return XCTFail("byte \(place): \(error)")
                    }
                    if case .damagedPatch(_, let index) = error { namedPatches.insert(index) }
                    XCTAssertFalse(error.description.isEmpty)
                }
                try put(bytes[place], at: place)
            }
            XCTAssertNoThrow(try readAll(url))
            XCTAssertEqual(namedPatches, Set(0..<whole.count))
            try put(0, at: bytes.count)
            XCTAssertThrowsError(try PatchStore(contentsOf: url), "a byte too many")
            for length in bytes.indices.reversed() {
                try file.truncate(atOffset: UInt64(length))
                XCTAssertThrowsError(try PatchStore(contentsOf: url), "\(length) bytes") {
                    XCTAssertTrue($0 is PatchStoreError, "\($0)")
                }
            }
        }
    }

    /// A damaged patch is named, and the others can still be read.
    func testADamagedPatchDoesNotSpoilTheOthers() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            try StoredSample.store(6, side: 4, at: url)
            var bytes = try Data(contentsOf: url)
            let pixels = Data(StoredSample.image(3, side: 4).pixels)
            let place = try XCTUnwrap(bytes.firstRange(of: pixels)).lowerBound
            bytes[place + 20] ^= 1
            try bytes.write(to: url)
            let store = try PatchStore(contentsOf: url)
            let error = PatchStoreError.damagedPatch(path: url.path, index: 3)
            assertThrows(error) { try store.image(at: 3) }
            assertThrows(error) { try store.check() }
            for number in [0, 1, 2, 4, 5] {
                XCTAssertEqual(
                    try store.image(at: number), StoredSample.image(number, side: 4))
            }
            assertThrows(PatchStoreError.noSuchPatch(index: 6, count: 6)) {
                try store.image(at: 6)
            }
            assertThrows(PatchStoreError.noSuchPatch(index: -1, count: 6)) {
                try store.record(at: -1)
            }
        }
    }

    func testFilesThatAreNoStores() throws {
        try inTemporaryFolder { folder in
            let url = folder.appending(path: "some.patches")
            let path = url.path
            assertThrows(
                PatchStoreError.unreadable(path: path, reason: "No such file or directory")
            ) { try PatchStore(contentsOf: url) }
            assertThrows(PatchStoreError.unreadable(path: folder.path, reason: "Is a directory")) {
                try PatchStore(contentsOf: folder)
            }
            try Data("a text".utf8).write(to: url)
            assertThrows(PatchStoreError.otherFormat(path: path)) {
                try PatchStore(contentsOf: url)
            }
            try StoredSample.store(2, side: 2, at: url)
            let bytes = try Data(contentsOf: url)
            var newer = bytes
            newer[8] = 2
            try newer.write(to: url)
            assertThrows(PatchStoreError.otherVersion(path: path, version: 2)) {
                try PatchStore(contentsOf: url)
            }
            try bytes.dropLast(7).write(to: url)
            assertThrows(PatchStoreError.cutOff(path: path, bytes: bytes.count - 7)) {
                try PatchStore(contentsOf: url)
            }
            try bytes.prefix(20).write(to: url)
            assertThrows(PatchStoreError.damagedHeader(path: path, reason: "it is cut off")) {
                try PatchStore(contentsOf: url)
            }
        }
    }

    private func readAll(_ url: URL) throws {
        let store = try PatchStore(contentsOf: url)
        try store.forEachRecord { _, _ in }
        for number in 0..<store.count { _ = try store.patch(at: number) }
        try store.check()
    }
}
