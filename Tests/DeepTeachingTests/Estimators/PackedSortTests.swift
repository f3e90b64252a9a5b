import XCTest

@testable import DeepTeaching

final class PackedSortTests: XCTestCase {
    /// Sizes for each of the three ways to sort, and keys of one to four bytes.
    func testSortsByKeyAndKeepsEveryNumber() {
        for count in [1, 2, 7, 40, 41, 150, 199, 200, 1000, 70_000] {
            for highest in [0, 1, 200, 60_000, 1 << 23, UInt32.max] as [UInt32] {
                var generator = SeededGenerator(seed: UInt64(count))
                let sorter = PackedSort(capacity: count)
                var numbers: [UInt64] = []
                for place in 0..<count {
                    let key = generator.next() % (UInt64(highest) + 1)
                    numbers.append(key << 32 | UInt64(place))
                    sorter.keys[place] = numbers[place]
                }
                sorter.sort(count: count, highestKey: highest)
                let sorted = (0..<count).map { sorter.keys[$0] }
                XCTAssertTrue(
                    sorted == numbers.sorted(), "\(count) numbers of keys up to \(highest)")
            }
        }
    }
}
