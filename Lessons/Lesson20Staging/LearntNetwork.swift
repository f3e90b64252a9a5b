import DeepTeaching
import Foundation

/// A detector of one network, and how it learnt.
struct LearntNetwork: Sendable {
    let detector: TumorDetector.Fitted

    /// The loss at each step.
    let losses: [Double]

    init(detector: TumorDetector.Fitted, losses: [Double]) {
        self.detector = detector
        self.losses = losses
    }

    /// Writes both into one safetensors file.
    func save(to file: URL) throws {
        let losses = String(decoding: try JSONEncoder().encode(losses), as: UTF8.self)
        try detector.save(to: file, metadata: ["losses": losses])
    }

    /// Reads what `save(to:)` wrote.
    init(contentsOf file: URL) throws {
        detector = try TumorDetector.Fitted(contentsOf: file)
        let losses = try Checkpoint(contentsOf: file).metadata["losses"] ?? ""
        self.losses = try JSONDecoder().decode([Double].self, from: Data(losses.utf8))
    }
}
