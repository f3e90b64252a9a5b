import XCTest

@testable import DeepTeaching

/// Files of all kinds, written by Tests/Reference/png.py, with what Pillow or their formula shows.
final class PNGKindsTests: XCTestCase {
    private struct Cases: Decodable {
        struct Case: Decodable {
            let name: String
            let bytes: Data
            let width: Int
            let height: Int
            let rgb: [UInt8]
            let gray: [UInt8]
        }

        let cases: [Case]
    }

    func testEachKindShowsThePixelsThatItStores() throws {
        let cases = try reference("png", as: Cases.self).cases
        XCTAssertGreaterThan(cases.count, 30)
        for file in cases {
            let picture = try PNGPicture(file.bytes, path: file.name)
            XCTAssertEqual(
                picture.size, PixelSize(width: file.width, height: file.height), file.name)
            XCTAssertEqual(picture.rgb, file.rgb, file.name)
            XCTAssertEqual(picture.gray, file.gray, file.name)
        }
    }

    private func file(_ name: String) throws -> Data {
        try XCTUnwrap(try reference("png", as: Cases.self).cases.first { $0.name == name }).bytes
    }

    func testSixteenBitsAreDividedNotTakenAsLinearLight() throws {
        let picture = try PNGPicture(file("16 bits, 32768 is 128"), path: "")
        XCTAssertEqual(picture.rgb[3 * 32], 128)
        XCTAssertEqual(try PNGPicture(file("16 bits with linear gamma"), path: "").channelCount, 1)
    }

    /// A changed bit is seen, wherever it stands: no other pixels are shown without an error.
    func testEachChangedBitIsRefused() throws {
        let names = ["RGBA, 8 bits, interlaced", "palette with alpha, 2 bits", "grey, 16 bits"]
        for name in names {
            let data = try file(name)
            for bit in 0..<8 * data.count {
                var damaged = data
                damaged[bit / 8] ^= 1 << UInt8(bit % 8)
                XCTAssertThrowsError(try PNGPicture(damaged, path: name), "\(name), bit \(bit)") {
                    XCTAssertTrue($0 is PNGError, "\($0)")
                }
            }
            for length in 0..<data.count {
                XCTAssertThrowsError(try PNGPicture(data.prefix(length), path: name))
            }
        }
    }

    func testASmallFileDoesNotMakeUsAskForMuchMemory() throws {
        // The header says 16,384 x 16,384; its checksum is right, but the pixels are 100 bytes.
        let huge = try XCTUnwrap(
            Data(
                base64Encoded: "iVBORw0KGgoAAAANSUhEUgAAQAAAAEAACAYAAACpyBCEAAAADElEQVR4nGNgoD0A"
                    + "AABkAAGGZDw1AAAAAElFTkSuQmCC"))
        let start = ContinuousClock.now
        XCTAssertThrowsError(try PNGPicture(huge, path: "huge.png")) { error in
            guard case .unreadable("huge.png", _)? = error as? PNGError else {
                return XCTFail("\(error)")
            }
        }
        XCTAssertLessThan(ContinuousClock.now - start, .milliseconds(200))
    }
}
