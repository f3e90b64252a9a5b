import CKernels
import Foundation
import XCTest

@testable import DeepTeaching

final class FilterTests: XCTestCase {
    private func noise(_ width: Int, _ height: Int, seed: UInt64 = 1) -> Plane {
        var generator = SeededGenerator(seed: seed)
        let size = PixelSize(width: width, height: height)
        return Plane(size: size, values: (0..<size.area).map { _ in Float(generator.uniform()) })
    }

    func testABlurKeepsTheMeanAndSpreadsAPoint() throws {
        var plane = Plane(size: PixelSize(side: 21))
        plane[x: 10, y: 10] = 1
        let blurred = try plane.blurred(sigma: 2)
        XCTAssertEqual(blurred.values.reduce(0, +), 1, accuracy: 1e-5)
        let ratio = blurred[x: 12, y: 10] / blurred[x: 10, y: 10]
        XCTAssertEqual(Double(ratio), exp(-0.5), accuracy: 1e-5)
        XCTAssertEqual(blurred[x: 10, y: 12], blurred[x: 12, y: 10], accuracy: 1e-7)
    }

    func testABlurOfNothingChangesNothing() throws {
        let plane = noise(5, 4)
        XCTAssertEqual(try plane.blurred(sigma: 0), plane)
    }

    /// Each colour on its own, and the same as three planes.
    func testAnImageIsBlurredColourByColour() throws {
        var generator = SeededGenerator(seed: 3)
        let size = PixelSize(width: 19, height: 6)
        let image = Image(
            size: size, pixels: (0..<3 * size.area).map { _ in UInt8(generator.index(below: 256)) })
        let blurred = try image.blurred(sigma: 1.3, border: .mirror)
        for channel in 0..<3 {
            let places = stride(from: channel, to: 3 * size.area, by: 3)
            let plane = try Plane(size: size, values: places.map { Float(image.pixels[$0]) })
                .blurred(sigma: 1.3, border: .mirror)
            for (place, value) in zip(places, plane.values) {
                XCTAssertEqual(Float(blurred.pixels[place]), value, accuracy: 0.501)
            }
        }
    }

    func testAllInstructionSetsAndThreadsBlurAlike() throws {
        let plane = noise(203, 57)
        let expected = try plane.blurred(sigma: 3)
        XCTAssertEqual(try withThreads(1) { try plane.blurred(sigma: 3) }, expected)
        for limit in 0...2 {
            let before = kernels_limit_instruction_set(Int32(limit))
            defer { _ = kernels_limit_instruction_set(before) }
            let found = try plane.blurred(sigma: 3)
            assertEqual(
                found.values.map { Double($0) }, expected.values.map { Double($0) }, accuracy: 1e-6)
        }
    }

    /// What is not a number spreads as far as the window reaches, and no further.
    func testNotANumberSpreadsAsFarAsTheWindow() throws {
        var plane = noise(31, 9)
        plane[x: 15, y: 4] = .nan
        let blurred = try plane.blurred(sigma: 1)
        for x in 0..<31 { XCTAssertEqual(blurred[x: x, y: 4].isNaN, abs(x - 15) <= 4, "\(x)") }
    }

    func testFinePatternsDoNotAlias() throws {
        // Stripes of one pixel: shrunk by 4 they are grey, unless one takes every fourth.
        let size = PixelSize(width: 64, height: 8)
        let stripes = Plane(size: size, values: (0..<size.area).map { Float($0 % 2) })
        let small = PixelSize(width: 13, height: 8)
        func spread(_ plane: Plane) -> Float { plane.values.max()! - plane.values.min()! }
        XCTAssertLessThan(spread(try stripes.resampled(to: small)), 0.05)
        XCTAssertGreaterThan(spread(try stripes.resampled(to: small, antialiased: false)), 0.7)
    }

    func testWhatCannotBeDoneIsSaidInWords() throws {
        let (plane, empty) = (noise(4, 4), Plane(size: PixelSize(width: 0, height: 3)))
        for sigma in [-1, .nan, .infinity, 1001] as [Double] {
            XCTAssertThrowsError(try plane.blurred(sigma: sigma)) { error in
                XCTAssertEqual(
                    "\(error)",
                    "The blur's standard deviation is \(sigma): give a number of pixels from 0 to "
                        + "1000.")
            }
        }
        assertThrows(PictureError.noPixels(size: empty.size)) { try empty.blurred(sigma: 1) }
        let negative = PixelSize(width: -3, height: 2)
        assertThrows(PictureError.noPixels(size: negative)) { try plane.resampled(to: negative) }
        let flat = AffineWarp(xx: 1, xy: 2, yx: 2, yy: 4)
        assertThrows(PictureError.notInvertible(map: flat)) { try plane.warped(by: flat) }
        XCTAssertThrowsError(try plane.warped(by: AffineWarp(dx: .nan)))
        let field = try DisplacementField(
            x: Plane(size: PixelSize(side: 3)), y: Plane(size: PixelSize(side: 3)))
        assertThrows(
            PictureError.differentSizes(picture: plane.size, other: PixelSize(side: 3))
        ) { try plane.warped(by: field) }
    }

    /// A field that is no number somewhere shows what lies far outside there, and does not trap.
    func testAFieldThatIsNoNumberDoesNotTrap() throws {
        var x = Plane(size: PixelSize(side: 4))
        x.values[5] = .nan
        x.values[6] = .infinity
        let field = try DisplacementField(x: x, y: Plane(size: PixelSize(side: 4)))
        for border in [BorderPolicy.reflect, .mirror, .nearest, .wrap, .constant(7)] {
            let found = try noise(4, 4).warped(by: field, border: border)
            XCTAssertTrue(found.values.allSatisfy(\.isFinite))
        }
    }
}
