import DeepTeaching
import XCTest

/// Batches of tensors: each sample once an epoch, in an order of its own.
final class BatchesTests: XCTestCase {
    private let features = Tensor<Float>(rows: (0..<10).map { [Float($0), Float($0) * 2] })
    private let labels = Array(100..<110)

    func testEverySampleComesOnceWithItsLabel() {
        let batches = Batches(of: features, labels, size: 4, seed: 1)
        let epoch = Array(batches.epoch(0))
        XCTAssertEqual(epoch.map(\.samples.shape), [[4, 2], [4, 2], [2, 2]])
        XCTAssertEqual(batches.count, 3)
        XCTAssertEqual(epoch.flatMap(\.targets).sorted(), labels)
        for batch in epoch {
            for (row, label) in batch.targets.enumerated() {
                XCTAssertEqual(batch.samples[row, 0], Float(label - 100))
                XCTAssertEqual(batch.samples[row, 1], Float(label - 100) * 2)
            }
        }
    }

    func testTheOrderIsThatOfSeedAndEpoch() {
        func order(_ seed: UInt64?, _ epoch: Int) -> [Int] {
            Batches(of: features, labels, size: 3, seed: seed).epoch(epoch).flatMap(\.targets)
        }
        XCTAssertEqual(order(1, 0), order(1, 0))
        XCTAssertNotEqual(order(1, 0), order(1, 1))
        XCTAssertNotEqual(order(1, 0), order(2, 0))
        XCTAssertEqual(order(nil, 3), labels)
    }

    func testAShortLastBatchIsKeptOrDropped() {
        let dropped = Batches(of: features, labels, size: 4, seed: 1, last: .dropped)
        XCTAssertEqual(Array(dropped.epoch(0)).map(\.targets.count), [4, 4])
        XCTAssertEqual(dropped.count, 2)
        let whole = Batches(of: features, labels, size: 5, seed: 1, last: .dropped)
        XCTAssertEqual(whole.count, 2)
        let larger = Batches(of: features, labels, size: 64, seed: 1)
        XCTAssertEqual(Array(larger.epoch(0)).map(\.targets.count), [10])
    }

    func testTargetsMayBeATensorAndSamplesImages() {
        let images = Tensor<Float>.counting(3 * 2 * 2 * 1).reshaped([3, 2, 2, 1])
        let targets = Tensor<Float>(rows: [[0], [1], [2]])
        let batches = Array(Batches(of: images, targets, size: 2, seed: 4).epoch(0))
        XCTAssertEqual(batches.map(\.samples.shape), [[2, 2, 2, 1], [1, 2, 2, 1]])
        for batch in batches {
            for row in 0..<batch.targets.rowCount {
                XCTAssertEqual(batch.samples[row, 0, 0, 0], batch.targets[row, 0] * 4)
            }
        }
    }

    private static let wrongCall = "DEEPTEACHING_WRONG_BATCHES"

    func testWrongCallsStopWithASentence() throws {
        if let call = ProcessInfo.processInfo.environment[Self.wrongCall] {
            switch call {
            case "size": _ = Batches(of: features, labels, size: 0, seed: 1)
            case "lengths": _ = Batches(of: features, [1, 2], size: 2, seed: 1)
            case "none": _ = Batches(of: [Int](), [Int](), size: 2, seed: 1)
            default: _ = Batches(of: features, labels, size: 11, seed: 1, last: .dropped)
            }
            return
        }
        for (call, sentence) in [
            ("size", "a batch cannot hold 0 samples"),
            ("lengths", "10 samples do not fit 2 targets"),
            ("none", "there are no samples to make batches of"),
            ("empty epoch", "10 samples do not fill a batch of 11"),
        ] {
            let (status, output) = try runAgain(
                test: "BatchesTests/testWrongCallsStopWithASentence",
                environment: [Self.wrongCall: call])
            XCTAssertNotEqual(status, 0, call)
            XCTAssertTrue(output.contains(sentence), output)
        }
    }
}
