import DeepTeaching
import XCTest

/// Bringing one staining to another, against torchstain, scikit-learn and scikit-image.
final class StainNormalizerTests: XCTestCase {
    /// `Tests/Reference/stains_transfer.py` makes the file.
    private struct Reference: Decodable {
        let side: Int
        let bytes: [[UInt8]]
        let stains: [[Double]]
        let amounts: [[Double]]
        let macenko: [Double]
        let sparseStains: [[Double]]
        let mean: [Double]
        let deviation: [Double]
        let reinhard: [Double]

        var images: [Image] {
            bytes.map { Image(size: PixelSize(side: side), pixels: $0) }
        }
    }

    private static let file = Result { try reference("stains_transfer", as: Reference.self) }

    private func numbers(_ stains: StainVectors) -> [Double] {
        [stains.hematoxylin, stains.eosin].flatMap { vector in (0..<3).map { vector[$0] } }
    }

    /// Each byte is the nearest one to the exact light.
    private func assertNearest(
        _ image: Image, _ light: [Double], file: StaticString = #filePath, line: UInt = #line
    ) {
        for (index, (byte, exact)) in zip(image.pixels, light).enumerated() {
            XCTAssertEqual(
                Double(byte), min(255, max(0, exact)), accuracy: 0.501, "byte \(index)",
                file: file, line: line)
        }
    }

    func testMacenkoEqualsTorchstain() throws {
        let reference = try Self.file.get()
        let macenko = MacenkoNormalizer()
        let profiles = try reference.images.map { try macenko.profile(of: $0) }
        for (index, profile) in profiles.enumerated() {
            assertEqual(
                numbers(profile.stains), reference.stains[index], accuracy: 1e-6, "stains \(index)")
            assertEqual(
                [profile.hematoxylin, profile.eosin], reference.amounts[index], accuracy: 1e-6,
                "amounts \(index)")
        }
        let change = try macenko.change(from: profiles[0], to: profiles[1])
        assertNearest(change(reference.images[0]), reference.macenko)
        XCTAssertEqual(
            try macenko.normalized(reference.images[0], to: profiles[1]),
            change(reference.images[0]))
    }

    func testVahadaneFindsTheStainsOfScikitLearn() throws {
        let reference = try Self.file.get()
        for (image, stains) in zip(reference.images, reference.sparseStains) {
            let found = try VahadaneNormalizer().profile(of: image)
            assertEqual(numbers(found.stains), stains, accuracy: 1e-3)
        }
    }

    func testReinhardEqualsScikitImage() throws {
        let reference = try Self.file.get()
        let reinhard = ReinhardNormalizer(leastDensity: nil)
        let source = try reinhard.profile(of: reference.images[0])
        let target = try reinhard.profile(of: reference.images[1])
        for channel in 0..<3 {
            XCTAssertEqual(source.mean[channel], reference.mean[channel], accuracy: 1e-5)
            XCTAssertEqual(source.deviation[channel], reference.deviation[channel], accuracy: 1e-5)
        }
        assertNearest(
            try reinhard.change(from: source, to: target)(reference.images[0]), reference.reinhard)
    }

    /// Measured on several pictures, and on one that holds all of them.
    func testPicturesOfOneSlideAreMeasuredTogether() throws {
        let images = try Self.file.get().images
        let size = images[0].size
        let joined = Image(
            size: PixelSize(width: size.width, height: 2 * size.height),
            pixels: images.flatMap(\.pixels))
        let (macenko, reinhard) = (MacenkoNormalizer(), ReinhardNormalizer())
        XCTAssertEqual(try macenko.profile(of: images), try macenko.profile(of: joined))
        XCTAssertEqual(
            try VahadaneNormalizer().profile(of: images),
            try VahadaneNormalizer().profile(of: joined))
        let (one, other) = (try reinhard.profile(of: images), try reinhard.profile(of: joined))
        for channel in 0..<3 {
            XCTAssertEqual(one.mean[channel], other.mean[channel], accuracy: 1e-9)
            XCTAssertEqual(one.deviation[channel], other.deviation[channel], accuracy: 1e-9)
        }
    }

    /// To its own staining a picture changes by what is neither of the two stains alone.
    func testAPictureInItsOwnStainingStaysAsItIs() throws {
        for image in try Self.file.get().images {
            let reinhard = ReinhardNormalizer()
            XCTAssertEqual(try reinhard.normalized(image, to: reinhard.profile(of: image)), image)
            let macenko = MacenkoNormalizer()
            let same = try macenko.normalized(image, to: macenko.profile(of: image))
            let differences = zip(same.pixels, image.pixels).map { abs(Int($0) - Int($1)) }
            // The pictures have noise of 1.5 grey levels, of which a third goes.
            XCTAssertLessThan(
                Double(differences.reduce(0, +)) / Double(differences.count), 1.5)
        }
    }

    /// After the change, a picture has the stains of the target.
    func testTheChangedPictureHasTheStainingOfTheTarget() throws {
        let images = try Self.file.get().images
        let macenko = MacenkoNormalizer()
        let target = try macenko.profile(of: images[1])
        let changed = try macenko.profile(of: macenko.normalized(images[0], to: target))
        let angles = changed.stains.angles(to: target.stains)
        XCTAssertLessThan(angles.hematoxylin, 1)
        XCTAssertLessThan(angles.eosin, 1)
        XCTAssertEqual(changed.hematoxylin, target.hematoxylin, accuracy: 0.1)
        XCTAssertEqual(changed.eosin, target.eosin, accuracy: 0.1)
    }

    func testGlassStaysOnRequest() throws {
        let images = try Self.file.get().images
        var image = images[0]
        for x in 0..<32 { image[x: x, y: 0] = RGB(243, 239, 245) }
        func check(_ normalizer: some StainNormalizer, keeps: Bool) throws {
            let changed = try normalizer.normalized(
                image, to: normalizer.profile(of: images[1]))
            let isKept = (0..<32).allSatisfy { changed[x: $0, y: 0] == image[x: $0, y: 0] }
            XCTAssertEqual(isKept, keeps)
            XCTAssertNotEqual(changed[x: 5, y: 9], image[x: 5, y: 9])
        }
        for keeps in [false, true] {
            try check(MacenkoNormalizer(keepsGlass: keeps), keeps: keeps)
            try check(VahadaneNormalizer(keepsGlass: keeps), keeps: keeps)
            try check(ReinhardNormalizer(keepsGlass: keeps), keeps: keeps)
        }
    }

    func testProfilesTravelThroughFiles() throws {
        let image = try Self.file.get().images[0]
        let profile = try MacenkoNormalizer().profile(of: image)
        let again = try JSONDecoder().decode(
            StainProfile.self, from: JSONEncoder().encode(profile))
        assertEqual(numbers(again.stains), numbers(profile.stains), accuracy: 1e-15)
        let broken = Data(#"{"hematoxylin":[0,0,0],"eosin":[0,1,0]}"#.utf8)
        XCTAssertThrowsError(try JSONDecoder().decode(StainVectors.self, from: broken))
        let none = Data(
            #"{"stains":{"hematoxylin":[1,0,0],"eosin":[0,1,0]},"hematoxylin":0,"eosin":1}"#.utf8)
        XCTAssertThrowsError(try JSONDecoder().decode(StainProfile.self, from: none))
    }
}
