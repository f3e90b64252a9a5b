import DeepTeaching
import XCTest

@testable import CourseKit

/// Pictures as characters.
final class PictureTextTests: XCTestCase {
    /// Red and green above blue and white.
    private let four = Image(
        size: PixelSize(side: 2), pixels: [255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])

    func testHalfBlocksInAllColors() {
        XCTAssertEqual(
            HalfBlocks(usesAllColors: true).lines(four),
            [
                "\u{1B}[38;2;255;0;0;48;2;0;0;255m▀\u{1B}[38;2;0;255;0;48;2;255;255;255m▀\u{1B}[0m"
            ])
    }

    func testHalfBlocksIn256Colors() {
        XCTAssertEqual(
            HalfBlocks(usesAllColors: false).lines(four),
            ["\u{1B}[38;5;196;48;5;21m▀\u{1B}[38;5;46;48;5;231m▀\u{1B}[0m"])
    }

    func testOddHeightLeavesTheLowerHalfOpen() {
        let one = Image(size: PixelSize(side: 1), color: .black)
        XCTAssertEqual(
            HalfBlocks(usesAllColors: true).lines(one), ["\u{1B}[38;2;0;0;0;49m▀\u{1B}[0m"])
    }

    func testAsciiIsDenseWhereDark() {
        var image = Image(size: PixelSize(width: 4, height: 4))
        for y in 0..<4 { image[x: 1, y: y] = .black }
        XCTAssertEqual(AsciiPicture.lines(image, columns: 4), [" @  ", " @  "])
    }

    func testLargePicturesAreShrunkAndSmallOnesAreNot() {
        let wide = Image(size: PixelSize(width: 400, height: 100))
        XCTAssertEqual(PictureText(image: wide, style: .halfBlocks, columns: 40).lines.count, 5)
        XCTAssertEqual(PictureText(image: four, style: .halfBlocks, columns: 40).lines.count, 1)
        XCTAssertEqual(PictureText(image: wide, style: .ascii, columns: 40).lines.count, 5)
    }

    func testKittyChunks() throws {
        var generator = SeededGenerator(seed: 1)  // noise cannot be compressed into one chunk
        let noise = (0..<(3 * 64 * 64)).map { _ in UInt8.random(in: 0...255, using: &generator) }
        let image = Image(size: PixelSize(side: 64), pixels: noise)
        let text = TerminalPictures.kitty(image, columns: 30)
        let chunks = text.components(separatedBy: "\u{1B}\\").filter { !$0.isEmpty }
        XCTAssertTrue(chunks[0].hasPrefix("\u{1B}_Ga=T,f=100,q=2,c=30,m=1;"))
        XCTAssertTrue(try XCTUnwrap(chunks.last).hasPrefix("\u{1B}_Gm=0;"))
        let payloads = chunks.map { String($0.drop { $0 != ";" }.dropFirst()) }
        XCTAssertTrue(payloads.allSatisfy { $0.count <= 4096 })
        XCTAssertEqual(Data(base64Encoded: payloads.joined()), try image.pngData())
    }

    func testSixelOfFourPixels() {
        let text = Sixel.text(four)
        XCTAssertTrue(text.hasPrefix("\u{1B}Pq\"1;1;2;2#0;2;0;0;0"))
        // Each colour sets one pixel: bit 0 is the upper row ("@"), bit 1 the lower ("A").
        XCTAssertTrue(text.hasSuffix("#5A?$#30?@$#180@?$#215?A\u{1B}\\"), String(text.suffix(40)))
    }

    func testPipeShowsNothing() {
        XCTAssertEqual(PictureText(image: four, style: .none, columns: 60).lines, [])
    }
}
