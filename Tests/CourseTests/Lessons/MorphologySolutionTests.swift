import Curriculum
import DeepTeaching
import Solutions
import XCTest

/// The library and the solutions of Lesson 15 give the same answers.
final class MorphologySolutionTests: XCTestCase {
    private typealias Solution = MorphologySolution

    private var generator = SeededGenerator(seed: 15)

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let right = [Offset(dx: 0, dy: 0), Offset(dx: 1, dy: 0)]
        XCTAssertEqual(try Solution.erode(mask([".###.#"]), by: right), mask([".##..#"]))
        XCTAssertEqual(try Solution.dilate(mask([".#...#"]), by: right), mask([".##..#"]))
        let both = try Solution.openAndClose(
            mask(["#..##.###"]), diameter: 50, micronsPerPixel: 25)
        XCTAssertEqual(both.opened, mask(["......###"]))
        XCTAssertEqual(both.closed, mask(["#########"]))
        for connectivity in Connectivity.allCases {
            XCTAssertEqual(
                try Solution.connectedComponents(
                    of: mask(["#.#", "###"]), connectivity: connectivity),
                [[1, 0, 1], [1, 1, 1]])
        }
        XCTAssertEqual(
            try Solution.fillHoles(of: mask([".##.", "#..#", ".##."])),
            mask([".##.", "####", ".##."]))
        let distances = try Solution.distanceTransform(of: mask([".##", "###"]))
        XCTAssertEqual(distances[0], [0, 1, 2])
        XCTAssertEqual(distances[1], [1, 2.0.squareRoot(), 5.0.squareRoot()])
        XCTAssertEqual(
            try Solution.joinWithin(
                micrometres: 75, labels: [[1, 0, 2, 0, 0, 3]], micronsPerPixel: 30),
            [[1, 0, 1, 0, 0, 2]])
    }

    func testErosionAndDilationAreTheLibrarys() throws {
        for _ in 0..<60 {
            let picture = noise(share: generator.uniform(0.3, 0.9))
            let offsets = (0..<1 + generator.index(below: 6)).map { _ in
                Offset(dx: generator.index(below: 7) - 3, dy: generator.index(below: 7) - 3)
            }
            var shape = Mask(size: PixelSize(side: 7))
            for offset in offsets { shape[x: offset.dx + 3, y: offset.dy + 3] = true }
            let element = StructuringElement(shape, origin: PixelIndex(x: 3, y: 3))
            XCTAssertEqual(
                try Solution.erode(picture, by: offsets), picture.eroded(by: element))
            XCTAssertEqual(
                try Solution.dilate(picture, by: offsets), picture.dilated(by: element))
        }
    }

    func testOpeningAndClosingAreTheLibrarys() throws {
        for _ in 0..<40 {
            let picture = noise(share: generator.uniform(0.3, 0.9))
            let (diameter, scale) = (generator.uniform(0, 200), generator.uniform(10, 40))
            let both = try Solution.openAndClose(
                picture, diameter: diameter, micronsPerPixel: scale)
            let disk = StructuringElement.disk(radius: diameter / 2 / scale)
            XCTAssertEqual(both.opened, picture.opened(by: disk))
            XCTAssertEqual(both.closed, picture.closed(by: disk))
        }
    }

    /// The solution numbers regions as the scan meets them, as the library does.
    func testComponentsAndHolesAreTheLibrarys() throws {
        for _ in 0..<40 {
            let picture = noise(share: generator.uniform(0.3, 0.9))
            for connectivity in Connectivity.allCases {
                XCTAssertEqual(
                    try Solution.connectedComponents(of: picture, connectivity: connectivity),
                    rows(picture.connectedComponents(connectivity: connectivity)))
            }
            XCTAssertEqual(try Solution.fillHoles(of: picture), picture.fillingHoles())
        }
    }

    func testDistancesAreTheLibrarys() throws {
        for _ in 0..<20 {
            let picture = noise(share: 0.9)
            let library = picture.distanceTransform()
            for (y, row) in try Solution.distanceTransform(of: picture).enumerated() {
                for (x, distance) in row.enumerated() {
                    XCTAssertEqual(distance, Double(library[x: x, y: y]), accuracy: 1e-6)
                }
            }
        }
    }

    func testJoiningIsTheLibrarys() throws {
        for _ in 0..<20 {
            let picture = noise(share: 0.12)
            let (limit, scale) = (generator.uniform(20, 90), 20.0)
            let own = try Solution.joinWithin(
                micrometres: limit,
                labels: rows(picture.connectedComponents(connectivity: .eight)),
                micronsPerPixel: scale)
            let library = picture.joined(within: limit / scale)
            XCTAssertEqual(own.joined().max() ?? 0, library.count)
            // The same pairs of numbers everywhere: the regions are the same.
            let pairs = Set(zip(own.joined(), rows(library).joined()).map { [$0, $1] })
            XCTAssertEqual(pairs.count, Set(own.joined()).count)
            XCTAssertEqual(pairs.count, Set(rows(library).joined()).count)
        }
    }

    private func noise(share: Double) -> Mask {
        let size = PixelSize(
            width: 1 + generator.index(below: 24), height: 1 + generator.index(below: 14))
        return Mask(size: size, pixels: (0..<size.area).map { _ in generator.uniform() < share })
    }

    private func mask(_ rows: [String]) -> Mask {
        Mask(
            size: PixelSize(width: rows[0].count, height: rows.count),
            pixels: rows.flatMap { $0.map { $0 == "#" } })
    }

    private func rows(_ labels: LabelImage) -> [[Int]] {
        (0..<labels.size.height).map { y in
            (0..<labels.size.width).map { labels[x: $0, y: y] }
        }
    }
}
