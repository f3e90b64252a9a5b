import Foundation

@testable import DeepTeaching

/// A run with all that a run can have: dropout, running statistics, a schedule, clipping, an average
/// of the weights, early stopping.
struct SampleRun {
    static let images = {
        var generator = SeededGenerator(seed: 5)
        return Tensor<Float>.normal([12, 6, 6, 2], using: &generator)
    }()

    static func start(
        epochs: Int = 3, stepsBetweenCheckpoints: Int = 1, seed: UInt64 = 7
    ) -> TrainingRun<Sequential<Float>, Adam<Float>> {
        var generator = SeededGenerator(seed: 3)
        let model = Sequential<Float>([
            Convolution2D<Float>(
                inputs: 2, outputs: 4, kernel: 3, padding: 1, activation: .relu,
                pooling: .maximum, using: &generator),
            BatchNormalization<Float>(features: 4), Flatten<Float>(),
            Dropout<Float>(probability: 0.3),
            Dense<Float>(inputs: 36, outputs: 2, using: &generator),
        ])
        return TrainingRun(
            model, Adam(learningRate: 0.01),
            settings: TrainingSettings(
                epochs: epochs, seed: seed,
                schedule: LearningRateSchedule(.exponential(factor: 0.95), warmUp: 3),
                clippingNorm: 0.5, earlyStopping: EarlyStopping(patience: 50), averageDecay: 0.9,
                stepsBetweenCheckpoints: stepsBetweenCheckpoints))
    }

    /// Four batches in an order of its own for each epoch.
    static func batches(_ epoch: Int) -> [[Int]] {
        var generator = SeededGenerator(seed: 1, stream: "epoch \(epoch)")
        let order = generator.shuffled(Array(0..<12))
        return (0..<4).map { Array(order[3 * $0..<3 * $0 + 3]) }
    }

    static func loss(
        _ model: Sequential<Float>, _ batch: [Int], _ pass: Pass
    ) -> Variable<Float> {
        softmaxCrossEntropy(
            logits: model(Variable(images.gathered(batch)), in: pass), labels: batch.map { $0 % 2 },
            labelSmoothing: 0.1)
    }

    static func validate(_ model: Sequential<Float>) -> [String: Double] {
        let logits = model(images)
        let labels = (0..<12).map { $0 % 2 }
        let loss = softmaxCrossEntropy(logits: Variable(logits), labels: labels).value.scalar
        return ["loss": Double(loss), "accuracy": accuracy(of: logits, labels: labels)]
    }

    static func train(
        _ run: inout TrainingRun<Sequential<Float>, Adam<Float>>, savingTo file: URL? = nil,
        report: (TrainingEvent) throws -> Void = { _ in }
    ) throws {
        try run.train(
            batches: batches, loss: loss, validate: validate, savingTo: file, report: report)
    }
}
