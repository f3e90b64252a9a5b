import DeepTeaching
import Foundation
import XCTest

/// What a killed process left beside a slide goes; what a living one writes stays.
final class ScratchFolderTests: XCTestCase {
    private func scratch(_ name: String, in folder: URL) throws -> URL {
        let url = folder.appending(path: name)
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
        try Data("tiles".utf8).write(to: url.appending(path: "level0.tif"))
        return url
    }

    func testOnlyWhatNobodyLocksIsRemoved() throws {
        let folder = try SlideFixtures.folder(for: self)
        let abandoned = try scratch(".a.tif.1.partial", in: folder)
        let busy = try scratch(".a.tif.2.partial", in: folder)
        let other = try scratch(".b.tif.3.partial", in: folder)
        let lock = open(busy.path, O_RDONLY)
        defer { close(lock) }
        XCTAssertEqual(flock(lock, LOCK_EX | LOCK_NB), 0)

        let picture = SlideFixtures.picture(64, 64)
        try PyramidWriter(
            size: picture.size, micronsPerPixel: MicronsPerPixel(1), tileSide: 256
        ).write(to: folder.appending(path: "a.tif")) { _, size in Image(size: size) }

        let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
        XCTAssertEqual(left, [busy.lastPathComponent, other.lastPathComponent, "a.tif"].sorted())
        XCTAssertFalse(left.contains(abandoned.lastPathComponent))
    }
}
