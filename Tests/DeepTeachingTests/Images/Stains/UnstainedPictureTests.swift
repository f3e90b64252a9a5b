import DeepTeaching
import XCTest

/// Pictures that do not show two stains: each gives an error in words or the documented result,
/// and never
/// not-a-number.
final class UnstainedPictureTests: XCTestCase {
    private let size = PixelSize(side: 24)

    /// A picture of one colour with noise of a few grey levels.
    private func noisy(_ color: RGB, _ noise: Double = 2) -> Image {
        var generator = SeededGenerator(seed: 3)
        let bytes = (0..<size.area).flatMap { _ in
            [color.red, color.green, color.blue].map {
                UInt8(min(255, max(0, (Double($0) + noise * generator.normal()).rounded())))
            }
        }
        return Image(size: size, pixels: bytes)
    }

    /// Haematoxylin alone, in amounts from little to much.
    private var oneStain: Image {
        var generator = SeededGenerator(seed: 4)
        let bytes = (0..<size.area).flatMap { _ in
            let amount = generator.uniform(0.6, 2)
            return [0.65, 0.70, 0.29].map { density in
                UInt8(
                    min(255, max(0, (240 * exp(-amount * density) + generator.normal()).rounded())))
            }
        }
        return Image(size: size, pixels: bytes)
    }

    private func error(_ normalizer: some StainNormalizer, _ image: Image) -> StainError? {
        do { _ = try normalizer.profile(of: image) } catch { return error as? StainError }
        return nil
    }

    func testGlassHasTooLittleStain() {
        for image in [Image(size: size), noisy(RGB(240, 238, 243))] {
            let expected = StainError.tooLittleStain(pixels: 0, needed: 100)
            XCTAssertEqual(error(MacenkoNormalizer(), image), expected)
            XCTAssertEqual(error(VahadaneNormalizer(), image), expected)
            XCTAssertEqual(error(ReinhardNormalizer(), image), expected)
        }
    }

    func testTinyPicturesHaveTooFewPixels() {
        for side in [0, 1, 9] {
            let image = Image(size: PixelSize(side: side), color: RGB(120, 60, 130))
            let expected = StainError.tooLittleStain(pixels: side * side, needed: 100)
            XCTAssertEqual(error(MacenkoNormalizer(), image), expected)
            XCTAssertEqual(error(VahadaneNormalizer(), image), expected)
            XCTAssertEqual(error(ReinhardNormalizer(), image), expected)
        }
        XCTAssertEqual(
            error(ReinhardNormalizer(leastDensity: nil), Image(size: PixelSize(side: 0))),
            .tooLittleStain(pixels: 0, needed: 1))
        XCTAssertEqual(
            error(MacenkoNormalizer(), Image(size: PixelSize(side: 0))),
            .tooLittleStain(pixels: 0, needed: 100))
    }

    func testBlackGreyAndOneStainAreNotTwoStains() {
        let grey = Image(
            size: size,
            pixels: (0..<size.area).flatMap { [UInt8](repeating: UInt8($0 % 200), count: 3) })
        for image in [
            Image(size: size, color: .black), Image(size: size, color: RGB(120, 60, 130)), grey,
            oneStain,
        ] {
            for found in [error(MacenkoNormalizer(), image), error(VahadaneNormalizer(), image)] {
                switch found {
                case .oneStain, .faintStain: break
                default: XCTFail("not refused as one stain: \(String(describing: found))")
                }
            }
        }
    }

    /// Reinhard's method knows no stains: a picture of one colour takes the mean colour of the
    /// target.
    func testAPictureOfOneColourIsMovedToTheMeanOfTheTarget() throws {
        let flat = Image(size: size, color: RGB(120, 60, 130))
        let target = noisy(RGB(180, 120, 170), 9)
        let reinhard = ReinhardNormalizer()
        let moved = try reinhard.normalized(flat, to: reinhard.profile(of: target))
        XCTAssertEqual(Set(moved.pixels.prefix(3)).count, 3)
        for (index, value) in [180.0, 120, 170].enumerated() {
            XCTAssertEqual(Double(moved.pixels[index]), value, accuracy: 3)
        }
    }

    func testSettingsWithoutSenseAreRefused() {
        let image = oneStain
        XCTAssertEqual(
            error(MacenkoNormalizer(white: .nan), image),
            .unusableSetting(name: "white", value: "nan"))
        XCTAssertEqual(
            error(MacenkoNormalizer(leastDensity: .nan), image),
            .unusableSetting(name: "leastDensity", value: "nan"))
        XCTAssertEqual(
            error(MacenkoNormalizer(outliers: -1), image),
            .unusableSetting(name: "outliers", value: "-1.0"))
        XCTAssertEqual(
            error(VahadaneNormalizer(sparsity: -1), image),
            .unusableSetting(name: "sparsity", value: "-1.0"))
        var vahadane = VahadaneNormalizer()
        vahadane.maximumTurns = -1
        XCTAssertEqual(
            error(vahadane, image), .unusableSetting(name: "maximumTurns", value: "-1"))
        vahadane.pixelLimit = 0
        XCTAssertEqual(error(vahadane, image), .unusableSetting(name: "pixelLimit", value: "0"))
        XCTAssertEqual(
            error(ReinhardNormalizer(white: 0), image),
            .unusableSetting(name: "white", value: "0.0"))
        for error in [
            StainError.oneStain(degrees: 2.34), .faintStain(name: "eosin"),
            .unusableSetting(name: "white", value: "0"),
        ] { XCTAssertTrue(error.description.hasSuffix("."), error.description) }
        XCTAssertTrue(StainError.oneStain(degrees: 2.34).description.contains("2.3 degrees"))
    }

    /// Any bytes at all, through changes between far stainings: bytes come out, not traps.
    func testAnyBytesCanBeChanged() throws {
        var generator = SeededGenerator(seed: 8)
        let bytes = (0..<3 * 4096).map { _ in UInt8(generator.index(below: 256)) }
        let image = Image(size: PixelSize(side: 64), pixels: bytes)
        let near = StainProfile(
            stains: StainVectors(hematoxylin: [0.6, 0.7, 0.3], eosin: [0.5, 0.75, 0.35]),
            hematoxylin: 0.02, eosin: 0.02)
        let far = StainProfile(
            stains: StainVectors(hematoxylin: [1, 0, 0], eosin: [0, 0, 1]), hematoxylin: 9, eosin: 9
        )
        let change = try MacenkoNormalizer().change(from: near, to: far)
        XCTAssertEqual(change(image).pixels.count, bytes.count)
        XCTAssertEqual(change(Image(size: PixelSize(side: 0))).pixels, [])
    }
}
