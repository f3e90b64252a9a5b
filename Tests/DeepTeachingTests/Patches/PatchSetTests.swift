import DeepTeaching
import XCTest

final class PatchSetTests: XCTestCase {
    /// Seeds and epochs that a sum would mix up, such as 1 and 1000 with 2 and 0, have other orders.
    func testEachSeedAndEpochHasAnOrderOfItsOwn() {
        var set = PatchSet()
        for _ in 0..<40 {
            set.append(Image(size: PixelSize(side: 1), color: .black), isTumor: false)
        }
        let epochs: [(seed: UInt64, epoch: Int)] = [(1, 0), (1, 1), (1, 1000), (2, 0), (0, 2000)]
        let batches = epochs.map { set.batches(of: 8, seed: $0.seed, epoch: $0.epoch) }
        for (index, epoch) in batches.enumerated() {
            XCTAssertEqual(epoch.flatMap(\.indices).sorted(), Array(0..<40))
            XCTAssertEqual(Set(epoch.map(\.seed)).count, 5)
            for other in batches[..<index] { XCTAssertNotEqual(epoch, other) }
        }
        XCTAssertEqual(batches[0], set.batches(of: 8, seed: 1, epoch: 0))
    }

    func testAPatchThatIsOnlyTurnedKeepsItsColors() {
        var image = Image(size: PixelSize(side: 4), color: RGB(200, 100, 50))
        image[x: 0, y: 1] = .black
        var generator = SeededGenerator(seed: 2)
        var isTurned = false
        for _ in 0..<16 {
            let changed = PatchAugmentation.turnsOnly(image, using: &generator)
            XCTAssertEqual(changed.pixels.sorted(), image.pixels.sorted())
            isTurned = isTurned || changed != image
        }
        XCTAssertTrue(isTurned)
    }
}
