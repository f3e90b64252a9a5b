import Foundation
import XCTest

@testable import DeepTeaching

/// Values that are made in the background.
final class PrefetchedTests: XCTestCase {
    private struct Failed: Error, Equatable {
        let input: Int
    }

    func testTheSameValuesInTheSameOrder() throws {
        for depth in 0...3 {
            for count in [0, 1, 2, 50] {
                let values = Prefetched(0..<count, depth: depth) { 10 * $0 }
                let found = try values.map { ($0.input, try $0.value()) }
                XCTAssertEqual(found.map(\.0), Array(0..<count))
                XCTAssertEqual(found.map(\.1), (0..<count).map { 10 * $0 })
            }
        }
    }

    func testEachValueIsMadeOnce() throws {
        let made = Locked([Int]())
        let values = Prefetched(0..<20, depth: 2) { input in
            made.withLock { $0.append(input) }
            return input
        }
        for value in values {
            XCTAssertEqual(try value.value(), value.input)
            XCTAssertEqual(try value.value(), value.input)
        }
        XCTAssertEqual(made.withLock { $0 }.sorted(), Array(0..<20))
    }

    /// While one value is used, the next one comes into being, on another thread, and none after it.
    func testWhatComesNextIsMadeMeanwhile() throws {
        XCTAssertTrue(Thread.isMainThread)
        let begun = Locked([Int]())
        let isAhead = DispatchSemaphore(value: 0)
        let values = Prefetched(0..<9, depth: 1) { input in
            begun.withLock { $0.append(input) }
            if input == 1 {
                XCTAssertFalse(Thread.isMainThread)
                isAhead.signal()
            }
            return input
        }
        var iterator = values.makeIterator()
        let first = try XCTUnwrap(iterator.next())
        _ = try first.value()
        XCTAssertEqual(isAhead.wait(timeout: .now() + 20), .success)
        Thread.sleep(forTimeInterval: 0.05)
        XCTAssertEqual(begun.withLock { $0 }.max(), 1)
    }

    func testAnErrorComesInItsTurn() throws {
        for depth in 0...2 {
            let values = Prefetched(0..<9, depth: depth) { input in
                if input >= 4 { throw Failed(input: input) }
                return input
            }
            var seen: [Int] = []
            XCTAssertThrowsError(try { for value in values { seen.append(try value.value()) } }()) {
                XCTAssertEqual($0 as? Failed, Failed(input: 4))
            }
            XCTAssertEqual(seen, [0, 1, 2, 3])
        }
    }

    /// Whoever stops leaves nothing behind: what the values hold is released, and nothing more is begun.
    func testStoppingHalfWayLeavesNothing() throws {
        final class Held: Sendable {}
        let begun = Locked(0)
        weak var weakHeld: Held?
        do {
            let held = Held()
            weakHeld = held
            let values = Prefetched(0..<1000, depth: 3) { input in
                begun.withLock { $0 += 1 }
                return (input, held)
            }
            for value in values where try value.value().0 == 5 { break }
        }
        let deadline = Date(timeIntervalSinceNow: 20)
        while weakHeld != nil, Date() < deadline { Thread.sleep(forTimeInterval: 0.005) }
        XCTAssertNil(weakHeld)
        XCTAssertLessThanOrEqual(begun.withLock { $0 }, 9)
    }

    func testOneThreadDoesAllItself() throws {
        try withThreads(1) {
            let values = Prefetched(0..<5, depth: 2) { _ in Thread.isMainThread }
            XCTAssertEqual(try values.map { try $0.value() }, Array(repeating: true, count: 5))
        }
    }

    /// A training gives the same network with and without it, and stops where it stopped.
    func testATrainingIsTheSame() throws {
        var set = PatchSet()
        for number in 0..<40 {
            set.append(
                Image(size: PixelSize(side: 24), color: RGB(UInt8(6 * number), 90, 120)),
                isTumor: number % 3 == 0)
        }
        var training = PatchTraining()
        (training.epochs, training.batchSize) = (2, 8)
        var generator = SeededGenerator(seed: 1)
        let network = PatchClassifier<Float>(side: 24, hidden: 4, using: &generator)
        let results = try [0, 1, 2].map { depth in
            var copy = network
            let losses = try training.fit(&copy, to: set, seed: 5, prefetching: depth)
            return (losses, copy.parameters.map(\.value))
        }
        for result in results.dropFirst() {
            XCTAssertEqual(result.0, results[0].0)
            XCTAssertEqual(result.1, results[0].1)
        }
    }
}
