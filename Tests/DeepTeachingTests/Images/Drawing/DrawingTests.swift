import DeepTeaching
import XCTest

final class DrawingTests: XCTestCase {
    private let blue = RGB(0, 0, 255)

    func testAnOverlayTintsTheForegroundOnly() {
        let image = Image(size: PixelSize(width: 2, height: 1), color: RGB(200, 100, 0))
        let mask = Mask(rows: [".#"])
        let result = image.overlaying(mask, color: blue, opacity: 0.5)
        XCTAssertEqual(result[x: 0, y: 0], RGB(200, 100, 0))
        XCTAssertEqual(result[x: 1, y: 0], RGB(100, 50, 128))
    }

    func testAnOutlineIsTheBorderOfTheMask() {
        let mask = Mask(rows: [".....", ".###.", ".###.", ".###.", "....."])
        let result = Image(size: mask.size).outlining(mask, color: blue)
        let drawn = Mask(
            size: mask.size, pixels: (0..<25).map { result[x: $0 % 5, y: $0 / 5] == blue })
        XCTAssertEqual(drawn.rows, [".....", ".###.", ".#.#.", ".###.", "....."])
    }

    func testRectanglesAreCutOffAtTheBorder() {
        let result = Image(size: PixelSize(width: 4, height: 3)).outlining(
            [PixelRectangle(x: -1, y: 1, width: 4, height: 9)], color: blue)
        let drawn = Mask(
            size: result.size, pixels: (0..<12).map { result[x: $0 % 4, y: $0 / 4] == blue })
        XCTAssertEqual(drawn.rows, ["....", "###.", "..#."])
    }

    func testAGridPlacesPicturesRowByRow() {
        let a = Image(size: PixelSize(width: 2, height: 1), color: .black)
        let b = Image(size: PixelSize(width: 2, height: 3), color: blue)
        let grid = Image.grid([a, b, a], columns: 2, spacing: 1)
        XCTAssertEqual(grid.size, PixelSize(width: 5, height: 7))
        XCTAssertEqual(grid[x: 0, y: 1], .black)
        XCTAssertEqual(grid[x: 0, y: 0], .white)
        XCTAssertEqual(grid[x: 3, y: 0], blue)
        XCTAssertEqual(grid[x: 1, y: 5], .black)
        XCTAssertEqual(grid[x: 3, y: 5], .white)
        XCTAssertEqual(Image.grid([], columns: 3).size.area, 0)
    }

    func testAPastedPictureIsCutOffAtEachBorder() {
        let stamp = Image(
            size: PixelSize(width: 2, height: 2), pixels: (1...12).map { UInt8($0) })
        let colors = [RGB(1, 2, 3), RGB(4, 5, 6), RGB(7, 8, 9), RGB(10, 11, 12)]
        for (x, y) in [(-1, -1), (0, 0), (2, -1), (1, 1), (-1, 2), (2, 2), (-2, 0), (3, 3)] {
            var result = Image(size: PixelSize(side: 3))
            result.paste(stamp, x: x, y: y)
            for row in 0..<3 {
                for column in 0..<3 {
                    let inside = 0..<2 ~= column - x && 0..<2 ~= row - y
                    let expected = inside ? colors[2 * (row - y) + column - x] : .white
                    XCTAssertEqual(result[x: column, y: row], expected, "stamp at \(x), \(y)")
                }
            }
        }
    }
}
