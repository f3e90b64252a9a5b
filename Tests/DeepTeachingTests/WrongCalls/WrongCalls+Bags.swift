@testable import DeepTeaching

private let instances = Tensor<Float>.ones([3, 2])
private let attention = Variable(Tensor<Float>([0.5, 0.5], shape: [1, 2]))
private let sampled = SampledPlaces(places: [[0]], corrections: [[2]], placeCount: 2)

/// Bags that there are not, and attention that does not fit.
let wrongBags: [WrongCall] = [
    WrongCall("a bag of nothing", "each has an instance") {
        _ = MeanPooling()(instances, lengths: [3, 0])
    },
    WrongCall("no bags", "bags of lengths [] cannot be pooled") {
        _ = MaxPooling()(Tensor<Float>.ones([0, 2]), lengths: [])
    },
    WrongCall("bags longer than the features", "bags of lengths [2, 2] have 4 instances") {
        _ = MeanPooling()(instances, lengths: [2, 2])
    },
    WrongCall("instances that are no matrix", "not from shape [3]") {
        _ = MeanPooling()(Tensor<Float>.ones([3]), lengths: [3])
    },
    WrongCall("the weights of a bag that is not there", "there is no bag 1 among 1") {
        _ = MeanPooling()(instances, lengths: [3]).weights(ofBag: 1)
    },
    WrongCall("a direction of another length", "a direction of shape [3] does not fit weights") {
        _ = AttentionPooling<Float>(
            projection: Dense(
                weights: .ones([2, 4]), bias: .zeros([4]), activation: .hyperbolicTangent),
            direction: .ones([3]))
    },
    WrongCall("a score without its tanh", "needs the activation hyperbolicTangent") {
        _ = AttentionPooling<Float>(
            projection: Dense(weights: .ones([2, 4]), bias: .zeros([4])), direction: .ones([4, 1]))
    },
    WrongCall("a gate of other features", "a gate of shape [3, 4] does not fit a projection") {
        _ = GatedAttentionPooling<Float>(
            projection: Dense(
                weights: .ones([2, 4]), bias: .zeros([4]), activation: .hyperbolicTangent),
            gate: Dense(weights: .ones([3, 4]), bias: .zeros([4]), activation: .sigmoid),
            direction: .ones([4, 1]))
    },
    WrongCall("no draws", "0 places cannot be looked at") {
        _ = AttentionSampling(draws: 0, replacing: true)
    },
    WrongCall("attention that is no matrix", "not from shape [2]") {
        var generator = SeededGenerator(seed: 0)
        _ = try AttentionSampling(draws: 1, replacing: true)
            .places(from: Tensor<Float>.ones([2]), using: &generator)
    },
    WrongCall("features of other draws", "do not fit 1 draws from each of 1 slides") {
        _ = sampled.estimate(features: Variable(.ones([1, 2, 3])), attention: attention)
    },
    WrongCall("other attention than that of the draws", "is not that from which places were drawn")
    {
        _ = sampled.estimate(
            features: Variable(Tensor<Float>.ones([1, 1, 3])), attention: Variable(.ones([1, 3])))
    },
    WrongCall("a tissue mask of another shape", "do not fit a tissue mask of shape [1, 3]") {
        _ = try tissueAttention(scores: attention, tissue: .ones([1, 3]))
    },
    WrongCall("the entropy of one row", "the entropy of attention is taken from [slide, place]") {
        _ = attentionEntropy(Variable(Tensor<Float>.ones([3])))
    },
]
