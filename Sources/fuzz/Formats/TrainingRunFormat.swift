import DeepTeaching
import Foundation

/// The file of an interrupted training. Accepted means: all its numbers are finite, and the training
/// goes on to its end with them.
struct TrainingRunFormat: FileFormat {
    static let name = "training-run"
    static let words = ["\"training\"", "model.", "optimizer.", "\\\"epoch\\\":1", "e308", "-1"]

    private static let images = Tensor<Float>([1, -1, 0.5, 2, 0, 1, -1, 0.25], shape: [4, 2])

    let file: URL

    init(in folder: URL) { file = folder.appending(path: "run.safetensors") }

    var samples: [Data] {
        get throws {
            var run = Self.start()
            try Self.train(&run, savingTo: file)
            return [try Data(contentsOf: file)]
        }
    }

    static func mended(_ bytes: Data) -> Data { SafetensorsFile.mended(bytes) }

    private static func start() -> TrainingRun<Sequential<Float>, Adam<Float>> {
        var generator = SeededGenerator(seed: 1)
        let model = Sequential<Float>([
            Dense<Float>(inputs: 2, outputs: 3, using: &generator),
            Dense<Float>(inputs: 3, outputs: 2, using: &generator),
        ])
        return TrainingRun(
            model, Adam(learningRate: 0.01),
            settings: TrainingSettings(
                epochs: 2, seed: 1, schedule: LearningRateSchedule(.constant, warmUp: 1),
                clippingNorm: 1, earlyStopping: EarlyStopping(patience: 5), averageDecay: 0.5,
                stepsBetweenCheckpoints: 1))
    }

    private static func train(
        _ run: inout TrainingRun<Sequential<Float>, Adam<Float>>, savingTo file: URL? = nil
    ) throws {
        try run.train(
            batches: { _ in [[0, 1], [2, 3]] },
            loss: { model, batch, pass in
                softmaxCrossEntropy(
                    logits: model(Variable(images.gathered(batch)), in: pass),
                    labels: batch.map { $0 % 2 })
            },
            validate: { ["loss": Double($0(images).sum().scalar)] }, savingTo: file)
    }

    func fault(in bytes: Data) throws -> String? {
        var run = Self.start()
        guard try run.resume(from: file) else { return "the file counts as not there" }
        let values = run.model.parameters.flatMap { $0.value.elements }
        guard values.allSatisfy(\.isFinite) else { return "a parameter is no number" }
        guard run.position.epoch >= 0, run.position.batch >= 0 else {
            return "it stands at \(run.position)"
        }
        // It may stop with a sentence, for its numbers may be huge; it may not trap.
        try Self.train(&run)
        return nil
    }
}
