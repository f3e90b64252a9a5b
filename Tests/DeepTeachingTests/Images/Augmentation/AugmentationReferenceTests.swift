import CKernels
import DeepTeaching
import XCTest

/// What NumPy, scikit-image and OpenCV say: `Tests/Reference/augmentation.py` makes the file.
private struct AugmentationReference: Decodable {
    struct Colors: Decodable {
        let brightness: Double
        let contrast: Double
        let saturation: Double
        let hue: Double
        let pixels: [UInt8]

        /// 1 where the last digit decides how a byte is rounded.
        let near: [Int]
    }

    struct Stains: Decodable {
        let hematoxylin: [Double]
        let eosin: [Double]
        let factors: [Double]
        let offsets: [Double]
        let pixels: [UInt8]
        let near: [Int]
    }

    struct Picture: Decodable {
        let width: Int
        let height: Int
        let pixels: [UInt8]
    }

    struct JPEG: Decodable {
        let quality: Int
        let pixels: [UInt8]
    }

    let width: Int
    let height: Int
    let pixels: [UInt8]
    let colors: [Colors]
    let stains: [Stains]
    let smooth: Picture
    let jpegs: [JPEG]

    var image: Image { Image(size: PixelSize(width: width, height: height), pixels: pixels) }
}

final class AugmentationReferenceTests: XCTestCase {
    private func load() throws -> AugmentationReference {
        try reference("augmentation", as: AugmentationReference.self)
    }

    /// Bytes are equal, or one apart where a half is rounded.
    private func check(_ found: Image, _ expected: [UInt8], near: [Int], _ name: String) {
        XCTAssertLessThan(near.reduce(0, +), expected.count / 4, name)
        for (index, byte) in expected.enumerated() {
            let difference = abs(Int(found.pixels[index]) - Int(byte))
            XCTAssertLessThanOrEqual(difference, near[index], "\(name), byte \(index)")
        }
    }

    func testColorsEqualNumPyAndScikitImage() throws {
        let reference = try load()
        XCTAssertEqual(reference.colors.count, 10)
        for colors in reference.colors {
            let change = ColorChange(
                brightness: colors.brightness, contrast: colors.contrast,
                saturation: colors.saturation, hue: colors.hue)
            check(
                try reference.image.applying(change), colors.pixels, near: colors.near, "\(change)")
        }
    }

    func testAllInstructionSetsChangeColorsAlike() throws {
        let image = try load().image
        let change = ColorChange(brightness: 1.1, contrast: 0.8, saturation: 1.4, hue: 25)
        let expected = try image.applying(change)
        for limit in 0...2 {
            let before = kernels_limit_instruction_set(Int32(limit))
            defer { _ = kernels_limit_instruction_set(before) }
            for (a, b) in zip(try image.applying(change).pixels, expected.pixels) {
                XCTAssertEqual(Int(a), Int(b), accuracy: 1)
            }
        }
    }

    func testStainJitterEqualsLeastSquaresInNumPy() throws {
        let reference = try load()
        XCTAssertEqual(reference.stains.count, 4)
        for stains in reference.stains {
            let jitter = StainJitter(
                hematoxylin: .init(factor: stains.factors[0], offset: stains.offsets[0]),
                eosin: .init(factor: stains.factors[1], offset: stains.offsets[1]),
                stains: StainVectors(
                    hematoxylin: SIMD3(stains.hematoxylin), eosin: SIMD3(stains.eosin)))
            check(
                try reference.image.applying(jitter), stains.pixels, near: stains.near,
                "\(stains.factors)")
        }
    }

    /// Another codec need not round as this one does.
    func testJPEGIsThatOfOpenCV() throws {
        let reference = try load()
        let smooth = reference.smooth
        let image = Image(
            size: PixelSize(width: smooth.width, height: smooth.height), pixels: smooth.pixels)
        var losses: [Double] = []
        for jpeg in reference.jpegs {
            let found = try image.compressed(jpegQuality: jpeg.quality)
            XCTAssertLessThan(distance(found.pixels, jpeg.pixels), 1, "quality \(jpeg.quality)")
            losses.append(distance(found.pixels, image.pixels))
        }
        XCTAssertEqual(losses, losses.sorted(by: >), "less quality, more loss")
        XCTAssertGreaterThan(losses[0], 3)
    }

    private func distance(_ a: [UInt8], _ b: [UInt8]) -> Double {
        let sum = zip(a, b).reduce(0) { $0 + abs(Int($1.0) - Int($1.1)) }
        return Double(sum) / Double(max(1, a.count))
    }
}
