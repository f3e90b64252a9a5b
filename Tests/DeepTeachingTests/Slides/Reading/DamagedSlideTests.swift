import CTIFFShim
import DeepTeaching
import XCTest

/// Files with bytes changed at random: whatever they declare, they open or are refused in words, and
/// never end the process.
final class DamagedSlideTests: XCTestCase {
    func testRandomDamageIsSurvived() throws {
        let url = try SlideFixtures.folder(for: self).appending(path: "damaged.tif")
        var generator = SeededGenerator(seed: 11)
        var refused = 0
        var unread = 0
        for compression in [COMPRESSION_NONE, COMPRESSION_ADOBE_DEFLATE, COMPRESSION_JPEG] {
            try TestTIFF(
                levels: [(64, 48), (32, 24), (16, 12)].map(SlideFixtures.picture),
                compression: compression
            ).write(to: url)
            let whole = try Data(contentsOf: url)
            for _ in 0..<150 {
                var data = whole
                for _ in 0..<Int.random(in: 1...6, using: &generator) {
                    // The directories lie behind the tiles: half of the damage shall hit them.
                    let first = Bool.random(using: &generator) ? 0 : data.count * 3 / 4
                    let place = Int.random(in: first..<data.count, using: &generator)
                    data[place] = UInt8.random(in: 0...255, using: &generator)
                }
                try data.write(to: url)
                do {
                    unread += try unreadableLevels(of: SlideFile(url))
                } catch {
                    XCTAssertTrue(error is SlideError, "\(error)")
                    XCTAssertTrue("\(error)".contains("damaged.tif"), "\(error)")
                    refused += 1
                }
            }
        }
        XCTAssertGreaterThan(refused, 20, "the damage should hit something")
        XCTAssertGreaterThan(unread, 10, "the damage should hit something")
    }

    private func unreadableLevels(of slide: SlideFile) throws -> Int {
        try slide.levels.indices.reduce(0) { count, level in
            do {
                let size = PixelSize(side: 64)
                let image = try slide.read(
                    origin: BaselinePoint(x: 0, y: 0), size: size, level: level)
                XCTAssertEqual(image.size, size)
                return count
            } catch is SlideError {
                return count + 1
            }
        }
    }
}
