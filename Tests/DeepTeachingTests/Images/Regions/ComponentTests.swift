import DeepTeaching
import XCTest

final class ComponentTests: XCTestCase {
    func testLabelsEqualSciPy() throws {
        for reference in try ImageReference.load().masks {
            let four = reference.mask.connectedComponents(connectivity: .four)
            XCTAssertEqual(four.count, reference.fourCount, reference.name)
            XCTAssertEqual(ImageReference.hash(four.labels), reference.four, reference.name)
            let eight = reference.mask.connectedComponents(connectivity: .eight)
            XCTAssertEqual(eight.count, reference.eightCount, reference.name)
            XCTAssertEqual(ImageReference.hash(eight.labels), reference.eight, reference.name)
        }
    }

    func testTheArmsOfAUAreOneComponent() {
        let mask = Mask(rows: ["#.#", "#.#", "###"])
        let labels = mask.connectedComponents(connectivity: .four)
        XCTAssertEqual(labels.labels, [1, 0, 1, 1, 0, 1, 1, 1, 1])
    }

    func testADiagonalIsOneComponentOnlyWithEightNeighbors() {
        let mask = Mask(rows: ["#..", ".#.", "..#"])
        XCTAssertEqual(mask.connectedComponents(connectivity: .four).count, 3)
        XCTAssertEqual(mask.connectedComponents(connectivity: .eight).count, 1)
    }

    func testHolesEqualSciPy() throws {
        for reference in try ImageReference.load().masks {
            XCTAssertEqual(
                ImageReference.hash(reference.mask.fillingHoles()), reference.filled,
                reference.name)
        }
    }

    func testOnlySmallHolesAreFilledAndOnlySmallPiecesRemoved() {
        let mask = Mask(rows: ["####.#", "#..#.#", "####..", "#.#..#", "###..."])
        XCTAssertEqual(
            mask.fillingHoles(upTo: 1).rows, ["####.#", "#..#.#", "####..", "###..#", "###..."])
        XCTAssertEqual(
            mask.fillingHoles(upTo: 2).rows, ["####.#", "####.#", "####..", "###..#", "###..."])
        XCTAssertEqual(
            mask.removingComponents(smallerThan: 2).rows,
            ["####.#", "#..#.#", "####..", "#.#...", "###..."])
    }

    func testJoiningEqualsTheDistancesOfAllPairs() throws {
        for reference in try ImageReference.load().masks {
            for (distance, hash) in reference.joined {
                let joined = reference.mask.joined(within: try XCTUnwrap(Double(distance)))
                XCTAssertEqual(
                    ImageReference.hash(joined.labels), hash,
                    "\(reference.name) within \(distance)")
            }
        }
    }

    func testDistancesEqualSciPy() throws {
        for reference in try ImageReference.load().masks {
            let distances = reference.mask.distanceTransform().values
            if !reference.mask.pixels.contains(false) {
                XCTAssertTrue(distances.allSatisfy { $0 == .infinity }, reference.name)
                continue
            }
            let squared = distances.map { Int32(($0 * $0).rounded()) }
            XCTAssertEqual(
                ImageReference.hash(squared), reference.squaredDistances, reference.name)
        }
    }
}
