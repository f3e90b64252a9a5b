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

    func testPatchesKeepTheirLabelsAndSlides() {
        let colors: [RGB] = [.black, RGB(1, 1, 1), RGB(2, 2, 2)]
        let patch = GridPatch(
            index: GridIndex(column: 0, row: 0),
            region: BaselineRectangle(origin: BaselinePoint(x: 0, y: 0), side: 1))
        let images = colors.map { Image(size: PixelSize(side: 1), color: $0) }
        let first = PatchSet(
            Array(images.prefix(2)),
            of: [
                LabeledPatch(slide: 4, patch: patch, label: .tumor),
                LabeledPatch(slide: 4, patch: patch, label: .normal),
            ])
        var second = PatchSet()
        second.append(images[2], isTumor: true, slide: 7)
        let all = PatchSet(joining: [first, second])
        XCTAssertEqual(all.images, images)
        XCTAssertEqual(all.isTumor, [true, false, true])
        XCTAssertEqual(all.slides, [4, 4, 7])
        let some = all.gathered([2, 0])
        XCTAssertEqual(some.images, [images[2], images[0]])
        XCTAssertEqual(some.isTumor, [true, true])
        XCTAssertEqual(some.slides, [7, 4])
    }

    func testAPatchThatIsOnlyTurnedKeepsItsColors() throws {
        var image = Image(size: PixelSize(side: 4), color: RGB(200, 100, 50))
        image[x: 0, y: 1] = .black
        var generator = SeededGenerator(seed: 2)
        var isTurned = false
        for _ in 0..<16 {
            let changed = try Augmentation.turnsOnly(image, using: &generator)
            XCTAssertEqual(changed.pixels.sorted(), image.pixels.sorted())
            isTurned = isTurned || changed != image
        }
        XCTAssertTrue(isTurned)
    }
}
