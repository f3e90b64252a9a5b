import DeepTeaching
import Foundation

/// How the networks of the measures learn: as the lessons' do, but from fewer patches, so in more
/// and smaller steps.
struct NetworkTraining: Sendable {
    /// How often a network sees each patch.
    var epochs = 8

    /// The patches of one step.
    var batchSize = 16

    /// The length of the longest steps. It rises to this at first, since a network that starts with
    /// long steps may lose all its rectifiers and never leave its first guess; then it falls to
    /// nothing along half a cosine.
    var learningRate = 0.001

    /// How many steps the rise takes.
    var warmUp = 150

    /// Trains a network.
    ///
    /// - Parameters:
    ///   - patches: what it learns from.
    ///   - augmentation: what patches go through.
    ///   - seed: decides weights, order, augmentation and dropout.
    /// - Throws: `TrainingError` if the loss is no longer a number.
    func fit(
        _ patches: PatchSet, augmentation: PatchAugmentation, seed: UInt64
    ) throws -> TumorDetector {
        let settings = TumorDetectorSettings()
        var generator = SeededGenerator(seed: seed, stream: "weights")
        var network = PatchClassifier<Float>(
            side: settings.side, hidden: settings.hidden, classes: 2, dropout: settings.dropout,
            using: &generator)
        center(&network.first, on: patches)
        var optimizer = Adam<Float>(learningRate: learningRate)
        let batches = (0..<epochs).flatMap { epoch in
            patches.batches(of: batchSize, seed: seed &* 1000 &+ UInt64(epoch))
        }
        for (step, batch) in batches.enumerated() {
            optimizer.learningRate = rate(step: step, of: batches.count)
            let images = Variable(try patches.pictures(of: batch, augmentation: augmentation))
            let labels = patches.labels(of: batch)
            let (loss, gradients) = gradients(of: network) { network in
                softmaxCrossEntropy(
                    logits: network(images, in: .training(seed: batch.seed)), labels: labels)
            }
            guard loss.isFinite else {
                throw TrainingError.notANumber(
                    epoch: 0, step: step, place: "the loss", value: "\(loss)")
            }
            optimizer.update(&network, along: gradients)
        }
        return TumorDetector(networks: [network], micronsPerPixel: settings.micronsPerPixel)
    }

    /// Starts the first layer as if pixels had mean 0 and deviation 1.
    ///
    /// Pixels are all above 0 and much alike; a network that begins so stays at its first guess for
    /// hundreds of steps, or for ever.
    ///
    /// Source: LeCun, Bottou, Orr and Mueller, Efficient BackProp, 1998.
    private func center(_ layer: inout Convolution2D<Float>, on patches: PatchSet) {
        let pixels = patches.images.prefix(200).flatMap(\.pixels).map { Double($0) / 255 }
        guard !pixels.isEmpty else { return }
        let mean = pixels.mean
        let variance = pixels.map { ($0 - mean) * ($0 - mean) }.mean
        let scale = Float(1 / max(variance.squareRoot(), 1e-3))
        let shape = layer.weights.value.shape
        let outputs = shape[shape.count - 1]
        let weights = layer.weights.value.elements.map { $0 * scale }
        var bias = [Float](repeating: 0, count: outputs)
        for (index, weight) in weights.enumerated() {
            bias[index % outputs] -= weight * Float(mean)
        }
        layer.weights = Variable(Tensor(weights, shape: shape))
        layer.bias = Variable(Tensor(bias, shape: layer.bias.value.shape))
    }

    /// The length of a step.
    func rate(step: Int, of count: Int) -> Double {
        let rise = min(1, Double(step + 1) / Double(max(warmUp, 1)))
        return learningRate * rise * (1 + cos(.pi * Double(step) / Double(count))) / 2
    }
}
