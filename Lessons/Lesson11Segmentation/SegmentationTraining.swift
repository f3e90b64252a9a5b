import DeepTeaching

/// How all networks of the lesson learn: from the same regions, as often, in the same way.
struct SegmentationTraining {
    var epochs = 7
    var batchSize = 8
    var learningRate = 0.01

    /// How far the stain of a region is changed each time.
    var stain = 0.1

    /// How much the overlap counts beside the cross-entropy.
    var diceShare: Float = 0.5

    /// The training that suits the size of the regions.
    init(of grid: PatchGrid) {
        if grid.side < 64 { epochs = 4 }
    }

    /// Trains a new network of one kind.
    ///
    /// - Throws: `TrainingError` if the loss is no longer a number.
    func trained(
        _ kind: Segmenter, on regions: [SegmentedRegion], seed: UInt64,
        report: (Double) -> Void = { _ in }
    ) throws -> TrainedSegmenter {
        var generator = SeededGenerator(seed: seed, stream: "weights")
        var model = SegmenterModel(network: kind.network(using: &generator))
        var optimizer = Adam<Float>(learningRate: learningRate)
        let steps = epochs * ((regions.count + batchSize - 1) / batchSize)
        let schedule = LearningRateSchedule.warmUpAndCosine(steps: steps, warmUp: steps / 10)
        var step = 0
        for epoch in 0..<epochs {
            for batch in try batches(of: regions, epoch: epoch, seed: seed) {
                optimizer.learningRate = schedule.rate(atStep: step, of: learningRate)
                try train(&model, using: &optimizer, epochs: 1, seed: seed) { _ in
                    CollectionOfOne(batch)
                } loss: { model, batch, pass in
                    loss(model.network(Variable(batch.images), in: pass), batch.truth)
                }
                step += 1
                report(Double(step) / Double(steps))
            }
        }
        return TrainedSegmenter(kind: kind, network: model.network)
    }

    /// Both losses: the cross-entropy of each pixel, and the overlap of the whole mask.
    func loss(_ logits: Variable<Float>, _ truth: Tensor<Float>) -> Variable<Float> {
        binaryCrossEntropy(logits: logits, targets: truth) * (1 - diceShare)
            + diceLoss(probabilities: logits.sigmoid(), targets: truth, smoothing: 1) * diceShare
    }

    private struct Batch {
        let images, truth: Tensor<Float>
    }

    /// The regions in an order of this epoch, each batch turned and mirrored, each image in a stain of
    /// its own.
    private func batches(
        of regions: [SegmentedRegion], epoch: Int, seed: UInt64
    ) throws -> [Batch] {
        let change: Augmentation = [
            .densityJitter(stain: stain, color: stain / 2, light: 0.05)
        ]
        var generator = SeededGenerator(seed: seed, stream: "epoch \(epoch)")
        let order = regions.shuffled(using: &generator)
        return try stride(from: 0, to: order.count, by: batchSize).map { start in
            let part = order[start..<min(start + batchSize, order.count)]
            let images = try part.map { try change($0.image, using: &generator) }
            let turn = generator.index(below: 8)
            return Batch(
                images: StainScale.batch(of: images).turned(turn),
                truth: Tensor(masks: part.map(\.truth)).turned(turn))
        }
    }
}

/// A network of any kind as a model that can be trained.
private struct SegmenterModel: Parameterized {
    var network: any Layer<Float>

    mutating func visit(with visitor: ModelVisitor<Float>) { network.visit(with: visitor) }
}

extension Tensor {
    /// One of the eight ways to turn and mirror images [batch, height, width, channel].
    fileprivate func turned(_ number: Int) -> Tensor {
        var result = self
        if number & 1 != 0 { result = result.reversed(axis: 1) }
        if number & 2 != 0 { result = result.reversed(axis: 2) }
        if number & 4 != 0 { result = result.transposed([0, 2, 1, 3]) }
        return result
    }
}

/// A network that has learnt.
struct TrainedSegmenter {
    let kind: Segmenter
    let network: any Layer<Float>

    /// The masks of pixels that are more likely tumour than not.
    func masks(of regions: [SegmentedRegion]) -> [Mask] {
        stride(from: 0, to: regions.count, by: 32).flatMap { start in
            let part = regions[start..<min(start + 32, regions.count)]
            let logits = network(StainScale.batch(of: part.map(\.image)))
            let isTumor = logits.elements.map { $0 > 0 }
            return part.enumerated().map { index, region in
                let area = region.truth.size.area
                return Mask(
                    size: region.truth.size,
                    pixels: Array(isTumor[index * area..<(index + 1) * area]))
            }
        }
    }
}
