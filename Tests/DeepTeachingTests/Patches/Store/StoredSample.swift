import Foundation
import XCTest

@testable import DeepTeaching

/// Small patches, each with other bytes and another record, and stores of them.
enum StoredSample {
    static func image(_ number: Int, side: Int) -> Image {
        Image(
            size: PixelSize(side: side),
            pixels: (0..<3 * side * side).map { UInt8(truncatingIfNeeded: 31 * number + 7 * $0) })
    }

    /// Two of three are of slide a; every fifth is of no grid, every seventh of no known share.
    static func record(_ number: Int) -> PatchRecord {
        let slide = number % 3 == 1 ? "b" : "a"
        return PatchRecord(
            slide: slide, patient: "patient \(slide)",
            region: BaselineRectangle(
                origin: BaselinePoint(x: 16 * Double(number), y: 0.5), side: 16.25),
            index: number % 5 == 4 ? nil : GridIndex(column: number, row: 2),
            label: [.tumor, .normal, .normal, .unknown][number % 4],
            tumorShare: number % 7 == 6 ? nil : Double(number % 11) / 10)
    }

    static func layout(side: Int) throws -> PatchStore.Layout {
        try PatchStore.Layout(side: side, micronsPerPixel: 1.94)
    }

    /// Goes on with a store up to so many patches.
    static func append(_ count: Int, to writer: PatchStoreWriter) throws {
        for number in writer.count..<max(writer.count, count) {
            try writer.append(image(number, side: writer.layout.side), record(number))
        }
    }

    @discardableResult
    static func store(_ count: Int, side: Int, at url: URL) throws -> PatchStore {
        let writer = try PatchStoreWriter(to: url, layout: layout(side: side))
        try append(count, to: writer)
        return try writer.finish()
    }

    /// Whether a store holds these patches and nothing else, read in every way.
    static func check(
        _ store: PatchStore, count: Int, file: StaticString = #filePath, line: UInt = #line
    ) throws {
        XCTAssertEqual(store.count, count, file: file, line: line)
        var records: [PatchRecord] = []
        try store.forEachRecord { number, record in
            XCTAssertEqual(number, records.count, file: file, line: line)
            records.append(record)
        }
        XCTAssertEqual(records, (0..<count).map(record), file: file, line: line)
        for number in (0..<count).reversed() {
            let patch = try store.patch(at: number)
            XCTAssertEqual(patch.record, record(number), file: file, line: line)
            XCTAssertEqual(
                patch.image, image(number, side: store.layout.side), file: file, line: line)
        }
        try store.check()
    }
}
