import DeepTeaching
import XCTest

/// Colour spaces against scikit-image and OpenCV, and against themselves.
final class ColorSpaceTests: XCTestCase {
    /// `Tests/Reference/color.py` makes the file.
    private struct Reference: Decodable {
        let width: Int
        let bytes: [UInt8]
        let spaces: [String: [Double]]
        let back: [Back]
    }

    private struct Back: Decodable {
        let space: String
        let colors: [Double]
        let rgb: [Double]
    }

    private static let file = Result { try reference("color", as: Reference.self) }

    private func picture() throws -> Image {
        let reference = try Self.file.get()
        return Image(
            size: PixelSize(
                width: reference.width, height: reference.bytes.count / 3 / reference.width),
            pixels: reference.bytes)
    }

    /// How far the numbers of each channel reach; a deviation is relative to it.
    private func ranges(_ space: ColorSpace) -> [Double] {
        switch space {
        case .rgb, .linearRGB, .xyz: [1, 1, 1]
        case .lab: [100, 200, 200]
        case .hsv: [360, 1, 1]
        case .yCbCr: [255, 255, 255]
        }
    }

    private func assertEqual(
        _ found: ColorPlanes, _ expected: [Double], accuracy: Double = 1e-6,
        file: StaticString = #filePath, line: UInt = #line
    ) {
        XCTAssertEqual(3 * found.size.area, expected.count, file: file, line: line)
        let scales = ranges(found.space)
        for (channel, plane) in found.channels.enumerated() {
            for (index, value) in plane.values.enumerated() {
                XCTAssertEqual(
                    Double(value) / scales[channel],
                    expected[3 * index + channel] / scales[channel],
                    accuracy: accuracy, "\(found.space) \(channel), pixel \(index)", file: file,
                    line: line)
            }
        }
    }

    private func planes(_ numbers: [Double], _ space: ColorSpace, width: Int = 15) -> ColorPlanes {
        let size = PixelSize(width: width, height: numbers.count / 3 / width)
        return ColorPlanes(
            space: space,
            channels: (0..<3).map { channel in
                Plane(
                    size: size,
                    values: stride(from: channel, to: numbers.count, by: 3).map {
                        Float(numbers[$0])
                    })
            })
    }

    func testColoursOfBytesEqualScikitImage() throws {
        let spaces = try Self.file.get().spaces
        XCTAssertEqual(spaces.count, ColorSpace.allCases.count - 1)
        for (name, expected) in spaces {
            let space = try XCTUnwrap(ColorSpace(rawValue: name))
            assertEqual(try picture().converted(to: space), expected)
        }
    }

    /// The same from planes, where no table of 256 bytes helps.
    func testColoursOfPlanesEqualScikitImage() throws {
        let shares = try Self.file.get().bytes.map { Double($0) / 255 }
        for (name, expected) in try Self.file.get().spaces {
            let space = try XCTUnwrap(ColorSpace(rawValue: name))
            assertEqual(planes(shares, .rgb).converted(to: space), expected)
        }
    }

    func testTheWaysBackEqualScikitImage() throws {
        for back in try Self.file.get().back {
            let space = try XCTUnwrap(ColorSpace(rawValue: back.space))
            assertEqual(planes(back.colors, space).converted(to: .rgb), back.rgb)
        }
    }

    /// Each of the 16.7 million bytes, one in 29 of them, comes back from every space.
    func testEveryByteComesBack() throws {
        let count = (1 << 24) / 29
        let width = 1021
        let bytes = (0..<count / width * width).flatMap { number in
            (0..<3).map { UInt8(truncatingIfNeeded: number * 29 >> (8 * $0)) }
        }
        let image = Image(
            size: PixelSize(width: width, height: bytes.count / 3 / width), pixels: bytes)
        for space in ColorSpace.allCases {
            XCTAssertTrue(Image(image.converted(to: space)) == image, "\(space)")
        }
    }

    /// A way over another space ends where the direct one does.
    func testWaysOverOtherSpacesLeadToTheSame() throws {
        let image = try picture()
        for middle in ColorSpace.allCases {
            for end in ColorSpace.allCases where end != .hsv {
                let there = image.converted(to: middle).converted(to: end)
                XCTAssertEqual(there.space, end)
                assertEqual(there, flat(image.converted(to: end)), accuracy: 5e-6)
            }
            // The hue and the saturation of what is nearly black have few digits: as bytes all is the same.
            let over = image.converted(to: middle).converted(to: .hsv)
            XCTAssertEqual(Image(over), image, "\(middle)")
        }
    }

    private func flat(_ colors: ColorPlanes) -> [Double] {
        (0..<colors.size.area).flatMap { index in
            colors.channels.map { Double($0.values[index]) }
        }
    }

    func testSingleColoursAreThoseOfPictures() throws {
        let image = try picture()
        let lab = image.converted(to: .lab).channels
        let hsv = image.converted(to: .hsv).channels
        for index in 0..<image.size.area {
            let color = image[x: index % 15, y: index / 15]
            XCTAssertEqual(color.lab.lightness, Double(lab[0].values[index]), accuracy: 1e-4)
            XCTAssertEqual(color.lab.a, Double(lab[1].values[index]), accuracy: 2e-4)
            XCTAssertEqual(color.lab.b, Double(lab[2].values[index]), accuracy: 2e-4)
            XCTAssertEqual(color.hsv.hue, hsv[0].values[index], accuracy: 1e-4)
            XCTAssertEqual(color.hsv.saturation, hsv[1].values[index], accuracy: 1e-6)
            XCTAssertEqual(RGB(color.hsv), color)
        }
        XCTAssertEqual(RGB(HSV(hue: -240, saturation: 1, value: 1)), RGB(0, 255, 0))
        XCTAssertEqual(RGB(HSV(hue: 600, saturation: 1, value: 1)), RGB(0, 0, 255))
    }

    func testTheDistanceOfBlackAndWhite() {
        XCTAssertEqual(RGB.black.lab.distance(to: RGB.white.lab), 100, accuracy: 1e-3)
        XCTAssertEqual(RGB(9, 8, 7).lab.distance(to: RGB(9, 8, 7).lab), 0)
    }

    /// What no screen shows is cut, and what is no number becomes 0.
    func testOddNumbersBecomeBytes() {
        let odd: [Double] = [-1, 0.5, 2, .nan, .infinity, -.infinity]
        XCTAssertEqual(Image(planes(odd, .rgb, width: 2)).pixels, [0, 128, 255, 0, 255, 0])
        for space in ColorSpace.allCases {
            let bytes = Image(planes([.nan, .nan, .nan], space, width: 1)).pixels
            XCTAssertEqual(bytes.count, 3, "\(space)")
        }
        XCTAssertEqual(Image(planes([.nan, .nan, .nan], .lab, width: 1)).pixels, [0, 0, 0])
    }

    func testPicturesWithoutPixelsHaveColoursWithout() {
        for size in [PixelSize(width: 0, height: 3), PixelSize(width: 3, height: 0)] {
            let planes = Image(size: size).converted(to: .lab)
            XCTAssertEqual(planes.size, size)
            XCTAssertEqual(Image(planes).pixels, [])
        }
    }

    func testNamesOfChannels() {
        for space in ColorSpace.allCases { XCTAssertEqual(space.channelNames.count, 3) }
        XCTAssertEqual(ColorSpace.lab.channelNames[0], "lightness")
    }
}
