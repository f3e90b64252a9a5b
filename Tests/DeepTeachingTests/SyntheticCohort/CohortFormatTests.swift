import Foundation
import TestSupport
import XCTest

@testable import DeepTeaching
@testable import SyntheticCohort

/// What the files of a slide hold: the tiles that are painted, in the manner of the scanner.
final class CohortFormatTests: XCTestCase {
    func testTheFourthHospitalWritesPhilipsFiles() throws {
        let generator = CohortGenerator(profile: CohortFixtures.philips, seed: 2)
        let entry = try XCTUnwrap(generator.entries.first { $0.slide.type == .macro })
        XCTAssertEqual(entry.slide.center, 3)
        let folder = try SlideFixtures.folder(for: self)
        try generator.generate(into: folder, slides: [entry.name])
        let file = try SlideFile(folder.appending(path: entry.slidePath))
        XCTAssertEqual(file.vendor, "philips")
        XCTAssertEqual(try XCTUnwrap(file.micronsPerPixel).mean, 4, accuracy: 1e-9)
        XCTAssertEqual(file.levels.map(\.size.width), [1008, 504])
        let size = PixelSize(width: 300, height: 200)
        let painted = SlideRenderer(plan: generator.plan.slidePlan(entry.slide))
            .image(x: 400, y: 250, size: size)
        let read = try file.read(origin: BaselinePoint(x: 400, y: 250), size: size, level: 0)
        // JPEG blurs colour; a shift by one pixel or swapped channels would differ by 20 and more.
        XCTAssertLessThan(CohortFixtures.meanDifference(painted, read), 9)
    }

    func testTheOtherHospitalsWritePlainFiles() {
        let formats = CohortPlan(profile: .small, seed: 1).slides.map { ($0.center, $0.format) }
        for (center, format) in formats {
            XCTAssertEqual(format, center == 3 ? .philips : .tiled)
        }
        XCTAssertTrue(formats.contains { $0.1 == .philips })
    }

    func testEachTileAloneIsWhatTheWriterWasGiven() throws {
        let generator = PaintedCohort.generator
        let entry = try XCTUnwrap(generator.entries.first { $0.slide.type == .macro })
        let painter = SlidePainter(plan: generator.plan.slidePlan(entry.slide))
        let whole = WholePicture(size: painter.writer.size)
        let folder = try SlideFixtures.folder(for: self)
        try painter.writer.write(to: folder.appending(path: "slide.tif")) { origin, size in
            let tile = painter.tile(origin: origin, size: size)
            if let tile { whole.paste(tile, x: Int(origin.x), y: Int(origin.y)) }
            return tile
        }
        let layout = painter.writer.layout
        var half = Image(size: layout.levelSizes[1])
        half.placeHalf(of: whole.image, x: 0, y: 0)
        let levels = [whole.image, half]
        var shuffling = SeededGenerator(seed: 8)
        let addresses = shuffling.shuffled(levels.indices.flatMap { layout.walk(level: $0) })
        let tiles = try parallelMap(addresses.count) { index in
            try XCTUnwrap(generator.tile(of: entry.name, at: addresses[index]))
        }
        for (address, tile) in zip(addresses, tiles) {
            let rectangle = PixelRectangle(
                x: address.column * 256, y: address.row * 256, width: tile.size.width,
                height: tile.size.height)
            XCTAssertTrue(
                tile == levels[address.level].cropped(to: rectangle), "\(address)")
        }
    }

    func testTilesThatDoNotExistAreSaidInWords() {
        let generator = PaintedCohort.generator
        func message(_ level: Int, _ column: Int, _ row: Int) -> String {
            do {
                _ = try generator.tile(
                    of: "patient_000_node_0",
                    at: TileAddress(level: level, column: column, row: row))
                return "no error"
            } catch {
                return "\(error)"
            }
        }
        XCTAssertEqual(
            message(0, 4, 1),
            "patient_000_node_0 has no tile in column 4, row 1 of level 0, which has 4 x 3 tiles. "
                + "Count columns and rows from 0.")
        XCTAssertEqual(
            message(2, 0, 0), "patient_000_node_0 has no level 2. Choose one from 0 to 1.")
        XCTAssertEqual(
            message(-1, 0, 0), "patient_000_node_0 has no level -1. Choose one from 0 to 1.")
    }
}

/// A picture that several threads paste tiles into.
private final class WholePicture: @unchecked Sendable {
    private let lock = NSLock()
    private var picture: Image

    init(size: PixelSize) { picture = Image(size: size) }

    var image: Image { lock.withLock { picture } }

    func paste(_ tile: Image, x: Int, y: Int) { lock.withLock { picture.paste(tile, x: x, y: y) } }
}
