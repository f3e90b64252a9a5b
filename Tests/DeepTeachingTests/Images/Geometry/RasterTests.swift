import DeepTeaching
import XCTest

final class RasterTests: XCTestCase {
    func testResizingEqualsExactMeans() throws {
        let reference = try ImageReference.load().resizing
        let image = Image(
            size: PixelSize(width: reference.width, height: reference.height),
            pixels: reference.bytes)
        for expected in reference.results {
            XCTAssertEqual(image.resized(to: expected.image.size), expected.image)
        }
    }

    func testAPlaneIsResizedAsAnImageIs() throws {
        let reference = try ImageReference.load().resizing
        let size = PixelSize(width: reference.width, height: reference.height)
        let reds = stride(from: 0, to: reference.bytes.count, by: 3).map {
            Float(reference.bytes[$0])
        }
        let plane = Plane(size: size, values: reds)
        for expected in reference.results {
            let resized = plane.resized(to: expected.image.size)
            for (index, value) in resized.values.enumerated() {
                // The image is rounded to whole numbers.
                XCTAssertEqual(value, Float(expected.bytes[3 * index]), accuracy: 0.501)
            }
        }
    }

    func testCoverageIsTheShareOfForeground() {
        let mask = Mask(rows: ["##..", "#...", "..##", "..##"])
        XCTAssertEqual(
            mask.coverage(resizedTo: PixelSize(side: 2)).values, [0.75, 0, 0, 1])
    }

    func testCroppingKeepsColumnsAndRowsApart() {
        let plane = Plane(size: PixelSize(width: 4, height: 3), values: (0..<12).map(Float.init))
        let cropped = plane.cropped(to: PixelRectangle(x: 2, y: 1, width: 2, height: 1))
        XCTAssertEqual(cropped.values, [6, 7])
        var image = Image(size: PixelSize(width: 4, height: 3))
        image[x: 3, y: 1] = RGB(1, 2, 3)
        let part = image.cropped(to: PixelRectangle(x: 2, y: 1, width: 2, height: 2))
        XCTAssertEqual(part[x: 1, y: 0], RGB(1, 2, 3))
        XCTAssertEqual(part.pixels.count { $0 != 255 }, 3)
    }

    func testEnlargingRepeatsPixels() {
        let mask = Mask(rows: ["#.", ".#", "##"])
        XCTAssertEqual(
            mask.enlarged(by: 2).rows, ["##..", "##..", "..##", "..##", "####", "####"])
        let plane = Plane(size: PixelSize(width: 2, height: 1), values: [3, 4])
        XCTAssertEqual(plane.enlarged(by: 3).resized(to: plane.size), plane)
    }
}
