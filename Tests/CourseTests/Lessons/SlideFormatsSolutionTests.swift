import Curriculum
import DeepTeaching
import Foundation
import Solutions
import TestSupport
import XCTest

/// The library and the solutions of Lesson 5 give the same answers.
final class SlideFormatsSolutionTests: XCTestCase {
    private typealias Solution = SlideFormatsSolution

    private var generator = SeededGenerator(seed: 5)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        XCTAssertEqual(
            try Solution.tilesCovering(
                PixelRectangle(x: 200, y: 250, width: 100, height: 10),
                picture: PixelSize(width: 1000, height: 600), tile: PixelSize(side: 256)),
            [0, 1, 4, 5])
        XCTAssertEqual(try Solution.micronsPerPixel(xResolution: 5000, unit: 3, spacing: nil), 2)
        XCTAssertNil(try Solution.micronsPerPixel(xResolution: 72, unit: 2, spacing: nil))
        for (wanted, level) in [(0.5, 1), (0.9, 1), (0.1, 0)] {
            XCTAssertEqual(
                try Solution.level(
                    forMicronsPerPixel: wanted, baseline: 0.25, downsamples: [1, 2.0005, 4.001]),
                level)
        }
        let element = DrawnElement(
            name: "a", group: "Tumor",
            coordinates: [
                DrawnCorner(order: 2, x: 5, y: 5), DrawnCorner(order: 0, x: 0, y: 0),
                DrawnCorner(order: 1, x: 9, y: 0),
            ])
        let outline = [(0.0, 0.0), (9, 0), (5, 5)].map { BaselinePoint(x: $0.0, y: $0.1) }
        XCTAssertEqual(
            try Solution.annotations(fromASAP: [element]),
            [Annotation(name: "a", kind: .tumor, outline: outline)])
    }

    /// Real files: BigTIFF and classic, plain and sparse.
    func testDirectoriesAreThoseThatOpenSlideFinds() throws {
        for isBig in [true, false] {
            for format in PyramidFormat.allCases {
                try inFolder { folder in
                    let url = folder.appending(path: "slide.tif")
                    let writer = PyramidWriter(
                        size: PixelSize(width: 1900, height: 1100),
                        micronsPerPixel: MicronsPerPixel(0.5), format: format, isBig: isBig)
                    try writer.write(to: url) { origin, size in
                        origin.x < 300 ? nil : Image(size: size, color: RGB(180, 120, 190))
                    }
                    let slide = try SlideFile(url)
                    let own = try Solution.parseDirectories(Array(Data(contentsOf: url)))
                    XCTAssertEqual(
                        own.map { PixelSize(width: $0.width, height: $0.height) },
                        slide.levels.map(\.size))
                    XCTAssertEqual(own.map(\.compression), own.map { _ in 7 })
                    for (directory, missing) in zip(own, slide.missingTileCounts) {
                        XCTAssertEqual(directory.tileByteCounts.count { $0 == 0 }, missing)
                        XCTAssertEqual(directory.tileOffsets.count, directory.tileByteCounts.count)
                    }
                    if format == .tiled {
                        XCTAssertEqual(
                            try Solution.micronsPerPixel(
                                xResolution: own[0].xResolution, unit: own[0].resolutionUnit,
                                spacing: nil) ?? 0, 0.5, accuracy: 1e-6)
                    }
                }
            }
        }
    }

    func testRegionsAreTheLibrarys() throws {
        let size = PixelSize(width: 90, height: 70)
        let image = Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
        let slide = MemorySlide(image: image, smallestSide: 16)
        for index in slide.levels.indices {
            let level = slide.levels[index]
            let tile = PixelSize(width: 16, height: 12)
            let decoded = try decoded(slide, level: index, tile: tile)
            for _ in 0..<20 {
                let origin = BaselinePoint(
                    x: Double(generator.index(below: 140) - 30),
                    y: Double(generator.index(below: 120) - 30))
                let wanted = PixelSize(width: 20, height: 17)
                XCTAssertEqual(
                    try Solution.readRegion(origin: origin, size: wanted, level: decoded),
                    try slide.read(origin: origin, size: wanted, level: index),
                    "level \(level), \(origin)")
            }
        }
    }

    func testLevelsAreTheLibrarys() throws {
        let slide = MemorySlide(
            image: Image(size: PixelSize(width: 800, height: 640)),
            micronsPerPixel: MicronsPerPixel(0.25))
        for _ in 0..<100 {
            let wanted = generator.uniform(0.1, 5)
            XCTAssertEqual(
                try Solution.level(
                    forMicronsPerPixel: wanted, baseline: 0.25,
                    downsamples: slide.levels.map(\.downsample)),
                try slide.level(forMicronsPerPixel: wanted))
        }
    }

    func testAnnotationsAreTheLibrarys() throws {
        let outlines = ["b", "a", "c"].enumerated().map { index, name in
            Annotation(
                name: name, kind: index == 1 ? .exclusion : .tumor,
                outline: (0..<12).map { _ in
                    BaselinePoint(x: generator.uniform(0, 900), y: generator.uniform(0, 900))
                })
        }
        try inFolder { folder in
            let url = folder.appending(path: "slide.xml")
            try AnnotationFile(annotations: outlines).write(to: url)
            let elements = outlines.map { outline in
                DrawnElement(
                    name: outline.name, group: outline.kind == .tumor ? "metastases" : "_2",
                    coordinates: outline.outline.enumerated().reversed().map {
                        DrawnCorner(order: $0, x: $1.x, y: $1.y)
                    })
            }
            XCTAssertEqual(
                try Solution.annotations(fromASAP: elements), try AnnotationFile(url).annotations)
        }
    }

    private func decoded(
        _ slide: MemorySlide, level index: Int, tile: PixelSize
    ) throws -> DecodedLevel {
        let level = slide.levels[index]
        let columns = (level.size.width - 1) / tile.width + 1
        let rows = (level.size.height - 1) / tile.height + 1
        let tiles = try (0..<columns * rows).map { number -> Image? in
            let origin = level.frame.region(
                of: PixelIndex(
                    x: number % columns * tile.width, y: number / columns * tile.height)
            ).origin
            return try slide.read(origin: origin, size: tile, level: index)
        }
        return DecodedLevel(
            size: level.size, downsample: level.downsample, tileSize: tile, tiles: tiles)
    }

    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }
}
