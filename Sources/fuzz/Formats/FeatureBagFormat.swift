import DeepTeaching
import Foundation

/// A bag of features of a slide. Accepted means: each instance has the same number of finite features
/// and a finite place, and pooling gives them weights that add up to 1.
struct FeatureBagFormat: FileFormat {
    static let name = "bag"
    static let words =
        SafetensorsFile.words + [
            "\"features\":", "\"coords\":", "[2,3]", "[2,2]", "[1,2,3]", "[0,3]", "\"F64\"",
        ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "bag.safetensors") }

    var samples: [Data] {
        get throws {
            let features = Tensor<Float>((0..<6).map(Float.init), shape: [2, 3])
            let places = Tensor<Float>([0, 0, 224, 448], shape: [2, 2])
            return try [places, nil].map { places in
                try FeatureBag(features: features, coordinates: places).write(safetensors: file)
                return try Data(contentsOf: file)
            }
        }
    }

    static func mended(_ bytes: Data) -> Data { SafetensorsFile.mended(bytes) }

    func fault(in bytes: Data) throws -> String? {
        let bag = try FeatureBag(safetensors: file)
        let tensors = [bag.features, bag.coordinates].compactMap(\.self)
        guard bag.count > 0, bag.featureCount > 0 else { return "nothing is in it" }
        guard tensors.allSatisfy({ $0.shape.count == 2 && $0.shape[0] == bag.count }) else {
            return "the shapes are \(tensors.map(\.shape))"
        }
        guard tensors.allSatisfy({ $0.elements.allSatisfy(\.isFinite) }) else {
            return "a number is not finite"
        }
        if let places = bag.coordinates, places.shape[1] != 2 {
            return "places of shape \(places.shape)"
        }
        let weights = MeanPooling<Float>()(bag.features, lengths: [bag.count]).weights.value
        let sum = weights.elements.reduce(0) { $0 + Double($1) }
        return abs(sum - 1) < 1e-3 ? nil : "the weights add up to \(sum)"
    }
}
