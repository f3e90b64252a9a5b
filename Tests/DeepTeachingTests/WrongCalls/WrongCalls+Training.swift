@testable import DeepTeaching

/// A model of one parameter `[width]`, and a step of an optimiser on it.
private func step(_ optimizer: inout some Optimizer<Float>, width: Int) {
    var model = Variable(Tensor<Float>.ones([width]))
    let found = gradients(of: model) { ($0 * $0).sum() }.gradients
    optimizer.update(&model, along: found)
}

/// An optimiser that has trained one model and is used on another.
private func reused(_ optimizer: some Optimizer<Float>) {
    var optimizer = optimizer
    step(&optimizer, width: 16)
    step(&optimizer, width: 2048)
}

/// An optimiser with a memory from elsewhere.
private func remembering(
    _ optimizer: some Optimizer<Float>, _ tensors: [String: [Tensor<Float>]], steps: Int = 1
) {
    var optimizer = optimizer
    optimizer.memory = OptimizerMemory(steps: steps, tensors: tensors)
    step(&optimizer, width: 3)
}

/// Optimisers of other models, and settings that lead nowhere.
let wrongOptimizers: [WrongCall] = [
    WrongCall("Adam of a narrow model on a wide one", "means of shape [16] for the parameter") {
        reused(Adam<Float>())
    },
    WrongCall("AdamW of a narrow model on a wide one", "of shape [2048]: call reset()") {
        reused(AdamW<Float>())
    },
    WrongCall("AdaGrad of a narrow model on a wide one", "squares of shape [16]") {
        reused(AdaGrad<Float>())
    },
    WrongCall("RMSProp of a narrow model on a wide one", "squares of shape [16]") {
        reused(RMSProp<Float>())
    },
    WrongCall("momentum of a narrow model on a wide one", "velocities of shape [16]") {
        reused(GradientDescent<Float>(learningRate: 0.1, momentum: 0.9))
    },
    WrongCall("a memory of other shapes", "means of shape [3, 1] for the parameter") {
        remembering(Adam<Float>(), ["means": [.ones([3, 1])], "squares": [.ones([3])]])
    },
    WrongCall("a memory of two parameters for one", "the squares of 2 parameters") {
        remembering(AdaGrad<Float>(), ["squares": [.ones([3]), .ones([3])]])
    },
    WrongCall("a memory of squares of other shapes", "squares of shape [2] for the parameter") {
        remembering(AdamW<Float>(), ["means": [.ones([3])], "squares": [.ones([2])]])
    },
    WrongCall("a memory without squares", "cannot go on with [\"means\", \"squares\"] of [1, 0]") {
        remembering(Adam<Float>(), ["means": [.ones([3])]])
    },
    WrongCall("a memory of -1 steps", "an optimiser cannot remember -1 steps") {
        remembering(Adam<Float>(), [:], steps: -1)
    },
    WrongCall("gradients of another model", "does not fit weights of shape [2, 1]") {
        let model = Dense<Float>(weights: .ones([2, 1]), bias: .ones([1]))
        var other = Dense<Float>(weights: .ones([3, 1]), bias: .ones([1]))
        let found = gradients(of: model) { $0(Variable(.ones([1, 2])), in: .inference).sum() }
        var optimizer = GradientDescent<Float>(learningRate: 0.1)
        optimizer.update(&other, along: found.gradients)
    },
    WrongCall("a learning rate that is no number", "the learning rate is nan") {
        _ = Adam<Float>(learningRate: .nan)
    },
    WrongCall("a negative learning rate", "the learning rate is -0.1") {
        _ = GradientDescent<Float>(learningRate: -0.1)
    },
    WrongCall("an infinite learning rate", "the learning rate is inf") {
        _ = RMSProp<Float>(learningRate: .infinity)
    },
    WrongCall("a learning rate that becomes no number", "the learning rate is nan") {
        var optimizer = AdamW<Float>()
        optimizer.learningRate = .nan
    },
    WrongCall("a decay of 1", "the decay of the first moments is 1.0") {
        _ = Adam<Float>(firstMomentDecay: 1)
    },
    WrongCall("a momentum of 2", "the momentum is 2.0") {
        _ = GradientDescent<Float>(learningRate: 0.1, momentum: 2)
    },
    WrongCall("an epsilon below 0", "the epsilon is -1.0") { _ = AdaGrad<Float>(epsilon: -1) },
    WrongCall("a weight decay below 0", "the weight decay is -1.0") {
        _ = AdamW<Float>(weightDecay: -1)
    },
    WrongCall("gradients clipped to nothing", "gradients cannot be clipped to a norm of 0.0") {
        _ = gradients(of: Variable<Float>(1)) { $0 }.gradients.clipped(toNorm: 0)
    },
    WrongCall("a warm-up of -1 steps", "a warm-up cannot last -1 steps") {
        _ = LearningRateSchedule(.constant, warmUp: -1)
    },
    WrongCall("a rate held for -1 steps", "cannot be held for -1 steps") {
        _ = LearningRateSchedule(.linear(hold: -1, length: 1, last: 0))
    },
    WrongCall("a cosine of no steps", "a schedule of 0 steps is none") {
        _ = LearningRateSchedule(.cosine(length: 0, last: 0))
    },
    WrongCall("a factor that is no number", "the factor of a learning rate is nan") {
        _ = LearningRateSchedule(.exponential(factor: .nan))
    },
    WrongCall("a rise over -5 steps", "the learning rate cannot rise for 1 of -5 steps") {
        _ = LearningRateSchedule.warmUpAndCosine(steps: -5, warmUp: 1)
    },
    WrongCall("the rate of step -1", "there is no step -1") {
        _ = LearningRateSchedule(.constant).rate(atStep: -1, of: 1)
    },
]

/// Trains a line on one batch of two rows.
private func trained(
    epochs: Int = 1, batches: Int = 1,
    loss: (Dense<Float>, Pass) -> Variable<Float> = { $0(Variable(.ones([2, 1])), in: $1).sum() }
) throws {
    var model = Dense<Float>(weights: .ones([1, 1]), bias: .ones([1]))
    var optimizer = Adam<Float>()
    try train(
        &model, using: &optimizer, epochs: epochs, seed: 0, batches: { _ in 0..<batches },
        loss: { model, _, pass in loss(model, pass) })
}

/// Trainings that cannot begin or learn nothing.
let wrongTrainings: [WrongCall] = [
    WrongCall("-1 epochs", "a training cannot have -1 epochs") { try trained(epochs: -1) },
    WrongCall("settings of -1 epochs", "a training cannot have -1 epochs") {
        _ = TrainingSettings(epochs: -1)
    },
    WrongCall("an epoch without a batch", "Epoch 0 has no batch") { try trained(batches: 0) },
    WrongCall("a loss of a captured model", "no gradient reaches any parameter") {
        let captured = Dense<Float>(weights: .ones([1, 1]), bias: .ones([1]))
        try trained { captured(Variable(.ones([2, 1])), in: $1).sum() }
    },
    WrongCall("a detached loss", "no gradient reaches any parameter") {
        try trained { $0(Variable(.ones([2, 1])), in: $1).sum().detached() }
    },
    WrongCall("a loss that is no number", "became inf") {
        try trained { ($0(Variable(.ones([2, 1])), in: $1) / 0).sum() }
    },
    WrongCall("a loss for each row", "not of a tensor of shape [2, 1]") {
        try trained { $0(Variable(.ones([2, 1])), in: $1) }
    },
    WrongCall("saved every 0 steps", "cannot be saved every 0 steps") {
        _ = TrainingSettings(epochs: 1, stepsBetweenCheckpoints: 0)
    },
    WrongCall("saved every 0 steps later on", "cannot be saved every 0 steps") {
        var settings = TrainingSettings(epochs: 1)
        settings.stepsBetweenCheckpoints = 0
    },
    WrongCall("an average that keeps all", "an average cannot keep 1.0 of itself") {
        _ = WeightAverage(of: Variable<Float>(1), decay: 1)
    },
    WrongCall("an average of another model", "does not fit a model with those of shapes [[2]]") {
        let average = WeightAverage(of: Variable<Float>(1), decay: 0.5)
        _ = average.applied(to: Variable(Tensor<Float>.ones([2])))
    },
    WrongCall("an average of more parameters", "does not fit a model with those of shapes [[], []]")
    {
        var average = WeightAverage(of: [Variable<Float>(1)], decay: 0.5)
        average.update(from: [Variable<Float>(1), Variable<Float>(2)])
    },
    WrongCall("a patience of 0", "early stopping needs a patience of 1 epoch or more") {
        _ = EarlyStopping(patience: 0)
    },
    WrongCall("an improvement that is no number", "an improvement of 0 or more, not nan") {
        _ = EarlyStopping(patience: 1, minimumImprovement: .nan)
    },
    WrongCall("the accuracy of no rows", "no rows have no accuracy") {
        _ = accuracy(of: Tensor<Float>.zeros([0, 2]), labels: [])
    },
    WrongCall("an accuracy of too few labels", "do not fit 1 labels") {
        _ = accuracy(of: Tensor<Float>.zeros([2, 2]), labels: [0])
    },
    WrongCall("an accuracy of a class that is none", "the label 2 is none of the 2 classes") {
        _ = accuracy(of: Tensor<Float>.zeros([1, 2]), labels: [2])
    },
    WrongCall("batches of 0 patches", "a batch cannot have 0 patches") {
        _ = PatchSet().batches(of: 0, seed: 0, epoch: 0)
    },
    WrongCall("batches of -1 patches", "a batch cannot have -1 patches") {
        _ = PatchSet().batches(of: -1, seed: 0, epoch: 0)
    },
    WrongCall("-1 values made ahead", "-1 values cannot be made ahead") {
        _ = Prefetched(0..<3, depth: -1) { $0 }
    },
]
