import DeepTeaching
import XCTest

final class KMeansPlusPlusTests: XCTestCase {
    /// The second of two starts, counted over many draws, beside the share of its squared distance.
    func testTheSecondSampleIsDrawnByItsSquaredDistance() throws {
        let table = Tensor<Double>(rows: [[0], [1], [3], [4]])
        var counts = [[Double]](repeating: [0, 0, 0, 0], count: 4)
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<20_000 {
            let drawn = try KMeansPlusPlus(candidates: 1)
                .samples(2, from: table, using: &generator)
            counts[drawn[0]][drawn[1]] += 1
        }
        for (first, row) in counts.enumerated() {
            let total = row.reduce(0, +)
            XCTAssertEqual(total, 5000, accuracy: 250)
            let squares = (0..<4).map { other in
                let distance = table[other, 0] - table[first, 0]
                return distance * distance
            }
            let shares = squares.map { $0 / squares.reduce(0, +) }
            assertEqual(row.map { $0 / total }, shares, accuracy: 0.03, "after sample \(first)")
        }
    }

    func testMoreCandidatesFindBetterStarts() throws {
        var generator = SeededGenerator(seed: 2)
        let table = Tensor<Float>.normal([3000, 2], using: &generator)
        func meanInertia(_ candidates: Int) throws -> Double {
            var sum = 0.0
            for seed in 0..<20 as Range<UInt64> {
                var draw = SeededGenerator(seed: seed)
                let start = try KMeansPlusPlus(candidates: candidates)
                    .samples(8, from: table, using: &draw)
                let rows = start.map { row in (0..<2).map { Double(table[row, $0]) } }
                let settings = KMeans(
                    clusters: 8, start: .centroids(rows), maximumIterations: 1)
                for step in try settings.steps(table) { sum += step.inertia }
            }
            return sum / 20
        }
        XCTAssertLessThan(try meanInertia(8), try 0.95 * meanInertia(1))
    }

    func testSamplesAreDifferentEvenIfTheyAreEqual() throws {
        var generator = SeededGenerator(seed: 3)
        let equal = Tensor<Float>.ones([6, 3])
        let drawn = try KMeansPlusPlus().samples(6, from: equal, using: &generator)
        XCTAssertEqual(drawn.sorted(), Array(0..<6))
        let two = Tensor<Double>(rows: [[1], [1], [1], [9]])
        for _ in 0..<50 {
            let drawn = try KMeansPlusPlus().samples(2, from: two, using: &generator)
            XCTAssertEqual(Set(drawn.map { two[$0, 0] }), [1, 9])
        }
    }

    func testWhatCannotBeUsedIsThrown() throws {
        var generator = SeededGenerator(seed: 4)
        let table = Tensor<Float>.ones([2, 1])
        assertThrows(EstimatorError.tooFewSamples(found: 2, needed: 3, for: "3 centroids")) {
            try KMeansPlusPlus().samples(3, from: table, using: &generator)
        }
        assertThrows(
            EstimatorError.unusableSetting(name: "candidates", value: "0", allowed: "1 or more")
        ) { try KMeansPlusPlus(candidates: 0).samples(1, from: table, using: &generator) }
        assertThrows(
            EstimatorError.unusableSetting(name: "count", value: "0", allowed: "1 or more")
        ) { try KMeansPlusPlus().samples(0, from: table, using: &generator) }
    }
}
