import DeepTeaching
import Foundation
import XCTest

final class StainJitterTests: XCTestCase {
    private let everyByte: Image = {
        var pixels: [UInt8] = []
        for byte in 0..<256 {
            pixels += [UInt8(byte), UInt8(255 - byte), UInt8(byte * 7 % 256)]
        }
        return Image(size: PixelSize(width: 256, height: 1), pixels: pixels)
    }()

    func testAFactorOfOneChangesNothing() throws {
        XCTAssertEqual(try everyByte.applying(StainJitter()), everyByte)
    }

    func testGlassStaysGlassUnlessStainIsAdded() throws {
        let glass = Image(size: PixelSize(side: 2))
        XCTAssertEqual(
            try glass.applying(
                StainJitter(hematoxylin: .init(factor: 1.6), eosin: .init(factor: 0.2))),
            glass)
        let tinted = try glass.applying(StainJitter(eosin: .init(offset: 0.3)))
        XCTAssertLessThan(tinted[x: 0, y: 0].green, 200, "eosin holds back green")
        XCTAssertGreaterThan(tinted[x: 0, y: 0].red, 240)
    }

    /// A pixel of one stain alone has twice its optical density, and the other is still not there.
    func testAnAmountIsMultiplied() throws {
        let stains = StainVectors(hematoxylin: [0.6, 0.7, 0.4], eosin: [0.1, 0.95, 0.3])
        func pixel(_ h: Double, _ e: Double) -> Image {
            let density = h * stains.hematoxylin + e * stains.eosin
            let bytes = (0..<3).map { UInt8((256 * exp(-density[$0]) - 1).rounded()) }
            return Image(size: PixelSize(side: 1), pixels: bytes)
        }
        let jittered = try pixel(0.5, 0.3).applying(
            StainJitter(
                hematoxylin: .init(factor: 2), eosin: .init(factor: 0), stains: stains))
        for (found, expected) in zip(jittered.pixels, pixel(1, 0).pixels) {
            XCTAssertEqual(Int(found), Int(expected), accuracy: 2)
        }
    }

    /// Far more stain than there can be, and stains that are nearly the same: numbers beyond a Float.
    func testAbsurdAmountsDoNotTrap() throws {
        let near = StainVectors(hematoxylin: [1, 1, 1], eosin: [1, 1, 1.001])
        for stains in [near, StainVectors.ruifrok] {
            let jitter = StainJitter(
                hematoxylin: .init(factor: 1e12, offset: -1e9), eosin: .init(factor: 1e9),
                stains: stains)
            XCTAssertEqual(try everyByte.applying(jitter).size, everyByte.size)
        }
    }

    func testItIsDecidedByItsGeneratorAndStaysInRange() {
        var (a, b) = (SeededGenerator(seed: 4), SeededGenerator(seed: 4))
        for _ in 0..<200 {
            let jitter = StainJitter.random(strength: 0.3, offset: 0.1, using: &a)
            XCTAssertEqual(jitter, .random(strength: 0.3, offset: 0.1, using: &b))
            for change in [jitter.hematoxylin, jitter.eosin] {
                XCTAssertEqual(change.factor, 1, accuracy: 0.3)
                XCTAssertEqual(change.offset, 0, accuracy: 0.1)
            }
            XCTAssertNotEqual(jitter.hematoxylin, jitter.eosin)
        }
    }

    func testWhatCannotBeDoneIsSaidInWords() {
        let one = StainVectors(hematoxylin: [1, 1, 1], eosin: [1, 1, 1])
        assertThrows(StainError.sameDirection) { try everyByte.applying(StainJitter(stains: one)) }
        for factor in [-0.1, .nan, .infinity] {
            XCTAssertThrowsError(
                try everyByte.applying(StainJitter(eosin: .init(factor: factor)))
            ) { XCTAssertTrue("\($0)".contains("a factor of \(factor)"), "\($0)") }
        }
    }
}
