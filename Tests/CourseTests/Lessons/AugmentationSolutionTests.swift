import Curriculum
import DeepTeaching
import Foundation
import Solutions
import XCTest

/// The library and the solutions of Lesson 7 give the same answers.
final class AugmentationSolutionTests: XCTestCase {
    private typealias Solution = AugmentationSolution

    private func picture(_ width: Int, _ height: Int) -> Image {
        var generator = SeededGenerator(seed: UInt64(width))
        let size = PixelSize(width: width, height: height)
        return Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
    }

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        let pair = Image(size: PixelSize(width: 2, height: 1), pixels: [1, 2, 3, 4, 5, 6])
        XCTAssertEqual(try Solution.dihedral(pair, k: 1).pixels, [4, 5, 6, 1, 2, 3])
        XCTAssertEqual(try Solution.dihedral(pair, k: 5).pixels, [1, 2, 3, 4, 5, 6])
        let mask = Mask(size: pair.size, repeating: true)
        let moved = try Solution.apply(AffineWarp(dx: -1), to: pair, mask: mask)
        XCTAssertEqual(moved.image.pixels, [255, 255, 255, 1, 2, 3])
        XCTAssertEqual(moved.mask.pixels, [false, true])
        let both = try Solution.augment(
            [MaskedImage(image: pair, mask: mask), MaskedImage(image: pair, mask: mask)],
            draws: [0.05, 0.5], isTraining: true)
        XCTAssertEqual(both.map(\.image), [pair, pair.transformed(by: .mirrored)])
        let white = Image(size: PixelSize(side: 1))
        let statistics = ChannelStatistics(mean: [0.5, 0.5, 0.5], deviation: [0.25, 0.25, 0.25])
        XCTAssertEqual(
            try Solution.normalize(white, light: 2, statistics: statistics).elements, [2, 2, 2])
    }

    func testPicturesAreLaidAndMovedAlike() throws {
        let image = picture(7, 5)
        for way in Dihedral.allCases {
            XCTAssertEqual(
                try Solution.dihedral(image, k: way.rawValue), image.transformed(by: way))
        }
        let mask = image.luma().mask(above: 128)
        let map = AffineWarp(xx: 0.8, xy: 0.3, yx: -0.2, yy: 0.9, dx: 0.37, dy: -0.81)
        let found = try Solution.apply(map, to: image, mask: mask)
        let forward = try map.inverse()
        XCTAssertEqual(
            found.image,
            try image.warped(by: forward, interpolation: .nearest, border: .constant(255)))
        XCTAssertEqual(found.mask, try mask.warped(by: forward, border: .constant(0)))
    }

    func testStainsAreChangedAlike() throws {
        let image = picture(9, 6)
        let stains = StainVectors.ruifrok
        func array(_ vector: SIMD3<Double>) -> [Double] { [vector.x, vector.y, vector.z] }
        let basis = StainBasis(
            hematoxylin: array(stains.hematoxylin), eosin: array(stains.eosin))
        for factors in [[1.0, 1], [1.4, 0.6], [0, 2]] {
            let library = try image.applying(
                StainJitter(
                    hematoxylin: .init(factor: factors[0]), eosin: .init(factor: factors[1])))
            let found = try Solution.stainJitter(image, stains: basis, factors: factors)
            for (a, b) in zip(found.pixels, library.pixels) {
                XCTAssertEqual(Int(a), Int(b), accuracy: 1)
            }
        }
    }
}
