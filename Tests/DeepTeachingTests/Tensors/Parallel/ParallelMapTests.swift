import XCTest

@testable import DeepTeaching

final class ParallelMapTests: XCTestCase {
    private struct Failure: Error, Equatable { let part: Int }

    func testValuesKeepTheirOrder() {
        for count in [0, 1, 2, 1000] {
            XCTAssertEqual(parallelMap(count) { $0 * $0 }, (0..<count).map { $0 * $0 })
        }
    }

    func testTheFirstFailureByNumberIsThrown() throws {
        // Alone, one thread tries the parts in their order and stops.
        try withThreads(1) {
            let tried = Locked<[Int]>([])
            try XCTAssertThrowsError(
                parallelMap(100) { part in
                    tried.withLock { $0.append(part) }
                    if part >= 10 { throw Failure(part: part) }
                }
            ) { XCTAssertEqual($0 as? Failure, Failure(part: 10)) }
            XCTAssertEqual(tried.withLock { $0 }, Array(0...10))
        }
        // With many threads later parts may fail too, but an only failure is always found.
        for _ in 0..<50 {
            XCTAssertThrowsError(
                try parallelMap(64) { part in
                    if part == 40 { throw Failure(part: part) }
                    return part
                }
            ) { XCTAssertEqual($0 as? Failure, Failure(part: 40)) }
        }
    }
}
