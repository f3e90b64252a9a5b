import DeepTeaching
import XCTest

final class DihedralTests: XCTestCase {
    private let plane = Plane(
        size: PixelSize(width: 3, height: 2), values: [1, 2, 3, 4, 5, 6])

    func testAQuarterTurnIsCounterclockwise() {
        let turned = plane.transformed(by: .rotated90)
        XCTAssertEqual(turned.size, PixelSize(width: 2, height: 3))
        XCTAssertEqual(turned.values, [3, 6, 2, 5, 1, 4])
    }

    func testAMirrorExchangesLeftAndRight() {
        XCTAssertEqual(plane.transformed(by: .mirrored).values, [3, 2, 1, 6, 5, 4])
        XCTAssertEqual(plane.transformed(by: .mirroredRotated90).values, [1, 4, 2, 5, 3, 6])
    }

    func testTheEightAreDifferentAndTheirInversesUndoThem() {
        let all = Dihedral.allCases.map { plane.transformed(by: $0) }
        for (a, first) in all.enumerated() {
            for second in all[(a + 1)...] { XCTAssertNotEqual(first, second) }
        }
        for transform in Dihedral.allCases {
            let back = plane.transformed(by: transform).transformed(by: transform.inverse)
            XCTAssertEqual(back, plane, "\(transform)")
        }
    }

    /// The eight are a group: one after another is one of them, and the order of brackets does not
    /// matter.
    func testOneAfterAnotherIsOneOfTheEight() {
        let all = Dihedral.allCases
        for first in all {
            XCTAssertEqual(first.followed(by: first.inverse), .identity)
            XCTAssertEqual(first.inverse.followed(by: first), .identity)
            XCTAssertEqual(Dihedral.identity.followed(by: first), first)
            XCTAssertEqual(Set(all.map { first.followed(by: $0) }).count, 8)
            for second in all {
                XCTAssertEqual(
                    plane.transformed(by: first).transformed(by: second),
                    plane.transformed(by: first.followed(by: second)), "\(first), \(second)")
                for third in all {
                    XCTAssertEqual(
                        first.followed(by: second).followed(by: third),
                        first.followed(by: second.followed(by: third)))
                }
            }
        }
        XCTAssertNotEqual(
            Dihedral.mirrored.followed(by: .rotated90), Dihedral.rotated90.followed(by: .mirrored))
    }

    func testATensorTurnsAsItsPicturesDo() {
        let images = (1...2).map { (seed: UInt64) in
            var generator = SeededGenerator(seed: seed)
            return Image(
                size: PixelSize(width: 4, height: 3),
                pixels: (0..<36).map { _ in UInt8(generator.index(below: 256)) })
        }
        for transform in Dihedral.allCases {
            XCTAssertEqual(
                Tensor<Float>(images: images).transformed(by: transform),
                Tensor<Float>(images: images.map { $0.transformed(by: transform) }), "\(transform)")
        }
    }

    func testPictureAndMaskTurnAlike() {
        let mask = Mask(rows: ["#..", ".##"])
        let image = mask.colored()
        for transform in Dihedral.allCases {
            XCTAssertEqual(
                image.transformed(by: transform), mask.transformed(by: transform).colored())
        }
    }

    func testAllEightAreDrawnAboutEquallyOften() {
        var generator = SeededGenerator(seed: 1)
        var counts = [Int](repeating: 0, count: 8)
        for _ in 0..<8000 { counts[Dihedral.random(using: &generator).rawValue] += 1 }
        for count in counts { XCTAssertEqual(Double(count), 1000, accuracy: 150) }
    }
}
