import Foundation
import TestSupport
import XCTest

@testable import DeepTeaching

/// The tiles of one slide are painted on all cores, in memory that does not grow with the slide.
final class PyramidParallelTests: XCTestCase {
    func testOneThreadAndManyWriteTheSameBytes() throws {
        let folder = try SlideFixtures.folder(for: self)
        for format in PyramidFormat.allCases {
            let writer = PyramidWriter(
                size: PixelSize(width: 2051, height: 1377), micronsPerPixel: MicronsPerPixel(1),
                tileSide: 128, format: format)
            let files = try [1, 2, 4].map { threads in
                let url = folder.appending(path: "\(format)-\(threads).tif")
                try withThreads(threads) {
                    try writer.write(to: url) { origin, size in
                        origin.x > 1000 && origin.y < 700
                            ? nil : PyramidPictures.gradient(origin, size)
                    }
                }
                return try Data(contentsOf: url)
            }
            XCTAssertTrue(files[0] == files[1])
            XCTAssertTrue(files[0] == files[2])
        }
    }

    func testSeveralThreadsPaintOneSlide() throws {
        guard ProcessInfo.processInfo.activeProcessorCount > 1 else {
            throw XCTSkip("this machine has one core")
        }
        let folder = try SlideFixtures.folder(for: self)
        let seen = SimultaneousCalls()
        let writer = PyramidWriter(
            size: PixelSize(side: 2048), micronsPerPixel: MicronsPerPixel(1), tileSide: 256)
        try withThreads(2) {
            try writer.write(to: folder.appending(path: "a.tif")) { _, size in
                seen.enter()
                // Long enough for the other thread to take its turn.
                usleep(2_000)
                seen.leave()
                return Image(size: size)
            }
        }
        XCTAssertEqual(seen.most, 2, "tiles painted at the same time")
    }

    /// Sixteen times the pixels need no more memory.
    func testMemoryDoesNotDependOnTheSizeOfTheSlide() throws {
        let folder = try SlideFixtures.folder(for: self)
        func growth(side: Int) throws -> Int {
            let writer = PyramidWriter(
                size: PixelSize(side: side), micronsPerPixel: MicronsPerPixel(0.243),
                tileSide: 512)
            try ProcessMemory.resetHighestMark()
            let before = try ProcessMemory.resident()
            try writer.write(to: folder.appending(path: "a.tif")) { origin, size in
                Image(size: size, color: RGB(UInt8(Int(origin.x) / 512 % 256), 120, 180))
            }
            return try ProcessMemory.highest() - before
        }
        let side = isProving ? 4096 : 2048
        _ = try growth(side: 2048)
        let small = try growth(side: side)
        let large = try growth(side: 4 * side)
        // One picture of level 0 takes 201 or 805 MB.
        XCTAssertLessThan(large, small + 40_000_000, "\(small) for a sixteenth of the pixels")
    }
}

/// Counts how many calls run at the same time.
private final class SimultaneousCalls: @unchecked Sendable {
    private let lock = NSLock()
    private var running = 0
    private var highest = 0

    var most: Int { lock.withLock { highest } }

    func enter() {
        lock.withLock {
            running += 1
            highest = max(highest, running)
        }
    }

    func leave() { lock.withLock { running -= 1 } }
}
