import DeepTeaching
import Foundation

/// The file of a detector of tumour. Accepted means: it gives every patch a probability.
struct DetectorFormat: FileFormat {
    static let name = "detector"
    static let words = [
        "\"networks\":\"1\"", "\"side\":\"24\"", "\"micronsPerPixel\":\"nan\"",
        "network0.", "-0", "1e999",
    ]

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "detector.safetensors") }

    var samples: [Data] {
        get throws {
            var generator = SeededGenerator(seed: 1)
            let network = PatchClassifier<Float>(
                side: 24, hidden: 2, using: &generator)
            try TumorDetector.Fitted(networks: [network], micronsPerPixel: 2).save(to: file)
            return [try Data(contentsOf: file)]
        }
    }

    static func mended(_ bytes: Data) -> Data { SafetensorsFile.mended(bytes) }

    func fault(in bytes: Data) throws -> String? {
        let detector = try TumorDetector.Fitted(contentsOf: file)
        guard detector.micronsPerPixel.isFinite, detector.micronsPerPixel > 0 else {
            return "its patches have \(detector.micronsPerPixel) micrometres a pixel"
        }
        guard (24...512).contains(detector.side) else {
            return "its patches have \(detector.side) pixels"
        }
        let patch = Tensor<Float>(
            (0..<detector.side * detector.side * 3).map { Float($0 % 7) / 7 },
            shape: [1, detector.side, detector.side, 3])
        let probability = detector.probabilities(for: patch)[0]
        return (0...1).contains(probability)
            ? nil : "it gives a patch the probability \(probability)"
    }
}
