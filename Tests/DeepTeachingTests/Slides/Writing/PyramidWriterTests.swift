import DeepTeaching
import Foundation
import XCTest

final class PyramidWriterTests: XCTestCase {
    private let folder = URL(fileURLWithPath: NSTemporaryDirectory())
        .appendingPathComponent("pyramid-\(UUID().uuidString)")

    override func setUpWithError() throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    override func tearDown() { try? FileManager.default.removeItem(at: folder) }

    func testLevelsHalveUntilAboutFiveHundredPixelsAndNeverBelowATile() {
        func widths(_ width: Int, _ height: Int, tile: Int) -> [Int] {
            PyramidWriter(
                size: PixelSize(width: width, height: height),
                micronsPerPixel: MicronsPerPixel(1), tileSide: tile
            ).levelSizes.map(\.width)
        }
        XCTAssertEqual(widths(4128, 3104, tile: 256), [4128, 2064, 1032, 516])
        XCTAssertEqual(widths(4128, 3104, tile: 512), [4128, 2064, 1032])
        XCTAssertEqual(widths(300, 200, tile: 256), [300])
        XCTAssertEqual(widths(8000, 600, tile: 256), [8000, 4000])
    }

    func testEveryLevelShowsThePictureInBothFormats() throws {
        for isBig in [false, true] {
            // Odd sizes, so that the last row and column have no parent.
            let size = PixelSize(width: 2051, height: 1377)
            let url = folder.appendingPathComponent("gradient.tif")
            let writer = PyramidWriter(
                size: size, micronsPerPixel: MicronsPerPixel(x: 0.5, y: 0.25), isBig: isBig)
            try writer.write(to: url, image: PyramidPictures.gradient)
            let magic = try Data(contentsOf: url).prefix(4)
            XCTAssertEqual(magic[2], isBig ? 43 : 42)
            let slide = try SlideFile(url)
            XCTAssertEqual(
                slide.levels.map(\.size),
                [size, PixelSize(width: 1025, height: 688), PixelSize(width: 512, height: 344)])
            XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).x, 0.5, accuracy: 1e-6)
            XCTAssertEqual(try XCTUnwrap(slide.micronsPerPixel).y, 0.25, accuracy: 1e-6)
            for (level, info) in slide.levels.enumerated() {
                let image = try slide.read(
                    origin: BaselinePoint(x: 0, y: 0), size: info.size, level: level)
                check(image, factor: 1 << level)
            }
            XCTAssertEqual(
                try FileManager.default.contentsOfDirectory(atPath: folder.path), ["gradient.tif"])
        }
    }

    private func check(_ image: Image, factor: Int) {
        var worst = 0
        for y in stride(from: 0, to: image.size.height, by: 7) {
            for x in stride(from: 0, to: image.size.width, by: 7) {
                let expected = PyramidPictures.gradient(
                    BaselinePoint(
                        x: Double(x * factor + factor / 2), y: Double(y * factor + factor / 2)),
                    PixelSize(side: 1))[x: 0, y: 0]
                let got = image[x: x, y: y]
                worst = max(
                    worst, abs(Int(expected.red) - Int(got.red)),
                    abs(Int(expected.green) - Int(got.green)),
                    abs(Int(expected.blue) - Int(got.blue)))
            }
        }
        // Half a tile off would be 15 levels and more.
        XCTAssertLessThanOrEqual(worst, 6)
    }

    func testAnErrorLeavesNothingBehindAndTheOldFileWhole() throws {
        let url = folder.appendingPathComponent("slide.tif")
        try Data("old".utf8).write(to: url)
        let writer = PyramidWriter(
            size: PixelSize(width: 1000, height: 600), micronsPerPixel: MicronsPerPixel(1))
        XCTAssertThrowsError(
            try writer.write(to: url) { origin, size in
                if origin.x > 300 { throw CancellationError() }
                return Image(size: size)
            }
        ) { XCTAssertTrue($0 is CancellationError) }
        XCTAssertEqual(
            try FileManager.default.contentsOfDirectory(atPath: folder.path), ["slide.tif"])
        XCTAssertEqual(try Data(contentsOf: url), Data("old".utf8))
    }

    func testWrongSizesAndMissingFoldersAreSaidInWords() {
        let writer = PyramidWriter(
            size: PixelSize(width: 100, height: 60), micronsPerPixel: MicronsPerPixel(1))
        XCTAssertThrowsError(
            try writer.write(to: folder.appendingPathComponent("a.tif")) { _, _ in
                Image(size: PixelSize(side: 10))
            }
        ) {
            XCTAssertEqual(
                $0 as? PyramidWriterError,
                .wrongSize(expected: PixelSize(width: 100, height: 60), got: PixelSize(side: 10)))
        }
        let missing = folder.appendingPathComponent("nowhere/a.tif")
        XCTAssertThrowsError(try writer.write(to: missing) { Image(size: $1) }) {
            guard case PyramidWriterError.unwritable(let path, _) = $0 else {
                return XCTFail("\($0)")
            }
            XCTAssertEqual(path, missing.path)
        }
    }
}
