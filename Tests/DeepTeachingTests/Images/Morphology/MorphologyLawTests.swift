import DeepTeaching
import XCTest

/// What must hold of any mask, any picture and any element, whatever the library that is asked.
final class MorphologyLawTests: XCTestCase {
    private var generator = SeededGenerator(seed: 15)

    func testErosionIsDilationOfTheBackgroundByTheReflectedElement() {
        for _ in 0..<200 {
            let (mask, element) = (randomMask(), randomElement())
            XCTAssertEqual(
                mask.eroded(by: element),
                mask.inverted.dilated(by: element.reflected).inverted)
            XCTAssertEqual(
                mask.opened(by: element), mask.inverted.closed(by: element.reflected).inverted)
        }
    }

    /// A mask lies in an erosion exactly if its dilation lies in the mask that was eroded.
    func testDilationAndErosionAreAdjoint() {
        for _ in 0..<200 {
            let size = randomSize()
            let (a, b, element) = (randomMask(size, 0.2), randomMask(size, 0.8), randomElement())
            XCTAssertEqual(
                a.lies(in: b.eroded(by: element)), a.dilated(by: element).lies(in: b))
        }
    }

    func testOpeningAndClosingChangeNothingTwice() throws {
        for _ in 0..<200 {
            let (mask, element) = (randomMask(), randomElement())
            let (opened, closed) = (mask.opened(by: element), mask.closed(by: element))
            XCTAssertEqual(opened.opened(by: element), opened)
            XCTAssertEqual(closed.closed(by: element), closed)
            XCTAssertTrue(opened.lies(in: mask) && mask.lies(in: closed))
            XCTAssertEqual(mask.whiteTopHat(by: element).union(opened), mask)
            XCTAssertEqual(closed.subtracting(mask.blackTopHat(by: element)), mask)
            let plane = randomPlane()
            let lowered = try plane.opened(by: element)
            XCTAssertEqual(try lowered.opened(by: element), lowered)
            let raised = try plane.closed(by: element)
            XCTAssertEqual(try raised.closed(by: element), raised)
        }
    }

    /// A picture at each height is a mask, and morphology of the one is that of the other.
    func testGreyMorphologyIsThatOfEveryHeight() throws {
        for _ in 0..<40 {
            let (plane, element) = (randomPlane(), randomElement())
            for height in stride(from: Float(0), to: 8, by: 1) {
                let mask = plane.mask(above: height)
                XCTAssertEqual(
                    try plane.dilated(by: element).mask(above: height), mask.dilated(by: element))
                XCTAssertEqual(
                    try plane.eroded(by: element).mask(above: height), mask.eroded(by: element))
                XCTAssertEqual(
                    try plane.opened(by: element).mask(above: height), mask.opened(by: element))
                XCTAssertEqual(
                    try plane.closed(by: element).mask(above: height), mask.closed(by: element))
                // The lowest height is the whole picture, whatever its area.
                if height < plane.values.min() ?? 0 { continue }
                XCTAssertEqual(
                    try plane.areaOpened(smallestArea: 7).mask(above: height),
                    mask.removingComponents(smallerThan: 7))
            }
        }
    }

    func testReconstructionIsBetweenMarkerAndMask() throws {
        for _ in 0..<60 {
            let (mask, element) = (randomPlane(), randomElement())
            let marker = try mask.opened(by: element)
            let found = try marker.reconstructed(under: mask)
            XCTAssertTrue(zip(marker.values, found.values).allSatisfy { $0 <= $1 })
            XCTAssertTrue(zip(found.values, mask.values).allSatisfy { $0 <= $1 })
            XCTAssertEqual(try found.reconstructed(under: mask), found)
        }
    }

    func testASkeletonKeepsTheNumberOfRegionsAndHoles() {
        for _ in 0..<100 {
            let mask = randomMask()
            let skeleton = mask.skeleton()
            XCTAssertTrue(skeleton.lies(in: mask))
            XCTAssertEqual(skeleton.skeleton(), skeleton)
            XCTAssertEqual(
                skeleton.connectedComponents(connectivity: .eight).count,
                mask.connectedComponents(connectivity: .eight).count)
            XCTAssertEqual(
                skeleton.framed.connectedComponents(connectivity: .four).count,
                mask.framed.connectedComponents(connectivity: .four).count)
        }
    }

    /// Moved inside a wide background, turned and mirrored, all stays the same.
    func testTurningCommutesWithMorphology() {
        for _ in 0..<40 {
            let mask = randomMask()
            for symmetry in Dihedral.allCases {
                let turned = mask.transformed(by: symmetry)
                XCTAssertEqual(
                    turned.opened(by: .disk(radius: 2)),
                    mask.opened(by: .disk(radius: 2)).transformed(by: symmetry))
                XCTAssertEqual(
                    turned.distanceTransform(), mask.distanceTransform().transformed(by: symmetry))
            }
        }
    }

    func testDistancesAreThoseOfTheNearestBackground() {
        for _ in 0..<60 {
            let mask = randomMask()
            let distances = mask.distanceTransform()
            let background = mask.pixels.indices.filter { !mask.pixels[$0] }
            let width = mask.size.width
            for index in mask.pixels.indices {
                let nearest = background.map { other in
                    let (dx, dy) = (other % width - index % width, other / width - index / width)
                    return Double(dx * dx + dy * dy).squareRoot()
                }.min()
                XCTAssertEqual(
                    Double(distances.values[index]), nearest ?? .infinity, accuracy: 1e-6)
            }
        }
    }

    private func randomSize() -> PixelSize {
        PixelSize(width: 1 + generator.index(below: 90), height: 1 + generator.index(below: 24))
    }

    private func randomMask() -> Mask { randomMask(randomSize(), generator.uniform(0.2, 0.9)) }

    private func randomMask(_ size: PixelSize, _ share: Double) -> Mask {
        Mask(size: size, pixels: (0..<size.area).map { _ in generator.uniform() < share })
    }

    private func randomPlane() -> Plane {
        let size = randomSize()
        return Plane(
            size: size, values: (0..<size.area).map { _ in Float(generator.index(below: 9)) })
    }

    /// Up to seven pixels on each side of an origin anywhere.
    private func randomElement() -> StructuringElement {
        let size = PixelSize(
            width: 1 + generator.index(below: 7), height: 1 + generator.index(below: 5))
        var mask = randomMask(size, 0.4)
        mask.pixels[generator.index(below: size.area)] = true
        return StructuringElement(
            mask,
            origin: PixelIndex(
                x: generator.index(below: size.width + 4) - 2,
                y: generator.index(below: size.height + 4) - 2))
    }
}

extension Mask {
    /// Whether all of the foreground is foreground in the other mask.
    fileprivate func lies(in other: Mask) -> Bool { subtracting(other).foregroundCount == 0 }

    /// The background with a frame around it, so that all that is open to the outside is one region.
    fileprivate var framed: Mask {
        var framed = Mask(
            size: PixelSize(width: size.width + 2, height: size.height + 2), repeating: true)
        for y in 0..<size.height {
            for x in 0..<size.width { framed[x: x + 1, y: y + 1] = !self[x: x, y: y] }
        }
        return framed
    }
}
