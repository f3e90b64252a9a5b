import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 14 give the same answers.
final class ConfidenceMapsSolutionTests: XCTestCase {
    private typealias Solution = ConfidenceMapsSolution

    private var generator = SeededGenerator(seed: 14)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let map = try Solution.stitch(
            [
                PatchPrediction(column: 0, row: 0, probability: 0.25),
                PatchPrediction(column: 1, row: 0, probability: 0.75),
            ], side: 64, stride: 32, columns: 4, rows: 2)
        XCTAssertEqual(map.probabilities, [[0.25, 0.5, 0.75, 0], [0.25, 0.5, 0.75, 0]])
        XCTAssertEqual(map.covered, [[true, true, true, false], [true, true, true, false]])
        XCTAssertEqual(
            try Solution.nonMaximumSuppression([[0.9, 0.8, 0.7, 0.2]], radius: 1, threshold: 0.5),
            [
                CellPeak(column: 0, row: 0, probability: 0.9),
                CellPeak(column: 2, row: 0, probability: 0.7),
            ])
        XCTAssertEqual(
            try Solution.slideScore(
                probabilities: [[0.25, 0.75], [1, 0.5]], covered: [[true, true], [false, true]],
                largest: 2), 0.625)
        XCTAssertEqual(
            try Solution.detections(
                in: [[0.6, 0.8, 0.1, 0.1], [0.1, 0.1, 0.1, 0.9]], threshold: 0.5,
                origin: BaselinePoint(x: 100, y: 200), downsample: 32),
            [
                PlacedDetection(center: BaselinePoint(x: 212, y: 248), probability: 0.9),
                PlacedDetection(center: BaselinePoint(x: 132, y: 216), probability: 0.8),
            ])
    }

    /// Patches on an in-memory slide that is all tissue, at strides that divide the side and others.
    func testMapsAreTheLibrarys() throws {
        for (side, stride) in [(64, 64), (64, 32), (64, 16), (48, 32), (40, 32), (56, 32), (9, 4)] {
            let size = PixelSize(
                width: side + stride * generator.index(below: 7) + generator.index(below: stride),
                height: side + stride * generator.index(below: 7))
            let slide = MemorySlide(
                image: Image(size: size, color: .white), micronsPerPixel: MicronsPerPixel(1))
            let layout = try PatchGrid(side: side, micronsPerPixel: 1, stride: stride)
                .layout(on: slide)
            var builder = MapBuilder(layout: layout)
            var patches: [PatchPrediction] = []
            for index in generator.shuffled(Array(0..<layout.columns * layout.rows))
            where generator.uniform() < 0.6 {
                let (row, column) = index.quotientAndRemainder(dividingBy: layout.columns)
                let probability = Float(generator.uniform())
                builder.add(probability, at: GridIndex(column: column, row: row))
                patches.append(
                    PatchPrediction(
                        column: column, row: row, probability: Double(probability)))
            }
            let library = builder.map(
                tissue: TissueMask(SlideRaster(Mask(size: size, repeating: true), downsample: 1)),
                baselineMicronsPerPixel: MicronsPerPixel(1))
            let cells = library.probabilities.size
            let own = try Solution.stitch(
                patches, side: side, stride: stride, columns: cells.width, rows: cells.height)
            XCTAssertEqual(Array(own.covered.joined()), library.covered.pixels)
            for (mine, other) in zip(own.probabilities.joined(), library.probabilities.values) {
                XCTAssertEqual(mine, Double(other), accuracy: 1e-6)
            }
        }
    }

    func testPeaksAreTheLibrarys() throws {
        for _ in 0..<30 {
            let map = randomMap()
            let (radius, threshold) = (generator.uniform(0, 4), Float(generator.uniform(0.2, 0.8)))
            let own = try Solution.nonMaximumSuppression(
                rows(map), radius: radius, threshold: Double(threshold))
            let library = try map.peaks(radius: radius * map.cellMicrons.x, above: threshold)
            XCTAssertEqual(
                own.map { [$0.column, $0.row] },
                library.map { peak in
                    let cell = map.frame.pixel(under: peak.center)
                    return [cell.x, cell.y]
                })
            XCTAssertEqual(own.map(\.probability), library.map(\.probability))
        }
    }

    func testScoresAreTheLibrarys() throws {
        for _ in 0..<30 {
            let map = randomMap()
            let covered = (0..<map.covered.size.height).map { y in
                (0..<map.covered.size.width).map { map.covered[x: $0, y: y] }
            }
            let count = 1 + generator.index(below: 40)
            XCTAssertEqual(
                try Solution.slideScore(
                    probabilities: rows(map), covered: covered, largest: count),
                try map.score(.meanOfLargest(count)), accuracy: 1e-9)
        }
    }

    func testDetectionsAreTheLibrarys() throws {
        var settings = DetectionSettings()
        settings.fillsHoles = false
        for _ in 0..<30 {
            let map = randomMap()
            settings.threshold = Float(generator.uniform(0.5, 0.9))
            let own = try Solution.detections(
                in: rows(map), threshold: Double(settings.threshold), origin: map.frame.origin,
                downsample: map.frame.downsample)
            let library = map.detections(settings: settings)
            XCTAssertEqual(own.map(\.probability), library.map(\.maximumProbability))
            for (mine, other) in zip(own, library) {
                XCTAssertEqual(mine.center.x, other.center.x, accuracy: 1e-6)
                XCTAssertEqual(mine.center.y, other.center.y, accuracy: 1e-6)
            }
        }
    }

    /// A map with a frame of its own; what is not covered holds 0.
    private func randomMap() -> ConfidenceMap {
        let size = PixelSize(
            width: 1 + generator.index(below: 20), height: 1 + generator.index(below: 14))
        let covered = Mask(
            size: size, pixels: (0..<size.area).map { _ in generator.uniform() < 0.8 })
        let values = covered.pixels.map { $0 ? Float(generator.uniform()) : 0 }
        return ConfidenceMap(
            probabilities: Plane(size: size, values: values), covered: covered,
            frame: RasterFrame(
                origin: BaselinePoint(x: generator.uniform(0, 500), y: generator.uniform(0, 500)),
                downsample: generator.uniform(1, 60)),
            baselineMicronsPerPixel: MicronsPerPixel(generator.uniform(0.2, 2)))
    }

    private func rows(_ map: ConfidenceMap) -> [[Double]] {
        (0..<map.probabilities.size.height).map { y in
            (0..<map.probabilities.size.width).map { Double(map.probabilities[x: $0, y: y]) }
        }
    }
}
