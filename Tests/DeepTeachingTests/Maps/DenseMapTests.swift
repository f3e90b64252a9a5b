import XCTest

@testable import DeepTeaching

/// The fully convolutional pass says what the patches one by one say.
final class DenseMapTests: XCTestCase {
    private func network(side: Int, seed: UInt64) -> PatchClassifier<Float> {
        var generator = SeededGenerator(seed: seed)
        return PatchClassifier(side: side, using: &generator)
    }

    private func noise(width: Int, height: Int, seed: UInt64 = 1) -> Image {
        var generator = SeededGenerator(seed: seed)
        let size = PixelSize(width: width, height: height)
        return Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
    }

    func testEveryPatchOfARegionAsIfCutOut() {
        for (side, width, height) in [(64, 88, 71), (24, 40, 24), (30, 55, 47)] {
            let network = network(side: side, seed: 3)
            let image = noise(width: width, height: height)
            let logits = network.logits(everywhereIn: Tensor(images: [image]))
            let (rows, columns) = ((height - side) / 8 + 1, (width - side) / 8 + 1)
            XCTAssertEqual(logits.shape, [1, rows, columns, 2])
            for row in 0..<rows {
                for column in 0..<columns {
                    let patch = image.cropped(
                        to: PixelRectangle(x: 8 * column, y: 8 * row, width: side, height: side))
                    let alone = network(Tensor(images: [patch]))
                    for label in 0..<2 {
                        XCTAssertEqual(
                            logits[0, row, column, label], alone[0, label], accuracy: 1e-4)
                    }
                }
            }
        }
    }

    func testTheMeanOverAllWaysDoesNotDependOnTheWay() {
        let network = network(side: 32, seed: 4)
        let images = Tensor<Float>(images: [noise(width: 56, height: 56)])
        let upright = network.probabilities(everywhereIn: images, averaging: Dihedral.allCases)
        let turned = network.probabilities(
            everywhereIn: images.transformed(by: .rotated90), averaging: Dihedral.allCases)
        let back = turned.transformed(by: Dihedral.rotated90.inverse)
        XCTAssertEqual(upright.shape, [1, 4, 4, 2])
        for (a, b) in zip(upright.elements, back.elements) { XCTAssertEqual(a, b, accuracy: 1e-5) }
    }

    /// Wider than one region and higher than none, with glass, a border that no patch fills, and two
    /// networks.
    func testTheMapIsThatOfOverlappingPatches() throws {
        let detector = TumorDetector.Fitted(
            networks: [network(side: 64, seed: 1), network(side: 64, seed: 2)], micronsPerPixel: 2)
        let slide = MemorySlide(
            image: noise(width: 611, height: 197), micronsPerPixel: MicronsPerPixel(2))
        var mask = Mask(size: PixelSize(width: 62, height: 20), repeating: true)
        for y in 0..<20 { for x in 12..<40 { mask[x: x, y: y] = false } }
        let tissue = TissueMask(SlideRaster(mask, downsample: 10))
        for stride in [8, 16, 32] {
            let patches = try detector.map(of: slide, tissue: tissue, stride: stride)
            var progress: [Double] = []
            let dense = try detector.denseMap(of: slide, tissue: tissue, stride: stride) {
                progress.append($0)
            }
            XCTAssertEqual(dense.covered, patches.covered)
            XCTAssertEqual(dense.frame, patches.frame)
            XCTAssertEqual(progress.last, 1)
            XCTAssertTrue(patches.covered.pixels.contains(true))
            for (a, b) in zip(dense.probabilities.values, patches.probabilities.values) {
                XCTAssertEqual(a, b, accuracy: 1e-5)
            }
        }
        // A detector asks all ways, too.
        let ways: [Dihedral] = [.identity, .rotated90]
        let patches = try detector.map(of: slide, tissue: tissue, stride: 32, averaging: ways)
        let dense = try detector.denseMap(of: slide, tissue: tissue, stride: 32, averaging: ways)
        for (a, b) in zip(dense.probabilities.values, patches.probabilities.values) {
            XCTAssertEqual(a, b, accuracy: 1e-5)
        }
    }

    func testASlideWithoutTissueIsNotLookedAt() throws {
        let detector = TumorDetector.Fitted(
            networks: [network(side: 64, seed: 1)], micronsPerPixel: 2)
        let slide = MemorySlide(
            image: noise(width: 100, height: 100), micronsPerPixel: MicronsPerPixel(2))
        let glass = TissueMask(SlideRaster(Mask(size: PixelSize(side: 10)), downsample: 10))
        let map = try detector.denseMap(of: slide, tissue: glass)
        XCTAssertEqual(map.probabilities.size, PixelSize(side: 13))
        XCTAssertFalse(map.covered.pixels.contains(true))
    }
}
