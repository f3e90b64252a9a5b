import XCTest

@testable import DeepTeaching

/// Bags of features as other programs leave them.
final class FeatureBagTests: XCTestCase {
    private let features = Tensor<Float>([1, 2, 3, 4, 5, 6], shape: [3, 2])
    private let places = Tensor<Float>([0, 0, 224, 0, 98_304, 200_001], shape: [3, 2])

    func testWhatIsWrittenIsReadAndPooled() throws {
        try inTemporaryFolder { folder in
            let url = folder.appendingPathComponent("slide.safetensors")
            try FeatureBag(features: features, coordinates: places).write(safetensors: url)
            let bag = try FeatureBag(safetensors: url)
            XCTAssertEqual(bag.features, features)
            XCTAssertEqual(bag.coordinates, places)
            XCTAssertEqual((bag.count, bag.featureCount).0, 3)
            var generator = SeededGenerator(seed: 1)
            let pooling = GatedAttentionPooling<Float>(
                features: bag.featureCount, hidden: 4, using: &generator)
            let pooled = pooling(bag.features, lengths: [bag.count])
            XCTAssertEqual(pooled.bags.shape, [1, 2])
            XCTAssertEqual(pooled.weights.value.sum().scalar, 1, accuracy: 1e-6)
        }
    }

    /// Features in half precision and bfloat16, places as whole numbers of 32 and 64 bits.
    func testTheTypesOfOtherExtractors() throws {
        let types: [(features: String, bits: [UInt16], places: String, size: Int)] = [
            ("F16", [0x3c00, 0xc000, 0x3800, 0x0000], "I64", 8),
            ("BF16", [0x3f80, 0xc000, 0x3f00, 0x0000], "I32", 4),
        ]
        for type in types {
            let end = 8 + 4 * type.size
            let header =
                #"{"feats":{"dtype":"\#(type.features)","shape":[1,2,2],"data_offsets":[0,8]},"#
                + #""coords":{"dtype":"\#(type.places)","shape":[2,2],"#
                + #""data_offsets":[8,\#(end)]}}"#
            var data = Data()
            withUnsafeBytes(of: UInt64(header.utf8.count).littleEndian) {
                data.append(contentsOf: $0)
            }
            data += Data(header.utf8)
            data += Data(type.bits.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
            for place in [0, 512, 70_000, 3] {
                data += Data((0..<type.size).map { UInt8(place >> (8 * $0) & 255) })
            }
            try inTemporaryFolder { folder in
                let url = folder.appendingPathComponent("slide.safetensors")
                try data.write(to: url)
                let bag = try FeatureBag(safetensors: url, features: "feats")
                XCTAssertEqual(bag.features, Tensor([1, -2, 0.5, 0], shape: [2, 2]))
                XCTAssertEqual(bag.coordinates, Tensor([0, 512, 70_000, 3], shape: [2, 2]))
                assertThrows(
                    AttentionError.missingTensor(name: "features", found: ["coords", "feats"])
                ) { try FeatureBag(safetensors: url) }
                let plain = try FeatureBag(
                    safetensors: url, features: "feats", coordinates: nil)
                XCTAssertNil(plain.coordinates)
            }
        }
    }

    func testFilesOfNumPy() throws {
        try inTemporaryFolder { folder in
            let url = folder.appendingPathComponent("features.npy")
            let placesURL = folder.appendingPathComponent("coords.npy")
            try features.write(npy: url)
            try places.write(npy: placesURL)
            let bag = try FeatureBag(npy: url, coordinates: placesURL)
            XCTAssertEqual(bag, try FeatureBag(features: features, coordinates: places))
            XCTAssertNil(try FeatureBag(npy: url).coordinates)
            let missing = folder.appendingPathComponent("none.npy")
            assertThrows(TensorFileError.unreadable(path: missing.path)) {
                try FeatureBag(npy: url, coordinates: missing)
            }
        }
    }

    func testWhatIsNoBagIsRefused() {
        func bag(_ features: Tensor<Float>, _ places: Tensor<Float>? = nil) throws -> FeatureBag {
            try FeatureBag(features: features, coordinates: places)
        }
        assertThrows(AttentionError.lengthsDisagree(features: 3, coordinates: 2)) {
            try bag(features, .zeros([2, 2]))
        }
        assertThrows(AttentionError.noInstances) { try bag(.zeros([0, 2])) }
        assertThrows(AttentionError.noInstances) { try bag(.zeros([0, 2]), .zeros([0, 2])) }
        for shape in [[3], [2, 3, 2], [3, 0]] {
            assertThrows(
                AttentionError.wrongShape(
                    name: "features", expected: "[instance, feature]", found: shape)
            ) { try bag(.zeros(shape)) }
        }
        for shape in [[3, 3], [3]] {
            assertThrows(
                AttentionError.wrongShape(
                    name: "coordinates", expected: "[instance, 2]", found: shape)
            ) { try bag(features, .zeros(shape)) }
        }
        let holed = Tensor<Float>([1, 2, 3, .nan, 5, 6], shape: [3, 2])
        assertThrows(
            AttentionError.unusableNumber(name: "features", instance: 1, value: "nan")
        ) { try bag(holed) }
        let far = Tensor<Float>([1, 2, 3, 4, .infinity, 6], shape: [3, 2])
        assertThrows(
            AttentionError.unusableNumber(name: "coordinates", instance: 2, value: "inf")
        ) { try bag(features, far) }
    }

    func testErrorsAreSentences() {
        let errors: [AttentionError] = [
            .missingTensor(name: "features", found: []),
            .wrongShape(name: "features", expected: "[instance, feature]", found: [3]),
            .lengthsDisagree(features: 3, coordinates: 2), .noInstances,
            .unusableNumber(name: "features", instance: 1, value: "nan"),
            .allBackground(slide: 1, places: 3),
            .noProbabilities(slide: 0, reason: "it adds up to 0.5"),
            .tooFewPlaces(slide: 0, places: 2, draws: 3),
        ]
        for error in errors {
            XCTAssertTrue("\(error)".hasSuffix("."), "\(error)")
            XCTAssertGreaterThan("\(error)".count, 60, "\(error)")
        }
    }
}
