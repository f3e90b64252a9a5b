@testable import DeepTeaching
import XCTest

/// One thread and several give the same bytes.
final class StainThreadsTests: XCTestCase {
    /// Two stains in amounts by chance, wide enough that all cores work.
    private static let image: Image = {
        var generator = SeededGenerator(seed: 2)
        let size = PixelSize(width: 331, height: 257)
        let bytes = (0..<size.area).flatMap { _ in
            let (h, e) = (generator.uniform(0, 2), generator.uniform(0, 1.5))
            return [(0.65, 0.07), (0.70, 0.99), (0.29, 0.11)].map { stain in
                UInt8(min(255, max(0, (240 * exp(-h * stain.0 - e * stain.1)).rounded())))
            }
        }
        return Image(size: size, pixels: bytes)
    }()

    /// All that is computed from a picture, as numbers.
    private func everything() throws -> [String] {
        let image = Self.image
        let stains = try MacenkoNormalizer().stains(of: image)
        let planes = try stains.unmix(image, over: OpticalDensity())
        var found = ["\(stains)", "\(planes.eosin.values.hashValue)"]
        for space in ColorSpace.allCases {
            let colors = image.converted(to: space)
            found.append(
                "\(colors.channels.map(\.values.hashValue)) \(Image(colors).pixels.hashValue)")
        }
        func normalized(_ normalizer: some StainNormalizer) throws -> String {
            let profile = try normalizer.profile(of: image)
            let change = try normalizer.change(
                from: profile, to: normalizer.profile(of: Image(planesOf: image)))
            return "\(profile) \(change(image).pixels.hashValue)"
        }
        found.append(try normalized(MacenkoNormalizer()))
        found.append(try normalized(VahadaneNormalizer()))
        found.append(try normalized(ReinhardNormalizer(keepsGlass: true)))
        found.append(
            "\(ColorDeconvolution.hematoxylinEosinDAB.planes(of: image).map(\.values.hashValue))")
        return found
    }

    func testOneThreadAndSeveralGiveTheSame() throws {
        let one = try withThreads(1) { try everything() }
        for threads in [2, 3, 7] {
            XCTAssertEqual(try withThreads(threads) { try everything() }, one)
        }
    }

    func testOrderStatisticsAreThoseOfTheSortedNumbers() {
        var generator = SeededGenerator(seed: 9)
        let cases: [[Double]] = [
            [3], [2, 2], [5, -1, 4], (0..<10_000).map { _ in generator.normal() },
            (0..<5000).map { _ in Double(generator.index(below: 3)) },
            (0..<5000).map { exp(0.01 * Double($0)) }, [-0.0, 0.0, 1e300, -1e300],
        ]
        for values in cases {
            let sorted = values.sorted()
            let ranks = [0, values.count / 3, values.count - 1]
            XCTAssertEqual(orderStatistics(ranks, of: values), ranks.map { sorted[$0] })
            for share in [0, 0.01, 0.5, 0.99, 1] {
                XCTAssertEqual(
                    quantile(share, of: values), quantile(share, ofSorted: sorted),
                    accuracy: abs(sorted[0]) * 1e-12 + 1e-12)
            }
        }
    }
}

extension Image {
    /// Another staining of the same tissue: the picture with red and blue exchanged, a little
    /// lighter.
    fileprivate init(planesOf image: Image) {
        self.init(
            size: image.size,
            pixels: (0..<image.size.area).flatMap { index in
                [2, 1, 0].map { UInt8(min(255, Int(image.pixels[3 * index + $0]) + 20)) }
            })
    }
}
