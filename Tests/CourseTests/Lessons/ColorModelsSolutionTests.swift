import Curriculum
import DeepTeaching
import Foundation
import Solutions
import XCTest

/// The library and the solutions of Lesson 8 give the same answers.
final class ColorModelsSolutionTests: XCTestCase {
    private typealias Solution = ColorModelsSolution

    /// The examples that the documentation of the exercises gives.
    func testTheWorkedExamplesAreRight() throws {
        assertEqual(try Solution.hsv(from: [0.8, 0.4, 0.6]), [330, 0.5, 0.8], accuracy: 1e-9)
        assertEqual(
            try Solution.opticalDensity(bytes: [119, 239, 0], white: 240), [0.693, 0, 5.481],
            accuracy: 5e-4)
        assertEqual(
            try Solution.unmix(densities: [[2.2, 1.6, 0]], stains: [[2, 0, 0], [3, 4, 0]])[0],
            [1, 2], accuracy: 1e-9)
        let stains = try Solution.macenkoStains(
            densities: [[0.8, 0.6, 0.1], [0.6, 0.8, 0.1]],
            axes: [[0.707, 0.707, 0], [-0.707, 0.707, 0]], leastDensity: 0.05, outliers: 0)
        assertEqual(stains.flatMap(\.self), [0.8, 0.6, 0, 0.6, 0.8, 0], accuracy: 5e-4)
        XCTAssertEqual(
            try Solution.normalizeStain(
                amounts: [[0.5, 0]], strength: [1, 1],
                target: StainTarget(
                    stains: [[0.6, 0.8, 0], [0, 1, 0]], strength: [2, 2], white: 240)),
            [[131, 107, 239]])
    }

    func testHueSaturationAndValueAreTheLibrarys() throws {
        var generator = SeededGenerator(seed: 1)
        for _ in 0..<500 {
            let bytes = (0..<3).map { _ in UInt8(generator.index(below: 256)) }
            let library = RGB(bytes[0], bytes[1], bytes[2]).hsv
            let found = try Solution.hsv(from: bytes.map { Double($0) / 255 })
            XCTAssertEqual(found[0], Double(library.hue), accuracy: 1e-4)
            XCTAssertEqual(found[1], Double(library.saturation), accuracy: 1e-6)
            XCTAssertEqual(found[2], Double(library.value), accuracy: 1e-6)
        }
    }

    func testDensitiesAreTheLibrarys() throws {
        for white in [240.0, 221.5] {
            XCTAssertEqual(
                try Solution.opticalDensity(bytes: Array(0..<256), white: white),
                OpticalDensity(white: white).table)
        }
    }

    /// A picture of two stains by chance.
    private func picture() -> Image {
        var generator = SeededGenerator(seed: 2)
        let size = PixelSize(side: 32)
        return Image(
            size: size,
            pixels: (0..<size.area).flatMap { _ in
                let (h, e) = (generator.uniform(0, 2), generator.uniform(0, 1.4))
                return [(0.6, 0.2), (0.7, 0.9), (0.35, 0.4)].map {
                    UInt8(min(255, max(0, 240 * exp(-h * $0.0 - e * $0.1)).rounded()))
                }
            })
    }

    private func rows(_ image: Image) -> [[Double]] {
        let density = OpticalDensity()
        return (0..<image.size.area).map { place in
            let color = image[x: place % image.size.width, y: place / image.size.width]
            return numbers(density(color))
        }
    }

    private func numbers(_ vector: SIMD3<Double>) -> [Double] { [vector.x, vector.y, vector.z] }

    func testAmountsAreTheLibrarys() throws {
        let image = picture()
        let stains = StainVectors.ruifrok
        let planes = try stains.unmix(image, over: OpticalDensity())
        let found = try Solution.unmix(
            densities: rows(image),
            stains: [numbers(2 * stains.hematoxylin), numbers(0.3 * stains.eosin)])
        for (index, pair) in found.enumerated() {
            XCTAssertEqual(pair[0], Double(planes.hematoxylin.values[index]), accuracy: 1e-5)
            XCTAssertEqual(pair[1], Double(planes.eosin.values[index]), accuracy: 1e-5)
        }
    }

    /// With the axes of the densities, which the exercise gets, its stains are those of the library.
    func testStainsAreTheLibrarys() throws {
        let image = picture()
        let stained = rows(image).filter { $0.allSatisfy { $0 >= 0.15 } }
        let axes = try PrincipalComponents(2).fit(Tensor(rows: stained)).directions
        let first = axes[0].reduce(0, +) < 0 ? axes[0].map { -$0 } : axes[0]
        let found = try Solution.macenkoStains(
            densities: rows(image), axes: [first, axes[1]], leastDensity: 0.15, outliers: 1)
        let library = try MacenkoNormalizer().stains(of: image)
        assertEqual(
            found.flatMap(\.self), numbers(library.hematoxylin) + numbers(library.eosin),
            accuracy: 1e-9)
    }

    func testBytesAreTheLibrarys() throws {
        let image = picture()
        let macenko = MacenkoNormalizer()
        let own = try macenko.profile(of: image)
        let target = StainProfile(stains: .ruifrok, hematoxylin: 2.5, eosin: 1.2)
        let planes = try own.stains.unmix(image, over: OpticalDensity())
        let amounts = zip(planes.hematoxylin.values, planes.eosin.values).map {
            [Double($0), Double($1)]
        }
        let found = try Solution.normalizeStain(
            amounts: amounts, strength: [own.hematoxylin, own.eosin],
            target: StainTarget(
                stains: [numbers(target.stains.hematoxylin), numbers(target.stains.eosin)],
                strength: [2.5, 1.2], white: 240))
        let library = try macenko.change(from: own, to: target)(image).pixels
        // The library multiplies in Float: a byte whose light ends in .5 may become the other one.
        let differences = zip(found.flatMap(\.self), library).map { abs($0 - Int($1)) }
        XCTAssertLessThanOrEqual(differences.max() ?? 9, 1)
        XCTAssertLessThan(differences.reduce(0, +), 5)
    }

    private func assertEqual(_ left: [Double], _ right: [Double], accuracy: Double) {
        XCTAssertEqual(left.count, right.count)
        for (a, b) in zip(left, right) { XCTAssertEqual(a, b, accuracy: accuracy) }
    }
}
