import DeepTeaching
import XCTest

@testable import CourseKit

/// Where the boxes of a diagram stand.
final class LayeredLayoutTests: XCTestCase {
    /// x, w, b, t, w x, w x + b, a, e, L = e e: what the third lesson draws.
    private let neuron = [[], [], [], [], [1, 0], [4, 2], [5], [6, 3], [7, 7]]

    func testAnInputStandsJustBeforeItsFirstUse() {
        let layout = LayeredLayout(operands: neuron)
        XCTAssertEqual(layout.places.map(\.rank), [0, 0, 1, 3, 1, 2, 3, 4, 5])
        XCTAssertEqual(layout.rankCount, 6)
        XCTAssertEqual(layout.largestRank, 2)
    }

    func testTheComputationStandsAboveWhatJoinsIt() {
        let heights = LayeredLayout(operands: neuron).places.map(\.height)
        XCTAssertEqual(heights, [0.5, -0.5, 0.5, 0.5, -0.5, 0, -0.5, 0, 0])
    }

    func testANumberUsedTwiceHasTwoArrows() {
        let arrows = LayeredLayout(operands: neuron).arrows
        XCTAssertEqual(arrows.count, 9)
        XCTAssertEqual(arrows.suffix(2).map(\.operand), [7, 7])
        XCTAssertEqual(arrows.suffix(2).map(\.node), [8, 8])
        XCTAssertTrue(arrows.allSatisfy(\.bends.isEmpty))
    }

    /// 0 is used by 1 and, two ranks on, by 3: the long arrow passes above or below 1 and 2.
    func testALongArrowPassesNoNode() throws {
        let layout = LayeredLayout(operands: [[], [0], [1], [2, 0]])
        let long = try XCTUnwrap(layout.arrows.first { $0.operand == 0 && $0.node == 3 })
        XCTAssertEqual(long.bends.map(\.rank), [1, 2])
        for node in [1, 2] { XCTAssertFalse(long.bends.contains(layout.places[node])) }
        XCTAssertEqual(Set(long.bends.map(\.height)).count, 1, "it stays on its side")
    }

    /// 2 takes 0 and 1, 3 takes 0 only: met in depth they are 2, 3 below 0, 1, and two arrows cross.
    func testTheMeanOfTheNeighboursUncrosses() {
        let heights = LayeredLayout(operands: [[], [], [0, 1], [0], [2, 3]]).places.map(\.height)
        XCTAssertEqual(heights, [-0.5, 0.5, 0.5, -0.5, 0])
    }

    func testEveryArrowLeadsToTheRightAndNoPlaceIsTakenTwice() {
        for seed in 1...50 as ClosedRange<UInt64> {
            var draws = SeededGenerator(seed: seed)
            let operands = (0..<12).map { node in
                node == 0
                    ? [] : (0..<draws.index(below: 3)).map { _ in draws.index(below: node) }
            }
            let layout = LayeredLayout(operands: operands)
            for arrow in layout.arrows {
                let ranks =
                    [layout.places[arrow.operand].rank] + arrow.bends.map(\.rank)
                    + [layout.places[arrow.node].rank]
                XCTAssertEqual(
                    ranks, Array(ranks[0]..<ranks[0] + ranks.count), "seed \(seed)")
            }
            let all = layout.places + layout.arrows.flatMap(\.bends)
            let distinct = Set(all.map { "\($0.rank) \($0.height)" })
            XCTAssertEqual(distinct.count, all.count, "seed \(seed)")
        }
    }

    func testNothingIsNothing() {
        let layout = LayeredLayout(operands: [])
        XCTAssertTrue(layout.places.isEmpty)
        XCTAssertEqual(layout.rankCount, 0)
    }
}
